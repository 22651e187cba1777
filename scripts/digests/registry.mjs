/** A registry on the loopback interface for the digests: what it says follows from names and versions alone. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';

import semver from 'semver';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const scheme = 'ecdsa-sha2-nistp256';
const keyid = fingerprint();
/** The registry's keys as it lists them; made anew in each process, and no report says which they are. */
export const keys = {
  keys: [
    {
      expires: null,
      keyid,
      keytype: scheme,
      scheme,
      key: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    },
  ],
};

/** What `ssh-keygen -lf` prints of the key: how npm names keys. */
function fingerprint() {
  const { x, y } = publicKey.export({ format: 'jwk' });
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const wire = [Buffer.from(scheme), Buffer.from('nistp256'), point].flatMap((part) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    return [length, part];
  });
  return `SHA256:${createHash('sha256').update(Buffer.concat(wire)).digest('base64').replace(/=+$/, '')}`;
}

const signature = (text) => ({ keyid, sig: sign('sha256', Buffer.from(text), privateKey).toString('base64') });
const hash = (text) => createHash('sha256').update(text).digest();
const sha512 = (text) => `sha512-${createHash('sha512').update(text).digest('base64')}`;
const day = 86_400_000;

/** When everything is judged that nothing dates. */
export const now = '2026-06-01T00:00:00.000Z';

/**
 * Serves packuments until it is closed.
 * @param {ReadonlyMap<string, object>} packuments by name, the addresses of tarballs from the registry's root
 * @param {object} advisories by name, as the bulk endpoint lists them
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startRegistry(packuments, advisories = {}) {
  const answerTo = (path) => {
    if (path === '/-/npm/v1/keys') return keys;
    if (path === '/-/npm/v1/security/advisories/bulk') return advisories;
    if (path.startsWith('/downloads/point/')) return downloadsOf(path.split('/').slice(4).join('/').split(','));
    return packuments.get(path.slice(1));
  };
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const answer = answerTo(decodeURIComponent(new URL(request.url, 'http://registry.example').pathname));
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? { error: 'not found' }).replaceAll('"tarball":"/', `"tarball":"${url}`));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    url,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function downloadsOf(names) {
  const count = (name) => ({ downloads: 10 ** (hash(name)[0] % 9), package: name });
  return names.length === 1 ? count(names[0]) : Object.fromEntries(names.map((name) => [name, count(name)]));
}

/**
 * What a registry would say that has published what two states of a lockfile lock, with the digests that they lock.
 * Everything else is drawn from a hash of the name or of name and version, often enough the suspicious way that most rules
 * find something in some pull request: the digests are of verdicts, and a registry of nothing but honest packages has one.
 * @param {readonly Locked[]} locked what either state locks: name, version, `integrity` and `shasum` where stated, and
 *   whether the head alone has it
 */
export function inventedPackuments(locked) {
  const byName = new Map();
  for (const each of locked) {
    if (semver.valid(each.version) === null) continue;
    const versions = byName.get(each.name) ?? new Map();
    versions.set(each.version, { ...versions.get(each.version), ...each });
    byName.set(each.name, versions);
  }
  return new Map([...byName].map(([name, versions]) => [name, inventedPackument(name, versions)]));
}

/** Some names have a record; what it is about and how bad it is follows from the name. */
export function inventedAdvisories(packuments) {
  const listed = [...packuments.keys()].filter((name) => hash(name)[1] < 16);
  return Object.fromEntries(
    listed.map((name) => {
      const [, , kind] = hash(name);
      const severity = ['low', 'moderate', 'high', 'critical'][kind % 4];
      const record = {
        id: 1_000_000 + hash(name).readUInt16BE(3),
        severity,
        vulnerable_versions: '*',
        title: 'invented',
      };
      return [name, [kind < 32 ? { ...record, cwe: ['CWE-506'] } : record]];
    }),
  );
}

const firstRelease = Date.parse('2016-01-01T00:00:00Z');
/** Hours before `now` at which what is new was published. */
const ages = [2, 40, 100, 40 * 24, 400 * 24];

function inventedPackument(name, versions) {
  const draw = hash(name);
  const time = {};
  const described = {};
  const ascending = [...versions.values()].sort((a, b) => semver.compareBuild(a.version, b.version));
  for (const [index, { version, integrity, shasum, isNew }] of ascending.entries()) {
    const key = `${name}@${version}`;
    const [age, publisher, script, fate, signed, provenance] = hash(key);
    const at = isNew ? Date.parse(now) - ages[age % 5] * 3_600_000 : firstRelease + (draw[0] * 10 + index * 3) * day;
    time[version] = new Date(at).toISOString();
    const stated = integrity ?? sha512(key);
    const license = ['MIT', 'MIT', 'ISC', 'GPL-3.0-only', undefined][draw[5] % 5];
    const trusted = { id: 'github', oidcConfigId: 'oidc:00000000-0000-4000-8000-000000000000' };
    described[version] = {
      ...{ name, version, license },
      ...(script % 8 === 0 && { scripts: { postinstall: `node install-${script % 16}.js` } }),
      ...(fate % 16 === 0 && { deprecated: 'Use another one.' }),
      repository: {
        type: 'git',
        url: `git+https://github.com/${publisher % 32 === 0 ? 'elsewhere' : 'acme'}/${draw[6]}.git`,
      },
      _npmUser: {
        name: publisher % 8 === 0 ? `newcomer-${publisher}` : `maintainer-${draw[7]}`,
        ...(draw[8] % 8 === 0 && provenance % 4 > 0 && { trustedPublisher: trusted }),
      },
      dist: {
        integrity: stated,
        shasum: shasum ?? createHash('sha1').update(key).digest('hex'),
        tarball: `/${name}/-/${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`,
        unpackedSize: 50_000_000,
        ...(signed % 32 > 0 && { signatures: [signature(`${key}:${signed % 32 === 1 ? '' : stated}`)] }),
        ...(draw[8] % 8 === 0 &&
          provenance % 4 > 0 && {
            attestations: {
              url: `/-/npm/v1/attestations/${key}`,
              provenance: { predicateType: 'https://slsa.dev/provenance/v1' },
            },
          }),
      },
    };
  }
  const created = Object.values(time).sort()[0];
  const { version: latest } = ascending.at(-1);
  return {
    _id: name,
    name,
    'dist-tags': { latest },
    versions: described,
    time: { created, modified: created, ...time },
  };
}

/**
 * A recorded packument as the registry would have served it: names, versions, digests, times, scripts and bundles are
 * recorded; publishers and signatures are not, so that everything has one honest publisher and a valid signature.
 */
export function recordedPackument(name, { tags, time, V: versions }) {
  const described = Object.entries(versions).map(
    ([version, { i: integrity, s: shasum, scripts, bundleDependencies }]) => [
      version,
      {
        ...{ name, version, scripts, bundleDependencies, _npmUser: { name: 'maintainer' } },
        dist: {
          ...(integrity !== undefined && { integrity, signatures: [signature(`${name}@${version}:${integrity}`)] }),
          shasum: shasum ?? createHash('sha1').update(`${name}@${version}`).digest('hex'),
          tarball: `/${name}/-/${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`,
          unpackedSize: 50_000_000,
        },
      },
    ],
  );
  return { _id: name, name, 'dist-tags': tags, versions: Object.fromEntries(described), time };
}
