import { describe, expect, test } from '@jest/globals';

import { jsonReport } from '../../src/report/formats/json.ts';
import { parseReport } from '../../src/report/schema.ts';
import { parseEvidence, serializeEvidence } from '../../src/recording/evidence-file.ts';
import { recordingOf } from '../../src/run/evidence-recording.ts';
import { runGate } from '../../src/run/pipeline.ts';
import { reportOf } from '../../src/run/report-of.ts';
import type { Run } from '../../src/run/request.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** The comparisons of one head beside its own, joined into one verdict. Without network access. */

type Files = Readonly<Record<string, MemoryFile>>;

const policyPath = '.github/dependency-policy.yml';
const workflow = (ref: string) => ({
  '.github/workflows/gate.yml': `on: pull_request\njobs: { gate: { steps: [{ uses: acme/lockgate@${ref} }] } }\n`,
});
const plain = { 'package.json': { name: 'root', version: '1.0.0' }, ...workflow('v1') };
const ghost = {
  'package.json': { name: 'root', version: '1.0.0', dependencies: { ghost: '1.0.0' } },
  'package-lock.json': {
    ...{ name: 'root', version: '1.0.0', lockfileVersion: 3 },
    packages: {
      '': { name: 'root', version: '1.0.0', dependencies: { ghost: '1.0.0' } },
      'node_modules/ghost': {
        version: '1.0.0',
        resolved: 'https://registry.npmjs.org/ghost/-/ghost-1.0.0.tgz',
        integrity: `sha512-${'A'.repeat(86)}==`,
      },
    },
  },
};

interface Given {
  /** What the base branch has, and the head keeps. */
  readonly kept: Files;
  /** What the default branch has. */
  readonly trunk?: Files;
  /** What the head changes beside it. */
  readonly changed?: Files;
  readonly policy?: string;
  readonly sameHead?: boolean;
}

function gate({ kept, trunk = plain, changed = {}, policy = '', sameHead = false }: Given): Promise<Run> {
  const [base, head, past] = [kept, { ...kept, ...changed }, trunk].map((files) => memorySnapshot(files));
  if (base === undefined || head === undefined || past === undefined) throw new Error('three states');
  const reason = sameHead
    ? ({ kind: 'same-head', branch: 'main', pull: 7 } as const)
    : ({ kind: 'not-a-baseline', branch: 'helper', defaultBranch: 'main' } as const);
  return runGate({
    ...{ mode: 'check', base, head, trusted: past, also: [{ base: past, head, reason }], policyPath },
    ...{ policy: { source: 'policy.yml', text: `version: 1\n${policy}` }, now: '2026-11-25T00:00:00.000Z' },
    ...{ offline: true, env: {}, workTree: '/nonexistent' },
  });
}
const told = ({ judgement }: Run) =>
  judgement.findings.map(({ codes, level, floor, status }) => `${codes.join()} ${floor ? 'floor' : level} ${status}`);
const quiet = (level: string) => `rules: { gate-config: ${level} }\n`;
const edited = { ...plain, ...workflow('v2') };

