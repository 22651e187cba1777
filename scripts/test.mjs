/**
 * Runs the tests on this machine's Node and on the Node that the action runs on (24), from the npm package `node`.
 *
 *   npm test                   both
 *   npm test -- __tests__/x    only these files, on this machine's Node
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const flags = ['--experimental-vm-modules', '--no-warnings', jest];
const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'lockgate-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
let status = 0;

function run(label, command, args) {
  const output = join(folder, `${label}.json`);
  console.log(`\n== ${label}: ${[...args, ...only].length > 0 ? 'jest' : ''} ${only.join(' ')}`);
  const ended = spawnSync(command, [...args, '--json', `--outputFile=${output}`, ...only], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (ended.status !== 0) status = 1;
  const report = JSON.parse(readFileSync(output, 'utf8'));
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  totals.skipped += report.numPendingTests;
}

run(`node-${process.versions.node}`, process.execPath, flags);
if (only.length === 0) run('node-24', 'npx', ['--yes', '-p', 'node@24', 'node', ...flags]);
rmSync(folder, { recursive: true });

console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = status;
