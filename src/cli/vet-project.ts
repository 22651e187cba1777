import { relative, resolve, sep } from 'node:path';

import { GateFailure } from '../errors.ts';
import { knownLockfileNames } from '../managers/index.ts';
import type { Snapshot } from '../model/index.ts';
import type { GitRepository } from '../repository/git.ts';
import type { GateRequest } from '../run/request.ts';
import { foldersAbove, prefixOf } from '../text/paths.ts';
import { repositoryAbove } from './beside.ts';
import type { Flags } from './flags.ts';

/** The project that specs would be added to, and who decides about it. */
export interface VetProject extends Pick<GateRequest, 'head' | 'trusted' | 'authorship'> {
  /** The folder of its lockfile, from the root of what is read; empty for that root. */
  readonly folder: string;
  /** Where the policy comes from if that is not the base branch: for the first line. */
  readonly note?: string;
}

/**
 * The project around a folder: in a git repository all of it, with the lockfile at or nearest above that folder, and the policy of
 * the base branch, else the one that HEAD has committed. What only the work tree says was reviewed by nobody, and whoever asks could
 * have written it.
 * @param isOfDefaultBranch whether nothing but the default branch as it stands is read: then nothing that anybody proposes is believed
 * @throws GateFailure `usage`
 */
export async function openVetProject(
  { dir, repo }: Pick<Flags, 'dir' | 'repo'>,
  isOfDefaultBranch = false,
): Promise<VetProject> {
  if (dir !== undefined && repo !== undefined) throw new GateFailure('usage', '--dir and --repo exclude each other.');
  const start = resolve(dir ?? repo ?? '.');
  if (repo === undefined && repositoryAbove(start) === undefined) {
    if (!isOfDefaultBranch) return openFolder(start);
    throw new GateFailure(
      'usage',
      '--require-decision reads the records of a default branch, and this folder is in no git repository: name a clone with --repo',
    );
  }
  const [{ openRepository }, { openWorkTree }, { openRevision }] = await Promise.all([
    import('../repository/git.ts'),
    import('../repository/git-work-tree.ts'),
    import('../repository/git.ts'),
  ]);
  const repository = await openRepository(start);
  const branch = isOfDefaultBranch ? await defaultBranchOf(repository) : undefined;
  const head = branch ?? (repository.hasWorkTree ? openWorkTree(repository) : await openRevision(repository, 'HEAD'));
  const { resolveFolder } = await import('../repository/directory.ts');
  const below = relative(repository.root, await resolveFolder(start))
    .split(sep)
    .join('/');
  const deciding = branch === undefined ? await decidingIn(repository) : { trusted: branch };
  return { head, folder: await lockedFolder(head, below), ...deciding };
}

async function defaultBranchOf(repository: GitRepository): Promise<Snapshot> {
  const [{ branchTip }, { commitSnapshot }] = await Promise.all([
    import('../repository/git-history.ts'),
    import('../repository/git.ts'),
  ]);
  return commitSnapshot(repository, (await branchTip(repository, undefined)).tip);
}

/** Only a look at the disk: no git is started in a folder that is in no repository. */
async function openFolder(folder: string): Promise<VetProject> {
  const { openProjectFolder } = await import('../repository/project-folder.ts');
  const head = await openProjectFolder(folder);
  const hasPolicy = (await head.list()).some(({ path }) => path === '.github/dependency-policy.yml');
  const note = 'Judged by the policy of a folder in no git repository: whoever can write here can change it.';
  return { head, trusted: head, folder: '', ...(hasPolicy && { note }) };
}

/** The nearest folder with a lockfile, from a folder upwards; where none has one, the root. */
async function lockedFolder(head: Snapshot, below: string): Promise<string> {
  const paths = new Set((await head.list()).map(({ path }) => path));
  const folders = below === '' ? [''] : [below, ...[...foldersAbove(below)].reverse(), ''];
  return folders.find((each) => knownLockfileNames.some((name) => paths.has(prefixOf(each) + name))) ?? '';
}

async function decidingIn(repository: GitRepository): Promise<Pick<VetProject, 'trusted' | 'authorship' | 'note'>> {
  const [{ chooseRange }, { gitAuthorship }, { commitSnapshot, resolveCommit }] = await Promise.all([
    import('../repository/git-range.ts'),
    import('../repository/git-authorship.ts'),
    import('../repository/git.ts'),
  ]);
  try {
    const { base, from } = await chooseRange(repository);
    return { trusted: base, authorship: () => gitAuthorship(repository, from) };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
  }
  try {
    const commit = await resolveCommit(repository, 'HEAD');
    const note = `Judged by the policy that HEAD (${commit.slice(0, 12)}) has committed: no base branch is known here.`;
    return { trusted: commitSnapshot(repository, commit), note };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { trusted: nothing, note: 'Judged by the preset: nothing is committed here, so no policy is.' };
  }
}

/** The snapshot of a repository without a commit. */
const nothing: Snapshot = {
  label: 'nothing',
  list: () => Promise.resolve([]),
  read: (file) =>
    Promise.reject(new GateFailure('repository-unavailable', 'nothing is committed', { path: file.path })),
  readLink: (file) =>
    Promise.reject(new GateFailure('repository-unavailable', 'nothing is committed', { path: file.path })),
};
