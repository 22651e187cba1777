import { GateFailure } from '../errors.ts';
import type { Snapshot } from '../model/index.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';
import { judgeSnapshots } from './judge-snapshots.ts';

/** `lockgate audit`: everything that is locked. @returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'audit');
  if (flags.positionals.length > 0) {
    throw new GateFailure(
      'usage',
      `audit takes no arguments: ${JSON.stringify(flags.positionals[0])}; use --rev or --dir`,
    );
  }
  const head = await openSnapshot(flags);
  return judgeSnapshots('audit', { head, trusted: head }, flags);
}

/** The one state that an audit, or an explanation, is about. */
export async function openSnapshot({ rev, repo, dir }: Flags): Promise<Snapshot> {
  if (dir !== undefined) {
    if (rev !== undefined || repo !== undefined) {
      throw new GateFailure('usage', '--dir reads a folder; leave out --rev and --repo');
    }
    const { openDirectory } = await import('../repository/directory.ts');
    return openDirectory(dir);
  }
  const { openRepository, openRevision } = await import('../repository/git.ts');
  const repository = await openRepository(repo ?? '.');
  if (rev !== undefined || !repository.hasWorkTree) return openRevision(repository, rev ?? 'HEAD');
  const { openWorkTree } = await import('../repository/git-work-tree.ts');
  return openWorkTree(repository);
}
