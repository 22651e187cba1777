/**
 * A TUF repository on loopback, minted and signed here (theupdateframework specification): consistent snapshots, one
 * Ed25519 key for each state of the roles.
 *
 *     const tuf = await startTufRepository({ 'trusted_root.json': text });
 *     tuf.publish({ 'trusted_root.json': other });                  // the next version of everything
 *     tuf.publish({ ... }, { signer: tufKey(), expires: '...' });   // signed by a stranger, or past its time
 *     tuf.rotate(tufKey());                                         // a new root, signed by the old key and the new
 *     tuf.root                                                      // the first root: where a client's trust starts
 */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TufKey {
  readonly privateKey: KeyObject;
  readonly keyid: string;
  readonly described: object;
}

export function tufKey(): TufKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const described = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: raw.toString('hex') } };
  return { privateKey, described, keyid: sha256(canonical(described)) };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** OLPC canonical JSON of what stands here: no fractions, no control characters. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}

function signed(body: object, ...keys: readonly TufKey[]): string {
  const bytes = Buffer.from(canonical(body));
  const signatures = keys.map(({ keyid, privateKey }) => ({
    keyid,
    sig: sign(null, bytes, privateKey).toString('hex'),
  }));
  return JSON.stringify({ signatures, signed: body });
}

export interface TufPublication {
  readonly signer?: TufKey;
  /** Of the timestamp. */
  readonly expires?: string;
  /** What the timestamp says it is good for, in days, as tuf-on-ci writes it. */
  readonly days?: number;
  /** In the place of the next one. */
  readonly version?: number;
}

const never = '2999-01-01T00:00:00Z';
const common = { spec_version: '1.0.31', expires: never };

interface Refusal {
  readonly status: number;
  readonly location?: string;
  /** What is served from then on. */
  readonly then?: string;
}

export async function startTufRepository(targets: Readonly<Record<string, string>>) {
  /** What is served, by path; a test may put anything here. */
  const files = new Map<string, string | Refusal>();
  const requests: string[] = [];
  let key = tufKey();
  let version = 0;
  let rootVersion = 1;
  const rootOf = (owner: TufKey) => ({
    ...{ _type: 'root', ...common, version: rootVersion, consistent_snapshot: true },
    keys: { [owner.keyid]: owner.described },
    roles: Object.fromEntries(
      ['root', 'timestamp', 'snapshot', 'targets'].map((role) => [role, { keyids: [owner.keyid], threshold: 1 }]),
    ),
  });
  const root = signed(rootOf(key), key);

  const publish = (published: Readonly<Record<string, string>>, told: TufPublication = {}) => {
    version = told.version ?? version + 1;
    const signer = told.signer ?? key;
    const described = Object.fromEntries(
      Object.entries(published).map(([name, text]) => {
        const hash = sha256(text);
        files.set(`/targets/${name.replace(/[^/]*$/, (base) => `${hash}.${base}`)}`, text);
        return [name, { length: Buffer.byteLength(text), hashes: { sha256: hash } }];
      }),
    );
    const state = { ...common, version };
    files.set(`/${version}.targets.json`, signed({ _type: 'targets', ...state, targets: described }, signer));
    const of = (name: string) => ({ meta: { [name]: { version } } });
    files.set(`/${version}.snapshot.json`, signed({ _type: 'snapshot', ...state, ...of('targets.json') }, signer));
    const timestamp = {
      ...{ _type: 'timestamp', ...state, ...of('snapshot.json'), expires: told.expires ?? never },
      ...(told.days === undefined ? {} : { 'x-tuf-on-ci-expiry-period': told.days }),
    };
    files.set('/timestamp.json', signed(timestamp, signer));
  };
  publish(targets);

  const server = createServer(({ url = '' }, response) => {
    requests.push(url);
    const found = files.get(url) ?? { status: 404 };
    if (typeof found === 'string') response.end(found);
    else {
      response.writeHead(found.status, found.location === undefined ? {} : { location: found.location }).end();
      if (found.then !== undefined) files.set(url, found.then);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    ...{ root, files, requests, publish },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** @param by who signs the new root in the place of the key until now. */
    rotate: (next: TufKey, by: TufKey = key) => {
      rootVersion += 1;
      files.set(`/${rootVersion}.root.json`, signed(rootOf(next), by, next));
      key = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
