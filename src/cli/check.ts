import { GateFailure } from '../errors.ts';
import type { Snapshot } from '../model.ts';
import type { Flags } from './flags.ts';
import { collectingFlags, readFlags } from './flags.ts';
import { judgeSnapshots } from './judge-snapshots.ts';

/** `lockgate check`: what a change would bring in. @returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, [...collectingFlags, 'base', 'head', 'repo', 'base-dir', 'head-dir']);
  if (flags.positionals.length > 0) {
    throw new GateFailure(
      'usage',
      `check takes no arguments: ${JSON.stringify(flags.positionals[0])}; use --base and --head`,
    );
  }
  const { base, head } = await openSnapshots(flags);
  return judgeSnapshots('check', { base, head, trusted: base }, flags);
}

async function openSnapshots(flags: Flags): Promise<{ base: Snapshot; head: Snapshot }> {
  const { baseDir, headDir, base, head, repo } = flags;
  if (baseDir === undefined && headDir === undefined) {
    const [{ openRepository }, { chooseRange }] = await Promise.all([
      import('../repository/git.ts'),
      import('../repository/git-range.ts'),
    ]);
    return chooseRange(await openRepository(repo ?? '.'), base, head);
  }
  if (baseDir === undefined || headDir === undefined) {
    throw new GateFailure('usage', '--base-dir and --head-dir go together: name both folders');
  }
  if (base !== undefined || head !== undefined || repo !== undefined) {
    throw new GateFailure('usage', '--base-dir and --head-dir compare folders; leave out --base, --head and --repo');
  }
  const { openDirectory } = await import('../repository/directory.ts');
  const [before, after] = await Promise.all([openDirectory(baseDir), openDirectory(headDir)]);
  return { base: before, head: after };
}
