import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
/** One more than there are cores: many tests wait for a process or for a server that does not answer. */
const workers = `--maxWorkers=${availableParallelism() + 1}`;

/**
 * Runs these test files, all where none is named, with this Node; what fails is printed as it fails.
 * @returns the exit status and Jest's own report
 */
export function runJest(node, files, env) {
  const folder = mkdtempSync(join(tmpdir(), 'lockgate-test-'));
  try {
    const output = join(folder, 'report.json');
    const args = ['--experimental-vm-modules', '--no-warnings', jest, workers, '--json', `--outputFile=${output}`];
    const { status, error } = spawnSync(node, [...args, ...files], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    });
    if (error !== undefined) throw error;
    return { status, report: JSON.parse(readFileSync(output, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The ten files that took longest, one a line. Beside other workers a file takes longer than alone. */
export function slowest({ testResults }) {
  return testResults
    .map(({ name, startTime, endTime, assertionResults }) => {
      const seconds = ((endTime - startTime) / 1000).toFixed(1).padStart(6);
      return `${seconds} s  ${name.replace(/^.*__tests__\//, '')} (${assertionResults.length} tests)`;
    })
    .sort()
    .reverse()
    .slice(0, 10);
}
