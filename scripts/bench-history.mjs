/**
 * The time that a rehearsal takes: the last changes of a repository, against a registry on loopback.
 *
 *   node scripts/bench-history.mjs [--changes 100] [--packages 1500] [--each 8] [--latency 30]      after `npm run build`
 *
 * Each change updates some packages of one lockfile. The first run asks the registry, the second takes what the first recorded.
 */
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { loadModules } from './generate/load.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli.js');
const option = (value) => ({ type: 'string', default: String(value) });
const { values } = parseArgs({
  options: { changes: option(100), packages: option(1500), each: option(8), latency: option(30) },
});
const [changes, locked, each, latency] = ['changes', 'packages', 'each', 'latency'].map((name) => Number(values[name]));
const { registry: support, lockfile } = await loadModules(root, {
  registry: '__tests__/support/loopback-registry.ts',
  lockfile: '__tests__/support/npm-lockfile.ts',
});

const names = Array.from({ length: locked }, (_, index) => `package-${index}`);
const last = Math.ceil((changes * each) / locked) + 1;
const versions = Object.fromEntries(Array.from({ length: last + 1 }, (_, index) => [`1.0.${index}`, {}]));
const packages = Object.fromEntries(names.map((name) => [name, support.pkg(versions)]));
const downloads = Object.fromEntries(names.map((name) => [name, 1_000_000]));
const registry = await support.startRegistry({ packages, latency, downloads, advisories: {} });
const folder = mkdtempSync(join(tmpdir(), 'lockgate-bench-history-'));
const repository = join(folder, 'repository');
mkdirSync(repository);
const git = (time, ...args) =>
  execFileSync('git', ['-C', repository, '-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], {
    env: { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time },
  });

try {
  git('', 'init', '--quiet', '--initial-branch=main');
  const patch = names.map(() => 0);
  for (let change = 0; change <= changes; change += 1) {
    for (let step = 0; change > 0 && step < each; step += 1) patch[((change - 1) * each + step) % locked] += 1;
    const entries = names.map((name, index) => [`node_modules/${name}`, { version: `1.0.${patch[index]}` }]);
    const dependencies = Object.fromEntries(names.map((name) => [name, '^1.0.0']));
    const description = { dependencies, packages: Object.fromEntries(entries) };
    writeFileSync(join(repository, 'package-lock.json'), lockfile.npmLockfile(registry, description));
    writeFileSync(join(repository, 'package.json'), lockfile.npmManifest(description));
    const time = new Date(Date.UTC(2026, 0, 1) + change * 3_600_000).toISOString();
    git(time, 'add', '--all');
    git(time, 'commit', '--quiet', '-m', `change ${change}`);
  }
  const evidence = join(folder, 'evidence.json');
  const args = ['check', '--history', String(changes), '--registry', registry.url, '--repo', repository];
  const runs = {
    'asking the registry': [...args, '--evidence-out', evidence],
    'from recorded evidence': [...args, '--evidence', evidence],
  };
  console.log(`${changes} changes of ${locked} packages, ${each} updated by each, ${latency} ms a request`);
  for (const [what, given] of Object.entries(runs)) {
    const before = registry.requests.length;
    const { seconds, totals } = await timed(given);
    const asked = registry.requests.length - before;
    console.log(
      `${what.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s  ${String(asked).padStart(5)} requests  ${totals}`,
    );
  }
  console.log(`evidence: ${(statSync(evidence).size / 2 ** 20).toFixed(1)} MiB`);
} finally {
  await registry.close();
  if (process.env.KEEP === undefined) rmSync(folder, { recursive: true });
  else console.log(folder);
}

function timed(args) {
  const started = performance.now();
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    ...(process.env.NODE_OPTIONS && { NODE_OPTIONS: process.env.NODE_OPTIONS }),
  };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, ...args], { cwd: folder, env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${args.join(' ')}: ${stderr}`));
      else resolve({ seconds: (performance.now() - started) / 1000, totals: /^In all: .*$/m.exec(stdout)?.[0] ?? '' });
    });
  });
}
