import { createHash, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';

import type { ReadEntry } from 'tar';
import { Parser } from 'tar';
import validateName from 'validate-npm-package-name';
import * as z from 'zod';

import type { LoopbackServer, ReceivedRequest } from './loopback-server.ts';
import { startServer } from './loopback-server.ts';

/**
 * A registry of this machine to which npm publishes and stages, as strict as the public one: a name that may be registered, a token
 * that a trusted publisher exchanged, a tarball that is what the document says, and no version twice. It is GitHub's issuer of id
 * tokens for the job too.
 */
export interface PublishingRegistry extends LoopbackServer {
  /** The variables that GitHub sets in a job with `id-token: write`. */
  readonly job: Readonly<Record<string, string>>;
  /** `name@version` of what anybody can install. */
  readonly published: readonly string[];
  /** `name@version` of what waits for a person's approval. */
  readonly staged: readonly string[];
}

/** Who may stage or publish a package: npm's settings of a trusted publisher. */
export interface TrustedPublisher {
  readonly repository: string;
  readonly workflow: string;
  readonly environment: string;
  readonly allows: 'stage' | 'publish';
}

const documentSchema = z.strictObject({
  _id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  'dist-tags': z.record(z.string(), z.string()),
  versions: z.record(
    z.string(),
    z.looseObject({
      name: z.string(),
      version: z.string(),
      dist: z.looseObject({ integrity: z.string(), shasum: z.string() }),
    }),
  ),
  access: z.enum(['public', 'restricted']),
  _attachments: z.record(z.string(), z.strictObject({ content_type: z.string(), data: z.base64(), length: z.int() })),
});

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export async function startPublishingRegistry(
  trusted: TrustedPublisher,
  claims: Omit<TrustedPublisher, 'allows'> = trusted,
): Promise<PublishingRegistry> {
  const published: string[] = [];
  const staged: string[] = [];
  const jobToken = randomUUID();
  const shortLived = `npm_${randomUUID()}`;
  const subject = `repo:${claims.repository}:environment:${claims.environment}`;
  const payload = { sub: subject, ...claims, repository_visibility: 'public' };
  const idToken = ['{"alg":"none"}', JSON.stringify(payload), 'x']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');

  const bearer = ({ headers }: ReceivedRequest) => /^Bearer (.*)$/.exec(headers.authorization ?? '')?.[1];
  async function answer(request: ReceivedRequest): Promise<object> {
    const { method, path } = request;
    const { pathname, searchParams } = new URL(path, server.url);
    const name = (prefix: string) => decodeURIComponent(pathname.slice(prefix.length));
    const exchange = '/-/npm/v1/oidc/token/exchange/package/';
    const stage = '/-/stage/package/';
    if (method === 'GET' && pathname === '/id-token') {
      if (bearer(request) !== jobToken) throw new Refusal(401, 'not the token of the job');
      if (searchParams.get('audience') !== 'npm:127.0.0.1') throw new Refusal(400, 'another audience');
      return { value: idToken };
    }
    if (method === 'POST' && pathname.startsWith(exchange)) {
      if (bearer(request) !== idToken) throw new Refusal(401, 'not an id token of this issuer');
      const keys = ['repository', 'workflow', 'environment'] as const;
      const other = keys.find((key) => claims[key] !== trusted[key]);
      if (other !== undefined) throw new Refusal(403, `the trusted publisher has another ${other}`);
      return { token: shortLived };
    }
    if (method === 'GET') {
      if (!published.some((each) => each.startsWith(`${name('/')}@`))) throw new Refusal(404, 'Not found');
      const versions = published.map((each) => each.slice(name('/').length + 1));
      return {
        name: name('/'),
        'dist-tags': {},
        versions: Object.fromEntries(versions.map((version) => [version, {}])),
      };
    }
    const isStaging = method === 'POST' && pathname.startsWith(stage);
    if (!isStaging && method !== 'PUT') throw new Refusal(404, 'Not found');
    if (bearer(request) !== shortLived) throw new Refusal(401, 'You must be logged in to publish packages.');
    const isAllowed = trusted.allows === (isStaging ? 'stage' : 'publish');
    if (!isAllowed) throw new Refusal(403, 'not allowed for this trusted publisher');
    const id = await verify(name(isStaging ? stage : '/'), request.body);
    if (published.includes(id) || staged.includes(id)) throw new Refusal(403, `You cannot publish over ${id}.`);
    (isStaging ? staged : published).push(id);
    return isStaging ? { stageId: randomUUID() } : { success: true };
  }
  const respond = async (response: ServerResponse, request: ReceivedRequest): Promise<void> => {
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    try {
      send(200, await answer(request));
    } catch (cause) {
      if (cause instanceof Refusal) send(cause.status, { error: cause.message });
      else send(400, { error: String(cause) });
    }
  };
  const server = await startServer((response, request) => void respond(response, request));
  const job = {
    ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: claims.repository },
    ...{ ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}id-token`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: jobToken },
  };
  return { ...server, job, published, staged };
}

/** @returns `name@version`. @throws Refusal for what the public registry refuses */
async function verify(name: string, body: Buffer): Promise<string> {
  const parsed = documentSchema.safeParse(JSON.parse(body.toString('utf8')));
  if (!parsed.success) throw new Refusal(400, z.prettifyError(parsed.error));
  const document = parsed.data;
  const [[version, manifest] = ['', undefined]] = Object.entries(document.versions);
  const [[file, attachment] = ['', undefined]] = Object.entries(document._attachments);
  if (manifest === undefined || attachment === undefined) throw new Refusal(400, 'a version or a tarball is missing');
  const demand = (holds: boolean, message: string) => {
    if (!holds) throw new Refusal(400, message);
  };
  const { validForNewPackages, errors = [], warnings = [] } = validateName(name);
  demand(validForNewPackages, `${name}: ${[...errors, ...warnings].join(', ')}`);
  demand(Object.keys(document.versions).length === 1, 'more than one version');
  demand(Object.keys(document._attachments).length === 1, 'more than one attachment');
  demand(
    [document._id, document.name, manifest.name].every((each) => each === name),
    'the names differ',
  );
  demand(manifest.version === version, 'the versions differ');
  demand(document.access === 'public', 'a scoped package of a free account is public');
  demand(file === `${name}-${version}.tgz`, 'the tarball has another name');
  const bytes = Buffer.from(attachment.data, 'base64');
  const digest = (algorithm: string, encoding: 'hex' | 'base64') =>
    createHash(algorithm).update(bytes).digest(encoding);
  demand(bytes.length === attachment.length, 'the tarball has another length');
  demand(manifest.dist.integrity === `sha512-${digest('sha512', 'base64')}`, 'the tarball has another integrity');
  demand(manifest.dist.shasum === digest('sha1', 'hex'), 'the tarball has another shasum');
  const packed = z.object({ name: z.string(), version: z.string() }).parse(JSON.parse(await manifestIn(bytes)));
  demand(packed.name === name && packed.version === version, 'the manifest in the tarball is another');
  return `${name}@${version}`;
}

/** The text of package/package.json in a tarball. */
async function manifestIn(tarball: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const parser = new Parser({ strict: true });
    parser.on('entry', (entry: ReadEntry) => {
      const chunks: Buffer[] = [];
      entry.on('data', (chunk: Buffer) => chunks.push(chunk));
      entry.on('end', () => {
        if (entry.path === 'package/package.json') resolve(Buffer.concat(chunks).toString('utf8'));
      });
    });
    parser.on('end', () => {
      reject(new Error('no package/package.json'));
    });
    parser.on('error', reject);
    parser.end(gunzipSync(tarball));
  });
}
