import type { Asked, Cause, EvidenceKind, Unavailable, UnavailableReason } from '../model/index.ts';
import { visible } from '../text/visible.ts';

/** What a finding says of evidence that could not be had. */

const unknown: Readonly<Record<EvidenceKind, string>> = {
  existence: 'whether the registry has it',
  release: "what the registry's document says of this version",
  publishedAt: 'when this version was published',
  firstPublishedAt: 'when this name was first published',
  history: 'which other versions of this name were released',
  predecessor: "what the registry's document says of the version that was locked before",
  registrySignature: 'whether the registry signed what is locked',
  provenance: 'where this version was built',
  publisher: 'who published this version',
  trust: 'with what trust this version was published',
  priorTrust: 'with what trust earlier releases were published',
  predecessorProvenance: 'where the version that was locked before was built',
  bringers: 'where the packages that bring it in were built',
  malware: 'whether this version is recorded as malicious',
  advisories: 'which advisories there are about this version',
  downloads: 'how often the name was downloaded',
  prominence: 'how popular the name is',
  lookalike: 'whether the name is close to a popular one',
  implicitBuild: 'whether its tarball holds a binding.gyp, which npm builds on install',
  predecessorImplicitBuild: 'whether the tarball of the version that was locked before holds a binding.gyp',
  predecessorAdvisories: 'which advisories there were about what was locked before',
  bundling: 'whether it comes in the tarball of another package, as the lockfile says',
  authorship: 'who made this change',
  license: 'which license this version declares',
};

/** What is not provided has its reason in the detail, in lockgate's own words. */
const because: Readonly<Record<Exclude<UnavailableReason, 'not-provided'>, string>> = {
  offline: 'no request was allowed',
  'not-recorded': 'the recorded evidence does not hold it',
  network: 'the registry could not be reached',
  timeout: 'the registry did not answer in time',
  throttled: 'the registry took no more requests',
  'server-error': 'the registry failed to answer',
  unauthorized: 'the registry asks for a credential',
  redirected: 'the registry sent the request to another origin, which is not followed',
  'too-large': 'the answer is larger than lockgate reads',
  malformed: 'the answer is not what a registry sends',
  budget: 'a bound of this run was reached before it could be asked for',
};

/** Every word of a cause. */
export const causeWords = {
  evidence: Object.keys(unknown) as EvidenceKind[],
  reason: ['not-provided', ...(Object.keys(because) as Exclude<UnavailableReason, 'not-provided'>[])],
  asked: Object.keys({
    document: true,
    keys: true,
    attestations: true,
    advisories: true,
    osv: true,
    downloads: true,
    tarball: true,
    authorship: true,
  } satisfies Record<Asked, true>) as Asked[],
} as const;

const again = 'Run the check again; if it stays so, look at the state of the registry.';
const mend: Readonly<Record<Exclude<UnavailableReason, 'not-provided'>, string>> = {
  offline: 'Run again with requests allowed, or with evidence that holds it.',
  'not-recorded': 'Record the evidence again with this version of lockgate and this policy.',
  network: again,
  timeout: again,
  throttled: 'Wait, then run the check again.',
  'server-error': again,
  unauthorized: 'Give lockgate a token that may read this package from its registry.',
  redirected: 'Configure the address that the registry answers at itself.',
  'too-large': 'Ask the keeper of the registry why the document is so large.',
  malformed: 'See what answers at the address of the registry: a proxy or a login page is not a registry.',
  budget: 'Split the change into smaller ones.',
};

/** What a registry that is said not to sign is not asked for (docs/decisions/0086). */
const restsOnSigning: ReadonlySet<EvidenceKind> = new Set([
  'registrySignature',
  'provenance',
  'predecessorProvenance',
  'publisher',
  'trust',
  'priorTrust',
]);
const fromSources: ReadonlySet<EvidenceKind> = new Set(['malware', 'advisories', 'predecessorAdvisories']);

function mendNotProvided(kind: EvidenceKind): string {
  if (restsOnSigning.has(kind)) {
    return 'Use a registry that passes it on. Of a private one that never has it the policy can say so: `signatures: unsupported` under `registries`.';
  }
  if (fromSources.has(kind)) {
    return 'Use a registry that has them, or ask OSV instead: `malware: [osv]` and `advisories: [osv]` under `sources` in the policy.';
  }
  return 'Use a registry that passes it on, or decide in the policy how this rule counts here.';
}

export interface MissingEvidence {
  readonly kind: EvidenceKind;
  readonly evidence: Unavailable;
}

/** Why a finding is indeterminate, as data. */
export function causeOf({ kind, evidence: { reason, detail, asked } }: MissingEvidence): Cause {
  const usual = kind === 'authorship' ? kind : 'document';
  return { evidence: kind, asked: asked ?? usual, reason, detail: visible(detail, 200) };
}

/** One sentence: what is unknown, and why. Holds no text from the registry. */
export function missingMessage({ kind, evidence: { reason, detail } }: MissingEvidence): string {
  if (reason === 'not-provided') return `It is unknown ${unknown[kind]}: ${visible(detail, 200)}.`;
  const more = detail.endsWith(because[reason]) ? '' : ` (${visible(detail, 200)})`;
  return `It is unknown ${unknown[kind]}: ${because[reason]}${more}.`;
}

/** What to do about it. */
export function missingRemediation({ kind, evidence: { reason } }: MissingEvidence): string {
  return reason === 'not-provided' ? mendNotProvided(kind) : mend[reason];
}
