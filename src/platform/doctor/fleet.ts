import { GateFailure } from '../../errors.ts';
import { lockfileName } from '../../managers/index.ts';
import type { Fleet, FleetRepository, FleetState, Problem } from '../../model/index.ts';
import { createLimiter } from '../../net/limiter.ts';
import type { GitHubClient } from '../github/api.ts';
import { describeFailure } from '../github/failure.ts';
import { stoppedAtLimit } from '../github/limit-stop.ts';
import type { ReadBranch } from './default-branch.ts';
import { openDefaultBranch } from './default-branch.ts';
import { examineListed } from './examine.ts';
import { isEmptyRepository, readOrganisation } from './organisation.ts';
import type { ListedRepository } from './listed.ts';
import type { Once } from './once.ts';
import { createOnce } from './once.ts';

/** Repositories that are examined at a time; the client bounds the requests. */
const together = 8;

/** The worst first. */
const states: readonly FleetState[] = ['open', 'unknown', 'protected', 'no-lockfile', 'archived'];

/**
 * Examines every repository of an organisation, each as `examine` does. One that GitHub does not provide is unknown, and so is
 * everything that is left when the rate limit is reached.
 * @throws GateFailure where the organisation itself is not provided, or has no repository that the token sees.
 */
export async function examineFleet(
  given: GitHubClient,
  organisation: string,
  progress: (done: number, total: number) => void,
): Promise<Fleet> {
  const client = stoppedAtLimit(given);
  const once = createOnce();
  const { repositories: listed, hidden } = await readOrganisation(client, once, organisation);
  const inTurn = createLimiter(together);
  let done = 0;
  const repositories = await Promise.all(
    listed.map((each) =>
      inTurn(async () => {
        const line = await lineOf(client, once, each);
        progress(++done, listed.length);
        return line;
      }),
    ),
  );
  const rank = (state: FleetState) => states.indexOf(state);
  repositories.sort((a, b) => rank(a.state) - rank(b.state) || (a.repository < b.repository ? -1 : 1));
  const count = (state: FleetState) => repositories.filter((each) => each.state === state).length;
  const counts = Object.fromEntries(states.map((state) => [state, count(state)])) as Fleet['counts'];
  return { schema: 'lockgate-fleet/1', organisation, hidden, repositories, counts };
}

async function lineOf(client: GitHubClient, once: Once, listed: ListedRepository): Promise<FleetRepository> {
  const { owner, repo, isPrivate, isFork, isArchived } = listed;
  const line = {
    ...{ repository: `${owner}/${repo}`, private: isPrivate, fork: isFork, state: 'unknown' as FleetState },
    ...{ defaultBranch: listed.defaultBranch, requiredBy: [], installs: [], problems: [] },
  };
  if (isArchived) return { ...line, state: 'archived' };
  try {
    const branch = await openLocked(client, listed);
    if (branch === undefined) return { ...line, state: 'no-lockfile' };
    const { standing, facts } = await examineListed(client, once, listed, branch);
    const installs = facts.installs.map(({ path, job, command, isPrivileged, secrets }) => ({
      ...{ workflow: path, job, command, privileged: isPrivileged, secrets },
    }));
    return { ...line, ...standing, installs, state: stateOf(standing.problems) };
  } catch (error) {
    return {
      ...line,
      problems: [
        unread(error instanceof GateFailure ? whatOf(error) : `GitHub did not provide it: ${describeFailure(error)}.`),
      ],
    };
  }
}

/** The default branch, where it has a lockfile of a JavaScript package manager. */
async function openLocked(client: GitHubClient, listed: ListedRepository): Promise<ReadBranch | undefined> {
  let branch: ReadBranch;
  try {
    branch = await openDefaultBranch(client, listed);
  } catch (error) {
    if (error instanceof GateFailure && (await isEmptyRepository(client, listed))) return undefined;
    throw error;
  }
  const isLockfile = (path: string) => lockfileName(path) !== undefined && !/(?:^|\/)node_modules\//.test(path);
  return branch.files.some(({ path }) => isLockfile(path)) ? branch : undefined;
}

function stateOf(problems: readonly Problem[]): FleetState {
  if (problems.some(({ level }) => level === 'error')) return 'open';
  return problems.some(({ level }) => level === 'unknown') ? 'unknown' : 'protected';
}

/** Without the fix, which is one for a workflow. */
const whatOf = ({ message }: GateFailure): string => `${message.split('; ')[0]?.replace(/\.$/, '') ?? ''}.`;

const unread = (message: string): Problem => ({
  ...{ code: 'repository-unavailable', level: 'unknown', message },
  fix: /rate limit/.test(message)
    ? 'Run doctor again when the rate limit of the token has been reset, or with the token of a GitHub App, which may ask more often.'
    : 'Run doctor again, with a token that may read the contents and the metadata of this repository.',
});
