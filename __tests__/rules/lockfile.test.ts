import { expect, test } from '@jest/globals';

import type { Level, Observation } from '../../src/model/index.ts';
import { runRules } from '../../src/judge/engine.ts';
import lockfile from '../../src/rules/lockfile.ts';
import { exampleNow } from '../support/dossier.ts';

function judgeObservations(
  observations: readonly Observation[],
  level: Level = 'error',
  advice: 'warn' | 'error' = 'warn',
) {
  return runRules({
    rules: [lockfile],
    settings: new Map([['lockfile', { level, advice, options: {} }]]),
    dossiers: [],
    observations,
    context: { now: exampleNow, mode: 'check' },
    unavailable: 'error',
  });
}

/** The observation of the rule's own first example of a code. */
function of(code: Observation['code'], args?: Observation['args']): Observation {
  const { examples } = lockfile;
  const found = examples.find(({ observation }) => observation.code === code)?.observation;
  if (found === undefined) throw new Error(`no example of ${code}`);
  return { ...found, line: 7, ...(args === undefined ? {} : { args }) };
}

test.each(['maps-disagree', 'manifest-disagrees', 'not-locked', 'incomplete', 'shadowed'] as const)(
  '%s is floor',
  (code) => {
    for (const level of ['off', 'warn', 'error'] as const) {
      expect(judgeObservations([of(code)], level)).toMatchObject([{ level: 'error', floor: true, line: 7 }]);
    }
  },
);

test.each(['submodule-changed', 'rewritten-before'] as const)('%s is a note', (code) => {
  expect(judgeObservations([of(code)])).toMatchObject([{ level: 'note', floor: false }]);
});

test.each([
  ...(['deleted', 'no-lockfile', 'rewritten-on-checkout', 'lfs-pointer'] as const),
  ...(['not-regular', 'submodule-read', 'moved-out'] as const),
])('%s has the level of the rule', (code) => {
  expect(judgeObservations([of(code)])).toMatchObject([{ level: 'error', floor: false }]);
  expect(judgeObservations([of(code)], 'warn')).toMatchObject([{ level: 'warn' }]);
  expect(judgeObservations([of(code)], 'off')).toEqual([]);
});

test.each([
  'moved-manager',
  'moved-folder',
  'not-comparable',
  'competes',
  'unreachable',
  'link-followed',
  'line-ends',
] as const)('%s is advice', (code) => {
  expect(judgeObservations([of(code)])).toMatchObject([{ level: 'warn' }]);
  expect(judgeObservations([of(code)], 'error', 'error')).toMatchObject([{ level: 'error' }]);
});

test('a token in an address that the two maps disagree about is masked', () => {
  const args = {
    place: 'node_modules/a',
    field: 'resolved',
    packages: 'https://registry.example/a.tgz',
    dependencies: 'https://u:s3cret@evil.test/a.tgz?token=s3cret',
  };
  const [finding] = judgeObservations([of('maps-disagree', args)]);
  expect(finding?.message).toContain('`https://***@evil.test/a.tgz?***`');
  expect(JSON.stringify(finding)).not.toContain('s3cret');
});

test('a token in a spec that manifest and lockfile disagree about is masked', () => {
  const args = { manifest: 'package.json', asked: 'prod git+https://u:s3cret@git.example/a.git', locked: '' };
  const [finding] = judgeObservations([of('manifest-disagrees', args)]);
  expect(finding?.message).toContain('`prod git+https://***@git.example/a.git`');
  expect(finding?.message).toContain('records nothing');
  expect(JSON.stringify(finding)).not.toContain('s3cret');
});

test('the entries of one package that nothing asks for are counted', () => {
  expect(judgeObservations([of('unreachable')])).toMatchObject([{ places: 2 }]);
});

test.each([
  ['yarn.lock', 'yarn install'],
  ['a/pnpm-lock.yaml', 'pnpm install --lockfile-only'],
  ['a/bun.lock', 'bun install --lockfile-only'],
  ['a/package-lock.json', 'npm install --package-lock-only'],
  ['npm-shrinkwrap.json', 'npm install --package-lock-only'],
])('%s is written again by its own package manager', (path, command) => {
  const [finding] = judgeObservations([{ ...of('unreachable'), path }]);
  expect(finding?.remediation).toContain(`\`${command}\``);
});
