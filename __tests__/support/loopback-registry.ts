import { createHash } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createGzip, gzipSync } from 'node:zlib';

import type { RegistrySigner } from './registry-signer.ts';
import { tarballOf } from './tarball.ts';

/**
 * A registry on this machine: packuments made by the test, every request recorded, every failure at hand.
 *
 *     const registry = await startRegistry({ packages: { 'left-pad': pkg({ '1.0.0': {}, '1.1.0': { deprecated: 'no' } }) } });
 *     registry.fail('left-pad', { status: 503, times: 1 });
 *     registry.lockEntry('left-pad', '1.0.0'); // { version, resolved, integrity } for a lockfile
 *     await registry.close();
 *
 * With `signing: registryKey()` it signs every version and offers its key; a version's `attestations` are claimed by the
 * packument and served at the registry's endpoint. `fail` takes `-/npm/v1/keys` and `-/npm/v1/attestations/NAME@VERSION`
 * in the place of a name.
 */

type Json = Record<string, unknown>;

/** One version. Everything has a default; `manifest` and `dist` are laid over what comes of the rest. */
export interface VersionDescription {
  /** ISO instant; null for a registry that gives no time for it. Default: old, a month after the version before it. */
  readonly publishedAt?: string | null;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly deprecated?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly bundleDependencies?: readonly string[] | boolean;
  readonly gypfile?: boolean;
  /** Null: the registry states none. */
  readonly integrity?: string | null;
  readonly tarball?: string;
  /** Files of its tarball beside the manifest; null, or an integrity of its own without files: the registry serves none. */
  readonly files?: readonly string[] | null;
  /** Its tarball, instead of one that is made of `files`. */
  readonly bytes?: Buffer;
  /** Laid over the manifest in its tarball, which says what the document says: `{ scripts: {} }` states no hook there. */
  readonly packed?: Json;
  /** What the attestations endpoint serves for it; null: claimed, and not served. Absent: neither. */
  readonly attestations?: unknown;
  /** False: not signed, although the registry signs. */
  readonly signed?: boolean;
  readonly dist?: Json;
  readonly manifest?: Json;
}

export interface PackageDescription {
  readonly versions: Readonly<Record<string, VersionDescription>>;
  readonly created?: string;
  readonly distTags?: Readonly<Record<string, string>>;
  /** Laid over the document: `{ time: undefined }` strips the times, `{ name: 'other' }` lies. */
  readonly document?: Json;
}

export type Failure =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  /** Never answers. */
  | { readonly hang: true }
  /** Sends one byte, waits so many milliseconds, and so on. */
  | { readonly drip: number }
  /** 200 with a page for people. */
  | { readonly html: true }
  /** 200 with this text. */
  | { readonly text: string }
  /** Another address; relative to the registry's origin. */
  | { readonly redirect: string; readonly status?: number }
  /** Closes the connection without an answer. */
  | { readonly reset: true }
  /** Closes it in the middle of the document. */
  | { readonly truncate: true }
  /** So many bytes, sent as long as somebody listens; `gzip` packs them to a thousandth. */
  | { readonly huge: number; readonly gzip?: boolean };

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface LockEntry {
  readonly version: string;
  readonly resolved: string;
  readonly integrity: string;
}

export interface LoopbackRegistry {
  /** Ends in `/`. */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** Names of packages whose documents were asked for, in order. */
  readonly asked: () => readonly string[];
  /** The most requests that were open at one time. */
  readonly mostAtOnce: () => number;
  readonly publish: (name: string, description: PackageDescription) => void;
  /** Fails every request for a name (`*`: for all), or only the next `times`. */
  readonly fail: (name: string, failure: Failure & { readonly times?: number }) => void;
  readonly lockEntry: (name: string, version: string) => LockEntry;
  /** Does something when the next request arrives: in the middle of a run. */
  readonly once: (task: () => void) => void;
  readonly close: () => Promise<void>;
}

