import { expect, test } from '@jest/globals';

import { OpenLockfile } from '../../src/compare/open-lockfile.ts';
import { parseLockfile } from '../../src/managers/index.ts';
import type { Named } from '../../src/resolve/vet-locked.ts';
import { lockedAnswers } from '../../src/resolve/vet-locked.ts';

/** What is judged of a lockfile when one of its packages is named. */

const entry = (version: string, dependencies: Readonly<Record<string, string>> = {}) => ({
  ...{ version, resolved: `https://registry.example/x/-/x-${version}.tgz`, integrity: `sha512-${'A'.repeat(86)}==` },
  dependencies,
});
const text = JSON.stringify({
  lockfileVersion: 3,
  packages: {
    '': { dependencies: { app: '^1.0.0', beside: '*' } },
    'node_modules/app': entry('1.0.0', { mid: '*', leaf: '^2.0.0' }),
    'node_modules/app/node_modules/leaf': entry('2.0.0'),
    'node_modules/mid': entry('1.0.0', { leaf: '*' }),
    'node_modules/leaf': entry('1.0.0', { app: '*' }),
    'node_modules/beside': entry('1.0.0'),
  },
});
const lockfile = new OpenLockfile(parseLockfile('package-lock.json', new TextEncoder().encode(text), true));
const answers = (...named: readonly Omit<Named, 'type'>[]) =>
  lockedAnswers(
    named.map((each) => ({ ...each, type: 'prod' })),
    lockfile,
  ).map(({ name, version, kind, previousVersion, via }) => {
    return `${kind} ${name}@${version} from ${previousVersion ?? '-'} via ${via.map((path) => path.join('>')).join(' ')}`;
  });

test('the version that stays, with everything that it pulls in and nothing beside it', () => {
  expect([...answers({ name: 'app', spec: '^1', keeps: '1.0.0' })].sort()).toEqual(
    [
      'updated app@1.0.0 from 1.0.0 via app',
      'updated leaf@2.0.0 from 2.0.0 via app>leaf',
      'updated leaf@1.0.0 from 1.0.0 via app>mid>leaf',
      'updated mid@1.0.0 from 1.0.0 via app>mid',
    ].sort(),
  );
});

test('where another version would be installed: the locked ones that answer the spec, and no others', () => {
  expect(answers({ name: 'leaf', spec: '*' })).toEqual([
    'updated leaf@1.0.0 from 1.0.0 via leaf',
    'updated leaf@2.0.0 from 2.0.0 via leaf',
  ]);
  expect(answers({ name: 'leaf', spec: '^2.0.0' })).toEqual(['updated leaf@2.0.0 from 2.0.0 via leaf']);
  expect(answers({ name: 'leaf', spec: '3' }, { name: 'unknown', spec: '*' })).toEqual([]);
});

test('a tag whose version is not known: every locked version', () => {
  expect(answers({ name: 'beside', spec: 'latest', keeps: '' })).toEqual([
    'updated beside@1.0.0 from 1.0.0 via beside',
  ]);
});
