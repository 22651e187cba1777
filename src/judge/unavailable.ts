import type { Asked, Cause, EvidenceKind, Unavailable, UnavailableReason } from '../model/index.ts';
import { visible } from '../text/visible.ts';

/** What a finding says about evidence that is unavailable. */

const unknownFacts: Readonly<Record<EvidenceKind, string>> = {
  existence: 'whether the package exists in the registry',
  release: "what the registry's document says about this version",
  publishedAt: 'when this version was published',
  signedAt: 'which signed time this version has',
  firstPublishedAt: 'when this name was first published',
  history: 'which other versions of this name were released',
  predecessor: "what the registry's document says about the version on the base branch",
  registrySignature: 'whether the registry signed the bytes that the lockfile pins',
  provenance: 'where this version was built',
  publisher: 'who published this version',
  trust: 'the trust level that this version was published with',
  priorTrust: 'the trust level that earlier releases were published with',
  priorProvenance: 'whether earlier releases were published with provenance',
  predecessorProvenance: 'where the version on the base branch was built',
  earlierBuilds: 'where earlier releases were built',
  bringers: 'where the packages that pull it in were built',
  upgrades: 'which upgrades pull it in',
  malware: 'whether this version is recorded as malicious',
  advisories: 'which advisories affect this version',
  downloads: 'how often the package was downloaded',
  prominence: 'how popular the package is',
  lookalike: 'whether the name resembles a popular one',
  tarball: 'what its tarball runs on install',
  predecessorTarball: 'what the tarball of the version on the base branch runs on install',
  predecessorAdvisories: 'which advisories affect the versions on the base branch',
  contents: 'which files its tarball contains',
  bundling: 'whether it is bundled in the tarball of another package, as the lockfile says',
  namesake: 'whether a registry has a package with the name of this folder',
  authorship: 'who made this change',
  license: 'which license this version declares',
};

/** For `not-provided` the detail gives the reason, in lockgate's own words. */
const because: Readonly<Record<Exclude<UnavailableReason, 'not-provided'>, string>> = {
  offline: 'no request was allowed',
  'not-recorded': 'the recorded evidence does not hold it',
  network: 'the registry could not be reached',
  timeout: 'the registry did not answer in time',
  throttled: 'the registry refused further requests',
  'server-error': 'the registry answered with an error',
  unauthorized: 'the registry requires a credential',
  redirected: 'the registry redirected the request to another origin, and lockgate does not follow it',
  'too-large': 'the answer exceeds the size that lockgate reads',
  malformed: 'the answer is not a registry document',
  budget: 'a limit of this run was reached before it could be requested',
};

/** Every word of a cause. */
export const causeWords = {
  evidence: Object.keys(unknownFacts) as EvidenceKind[],
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

const again = 'Run the check again. If it still fails, check the status of the registry.';
const fixes: Readonly<Record<Exclude<UnavailableReason, 'not-provided'>, string>> = {
  offline: 'Run again without `--offline`, or with recorded evidence that holds it.',
  'not-recorded': 'Record the evidence again with this version of lockgate and this policy.',
  network: again,
  timeout: again,
  throttled: 'Wait, then run the check again.',
  'server-error': again,
  unauthorized: 'Give lockgate a token that can read this package from its registry.',
  redirected: 'Configure the address that the registry redirects to.',
  'too-large': 'Ask the operator of the registry why the document is so large.',
  malformed: 'Check what answers at the registry address: it may be a proxy or a login page.',
  budget: 'Split the change into smaller pull requests.',
};

/** Evidence that is not requested from a registry with `signatures: none` (docs/decisions/0086). */
const needsSigningRegistry: ReadonlySet<EvidenceKind> = new Set([
  'registrySignature',
  'provenance',
  'predecessorProvenance',
  'publisher',
  'trust',
  'priorTrust',
  'priorProvenance',
]);
const fromAdvisorySources: ReadonlySet<EvidenceKind> = new Set(['malware', 'advisories', 'predecessorAdvisories']);

function fixForNotProvided(kind: EvidenceKind): string {
  if (needsSigningRegistry.has(kind)) {
    return 'Use a registry or mirror that passes signatures, publishers and attestations through. If this registry never signs, say so for its own scopes: `registries: [{ url, scopes: [...], signatures: none }]`. If it mirrors the public registry: `mirrors: public`.';
  }
  if (fromAdvisorySources.has(kind)) {
    return 'Use a registry that serves advisories, or use OSV instead: `malware: [osv]` and `advisories: [osv]` under `sources` in the policy.';
  }
  return 'Use a registry or mirror that passes the field through, or set the level of this rule in the policy.';
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

/** One sentence: what is unknown, and why. Contains no text from the registry. */
export function missingMessage({ kind, evidence: { reason, detail } }: MissingEvidence): string {
  if (reason === 'not-provided') return `It is unknown ${unknownFacts[kind]}: ${visible(detail, 200)}.`;
  const more = detail.endsWith(because[reason]) ? '' : ` (${visible(detail, 200)})`;
  return `It is unknown ${unknownFacts[kind]}: ${because[reason]}${more}.`;
}

/** What to do about the missing evidence. */
export function missingRemediation({ kind, evidence: { reason } }: MissingEvidence): string {
  return reason === 'not-provided' ? fixForNotProvided(kind) : fixes[reason];
}
