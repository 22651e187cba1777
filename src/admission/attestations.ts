import { fingerprintOf } from '../judge/fingerprint.ts';
import type { Json } from '../model/json.ts';
import type { RecordedAnswer } from '../registry/answer.ts';
import { compareText } from '../text/order.ts';
import type { Admitted } from './admitted.ts';

/** An attestation that a registry served of a package. */
export interface ServedAttestation {
  /** The document that it was served in. */
  readonly uri: string;
  readonly predicateType: string;
  /** Of the bundle's RFC 8785 JSON. */
  readonly sha256: string;
}

/** Every attestation of an artifact that this run was served and has verified, by digest. */
export function attestationsOf(
  { dossiers: [{ change, evidence }], registry }: Admitted,
  answers: readonly RecordedAnswer[],
): readonly ServedAttestation[] {
  const { provenance } = evidence;
  if (provenance.state !== 'present' || !['verified', 'no-provenance'].includes(provenance.value.state)) return [];
  const served = answers.flatMap((answer): ServedAttestation[] => {
    if (!('attestations' in answer) || answer.attestations.state !== 'document') return [];
    if (answer.name !== change.name || answer.version !== change.version || answer.registry !== registry) return [];
    const { attestations = [] } = answer.attestations.document as { readonly attestations?: readonly Entry[] };
    const uri = `${answer.at ?? registry}-/npm/v1/attestations/${change.name.replace('/', '%2f')}@${change.version}`;
    return attestations.map(({ predicateType, bundle }) => ({ uri, predicateType, sha256: fingerprintOf(bundle) }));
  });
  return served.toSorted((a, b) => compareText(a.sha256, b.sha256));
}

interface Entry {
  readonly predicateType: string;
  readonly bundle: Json;
}
