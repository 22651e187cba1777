import type { Dossier, EvidenceKind, Unavailable, UnavailableReason } from '../../src/model/index.ts';

export { dossierOf } from '../../src/model/example-dossier.ts';
export { absent, exampleNow, history, present, release } from '../../src/model/example.ts';

export function unavailable(reason: UnavailableReason = 'server-error', detail = 'HTTP 503'): Unavailable {
  return { state: 'unavailable', reason, detail };
}

/** Every kind of evidence that a dossier holds. */
export const evidenceKinds = [
  'existence',
  'release',
  'publishedAt',
  'firstPublishedAt',
  'history',
  'predecessor',
  'registrySignature',
  'provenance',
  'publisher',
  'trust',
  'priorTrust',
  'priorProvenance',
  'signedAt',
  'predecessorProvenance',
  'earlierBuilds',
  'bringers',
  'upgrades',
  'malware',
  'advisories',
  'predecessorAdvisories',
  'tarball',
  'predecessorTarball',
  'prominence',
  'lookalike',
  'downloads',
  'authorship',
  'license',
  'bundling',
  'contents',
  'namesake',
] as const satisfies readonly EvidenceKind[];

/** The same dossier with these kinds of evidence unavailable. */
export function without(dossier: Dossier, ...kinds: readonly EvidenceKind[]): Dossier {
  const missing = Object.fromEntries(kinds.map((kind) => [kind, unavailable()]));
  return { ...dossier, evidence: { ...dossier.evidence, ...missing } };
}
