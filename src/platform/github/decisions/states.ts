import type { States, WatchedFiles } from '../../../decisions/changed-files.ts';
import { GateFailure } from '../../../errors.ts';
import type { GitHubClient } from '../api.ts';
import { readFailure } from '../failure.ts';
import type { ActionRequest } from '../request.ts';
import { readTree } from '../tree.ts';
import { approvalsUnavailable } from './unavailable.ts';

/** Trees that are read to find out who changed a watched file. Whom it does not reach stays a proposer. */
const maxTrees = 60;

/**
 * The watched files of commits, whose trees are known.
 * @throws GateFailure `approvals-unavailable` where GitHub refuses one; one that is lost, or too large to list, is unknown
 */
export async function readStates(
  { owner, repo }: Pick<ActionRequest, 'owner' | 'repo'>,
  client: GitHubClient,
  ids: readonly string[],
  { trees, isWatched }: { readonly trees: ReadonlyMap<string, string>; readonly isWatched: (path: string) => boolean },
): Promise<States> {
  const known = new Map<string, WatchedFiles | undefined>();
  const states = new Map<string, WatchedFiles | undefined>();
  for (const id of ids) {
    const tree = trees.get(id);
    if (tree === undefined || (!known.has(tree) && known.size >= maxTrees)) continue;
    if (!known.has(tree)) known.set(tree, await readWatched(tree));
    states.set(id, known.get(tree));
  }
  return states;

  async function readWatched(tree: string): Promise<WatchedFiles | undefined> {
    try {
      const get = async (route: string, parameters: Readonly<Record<string, string>>) =>
        (await client.request(route, { owner, repo, ...parameters })).data;
      const files = await readTree(get, tree);
      const watched = files.filter(({ path }) => isWatched(path));
      return new Map(
        watched.map(({ path, mode, executable = false, id = '' }) => [path, `${mode} ${executable} ${id}`]),
      );
    } catch (error) {
      if (error instanceof GateFailure || readFailure(error, 0).kind === 'missing') return undefined;
      throw approvalsUnavailable(error, `the files of the tree ${tree}`, 'the token `contents: read`');
    }
  }
}