describe('what only another comparison of the head finds', () => {
  test('is nothing where it finds nothing: not a word', async () => {
    const run = await gate({ kept: { ...plain, 'README.md': 'x' } });
    expect([run.judgement.verdict, told(run)]).toEqual(['pass', []]);
  });

  test('is floor if one of it is floor, whatever the policy observes', async () => {
    const run = await gate({ kept: { ...plain, ...ghost }, policy: 'mode: observe\nrules: { lockfile: off }\n' });
    expect([run.judgement.verdict, told(run)]).toEqual(['fail', ['base-not-a-baseline floor reported']]);
  });

  test.each([
    ['error', 'error', 'fail'],
    ['warn', 'warn', 'warn'],
    ['note', undefined, 'pass'],
  ])('at level %s is %s', async (level, found, verdict) => {
    const run = await gate({ kept: edited, policy: `rules: { gate-config: ${level}, lockfile: off }\n` });
    expect(told(run)).toEqual(found === undefined ? [] : [`base-not-a-baseline ${found} reported`]);
    expect(run.judgement.verdict).toBe(verdict);
  });

  test('only warns under `observe`, if it is not floor', async () => {
    const run = await gate({ kept: edited, policy: `mode: observe\n${quiet('error')}` });
    expect([run.judgement.verdict, told(run)]).toEqual(['warn', ['base-not-a-baseline error reported']]);
  });

  test('is not counted where the comparison itself finds it too', async () => {
    const run = await gate({ kept: plain, changed: workflow('v2'), policy: quiet('error') });
    expect(told(run)).toEqual(['workflow-changed error reported']);
  });

  test('is counted where the comparison itself finds the same for a use that a profile excuses', async () => {
    const { dependencies, ...manifest } = ghost['package.json'];
    const dev = {
      'package.json': { ...manifest, devDependencies: dependencies },
      'package-lock.json': {
        ...ghost['package-lock.json'],
        packages: {
          '': { name: 'root', version: '1.0.0', devDependencies: dependencies },
          'node_modules/ghost': { ...ghost['package-lock.json'].packages['node_modules/ghost'], dev: true },
        },
      },
    };
    const [past, here, there] = [plain, { ...plain, ...dev }, { ...plain, ...ghost }].map((files) =>
      memorySnapshot(files),
    );
    if (past === undefined || here === undefined || there === undefined) throw new Error('three states');
    const reason = { kind: 'not-a-baseline', branch: 'helper', defaultBranch: 'main' } as const;
    const text = `version: 1
rules: { new-direct-dependency: error }
profiles: { lax: { rules: { new-direct-dependency: warn } } }
apply: [{ dependencyTypes: [dev], profile: lax }]
`;
    const run = await runGate({
      ...{
        mode: 'check',
        base: past,
        head: here,
        trusted: past,
        also: [{ base: past, head: there, reason }],
        policyPath,
      },
      ...{ policy: { source: 'policy.yml', text }, now: '2026-11-25T00:00:00.000Z' },
      ...{ offline: true, env: {}, workTree: '/nonexistent' },
    });
    expect(told(run)).toContain('base-not-a-baseline error reported');
  });

  test('is not counted where an exception covers it', async () => {
    const own = await gate({ kept: plain, changed: workflow('v2'), policy: quiet('error') });
    const [{ fingerprint } = { fingerprint: '' }] = own.judgement.findings;
    const entry = `{ path: .github/workflows/gate.yml, codes: [workflow-changed], fingerprint: ${fingerprint}, reason: r, expires: 2026-12-31 }`;
    const run = await gate({ kept: edited, policy: `${quiet('error')}exceptions: [${entry}]\n` });
    expect([run.judgement.verdict, told(run)]).toEqual(['pass', []]);
  });

  test('is excepted by its fingerprint, which is of exactly these findings', async () => {
    const found = await gate({ kept: edited, policy: quiet('error') });
    const [{ fingerprint, ofFiles } = { fingerprint: '' }] = found.judgement.findings;
    expect(ofFiles).toBe(true);
    const entry = `{ path: ${policyPath}, codes: [base-not-a-baseline], fingerprint: ${fingerprint}, reason: r, expires: 2026-12-31 }`;
    const policy = `${quiet('error')}exceptions: [${entry}]\n`;
    expect(told(await gate({ kept: edited, policy }))).toEqual(['base-not-a-baseline error excepted']);
    const other = { ...plain, ...workflow('v3') };
    expect(told(await gate({ kept: other, policy }))).toEqual(['base-not-a-baseline error reported']);
  });

  test('is an error of the run where it cannot be evaluated', async () => {
    const run = await gate({ kept: { ...plain, 'package-lock.json': '{' } });
    expect(run.judgement.verdict).toBe('error');
    expect(run.comparison.errors[0]?.message).toMatch(/^compared with `main`: /);
  });

  test('names the other pull request, if it is one', async () => {
    const run = await gate({ kept: edited, policy: quiet('error'), sameHead: true });
    expect(told(run)).toEqual(['same-head-blocked error reported']);
    expect(run.judgement.findings[0]?.message).toContain('also proposed into `main` (#7)');
  });

  test('is reported again by a replay of the recording', async () => {
    const run = await gate({ kept: edited, policy: quiet('error') });
    const recording = recordingOf(run);
    if (recording === undefined) throw new Error('nothing was recorded');
    const again = await runGate({ replay: await parseEvidence(serializeEvidence(recording), 'evidence.json') });
    expect(jsonReport(reportOf(again))).toBe(jsonReport(reportOf(run)));
    expect(parseReport(jsonReport(reportOf(run)))).toEqual(reportOf(run));
  });
});
