import { expect, test } from '@jest/globals';

import { withoutHeldBack } from '../../src/resolve/held-back.ts';

/** A packument as a package manager that waits sees it. */

const packument = (tags: Readonly<Record<string, string>>, ...versions: readonly string[]) => ({
  name: 'x',
  'dist-tags': tags,
  versions: Object.fromEntries(versions.map((version) => [version, { version }])),
});
const seen = (tags: Readonly<Record<string, string>>, young: readonly string[], ...versions: readonly string[]) => {
  const times = Object.fromEntries(young.map((version) => [version, 'young']));
  return withoutHeldBack(packument(tags, ...versions), 'x', times, (_name, _version, time) => time === 'young');
};

test('the versions that wait are left out, and tags name the highest that is left below them', () => {
  expect(seen({ latest: '1.2.0' }, ['1.2.0', '2.0.0'], '1.0.0', '1.1.0', '1.2.0-rc.1', '1.2.0', '2.0.0')).toEqual(
    packument({ latest: '1.1.0' }, '1.0.0', '1.1.0', '1.2.0-rc.1'),
  );
  const next = seen({ latest: '1.0.0', next: '2.0.0-rc.2' }, ['2.0.0-rc.2'], '1.0.0', '2.0.0-rc.1', '2.0.0-rc.2');
  expect(next['dist-tags']).toEqual({ latest: '1.0.0', next: '2.0.0-rc.1' });
  expect(seen({ latest: '1.0.0' }, ['1.0.0'], '1.0.0')['dist-tags']).toEqual({});
});

test('a document without times, or where nothing waits, stays as it is', () => {
  const whole = packument({ latest: '1.0.0' }, '1.0.0');
  expect(withoutHeldBack(whole, 'x', undefined, (_name, _version, time) => time !== undefined)).toBe(whole);
});
