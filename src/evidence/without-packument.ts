import type { Change, Comparison, EvidenceSet, Existence } from '../model/index.ts';
import { absent, present, unavailable } from '../model/evidence-values.ts';
import type { NoAnswer } from '../registry/answer.ts';
import { scopeOf } from '../registry/registry-map.ts';
import { notListed } from './packument-evidence.ts';
import { predecessorVersion } from './predecessor.ts';
import { everyKind } from './providers.ts';

/**
 * The evidence about a change whose registry gave no packument.
 * @param mode in an audit everything in the lockfile counts as already admitted, as the base's packages do in a check.
 */
export function withoutPackument(change: Change, answer: NoAnswer, mode: Comparison['mode']): EvidenceSet {
  const predecessor = predecessorVersion(change);
  switch (answer.state) {
    case 'unavailable':
      return withPredecessor(everyKind(unavailable(answer.reason, answer.detail)), predecessor);
    case 'refused': {
      const existence = present<Existence>({ answer: 'refused', status: answer.status });
      const refused = unavailable('unauthorized', `HTTP ${answer.status}`);
      return withPredecessor({ ...everyKind(refused), existence }, predecessor);
    }
    case 'absent': {
      const alreadyLocked = mode === 'audit' || change.baseVersions.length > 0;
      if (alreadyLocked && !answer.authenticated && scopeOf(change.name) !== undefined) {
        const hidden = unavailable('unauthorized', 'HTTP 404 without a credential, which may hide a private package');
        return withPredecessor(everyKind(hidden), predecessor);
      }
      const gone = predecessor === undefined ? absent : notListed(predecessor);
      return { ...everyKind(absent), predecessor: gone, predecessorProvenance: gone };
    }
  }
}

/** That the base did not have the name is known without asking anybody. */
function withPredecessor(evidence: EvidenceSet, predecessor: string | undefined): EvidenceSet {
  return predecessor === undefined ? { ...evidence, predecessor: absent, predecessorProvenance: absent } : evidence;
}
