import { GateFailure } from '../../errors.ts';
import type { PolicyText } from '../../policy/load.ts';
import { openPolicyFile } from '../../policy/policy-file.ts';
import { commitOf, refNames } from '../../policy/remote.ts';
import type { RemotePolicy } from '../../policy/remote.ts';
import { isObjectId } from '../../repository/object-id.ts';
import { quoted } from '../../text/visible.ts';
import type { GitHubRequest } from './client.ts';
import { asRecord } from './client.ts';
import { describeFailure, readFailure } from './failure.ts';
import type { JudgedRepository } from './same-repository.ts';
import { isJudgedRepository } from './same-repository.ts';
import { openGitHubTree } from './snapshot.ts';

/**
 * Reads the operator's policy of another repository through GitHub's API, by object id at the commit that its ref is now.
 * @param judged the repository that is judged, which may be that one
 * @throws GateFailure `policy-unavailable` where it cannot: there is never another policy instead
 */
export async function readRemotePolicy(
  remote: RemotePolicy,
  request: GitHubRequest,
  judged?: JudgedRepository,
): Promise<PolicyText> {
  const { name, repository, path, ref } = remote;
  const [owner = '', repo = ''] = repository.split('/');
  const unavailable = (why: string) =>
    new GateFailure('policy-unavailable', `the policy ${quoted(name)} cannot be read: ${why}`);
  try {
    const commit = commitOf(remote) ?? (await resolveRef(request, { owner, repo }, remote));
    const tree = await openGitHubTree({ request, owner, repo, commit });
    const file = await openPolicyFile(tree, path, (own) => `${repository}/${own}@${ref}`);
    if (file === undefined) throw unavailable(`commit ${quoted(commit)} has no file ${quoted(path)}`);
    const home = judged && { path, isJudged: () => isJudgedRepository(repository, judged, request) };
    return { ...file, tree, from: { repository, ref, commit }, ...(home && { home }) };
  } catch (cause) {
    if (!(cause instanceof GateFailure) || cause.code === 'policy-unavailable') throw cause;
    throw unavailable(cause.message);
  }
}

type Place = Readonly<Record<'owner' | 'repo', string>>;

/**
 * The commit of a ref, which must be one thing: a branch that is named as a tag could otherwise replace it.
 * @throws GateFailure `repository-unavailable`
 */
async function resolveRef(request: GitHubRequest, place: Place, remote: RemotePolicy): Promise<string> {
  const names = refNames(remote);
  // One that fails leaves no request behind.
  const asked = await Promise.allSettled(names.map((name) => commitAt(request, place, name)));
  const commits = asked.flatMap((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value ?? [];
  });
  const [commit, other] = commits;
  if (other !== undefined) {
    const [branch = '', tag = ''] = names;
    const message = `${quoted(remote.ref)} is a branch and a tag; write ${quoted(`@${branch}`)} or ${quoted(`@${tag}`)}`;
    throw new GateFailure('repository-unavailable', message);
  }
  if (commit !== undefined) return commit;
  const message = `GitHub answered 404 for the ref ${quoted(remote.ref)} of ${quoted(remote.repository)}: ${grant}`;
  throw new GateFailure('repository-unavailable', message);
}

const grant =
  "check the names, and give a token that may read the repository (a job's own token reads no other private one: pass an App's token with `contents: read` there)";

/** Undefined where there is no such ref, or the token may not see the repository. */
async function commitAt(request: GitHubRequest, place: Place, name: string): Promise<string | undefined> {
  const ref = await objectAt(request, 'GET /repos/{owner}/{repo}/git/ref/{ref}', { ...place, ref: name });
  if (ref === undefined) return undefined;
  const target = ref.type === 'tag' ? await peel(request, place, ref.sha) : ref;
  if (target?.type === 'commit' && isObjectId(target.sha)) return target.sha;
  throw new GateFailure('repository-unavailable', `${quoted(name)} is no commit; name a branch or a tag of one`);
}

interface Target {
  readonly type: unknown;
  readonly sha: string;
}

/** A tag may be of a tag, as git allows. */
const mostTags = 5;

async function peel(request: GitHubRequest, place: Place, id: string): Promise<Target | undefined> {
  const route = 'GET /repos/{owner}/{repo}/git/tags/{tag_sha}';
  let target: Target | undefined = { type: 'tag', sha: id };
  for (let count = 0; target?.type === 'tag' && count < mostTags; count++) {
    target = await objectAt(request, route, { ...place, tag_sha: target.sha });
  }
  return target;
}

async function objectAt(
  request: GitHubRequest,
  route: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Target | undefined> {
  try {
    const { object } = asRecord((await request(route, parameters)).data);
    const { type, sha } = asRecord(object);
    return typeof sha === 'string' ? { type, sha } : { type: undefined, sha: '' };
  } catch (error) {
    const { kind } = readFailure(error, 0);
    if (kind === 'missing') return undefined;
    const advice = kind === 'refused' ? grant : 'run it again when GitHub answers';
    throw new GateFailure('repository-unavailable', `${describeFailure(error)}; ${advice}`);
  }
}
