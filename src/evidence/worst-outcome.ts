import type { Evidence, ProvenanceOutcome, SignatureOutcome } from '../model/index.ts';
import { absent } from '../model/evidence-values.ts';

/** Of several pins the worst counts: what is proven wrong, then what is not known, then what is bound less closely. */
export function worst<T extends SignatureOutcome | ProvenanceOutcome>(outcomes: readonly Evidence<T>[]): Evidence<T> {
  const rank = (evidence: Evidence<T>) => {
    if (evidence.state === 'unavailable') return 1;
    if (evidence.state === 'absent') return 2;
    const { value } = evidence;
    if (value.state === 'invalid') return 0;
    return value.state !== 'verified' || value.boundTo === 'registry' ? 3 : 4;
  };
  const [first = absent] = [...outcomes].sort((a, b) => rank(a) - rank(b));
  return first;
}

/** Whether nothing is wrong with a provenance but that the keys it names are not known. */
export function lacksOnlyKeys(outcome: ProvenanceOutcome): outcome is ProvenanceOutcome & { state: 'invalid' } {
  return outcome.state === 'invalid' && outcome.failed.every(({ check }) => check === 'unknown-key');
}
