import { GateFailure } from '../errors.ts';
import type { Snapshot } from '../model/index.ts';
import { commitSnapshot, openRevision, resolveCommit, type GitRepository } from './git.ts';
import { gitFailed, runGit } from './git-process.ts';
import { openWorkTree } from './git-work-tree.ts';
import { isObjectId } from './object-id.ts';

/** Usual names of a default branch, if nothing says which it is. */
const usualNames = ['main', 'master'];

/** The two states, and the full commit id of the base. */
export interface ChosenRange {
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly from: string;
}

/**
 * The two states that a check compares. A named revision is used as it is. Unnamed, the head is the work
 * tree (`HEAD` in a bare repository), and the base is where the head left the default branch. See docs/decisions/0062.
 * @throws GateFailure `usage` for a revision that names no commit or where no default branch is found,
 *   `repository-unavailable` where history that is needed was not fetched.
 */
export async function chooseRange(repository: GitRepository, base?: string, head?: string): Promise<ChosenRange> {
  if (base !== undefined) {
    const from = await resolveCommit(repository, base, '--base');
    const to = await openHead(repository, head);
    return { base: commitSnapshot(repository, from), head: to, from };
  }
  const branch = defaultBranch(repository); // runs beside the next line,
  branch.catch(() => undefined); // whose failure is reported first
  const tip = await resolveCommit(repository, head ?? 'HEAD', head === undefined ? 'the current revision' : '--head');
  const left = await mergeBase(repository, (await branch).commit, tip);
  const to = head === undefined ? await openHead(repository) : commitSnapshot(repository, tip);
  return { base: commitSnapshot(repository, left), head: to, from: left };
}

async function openHead(repository: GitRepository, head?: string): Promise<Snapshot> {
  if (head === undefined && repository.hasWorkTree) return openWorkTree(repository);
  return openRevision(repository, head ?? 'HEAD', '--head');
}

/**
 * The best common ancestor of two commits, given by full id.
 * @throws GateFailure `repository-unavailable` where a shallow clone does not hold enough to tell, `usage` where the
 *   histories share none.
 */
export async function mergeBase(repository: GitRepository, a: string, b: string): Promise<string> {
  if (repository.shallow) await requireJunction(repository, a, b);
  const { status, stdout, stderr } = await runGit(repository.root, ['merge-base', a, b]);
  const ancestor = stdout.trim();
  if (status === 0 && isObjectId(ancestor)) return ancestor;
  if (status !== 1) throw gitFailed('merge-base', stderr);
  throw new GateFailure('usage', 'the head and the default branch share no history: name the base with --base');
}

/**
 * In a shallow clone git treats the commits at its edge as root commits, and may return an ancestor that is too old. Its answer
 * is exact if none of those is among the commits that only one side has.
 */
async function requireJunction(repository: GitRepository, a: string, b: string): Promise<void> {
  const edge = ['rev-list', '--count', '--max-parents=0', `${a}...${b}`];
  const { status, stdout, stderr } = await runGit(repository.root, edge);
  if (status !== 0) throw gitFailed('rev-list', stderr);
  if (stdout.trim() === '0') return;
  throw new GateFailure(
    'repository-unavailable',
    'this shallow clone does not reach back to where the head left its base: fetch more history (git fetch --deepen=1000), or name the base with --base',
  );
}

/**
 * The branch that changes are proposed to: what `origin/HEAD` points at, else a branch of the configured
 * `init.defaultBranch` or of a usual name, at `origin` before here.
 * @throws GateFailure `usage` where there is none.
 */
export async function defaultBranch(
  repository: GitRepository,
): Promise<{ readonly ref: string; readonly commit: string }> {
  const remoteHead = 'refs/remotes/origin/HEAD';
  const names = usualNames;
  const found = await commitsOf(repository, [remoteHead, ...names.flatMap(refsOf)]);
  const told = found.get(remoteHead);
  if (told !== undefined) return { ref: remoteHead, commit: told };

  const { stdout } = await runGit(repository.root, ['config', '--get', 'init.defaultBranch']);
  const configured = stdout.trim();
  const own = configured === '' ? [] : refsOf(configured);
  if (own.length > 0 && !names.includes(configured)) {
    for (const [ref, commit] of await commitsOf(repository, own)) found.set(ref, commit);
  }
  for (const ref of [...own, ...names.flatMap(refsOf)]) {
    const commit = found.get(ref);
    if (commit !== undefined) return { ref, commit };
  }
  throw new GateFailure(
    'usage',
    'this repository has no branch that looks like its default: name the base with --base',
  );
}

const refsOf = (name: string) => [`refs/remotes/origin/${name}`, `refs/heads/${name}`];

/** The commits that these refs point at; those that do not exist are left out. */
async function commitsOf(repository: GitRepository, refs: readonly string[]): Promise<Map<string, string>> {
  const format = '--format=%(objectname) %(refname)';
  const { status, stdout, stderr } = await runGit(repository.root, ['for-each-ref', format, ...refs]);
  if (status !== 0) throw gitFailed('for-each-ref', stderr);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
}
