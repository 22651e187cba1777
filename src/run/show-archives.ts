import { foldUnshown } from '../compare/committed/fold.ts';
import { inOrder } from '../compare/observations.ts';
import type { Change, Comparison, Observation } from '../model/index.ts';
import { identityOfChange } from '../model/identity.ts';
import type { Collect, Settled } from './drop-reformatted.ts';

/**
 * A comparison in which a loader's program was looked for in the published release of its manager, and the archives of packages from registries were compared with the registry's tarballs: one that holds
 * the same is no observation any more, of one that holds something else it is said, and one whose tarball could not be had
 * stays unshown.
 */
export async function showArchives(comparison: Comparison, collect: Collect): Promise<Settled> {
  const open = comparison.observations.filter(isOpen);
  if (open.length === 0) return { comparison };
  const asked = await collect({ ...comparison, changes: open.map(changeOf) }, new Set(['release', 'contents']));
  const evidence = new Map(asked.dossiers.map((each) => [identityOfChange(each.change), each.evidence.contents]));
  const settle = (observation: Observation): readonly Observation[] => {
    if (!isOpen(observation)) return [observation];
    const found = evidence.get(identityOfChange(changeOf(observation)));
    const { contents, program } = observation.args;
    if (found?.state === 'present') {
      const isShown =
        program === undefined ? found.value.digest === contents : found.value.embedded.includes(String(program));
      if (isShown) return [];
      if (program !== undefined) return [observation];
      const args = Object.fromEntries(Object.entries(observation.args).filter(([key]) => key !== 'reason'));
      return [{ ...observation, code: 'archive-differs', args }];
    }
    if (program !== undefined) return [observation];
    const reason = found?.state === 'unavailable' ? found.detail : 'not-in-registry';
    return [{ ...observation, args: { ...observation.args, reason } }];
  };
  const settled = foldUnshown<Observation>(comparison.observations.flatMap(settle), (path, args, group) => {
    return { code: 'archive-unshown', path, line: 1, args, files: group.flatMap(({ files = [] }) => files) };
  });
  const observations = [...settled].sort(inOrder);
  return { comparison: { ...comparison, observations }, asked };
}

const isOpen = ({ code, args }: Observation): boolean =>
  (code === 'archive-unshown' && args['contents'] !== undefined) ||
  (code === 'loader-differs' && args['program'] !== undefined);

/** What a registry is asked about: a package, as if it were added. */
function changeOf({ path, args }: Observation): Change {
  return {
    ...{ kind: 'added', name: String(args['package']), version: String(args['release']), source: { kind: 'registry' } },
    ...{ aliases: [], changed: [], baseVersions: [], lockfile: path, line: 1, pins: [], basePins: [], direct: false },
    ...{ dependencyTypes: [], baseDependencyTypes: [], importers: [], via: [], manifests: [], claims: {} },
  };
}
