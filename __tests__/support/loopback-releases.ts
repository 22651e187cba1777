import { createHash } from 'node:crypto';

import type { LoopbackServer, ReceivedRequest } from './loopback-server.ts';
import { startServer } from './loopback-server.ts';
import { findOperation, replyProblems, requestProblems, skeleton } from './openapi.ts';

interface Asset {
  readonly name: string;
  readonly digest: string;
}
interface Release {
  readonly id: number;
  readonly tag_name: string;
  body: string;
  draft: boolean;
  prerelease: boolean;
  immutable: boolean;
  latest: boolean;
  readonly assets: Asset[];
}

/** GitHub's releases and tags of one repository, as GitHub's own description has them, and with immutability as GitHub keeps it. */
export interface LoopbackReleases extends LoopbackServer {
  readonly token: string;
  readonly releases: Release[];
  /** What each tag points at: a commit, or the object of an annotated tag. */
  readonly tags: Map<string, { readonly type: 'commit' | 'tag'; readonly sha: string }>;
  /** The commits of annotated tags, by the object's id. */
  readonly annotated: Map<string, string>;
  /** The setting of the repository: "Release immutability". */
  immutability: boolean;
  /** Requests and replies that GitHub's description does not have. */
  readonly problems: string[];
  /** Answers one upload with 502, after so many. */
  failUploadAfter?: number;
}

/** What the bodies of all operations may hold; GitHub's description says which of them each takes. */
interface Asked {
  readonly ref: string;
  readonly sha: string;
  readonly force?: boolean;
  readonly tag_name: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
  readonly make_latest?: string;
}
interface Reply {
  readonly status: number;
  readonly body: unknown;
}
const refused = (status: number, message: string): Reply => ({ status, body: { message, documentation_url: '' } });

export async function startReleases(repository: string): Promise<LoopbackReleases> {
  const token = 'ghs_release';
  let uploads = 0;
  const about = (release: Release) => ({
    ...(skeleton('release') as object),
    ...{ id: release.id, tag_name: release.tag_name, name: release.tag_name, body: release.body },
    ...{ draft: release.draft, prerelease: release.prerelease, immutable: release.immutable },
    html_url: `${state.url}${repository}/releases/tag/${release.tag_name}`,
    upload_url: `${state.url}repos/${repository}/releases/${release.id}/assets{?name,label}`,
    assets: release.assets.map(assetReply),
  });
  const assetReply = ({ name, digest }: Asset) => ({ ...(skeleton('release-asset') as object), name, digest });
  const refReply = (ref: string, object: { readonly type: string; readonly sha: string }) => ({
    ...{ ref, node_id: 'x', url: state.url },
    object: { ...object, url: state.url },
  });

  function answer(
    id: string,
    path: Readonly<Record<string, string>>,
    query: URLSearchParams,
    request: ReceivedRequest,
  ): Reply {
    const asked = () => JSON.parse(request.body.toString('utf8')) as Asked;
    const release = state.releases.find((each) => each.id === Number(path['release_id']));
    switch (id) {
      case 'git/get-ref': {
        const object = state.tags.get((path['ref'] ?? '').replace(/^tags\//, ''));
        return object === undefined
          ? refused(404, 'Not Found')
          : { status: 200, body: refReply(`refs/${path['ref'] ?? ''}`, object) };
      }
      case 'git/get-tag': {
        const sha = state.annotated.get(path['tag_sha'] ?? '');
        if (sha === undefined) return refused(404, 'Not Found');
        const object = { type: 'commit', sha, url: state.url };
        return { status: 200, body: { ...(skeleton('git-tag') as object), sha: path['tag_sha'], object } };
      }
      case 'git/create-ref': {
        const { ref, sha } = asked();
        const name = ref.replace(/^refs\/tags\//, '');
        if (state.tags.has(name)) return refused(422, 'Reference already exists');
        state.tags.set(name, { type: 'commit', sha });
        return { status: 201, body: refReply(ref, { type: 'commit', sha }) };
      }
      case 'git/update-ref': {
        const name = (path['ref'] ?? '').replace(/^tags\//, '');
        const { sha, force } = asked();
        if (!state.tags.has(name)) return refused(422, 'Reference does not exist');
        if (force !== true) return refused(422, 'Update is not a fast forward');
        if (state.releases.some((each) => each.tag_name === name && each.immutable)) {
          return refused(422, 'Cannot update a tag of an immutable release');
        }
        state.tags.set(name, { type: 'commit', sha });
        return { status: 200, body: refReply(`refs/tags/${name}`, { type: 'commit', sha }) };
      }
      case 'repos/list-releases': {
        const size = Number(query.get('per_page') ?? 30);
        const from = (Number(query.get('page') ?? 1) - 1) * size;
        return { status: 200, body: state.releases.slice(from, from + size).map(about) };
      }
      case 'repos/create-release': {
        const { tag_name, body = '', draft = false, prerelease = false } = asked();
        const made: Release = {
          ...{ id: 100 + state.releases.length, tag_name, body, draft, prerelease },
          ...{ immutable: !draft && state.immutability, latest: false, assets: [] },
        };
        state.releases.unshift(made);
        return { status: 201, body: about(made) };
      }
      case 'repos/upload-release-asset': {
        if (release === undefined || release.immutable) {
          return refused(422, 'Cannot upload assets to an immutable release.');
        }
        const name = query.get('name') ?? '';
        if (uploads === state.failUploadAfter) {
          delete state.failUploadAfter;
          return refused(502, 'Bad Gateway');
        }
        uploads += 1;
        if (release.assets.some((asset) => asset.name === name)) return refused(422, 'already_exists');
        const asset = { name, digest: `sha256:${createHash('sha256').update(request.body).digest('hex')}` };
        release.assets.push(asset);
        return { status: 201, body: assetReply(asset) };
      }
      case 'repos/update-release': {
        if (release === undefined) return refused(404, 'Not Found');
        if (release.immutable) return refused(422, 'Cannot change an immutable release.');
        const { draft = release.draft, make_latest } = asked();
        if (!draft && !state.tags.has(release.tag_name)) return refused(422, 'The tag does not exist.');
        Object.assign(release, { draft, immutable: !draft && state.immutability, latest: make_latest === 'true' });
        return { status: 200, body: about(release) };
      }
      default:
        return refused(404, 'Not Found');
    }
  }

  const server = await startServer((response, request) => {
    const { pathname, searchParams } = new URL(request.path, 'http://loopback');
    const operation = findOperation(request.method, pathname);
    let reply: Reply;
    if (request.headers.authorization !== `Bearer ${token}`) reply = refused(401, 'Bad credentials');
    else if (operation === undefined || !pathname.startsWith(`/repos/${repository}/`)) {
      state.problems.push(`${request.method} ${pathname}: not an operation of this server`);
      reply = refused(404, 'Not Found');
    } else {
      const isJson = request.headers['content-type'] === 'application/json';
      const body: unknown = isJson ? JSON.parse(request.body.toString('utf8')) : undefined;
      if (operation.id !== 'repos/upload-release-asset') {
        state.problems.push(...requestProblems(operation, searchParams, body));
      }
      reply = answer(operation.id, operation.path, searchParams, request);
      if (reply.status < 400) state.problems.push(...replyProblems(operation, reply.status, reply.body));
    }
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body));
  });
  const state: LoopbackReleases = {
    ...server,
    ...{ token, releases: [], tags: new Map(), annotated: new Map(), immutability: true, problems: [] },
  };
  return state;
}
