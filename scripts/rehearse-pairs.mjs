/**
 * Rehearses (`check --history`) on real pull requests: prints what the gate would have said of each, and what the lines that it
 * offers would have let in.
 *
 *   node scripts/rehearse-pairs.mjs FOLDER [--policy FILE] [--repo OWNER/NAME]... [--older YEARS] [--json] [-- FLAG...]      after `npm run build`
 *
 * FOLDER has manifest.json, packuments.json and pairs/ (`tar -xJf ../shared/data/pair-evidence.tar.xz`). Without --repo it takes the
 * five repositories with most pull requests. For each it lays out a git history: the first commit has the states before, each in a
 * folder of its own, because the states are years apart; each further commit is one pull request, at the end of its day.
 *
 * The registry is on loopback and serves the recorded packuments. Signatures and publishers are made here; there are no tarballs,
 * attestations or advisories, so --policy is by default the preset recommended without a look into tarballs. Publish times are partly those
 * of a mirror, later than the pull request: `--older 10` makes all releases ten years older, so that no age counts and everything else is
 * judged. What stands after `--` goes to the check (`-- --compare-preset strict`). It asks nobody else, and ends after ten minutes at the latest.
 */
import { execFile, execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const cli = join(fileURLToPath(new URL('..', import.meta.url)), 'dist/cli.js');
const { values, positionals } = parseArgs({
  options: {
    ...{ policy: { type: 'string' }, repo: { type: 'string', multiple: true }, json: { type: 'boolean' } },
    older: { type: 'string', default: '0' },
  },
  allowPositionals: true,
});
const [data = '', ...flags] = positionals;
const older = Number(values.older) * 365 * 86_400_000;
for (const needed of ['manifest.json', 'packuments.json', 'pairs']) {
  if (data === '' || !existsSync(join(data, needed))) {
    console.error(
      `rehearse-pairs: ${data || 'FOLDER'} has no ${needed}: unpack pair-evidence.tar.xz and name its folder`,
    );
    process.exit(2);
  }
}
const end = Date.now() + 10 * 60_000;
const manifest = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'));
const packuments = new Map(Object.entries(JSON.parse(readFileSync(join(data, 'packuments.json'), 'utf8'))));
const counted = new Map();
for (const pair of manifest) counted.set(pair.repo, [...(counted.get(pair.repo) ?? []), pair]);
const most = [...counted].sort(([, a], [, b]) => b.length - a.length).map(([repo]) => repo);
const repos = values.repo ?? most.slice(0, 5);

const folder = mkdtempSync(join(tmpdir(), 'lockgate-rehearse-pairs-'));
const { keys, signatureOf } = makeKeys();
writeFileSync(join(folder, 'keys.json'), JSON.stringify(keys));
writeFileSync(
  join(folder, 'policy.yml'),
  'version: 1\nextends: recommended\nrules:\n  install-scripts: { level: error, tarballs: never }\n',
);
const policy = values.policy === undefined ? join(folder, 'policy.yml') : resolve(values.policy);
const server = http.createServer(answer);
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const url = `http://127.0.0.1:${server.address().port}/`;

try {
  for (const repo of repos) {
    const pairs = (counted.get(repo) ?? []).toSorted((a, b) => (a.date < b.date ? -1 : 1));
    if (pairs.length === 0) throw new Error(`${repo} has no pull request in manifest.json`);
    const text = await rehearse(layOut(repo, pairs), pairs.length);
    console.log(values.json === true ? text : `\n=== ${repo}\n\n${text}`);
  }
} finally {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
}

/** The pull requests of a repository as a git history. @returns its folder */
function layOut(repo, pairs) {
  const place = join(folder, repo.replace('/', '+'));
  mkdirSync(place);
  const git = (time, ...args) =>
    execFileSync('git', ['-C', place, '-c', 'user.name=lockgate', '-c', 'user.email=lockgate@example.com', ...args], {
      env: { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time, GIT_CONFIG_NOSYSTEM: '1' },
    });
  const commit = (date, message) => {
    git(`${date}T23:59:59Z`, 'add', '--all', '--force');
    git(`${date}T23:59:59Z`, 'commit', '--quiet', '--message', message);
  };
  git('', 'init', '--quiet', '--initial-branch=main');
  for (const pair of pairs) write(pair, 'before', place);
  commit(pairs[0].date, 'the states before');
  for (const pair of pairs) {
    write(pair, 'after', place);
    commit(pair.date, pair.subject);
  }
  return place;
}

/** Writes one state of a pull request into its folder. */
function write({ dir, sha }, side, place) {
  const own = join(place, sha.slice(0, 7));
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own);
  for (const file of readdirSync(join(data, 'pairs', dir))) {
    if (file.startsWith(`${side}.`))
      copyFileSync(join(data, 'pairs', dir, file), join(own, file.slice(side.length + 1)));
  }
}

