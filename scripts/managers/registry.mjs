/**
 * A registry on this machine that takes what `npm publish` sends and serves it as the public npm registry does: the whole
 * document, or the short one that has `hasInstallScript` and lacks scripts. It also serves git repositories.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

/** Below which paths of the host there are registries, each with packages of its own. */
const bases = ['/acme/', '/jsr/', '/'];
/** What the short document has of a version. */
const short =
  'name version dependencies optionalDependencies devDependencies peerDependencies peerDependenciesMeta bundleDependencies acceptDependencies bin directories dist engines os cpu libc deprecated funding _hasShrinkwrap hasInstallScript'.split(
    ' ',
  );
const day = 86_400_000;

/** What was published, by the path of the registry and the name. Servers share it. */
export class Store {
  #packages = new Map();

  /** Takes the document of a PUT. @param {string} base @param {any} document @param {{ sha1Only: boolean }} how */
  publish(base, document, { sha1Only }) {
    const key = base + document.name;
    const known = this.#packages.get(key) ?? { name: document.name, versions: {}, tags: {}, tarballs: new Map() };
    for (const [version, manifest] of Object.entries(document.versions)) {
      const [attachment] = Object.values(document._attachments);
      const bytes = Buffer.from(attachment.data, 'base64');
      const shasum = createHash('sha1').update(bytes).digest('hex');
      const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
      if (manifest.dist.integrity !== integrity) throw new Error(`npm states another digest of ${key}@${version}.`);
      const dist = sha1Only ? { shasum } : { integrity, shasum };
      known.versions[version] = { ...manifest, dist };
      known.tarballs.set(version, bytes);
    }
    Object.assign(known.tags, document['dist-tags']);
    this.#packages.set(key, known);
  }

  /** @param {string} base @param {string} name */
  get(base, name) {
    return this.#packages.get(base + name);
  }
}

/**
 * @param {Store} store
 * @param {{ port?: number, repositories: string, sha1Only?: ReadonlySet<string> }} options `repositories`: a folder of bare ones
 * @returns {Promise<{ origin: string, hide: (versions: readonly string[]) => void, close: () => Promise<void> }>}
 */
export async function serve(store, { port = 0, repositories, sha1Only = new Set() }) {
  let hidden = new Set();
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://loopback.invalid');
    const path = decodeURIComponent(pathname);
    const json = (status, value) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (path.startsWith('/git/')) return git({ request, response, repositories, path, search });
    const base = bases.find((each) => path.startsWith(each)) ?? '/';
    const [name, file] = path.slice(base.length).split('/-/');
    const known = store.get(base, name);
    if (request.method === 'PUT') {
      return void bodyOf(request).then((body) => {
        const document = JSON.parse(body.toString());
        store.publish(base, document, { sha1Only: sha1Only.has(document.name) });
        json(201, { ok: true });
      });
    }
    if (known === undefined || request.method !== 'GET') return json(404, { error: 'Not found' });
    const seen = Object.keys(known.versions).filter((version) => !hidden.has(`${name}@${version}`));
    if (file !== undefined) {
      const version = seen.find((each) => file === `${name.split('/').at(-1)}-${each}.tgz`);
      return version === undefined ? json(404, {}) : void response.writeHead(200).end(known.tarballs.get(version));
    }
    const isShort = request.headers.accept?.includes('application/vnd.npm.install-v1+json') ?? false;
    const registry = `http://${request.headers.host}${base}`;
    return json(200, documentOf(known, { seen, isShort, registry }));
  });
  await new Promise((listening) => server.listen(port, '127.0.0.1', () => listening(undefined)));
  const close = () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    hide: (versions) => (hidden = new Set(versions)),
    close,
  };
}

function documentOf({ name, versions, tags }, { seen, isShort, registry }) {
  const versionOf = (version) => {
    const { dist, ...manifest } = versions[version];
    const tarball = `${registry}${name}/-/${name.split('/').at(-1)}-${version}.tgz`;
    const hooks = ['preinstall', 'install', 'postinstall'].some((each) => manifest.scripts?.[each] !== undefined);
    const whole = { ...manifest, ...(hooks && { hasInstallScript: true }), dist: { ...dist, tarball } };
    return isShort ? Object.fromEntries(Object.entries(whole).filter(([key]) => short.includes(key))) : whole;
  };
  const latest = seen.includes(tags.latest) ? tags.latest : seen.at(-1);
  const known = Object.entries(tags).filter(([, version]) => seen.includes(version));
  const times = seen.map((version, at) => [version, new Date(Date.UTC(2025, 0, 1) + at * 30 * day).toISOString()]);
  const modified = '2026-01-01T00:00:00.000Z';
  return {
    name,
    'dist-tags': { ...Object.fromEntries(known), latest },
    versions: Object.fromEntries(seen.map((version) => [version, versionOf(version)])),
    modified,
    ...(!isShort && { _id: name, time: { created: times[0]?.[1], modified, ...Object.fromEntries(times) } }),
  };
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** git's own program for HTTP, as a web server runs it. */
function git({ request, response, repositories, path, search }) {
  const env = {
    ...process.env,
    ...{
      GIT_PROJECT_ROOT: repositories,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
    },
    ...{ PATH_INFO: path.slice('/git'.length), QUERY_STRING: search.slice(1), REQUEST_METHOD: request.method },
    ...{ CONTENT_TYPE: request.headers['content-type'] ?? '', REMOTE_ADDR: '127.0.0.1' },
    HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
  };
  const child = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  request.pipe(child.stdin);
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.on('close', () => {
    const answer = Buffer.concat(chunks);
    const end = answer.indexOf('\r\n\r\n');
    const headers = answer
      .toString('latin1', 0, end)
      .split('\r\n')
      .map((line) => line.split(': '));
    const status = headers.find(([key]) => key === 'Status')?.[1];
    const others = headers.filter(([key]) => key !== 'Status');
    response.writeHead(Number.parseInt(status ?? '200', 10), Object.fromEntries(others)).end(answer.subarray(end + 4));
  });
}
