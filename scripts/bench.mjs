/**
 * The time that lockgate takes, as a ratio to a baseline in the same run (times differ between machines).
 *
 *   node scripts/bench.mjs [--runs 15]      after `npm run build`
 *
 * The registry is on loopback and answers after 30 ms. Each measurement is the median of the interleaved runs.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { loadModules } from './generate/load.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli.js');
const runs = Number(parseArgs({ options: { runs: { type: 'string', default: '15' } } }).values.runs);
const { registry: support, lockfile } = await loadModules(root, {
  registry: '__tests__/support/loopback-registry.ts',
  lockfile: '__tests__/support/npm-lockfile.ts',
});

const locked = 2000;
const names = Array.from({ length: locked }, (_, index) => `package-${index}`);
const packages = Object.fromEntries(names.map((name) => [name, support.pkg({ '1.0.0': {}, '1.0.1': {} })]));
const registry = await support.startRegistry({ packages, latency: 30 });
const folder = mkdtempSync(join(tmpdir(), 'lockgate-bench-'));

/** A project with 2,000 locked packages, of which the first `changed` are one version newer. */
function project(name, changed) {
  const dependencies = Object.fromEntries(names.map((each) => [each, '^1.0.0']));
  const entries = names.map((each, index) => [
    `node_modules/${each}`,
    { version: index < changed ? '1.0.1' : '1.0.0' },
  ]);
  const description = { dependencies, packages: Object.fromEntries(entries) };
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'package-lock.json'), lockfile.npmLockfile(registry, description));
  writeFileSync(join(folder, name, 'package.json'), lockfile.npmManifest(description));
}

/** Requests as a bare program would make them: all at once on one keep-alive agent, bodies parsed, nothing judged. */
const bareFetch = (count) => `
  import { Agent, get } from 'node:http';
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  await Promise.all(Array.from({ length: ${count} }, (_, index) => new Promise((resolve, reject) => {
    get(${JSON.stringify(registry.url)} + 'package-' + index, { agent }, (response) => {
      let text = '';
      response.on('data', (part) => (text += part)).on('end', () => resolve(JSON.parse(text)));
    }).on('error', reject);
  })));
  agent.destroy();`;

const check = (head) => [cli, 'check', '--base-dir', 'base', '--head-dir', head, '--registry', registry.url];
const measured = {
  'node -e 0': ['-e', '0'],
  'lockgate --version': [cli, '--version'],
  'lockgate check, no lockfile change': check('base'),
  'bare requests for 1 package': ['--input-type=module', '-e', bareFetch(1)],
  'lockgate check, 1 of 2,000 changed': check('one'),
  'bare requests for 10 packages': ['--input-type=module', '-e', bareFetch(10)],
  'lockgate check, 10 of 2,000 changed': check('ten'),
  'bare requests for 1,000 packages': ['--input-type=module', '-e', bareFetch(1000)],
  'lockgate check, 1,000 of 2,000 changed': check('thousand'),
};

try {
  for (const [name, changed] of [
    ['base', 0],
    ['one', 1],
    ['ten', 10],
    ['thousand', 1000],
  ])
    project(name, changed);
  const times = Object.fromEntries(Object.keys(measured).map((what) => [what, []]));
  for (let turn = 0; turn < runs; turn += 1) {
    for (const [what, args] of Object.entries(measured)) times[what].push(await timed(args));
  }
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  const bare = median(times['node -e 0']);
  for (const [what, list] of Object.entries(times)) {
    const own = median(list);
    console.log(
      `${what.padEnd(42)} ${own.toFixed(0).padStart(6)} ms  ${(own / bare).toFixed(2).padStart(6)} x bare node`,
    );
  }
} finally {
  await registry.close();
  rmSync(folder, { recursive: true });
}

function timed(args) {
  const started = performance.now();
  const env = { PATH: process.env.PATH, HOME: folder };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, env, maxBuffer: 2 ** 28 }, (error, _stdout, stderr) => {
      if (error && error.code !== 1) reject(new Error(`${args.join(' ')}: ${stderr}`));
      else resolve(performance.now() - started);
    });
  });
}
