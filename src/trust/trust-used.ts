import type { Dossier, Evidence, Instant, ProvenanceOutcome, ReportedTrust, SignatureOutcome } from '../model/index.ts';
import type { RecordedTrust } from './recorded-trust.ts';

/**
 * The trust material that the evidence was verified with: the trust seeds whenever they were used, because they
 * age. Undefined if nothing was verified with a root of trust or with the public registry's keys.
 */
export async function trustUsed(
  dossiers: readonly Dossier[],
  { trustedRoot, registryKeys, refreshed }: RecordedTrust,
  now: Instant,
): Promise<ReportedTrust | undefined> {
  const attested = dossiers.some(
    ({ evidence }) => isJudged(evidence.provenance) || isJudged(evidence.predecessorProvenance),
  );
  const signed = dossiers.some((dossier) => dossier.publicRegistry && isJudged(dossier.evidence.registrySignature));
  const usesSeeds = (attested && trustedRoot === undefined) || (signed && registryKeys === undefined);
  if (!usesSeeds) return attested ? { material: 'given', date: null, old: false } : undefined;
  if (refreshed !== undefined) return { material: 'refreshed', date: refreshed.date ?? null, old: false };
  const { trustSeedsAge } = await import('./seeds.ts');
  const { date, old } = trustSeedsAge(now);
  return { material: 'embedded', date, old };
}

function isJudged(evidence: Evidence<ProvenanceOutcome | SignatureOutcome>): boolean {
  return evidence.state === 'present' && evidence.value.state !== 'not-applicable';
}
