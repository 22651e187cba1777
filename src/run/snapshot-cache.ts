import type { Snapshot } from '../model/index.ts';
import { type GitRepository, commitSnapshot } from '../repository/git.ts';

/** Files of all snapshots that are kept at one time: about 200 bytes for each. */
const mostFiles = 400_000;

/**
 * Snapshots that list the same commit once, as long as there is room: a commit is often the parent of the next one, and each is
 * read to compare and again to judge. Each is an object of its own, because a run adds to the state that it opens.
 * @param files how many a snapshot has, about
 */
export function snapshotCache(repository: GitRepository, files: number): (commit: string) => Snapshot {
  const kept = new Map<string, Snapshot>();
  const most = Math.max(2, Math.floor(mostFiles / Math.max(1, files)));
  return (commit) => {
    const snapshot = kept.get(commit) ?? commitSnapshot(repository, commit);
    kept.delete(commit);
    kept.set(commit, snapshot);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return { ...snapshot };
  };
}
