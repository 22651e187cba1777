import type { Capability, Dossier, EvidenceKind, Finding, Unavailable } from '../model/index.ts';
import { severityOf } from '../model/effect.ts';
import { compareText } from '../text/order.ts';
import { groupBy } from '../text/group-by.ts';
import { fingerprintOf } from './fingerprint.ts';
import { packagesOf, packagesWords } from './package-words.ts';
import { sharedRemediation, sharedWords } from './unavailable.ts';

/** One reason why several rules could not judge several packages of one registry. */
interface SharedCause {
  readonly registry: string;
  readonly key: string;
  readonly unoffered?: Capability;
  readonly evidence: Unavailable;
  /** Where any package of the registry has evidence of these kinds, the registry can answer: then each package speaks for itself. */
  readonly proof: readonly EvidenceKind[];
  /** Of some kinds that there is none is no answer of the registry. */
  readonly absenceCounts: boolean;
  /** From how many package versions on it is said once. */
  readonly least: number;
}

interface Unjudged {
  readonly finding: Finding;
  readonly cause: SharedCause;
}

const proofs: Readonly<Partial<Record<Capability, readonly EvidenceKind[]>>> = {
  signatures: ['registrySignature', 'provenance'],
  attestations: ['provenance', 'predecessorProvenance', 'earlierBuilds'],
  publishers: ['publisher'],
  publishTimes: ['publishedAt', 'firstPublishedAt'],
  advisories: ['malware', 'advisories'],
};

/**
 * What a registry offers for none of its packages, and what it was asked once for all of them and did not answer, is one finding
 * about the registry instead of one for each rule and package (docs/decisions/0228): at the worst level, and floor where one of
 * them is. Only what nothing covers is folded, and only where no package of the registry has such evidence: a field that is
 * stripped from one package stays its own finding.
 */
export function foldUnoffered(findings: readonly Finding[], dossiers: readonly Dossier[]): readonly Finding[] {
  const byPackage = new Map(dossiers.map((dossier) => [keyOf(dossier.change), dossier]));
  const unjudged = findings.flatMap((finding): readonly Unjudged[] => {
    const cause = causeOf(finding, byPackage.get(keyOf(finding)));
    return cause === undefined ? [] : [{ finding, cause }];
  });
  const shared = [...groupBy(unjudged, ({ cause }) => JSON.stringify([cause.registry, cause.key])).values()].filter(
    (own) => isShared(own, dossiers),
  );
  const folded = [...groupBy(shared.flat(), ({ cause }) => JSON.stringify([cause.registry, familyOf(cause)])).values()];
  const gone = new Set(folded.flatMap((own) => own.map(({ finding }) => finding)));
  return [...findings.filter((finding) => !gone.has(finding)), ...folded.map(fold)];
}

const keyOf = ({ lockfile, name, version }: Pick<Finding, 'lockfile' | 'name' | 'version'>) =>
  JSON.stringify([lockfile, name, version]);

/** Signatures and publishers are left out by the same mirrors, and one step brings both back. */
const familyOf = ({ key, unoffered }: SharedCause) =>
  unoffered === 'signatures' || unoffered === 'publishers' ? 'origin' : key;

function causeOf({ outcome, status, name, cause }: Finding, dossier: Dossier | undefined): SharedCause | undefined {
  if (outcome !== 'indeterminate' || status !== 'reported' || name === null || cause === undefined) return undefined;
  const evidence = dossier?.evidence[cause.evidence];
  if (dossier?.registry === undefined || evidence?.state !== 'unavailable') return undefined;
  const { registry } = dossier;
  const { unoffered, reason, asked = 'document', detail } = evidence;
  if (reason !== cause.reason) return undefined;
  if (unoffered !== undefined) {
    const absenceCounts = unoffered !== 'attestations';
    return { registry, key: unoffered, unoffered, evidence, proof: proofs[unoffered] ?? [], absenceCounts, least: 2 };
  }
  const key = JSON.stringify([asked, reason, detail]);
  // Asked once for all of its packages.
  if (asked === 'keys' && reason !== 'not-provided') {
    return { registry, key, evidence, proof: ['registrySignature', 'provenance'], absenceCounts: true, least: 2 };
  }
  if ((asked === 'advisories' || asked === 'osv') && reason !== 'not-provided') {
    return { registry, key, evidence, proof: ['malware', 'advisories'], absenceCounts: true, least: 2 };
  }
  // One missing credential is one mistake, however few packages need it.
  if (asked === 'document' && reason === 'unauthorized') {
    const least = evidence.unset === undefined ? 2 : 1;
    return { registry, key, evidence, proof: ['existence'], absenceCounts: false, least };
  }
  return undefined;
}

function isShared(own: readonly Unjudged[], dossiers: readonly Dossier[]): boolean {
  const [{ cause }] = own as [Unjudged];
  const packages = new Set(own.map(({ finding: { name, version } }) => JSON.stringify([name, version])));
  return packages.size >= cause.least && !dossiers.some((dossier) => isAnswered(dossier, cause));
}

/** Whether the registry gave for this package what it is said to give for none. */
function isAnswered(dossier: Dossier, { registry, unoffered, proof, absenceCounts }: SharedCause): boolean {
  const { change, evidence, unprovided = [] } = dossier;
  if (change.kind === 'removed' || dossier.registry !== registry) return false;
  if (unoffered !== undefined && unprovided.includes(unoffered)) return false;
  return proof.some((kind) => {
    const piece = evidence[kind];
    if (piece.state === 'absent') return absenceCounts;
    if (piece.state !== 'present') return false;
    const { value } = piece as { readonly value: unknown };
    return !(typeof value === 'object' && value !== null && 'state' in value && value.state === 'not-applicable');
  });
}

function fold(own: readonly Unjudged[]): Finding {
  const sorted = own
    .map(({ finding }) => finding)
    .sort(
      (a, b) =>
        severityOf(b) - severityOf(a) ||
        compareText(a.rule, b.rule) ||
        compareText(keyOf(a), keyOf(b)) ||
        a.line - b.line,
    );
  const [worst] = sorted as [Finding];
  const [{ cause }] = own as [Unjudged];
  const [first] = [...sorted].sort((a, b) => compareText(a.lockfile, b.lockfile) || a.line - b.line) as [Finding];
  const packages = [...packagesOf(sorted)].sort(compareText);
  const isOne = packages.length === 1;
  const rules = [...new Set(sorted.map(({ rule }) => rule))].sort(compareText);
  const lacking = [...new Set(own.flatMap(({ cause: { unoffered } }) => unoffered ?? []))].sort(compareText);
  const places = [...groupBy(sorted, keyOf).values()].map((same) => Math.max(...same.map((one) => one.places)));
  return {
    ...worst,
    codes: [...new Set(sorted.flatMap(({ codes }) => codes))].sort(compareText),
    ...(isOne ? {} : { name: null, version: null }),
    message: `${sharedWords(cause.registry, lacking, cause.evidence)}, so ${listed(rules.map((rule) => `\`${rule}\``))} could not judge ${packagesWords(packages)}.`,
    remediation: sharedRemediation(lacking, cause.evidence),
    lockfile: first.lockfile,
    line: first.line,
    places: places.reduce((sum, one) => sum + one, 0),
    packages: packages.length,
    rules,
    fingerprint: fingerprintOf({
      about: 'registry',
      registry: cause.registry,
      cause: lacking.length > 0 ? lacking : cause.key,
      package: isOne ? packages : null,
      // A further look at the same head leaves out what is reported already: that has to be as bad.
      ...{ rules, level: worst.level, floor: worst.floor },
    }),
  };
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