export interface RegistryOptions {
  readonly packages?: Readonly<Record<string, PackageDescription>>;
  /** Path of the registry on its host. Default `/`. */
  readonly base?: string;
  /** Milliseconds before each answer. */
  readonly latency?: number;
  /** Without this `authorization` header: 401, or for `hides` 404. */
  readonly authorization?: string;
  readonly hides?: boolean;
  readonly signing?: RegistrySigner;
  /** By name, what the bulk endpoint lists; absent: the registry has no such endpoint. */
  readonly advisories?: Readonly<Record<string, readonly Json[]>>;
  /** By name, what `/downloads/point/last-month/` counts. */
  readonly downloads?: Readonly<Record<string, number>>;
  /** False: it counts one name at a time only. */
  readonly bulkDownloads?: boolean;
}

export function pkg(
  versions: PackageDescription['versions'],
  more: Omit<PackageDescription, 'versions'> = {},
): PackageDescription {
  return { versions, ...more };
}

/**
 * The SRI of a version that does not give its own: stable, and another one for every name, version and manifest.
 * @param described what the tarball's manifest says; absent: as the registry started last describes the version
 */
export function integrityOf(name: string, version: string, described?: VersionDescription): string {
  const given = described ?? descriptions.get(`${name}@${version}`) ?? {};
  const key = JSON.stringify(packedManifest(name, version, given));
  const known = integrities.get(key) ?? integrityOfBytes(tarballOfVersion(name, version, { ...given, files: null }));
  integrities.set(key, known);
  return known;
}

const integrities = new Map<string, string>();
/** What registries of this process describe, by name and version. */
const descriptions = new Map<string, VersionDescription>();
const ownFile = (name: string, version: string) => [`${name}-${version}.txt`];

function describe(name: string, { versions }: PackageDescription): void {
  for (const [version, described] of Object.entries(versions)) descriptions.set(`${name}@${version}`, described);
}

/** What npm's publish takes from the manifest into the document, `gypfile` aside: that is the registry's word for a file. */
const published = [
  'scripts',
  'dependencies',
  'optionalDependencies',
  'peerDependencies',
  'bundleDependencies',
] as const;

function packedManifest(name: string, version: string, described: VersionDescription): Json {
  const document: Json = { ...described, ...described.manifest };
  const stated = published.flatMap((key) => (document[key] === undefined ? [] : [[key, document[key]] as const]));
  return { name, version, ...Object.fromEntries(stated), ...described.packed };
}

const tarballOfVersion = (name: string, version: string, { files, ...described }: VersionDescription): Buffer =>
  tarballOf(
    files ?? [...ownFile(name, version), ...(described.gypfile === true ? ['binding.gyp'] : [])],
    packedManifest(name, version, described),
  );

export const integrityOfBytes = (bytes: Buffer) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