function rehearse(place, changes) {
  const args = ['check', '--history', String(changes), '--repo', place, '--registry', url, '--policy', policy];
  const more = ['--registry-keys', join(folder, 'keys.json'), '--format', values.json === true ? 'json' : 'text'];
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  const options = { cwd: folder, env, maxBuffer: 2 ** 28, timeout: Math.max(1, end - Date.now()) };
  return new Promise((done, fail) => {
    execFile(process.execPath, [cli, ...args, ...more, ...flags], options, (error, stdout, stderr) => {
      if (stdout === '') fail(new Error(stderr || error?.message));
      else done(`${stdout}${stderr}`);
    });
  });
}

/** The keys of the registry, and signatures with them. */
function makeKeys() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const keyid = `SHA256:${createHash('sha256').update(spki).digest('base64')}`;
  const key = {
    expires: null,
    keyid,
    keytype: 'ecdsa-sha2-nistp256',
    scheme: 'ecdsa-sha2-nistp256',
    key: spki.toString('base64'),
  };
  const signatureOf = (text) => ({ keyid, sig: sign('sha256', Buffer.from(text), privateKey).toString('base64') });
  return { keys: { keys: [key] }, signatureOf };
}

function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const send = (status, body) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (path === '/-/npm/v1/keys') return send(200, keys);
  if (path === '/-/npm/v1/security/advisories/bulk') return request.resume().on('end', () => send(200, {}));
  if (path.startsWith('/downloads/')) {
    const counts = path
      .split('/')
      .slice(4)
      .join('/')
      .split(',')
      .map((name) => [name, { downloads: 5e6, package: name }]);
    return send(200, counts.length === 1 ? counts[0][1] : Object.fromEntries(counts));
  }
  const recorded = packuments.get(path.slice(1));
  return recorded === undefined ? send(404, {}) : send(200, packumentOf(path.slice(1), recorded));
}

/** A recorded packument, with what the recording lacks. */
function packumentOf(name, { V, tags, time, repository }) {
  const versions = Object.entries(V).map(
    ([version, { i: integrity, s: shasum, t: _file, deprecated, ...manifest }]) => {
      const dist = {
        ...(integrity && { integrity, signatures: [signatureOf(`${name}@${version}:${integrity}`)] }),
        shasum: shasum ?? createHash('sha1').update(`${name}@${version}`).digest('hex'),
        tarball: `${url}${name}/-/${name.split('/').at(-1)}-${version}.tgz`,
        unpackedSize: 5e7,
      };
      const own = {
        ...manifest,
        ...(deprecated && { deprecated: 'deprecated' }),
        ...(repository && { repository: { type: 'git', url: repository } }),
      };
      return [
        version,
        { name, version, ...own, _npmUser: { name: 'maintainer', email: 'maintainer@example.com' }, dist },
      ];
    },
  );
  const times = Object.entries(time).map(([version, at]) => [version, new Date(Date.parse(at) - older).toISOString()]);
  return {
    _id: name,
    name,
    'dist-tags': tags,
    versions: Object.fromEntries(versions),
    time: Object.fromEntries(times),
  };
}
