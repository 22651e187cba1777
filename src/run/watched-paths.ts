import { isRead, watchedAs } from '../managers/watched.ts';
import type { Snapshot } from '../model/index.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { stateOf } from '../repository/state.ts';

/**
 * The paths whose change makes somebody a proposer: what decides what is installed or what the gate does, by its name, and what is
 * decided about: a vendored archive or a patch has any name.
 * @param policyPaths the policy, and what it extends
 */
function watching(policyPaths: readonly string[], decided: readonly string[]): (path: string) => boolean {
  const named = new Set(decided);
  return (path) => isRead(path) || named.has(path) || watchedAs({ path, mode: 'file' }, policyPaths) !== undefined;
}

/**
 * What these paths lead to through symbolic links, in the base and in the head, and what package managers read by name there: who
 * changes the file at the end of a link changes what is read by the link's name. The links on the way are among them.
 */
export async function behindLinks(
  snapshots: readonly (Snapshot | undefined)[],
  paths: readonly string[],
  policyPaths: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const snapshot of snapshots) {
    if (snapshot === undefined) continue;
    const { listed, files, links } = await stateOf(snapshot);
    const isByName = watching(policyPaths, paths);
    for (const { path, mode, leadsTo } of files.values()) {
      if (leadsTo !== undefined) found.add(leadsTo.path);
      if ((mode !== 'symlink' && leadsTo === undefined) || !isByName(path)) continue;
      await follow(path);
    }
    for (const path of paths) if (!listed.has(path) || listed.get(path)?.mode === 'symlink') await follow(path);

    async function follow(path: string): Promise<void> {
      const way = await links.follow(path);
      for (const link of way.links) found.add(link);
      if (way.to.kind === 'file' && way.links.length > 0) found.add(way.to.file.path);
    }
  }
  return [...found];
}

/** The policy's own files in the judged repository: the policy, and what it extends there. */
interface PolicyPlace {
  readonly policyPath: string;
  readonly extended: EffectivePolicy['extended'] | undefined;
}

/**
 * Whether a change of a path makes somebody a proposer, in these states of the repository and behind their links.
 * @param decided the files that are decided about
 */
export async function watchedIn(
  snapshots: readonly (Snapshot | undefined)[],
  { policyPath, extended }: PolicyPlace,
  decided: readonly string[],
): Promise<(path: string) => boolean> {
  const beside = extended !== undefined && 'source' in extended ? [extended.source] : [];
  const policyPaths = [policyPath, ...beside];
  return watching(policyPaths, [...decided, ...(await behindLinks(snapshots, decided, policyPaths))]);
}