export async function startRegistry(options: RegistryOptions = {}): Promise<LoopbackRegistry> {
  const { base = '/', latency = 0 } = options;
  const packages = new Map(Object.entries(options.packages ?? {}));
  for (const [name, description] of packages) describe(name, description);
  const packed = new Map<string, Buffer>();
  const failures = new Map<string, { failure: Failure; left: number }>();
  const requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  let url = '';
  let [open, most] = [0, 0];
  let next: (() => void) | undefined;

  const server = createServer((request, response) => {
    next?.();
    next = undefined;
    requests.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers });
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => (open -= 1));
    if (latency === 0) answer(request, response);
    else setTimeout(() => answer(request, response), latency);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;

  return {
    url,
    requests,
    asked: () =>
      requests.map(({ path }) => nameOf(path, base) ?? path).filter((name) => !/^(-|downloads)\/|\.tgz$/.test(name)),
    mostAtOnce: () => most,
    once: (task) => (next = task),
    publish: (name, description) => {
      packages.set(name, description);
      describe(name, description);
      packed.delete(name);
    },
    fail: (name, { times, ...failure }) => void failures.set(name, { failure, left: times ?? Infinity }),
    lockEntry: (name, version) => {
      const dist = (document(name)?.versions as Record<string, { dist: Json }> | undefined)?.[version]?.dist;
      if (dist === undefined) throw new Error(`the loopback registry has no ${name}@${version}`);
      return { version, resolved: String(dist.tarball), integrity: String(dist.integrity) };
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function document(name: string): Json | undefined {
    const description = packages.get(name);
    return description === undefined ? undefined : packument(name, description, url, options.signing);
  }

  /** The document of one of the registry's own endpoints; undefined where it has none. */
  function endpoint(path: string): unknown {
    if (path === '-/npm/v1/security/advisories/bulk') return options.advisories;
    if (path === '-/npm/v1/keys') return options.signing?.document;
    const [, name = '', version = ''] = /^-\/npm\/v1\/attestations\/(.+)@([^@]+)$/.exec(path) ?? [];
    return packages.get(name)?.versions[version]?.attestations ?? undefined;
  }

  /** The tarball at a path; undefined where there is none. */
  function tarballAt(path: string): Buffer | undefined {
    const [, name = '', base = ''] = /^(.+)\/-\/(.+)\.tgz$/.exec(path) ?? [];
    const version = base.slice(name.slice(name.lastIndexOf('/') + 1).length + 1);
    const described = packages.get(name)?.versions[version];
    if (described === undefined) return undefined;
    if (described.bytes !== undefined) return described.bytes;
    if (described.files === null) return undefined;
    const { files, integrity } = described;
    const isOwn = integrity === undefined || integrity === integrityOf(name, version, described);
    return files !== undefined || isOwn ? tarballOfVersion(name, version, described) : undefined;
  }

  function counted(path: string): unknown {
    const [, name = ''] = /^downloads\/point\/last-month\/(.+)$/.exec(path) ?? [];
    const names = name.split(',');
    const count = (one: string) => {
      const downloads = options.downloads?.[one];
      return downloads === undefined ? undefined : { downloads, package: one };
    };
    if (names.length === 1) return count(name);
    return options.bulkDownloads === false
      ? undefined
      : Object.fromEntries(names.map((one) => [one, count(one) ?? null]));
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const name = nameOf(request.url ?? '', base);
    const served = name?.startsWith('-/') === true ? endpoint(name) : counted(name ?? '');
    const failure = takeFailure(failures, name ?? '');
    if (failure !== undefined) {
      misbehave(failure, response, JSON.stringify(served ?? document(name ?? '') ?? {}));
      return;
    }
    const allowed = options.authorization === undefined || request.headers.authorization === options.authorization;
    const found = name === undefined || !packages.has(name) ? undefined : name;
    const tarball = tarballAt(name ?? '');
    if (allowed && tarball !== undefined) response.writeHead(200).end(tarball);
    else if (!allowed) sendJson(response, options.hides ? 404 : 401, '{"error":"who are you"}');
    else if (served !== undefined) sendJson(response, 200, JSON.stringify(served));
    else if (found === undefined) sendJson(response, 404, '{"error":"not found"}');
    else if (/\bgzip\b/.test(String(request.headers['accept-encoding']))) sendJson(response, 200, zipped(found), true);
    else sendJson(response, 200, JSON.stringify(document(found)));
  }

  /** Packed once, so that the server is not what a measurement measures. */
  function zipped(name: string): Buffer {
    const bytes = packed.get(name) ?? gzipSync(JSON.stringify(document(name)));
    packed.set(name, bytes);
    return bytes;
  }
}

function packument(name: string, description: PackageDescription, url: string, signing?: RegistrySigner): Json {
  const versions: Json = {};
  const time: Record<string, string> = {};
  const basename = name.slice(name.lastIndexOf('/') + 1);
  for (const [index, [version, given]] of Object.entries(description.versions).entries()) {
    const { files, bytes, ...described } = given;
    const usual =
      files === undefined || files === null
        ? integrityOf(name, version, given)
        : integrityOfBytes(tarballOfVersion(name, version, given));
    const {
      publishedAt,
      integrity = bytes === undefined ? usual : integrityOfBytes(bytes),
      tarball,
      dist,
      manifest,
      ...others
    } = described;
    const { attestations, signed = integrity !== null, ...fields } = others;
    delete (fields as { packed?: Json }).packed;
    const published = publishedAt === undefined ? new Date(Date.UTC(2020, index, 1)).toISOString() : publishedAt;
    if (published !== null) time[version] = published;
    versions[version] = {
      ...{ name, version },
      ...fields,
      dist: {
        ...(integrity === null ? {} : { integrity }),
        shasum: createHash('sha1').update(`${name}@${version}`).digest('hex'),
        tarball: tarball ?? `${url}${name}/-/${basename}-${version}.tgz`,
        ...(signing !== undefined && signed
          ? { signatures: [signing.sign({ name, version, integrity: integrity ?? '' })] }
          : {}),
        ...(attestations === undefined
          ? {}
          : {
              attestations: {
                url: `${url}-/npm/v1/attestations/${name}@${version}`,
                provenance: { predicateType: 'https://slsa.dev/provenance/v1' },
              },
            }),
        ...dist,
      },
      ...manifest,
    };
  }
  const created = description.created ?? Object.values(time).sort()[0] ?? '2020-01-01T00:00:00.000Z';
  const latest = Object.keys(versions).at(-1);
  return {
    _id: name,
    name,
    'dist-tags': description.distTags ?? (latest === undefined ? {} : { latest }),
    versions,
    time: { created, modified: created, ...time },
    ...description.document,
  };
}

function takeFailure(failures: Map<string, { failure: Failure; left: number }>, name: string): Failure | undefined {
  const entry = failures.get(name) ?? failures.get('*');
  if (entry === undefined || entry.left <= 0) return undefined;
  entry.left -= 1;
  return entry.failure;
}

function misbehave(failure: Failure, response: ServerResponse, text: string): void {
  if ('hang' in failure) return;
  if ('reset' in failure) response.destroy();
  else if ('redirect' in failure) response.writeHead(failure.status ?? 302, { location: failure.redirect }).end();
  else if ('status' in failure) response.writeHead(failure.status, failure.headers).end(failure.body ?? '');
  else if ('html' in failure) response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Hello');
  else if ('text' in failure) response.writeHead(200).end(failure.text);
  else if ('truncate' in failure) {
    response.writeHead(200, { 'content-length': String(text.length) });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  } else if ('drip' in failure) drip(response, text, failure.drip);
  else flood(response, failure.huge, failure.gzip ?? false);
}

function drip(response: ServerResponse, text: string, every: number): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  let sent = 0;
  const timer = setInterval(() => {
    response.write(text[sent] ?? ' ');
    sent += 1;
  }, every);
  response.on('close', () => clearInterval(timer));
}

/** A document of spaces: never wrong until it ends. */
function flood(response: ServerResponse, bytes: number, gzip: boolean): void {
  response.writeHead(200, gzip ? { 'content-encoding': 'gzip' } : {});
  const sink = gzip ? createGzip() : response;
  if (sink !== response) sink.pipe(response);
  response.on('close', () => sink.destroy());
  const block = Buffer.alloc(64 * 1024, ' ');
  let left = bytes;
  const more = () => {
    while (left > 0 && !sink.destroyed) {
      left -= block.length;
      if (!sink.write(block)) {
        sink.once('drain', more);
        return;
      }
    }
    sink.end();
  };
  more();
}

function sendJson(response: ServerResponse, status: number, body: string | Buffer, gzip = false): void {
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    })
    .end(body);
}

/** The package that a path asks for: `/@scope%2fname` or `/name` below the base. */
function nameOf(path: string, base: string): string | undefined {
  if (!path.startsWith(base)) return undefined;
  const name = path.slice(base.length).replace(/%2f/i, '/');
  return name === '' ? undefined : name;
}
