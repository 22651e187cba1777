/**
 * Runs every test on the Node that the action runs on (24), and on this machine's Node those that meet Node
 * (scripts/test/meets-node.mjs, docs/decisions/0094).
 *
 *   npm test                   both, and a sample of the guards that `npm run mutants` removes
 *   npm test -- --all          everything on both, and each case of the bundle in a separate process
 *   npm test -- --long         properties are tried more often, and samples are whole
 *   npm test -- --corpus       every real lockfile instead of a sample
 *   npm test -- --slow         names the ten slowest files of each pass
 *   npm test -- --no-skips     fails if a test was skipped
 *   npm test -- __tests__/x    only these files, on this machine's Node
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { releaseNpm } from './release/npm.mjs';
import { meetsNode } from './test/meets-node.mjs';
import { node22, node24 } from './test/node24.mjs';
import { runJest, slowest } from './test/run-jest.mjs';

const variables = {
  '--all': { LOCKGATE_PROCESSES: '1' },
  '--long': { LOCKGATE_LONG: '1' },
  '--corpus': { LOCKGATE_CORPUS: 'all' },
  '--slow': {},
  '--no-skips': {},
};
const given = process.argv.slice(2);
const flags = Object.keys(variables).filter((flag) => given.includes(flag));
const files = given.filter((argument) => !flags.includes(argument));
const env = Object.assign({}, ...flags.map((flag) => variables[flag]));

const here = process.execPath;
const isAction = process.versions.node.startsWith('24.');
const passes = [];
if (files.length > 0) passes.push([here, files]);
else if (isAction) passes.push([here, []]);
else passes.push([action(), []], [here, flags.includes('--all') ? [] : meetsNode()]);

const totals = { passed: 0, failed: 0, skipped: 0 };
for (const [node, only] of passes) {
  console.log(`\n== ${node === here ? `this Node, ${process.versions.node}` : 'Node 24'}: jest ${only.join(' ')}`);
  const { status, report } = runJest(node, only, env);
  if (status !== 0) process.exitCode = 1;
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  totals.skipped += report.numPendingTests;
  if (flags.includes('--slow')) console.log(slowest(report).join('\n'));
}
if (files.length === 0) {
  console.log('\n== a sample of the guards that are taken out (npm run mutants)');
  const sample = fileURLToPath(new URL('mutants.mjs', import.meta.url));
  const { status } = spawnSync(here, [sample, '--sample', '5'], { stdio: 'inherit' });
  totals[status === 0 ? 'passed' : 'failed'] += 1;
  if (status !== 0) process.exitCode = 1;
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
if (flags.includes('--no-skips') && totals.skipped > 0) {
  console.log('A test was skipped, which --no-skips forbids: CONTRIBUTING.md says what the tests need.');
  process.exitCode = 1;
}

/** Looked up before the first tests run, so that a missing one is known at once, in one line. */
function action() {
  try {
    // The tests of the packed command line look for them and download nothing.
    env.LOCKGATE_NODE22 = node22();
    env.LOCKGATE_NODE24 = node24();
    releaseNpm();
    return env.LOCKGATE_NODE24;
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
