/**
 * Runs every test on the Node that the action runs on (24, scripts/test/node24.mjs), and on this machine's Node those that
 * meet it: what starts processes, reads disks and speaks to servers. The rest is pure, which the linter holds, and
 * running it twice would take the command past ten minutes (docs/decisions/0094).
 *
 *   npm test                   both
 *   npm test -- --all          everything on both
 *   npm test -- __tests__/x    only these files, on this machine's Node
 *   npm test -- --corpus       with every real lockfile of __tests__/fixtures/corpus, not the sample
 *   npm test -- --no-skips     fails where a test was skipped
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

import { node24 } from './test/node24.mjs';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const flags = ['--experimental-vm-modules', '--no-warnings', jest];
const given = process.argv.slice(2);
const [all, wholeCorpus, noSkips] = ['--all', '--corpus', '--no-skips'].map((flag) => given.includes(flag));
const only = given.filter((argument) => !['--all', '--corpus', '--no-skips'].includes(argument));
if (wholeCorpus) process.env.LOCKGATE_CORPUS = 'all';
/** Tests by what they meet: a part of their paths. */
const meetsNode = [
  ...['action/', 'repository/', 'doctor/', 'github/', 'gate', 'readme', 'inputs'],
  ...['evidence/[^/]*$', 'evidence/trust/attestation', 'resolve/resolver-thread', 'resolve/arborist'],
  'cli/(doctor|formats|help|init|readers|refresh-trust|registry-failures|tarballs|trust|vet)',
].map((part) => `__tests__/${part}`);
/** One more than there are cores: many tests wait for a process or for a server that does not answer. */
const workers = `--maxWorkers=${availableParallelism() + 1}`;
const folder = mkdtempSync(join(tmpdir(), 'lockgate-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
let status = 0;

function run(label, command, files) {
  const output = join(folder, `${label}.json`);
  console.log(`\n== ${label}: jest ${files.join(' ')}`);
  const ended = spawnSync(command, [...flags, workers, '--json', `--outputFile=${output}`, ...files], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // What a test starts by the name `node` is the same one.
    env: { ...process.env, PATH: `${dirname(command)}${delimiter}${process.env.PATH ?? ''}` },
  });
  if (ended.status !== 0) status = 1;
  const report = JSON.parse(readFileSync(output, 'utf8'));
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  totals.skipped += report.numPendingTests;
}

const isAction = process.versions.node.startsWith('24.');
let action;
try {
  // Looked up before the first tests run, so that a missing one is known at once.
  if (only.length === 0 && !isAction) action = node24();
} catch (error) {
  rmSync(folder, { recursive: true });
  console.error(error.message);
  process.exit(1);
}
run(`node-${process.versions.node}`, process.execPath, only.length > 0 || all || isAction ? only : meetsNode);
if (action !== undefined) run('node-24', action, []);
rmSync(folder, { recursive: true });

console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
if (noSkips && totals.skipped > 0) {
  console.log('A test was skipped, which --no-skips forbids: CONTRIBUTING.md says what the tests need.');
  status = 1;
}
process.exitCode = status;
