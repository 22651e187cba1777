import type { Change, Comparison, EvidenceSet, Existence } from '../model/index.ts';
import { absent, present, unavailable } from '../model/evidence-values.ts';
import type { NoAnswer } from '../registry/answer.ts';
import { type RegistryMap, registryOf, scopeOf } from '../registry/registry-map.ts';
import { quoted } from '../text/visible.ts';
import { notListed } from './packument-evidence.ts';
import { predecessorVersion } from './predecessor.ts';
import { everyKind } from './providers.ts';

/**
 * The evidence about a change whose registry gave no packument.
 * @param mayBeHidden whether a 404 may stand for a private package that this run's credential may not read: see `mayHide`
 */
export function withoutPackument(change: Change, answer: NoAnswer, mayBeHidden: boolean): EvidenceSet {
  const predecessor = predecessorVersion(change);
  switch (answer.state) {
    case 'unavailable':
      return withPredecessor(everyKind(answer), predecessor);
    case 'refused': {
      const existence = present<Existence>({ answer: 'refused', status: answer.status });
      const refused = unavailable('unauthorized', `HTTP ${answer.status}`);
      return withPredecessor({ ...everyKind(refused), existence }, predecessor);
    }
    case 'absent': {
      if (mayBeHidden) {
        const how = answer.authenticated ? 'with the configured credential' : 'without a credential';
        const { unset } = answer;
        const why = unset === undefined ? '' : `: the environment variable ${quoted(unset, 100)} is not set`;
        const hidden = {
          ...unavailable('unauthorized', `HTTP 404 ${how}, which may hide a private package${why}`),
          ...(unset === undefined ? {} : { unset }),
        };
        return withPredecessor(everyKind(hidden), predecessor);
      }
      const gone = predecessor === undefined ? absent : notListed(predecessor);
      return { ...everyKind(absent), predecessor: gone, predecessorProvenance: gone };
    }
  }
}

/**
 * Whether a 404 about a name may be a matter of the credential: a registry may answer so about a private package. Only what the base
 * locks can show that: a version of that very name, or another name of its scope that the registry keeps from this run too. In every
 * other case nobody has published it: an invented name must not be taken for a login problem, whatever the head locks. In an audit
 * everything that is locked counts as admitted, as the base's packages do in a check.
 * @param refused whether the registry gives no packument of another name, as it would without a valid credential
 */
export async function mayHide(
  change: Change,
  { mode, changes, registries }: Pick<Comparison, 'mode' | 'changes'> & { readonly registries: RegistryMap },
  refused: (other: Change) => Promise<boolean>,
): Promise<boolean> {
  const scope = scopeOf(change.name);
  if (scope === undefined) return false;
  const isKnown = ({ baseVersions }: Change) => mode === 'audit' || baseVersions.length > 0;
  if (isKnown(change)) return true;
  const registry = registryOf(registries, change.name);
  const others = changes.filter(
    (each) => isKnown(each) && scopeOf(each.name) === scope && registryOf(registries, each.name) === registry,
  );
  return (await Promise.all(others.map(refused))).includes(true);
}

/** That the base did not have the name is known without asking anybody. */
function withPredecessor(evidence: EvidenceSet, predecessor: string | undefined): EvidenceSet {
  return predecessor === undefined ? { ...evidence, predecessor: absent, predecessorProvenance: absent } : evidence;
}
