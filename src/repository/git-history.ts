import { GateFailure } from '../errors.ts';
import { knownLockfileNames, lockfileName } from '../managers/index.ts';
import type { Instant } from '../model/index.ts';
import { type GitRepository, resolveCommit } from './git.ts';
import { gitRecords } from './git-process.ts';
import { defaultBranch } from './git-range.ts';
import { isObjectId } from './object-id.ts';

/** A commit that changed a lockfile against its first parent. */
export interface HistoryCommit {
  readonly id: string;
  readonly parent: string;
  readonly committedAt: Instant;
  /** The first line of its message. Third-party text. */
  readonly subject: string;
}

export interface BranchTip {
  /** The branch as people name it. */
  readonly branch: string;
  readonly tip: string;
}

export interface History {
  /** The newest first. */
  readonly commits: readonly HistoryCommit[];
  /** Whether older history exists that this shallow clone does not hold. */
  readonly isCut: boolean;
}

/** What separates the fields of a commit. */
const separator = '\u001f';
const format = ['%H', '%P', '%ct', '%s'].join('%x1f');

/** Those that only a pattern recognises (`pnpm-lock.BRANCH.yaml`). */
const furtherNames = ['pnpm-lock.*.yaml', 'aube-lock.*.yaml'];

/**
 * The last commits of a branch that changed a lockfile, along first parents: of a merge that is everything it brought. The
 * first commit of a repository has nothing to compare with, and is not among them.
 * @param tip the full id of the branch's last commit
 * @param isGated whether a lockfile at a path counts
 * @throws GateFailure `repository-unavailable` where git fails
 */
export async function lockfileHistory(
  repository: GitRepository,
  tip: string,
  { most, isGated }: { readonly most: number; readonly isGated: (path: string) => boolean },
): Promise<History> {
  const commits: HistoryCommit[] = [];
  for await (const { commit, parent, paths } of commitsOfLockfiles(repository, tip)) {
    if (!paths.some((path) => isLockfile(path) && isGated(path))) continue;
    if (parent === undefined) {
      // A commit at the edge of a shallow clone looks like a first one.
      if (repository.shallow) return { commits, isCut: true };
      continue;
    }
    commits.push({ ...commit, parent });
    if (commits.length === most) break;
  }
  return { commits, isCut: false };
}

interface Listed {
  readonly commit: Omit<HistoryCommit, 'parent'>;
  readonly parent: string | undefined;
  /** Those that differ from the first parent and have the name of a lockfile. */
  readonly paths: string[];
}

/** The commits along first parents that change a file with the name of a lockfile, the newest first. */
async function* commitsOfLockfiles(repository: GitRepository, tip: string): AsyncGenerator<Listed> {
  const patterns = [...knownLockfileNames, ...furtherNames].map((file) => `:(top,glob)**/${file}`);
  const args = [
    ...['--no-literal-pathspecs', 'log', '-z', '--first-parent', '-m', '--raw', '--no-abbrev', '--no-renames'],
    ...['--no-show-signature', '--no-color', '--no-ext-diff', '--no-textconv', `--format=tformat:${format}`],
    ...['--end-of-options', tip, '--', ...patterns],
  ];
  let current: Listed | undefined;
  let isPath = false;
  for await (const records of gitRecords(repository.root, args)) {
    for (const record of records) {
      // A commit, then for each path `:<modes> <ids> <status>` and the path (git-diff-tree(1), "RAW OUTPUT FORMAT").
      if (isPath) {
        current?.paths.push(record);
        isPath = false;
      } else if (/^\n?:/.test(record)) {
        isPath = true;
      } else {
        if (current !== undefined) yield current;
        current = listedOf(record);
      }
    }
  }
  if (current !== undefined) yield current;
}

const isLockfile = (path: string): boolean =>
  lockfileName(path) !== undefined && !path.startsWith('node_modules/') && !path.includes('/node_modules/');

function listedOf(record: string): Listed {
  const [id = '', parents = '', seconds = '', ...subject] = record.split(separator);
  const time = new Date(Number(seconds) * 1000);
  if (!isObjectId(id) || Number.isNaN(time.getTime())) {
    throw new GateFailure('repository-unavailable', 'git log gave a malformed answer: run git fsck, and update git');
  }
  const [parent] = parents.split(' ');
  return {
    commit: { id, committedAt: time.toISOString(), subject: subject.join(separator) },
    parent: parent === '' ? undefined : parent,
    paths: [],
  };
}

/**
 * The last commit of a branch, which may be known only as the remote's.
 * @param branch default: the default branch
 * @throws GateFailure `usage` for a branch that does not exist
 */
export async function branchTip(repository: GitRepository, branch: string | undefined): Promise<BranchTip> {
  if (branch === undefined) {
    const { ref, commit } = await defaultBranch(repository).catch(noBranch);
    return { branch: ref.replace(/^refs\/(?:heads|remotes)\//, ''), tip: commit };
  }
  try {
    return { branch, tip: await resolveCommit(repository, branch, '--branch') };
  } catch (cause) {
    const remote = `refs/remotes/origin/${branch}`;
    const tip = await resolveCommit(repository, remote).catch(() => undefined);
    if (tip === undefined) throw cause;
    return { branch: `origin/${branch}`, tip };
  }
}

function noBranch(cause: unknown): never {
  if (!(cause instanceof GateFailure) || cause.code !== 'usage') throw cause;
  throw new GateFailure(
    'usage',
    'this repository has no branch that looks like its default: name one with --branch, or make a first commit',
  );
}
