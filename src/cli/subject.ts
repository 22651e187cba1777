import { GateFailure } from '../errors.ts';
import type { Snapshot } from '../model/index.ts';
import type { GateRequest } from '../run/request.ts';
import type { Flags } from './flags.ts';

/** What a command judges, as its flags name it. */
export type Subject = Pick<GateRequest, 'mode' | 'head' | 'trusted'> &
  Partial<Pick<GateRequest, 'base' | 'authorship' | 'vet' | 'vetFolder' | 'isLookedAt' | 'documents'>>;

/** What `check` compares. */
export async function openChange(flags: Flags): Promise<Subject> {
  const { base, head, authorship } = await openSnapshots(flags);
  return { mode: 'check', base, head, trusted: base, ...(authorship && { authorship }) };
}

/** What `audit` reads. */
export async function openState(flags: Flags): Promise<Subject> {
  const head = await openSnapshot(flags);
  return { mode: 'audit', head, trusted: head };
}

/** What `check` would compare where one of its flags is given, else what `audit` would read. */
export async function openAsked(flags: Flags): Promise<Subject> {
  const { base, head, baseDir, headDir, rev, dir } = flags;
  if ([base, head, baseDir, headDir].every((flag) => flag === undefined)) return openState(flags);
  if (rev === undefined && dir === undefined) return openChange(flags);
  throw new GateFailure('usage', '--rev and --dir read one state; leave them out to compare two');
}

/** What is compared, and a reader of its authors: two folders have none. */
interface Opened extends Partial<Pick<GateRequest, 'authorship'>> {
  readonly base: Snapshot;
  readonly head: Snapshot;
}

/** The two states that the flags name. */
async function openSnapshots(flags: Flags): Promise<Opened> {
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
