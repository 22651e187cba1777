import { describe, expect, test } from '@jest/globals';

import { readInstallJobs } from '../../../src/platform/doctor/install-jobs.ts';

/** Which jobs install what a pull request locks before the gate has judged it. */

const gate = `  gate: { steps: [{ uses: 'acme/lockgate@v1' }] }\n`;
const found = (jobs: string, on = 'pull_request') =>
  readInstallJobs('ci.yml', `on: ${on}\njobs:\n${jobs}`).map(({ job }) => job);

describe('a job waits for the gate', () => {
  test('if it needs it', () => {
    expect(found(`${gate}  test: { needs: gate, steps: [{ run: npm ci }] }\n`)).toEqual([]);
  });

  test('not if it runs although the gate has failed', () => {
    expect(found(`${gate}  test: { needs: gate, if: 'always()', steps: [{ run: npm ci }] }\n`)).toEqual(['test']);
  });

  test('not if it stands beside it', () => {
    expect(found(`${gate}  test: { steps: [{ run: npm ci }] }\n`)).toEqual(['test']);
  });
});

describe('an install is', () => {
  test.each([
    ...['npm ci', 'npm i', 'npm --loglevel=error install', 'npm clean-install', 'npm install --ignore-scripts'],
    ...[
      'pnpm i',
      'pnpm --dir=web install',
      'bun install',
      'yarn',
      'yarn --immutable',
      'yarn install',
      'cd web && yarn',
    ],
    ...['yarn workspaces focus web', 'npm test; npm it'],
  ])('%s', (run) => {
    expect(found(`  test: { steps: [{ run: ${JSON.stringify(run)} }] }\n`)).toEqual(['test']);
  });

  test.each([
    ...['npm test', 'npm run ci', 'npm run install', 'pnpm test', 'yarn build', 'yarn run install', 'bun test'],
    ...['# npm ci', 'echo nothing', 'npm init -y', 'npm-ci'],
  ])('not %s', (run) => {
    expect(found(`  test: { steps: [{ run: ${JSON.stringify(run)} }] }\n`)).toEqual([]);
  });

  test('looked for on what somebody proposes only', () => {
    const job = '  test: { steps: [{ run: npm ci }] }\n';
    expect(found(job, 'push')).toEqual([]);
    expect(found(job, '[push, pull_request_target]')).toEqual(['test']);
  });
});
