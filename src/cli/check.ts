import { GateFailure } from '../errors.ts';
import type { GateRequest } from '../run/pipeline.ts';
import type { Snapshot } from '../model/index.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';
import { judgeSnapshots } from './judge-snapshots.ts';

/** `lockgate check`: what a change would bring in. @returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'check');
  if (flags.positionals.length > 0) {
    throw new GateFailure(
      'usage',
      `check takes no arguments: ${JSON.stringify(flags.positionals[0])}; use --base and --head`,
    );
  }
  const { base, head, authorship } = await openSnapshots(flags);
  return judgeSnapshots('check', { base, head, trusted: base, ...(authorship && { authorship }) }, flags);
}

/** What is compared, and who can tell who made it: two folders cannot. */
interface Opened extends Pick<GateRequest, 'authorship'> {
  readonly base: Snapshot;
  readonly head: Snapshot;
}

/** The two states that the flags name. */
export async function openSnapshots(flags: Flags): Promise<Opened> {
  const { baseDir, headDir, base, head, repo } = flags;
  if (baseDir === undefined && headDir === undefined) {
    const [{ openRepository }, { chooseRange }] = await Promise.all([
      import('../repository/git.ts'),
      import('../repository/git-range.ts'),
    ]);
    const repository = await openRepository(repo ?? '.');
    const range = await chooseRange(repository, base, head);
    const authorship = async () => {
      const { gitAuthorship } = await import('../repository/git-authorship.ts');
      return gitAuthorship(repository, range.from, head);
    };
    return { base: range.base, head: range.head, authorship };
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
