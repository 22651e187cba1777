import { describe, expect, test } from '@jest/globals';

import { GateFailure } from '../../src/errors.ts';
import { lockfileName, managerOf, parseLockfile, unsupported } from '../../src/managers/index.ts';
import { managerIds } from '../../src/model/manager-ids.ts';

/** The smallest lockfile of each, by its name. */
const smallest: Record<(typeof managerIds)[number], readonly [name: string, text: string]> = {
  npm: ['package-lock.json', '{"lockfileVersion":3,"packages":{}}'],
  'yarn-classic': ['yarn.lock', '# yarn lockfile v1\n'],
  'yarn-berry': ['yarn.lock', '__metadata:\n  version: 8\n'],
  pnpm: ['pnpm-lock.yaml', "lockfileVersion: '9.0'\n"],
  bun: ['bun.lock', '{"lockfileVersion":1,"workspaces":{}}'],
  deno: ['deno.lock', '{"version":"5"}'],
};

describe.each(managerIds)('%s', (id) => {
  const [name, text] = smallest[id];
  const { lockfile, program } = managerOf(id);

  test('is what its id leads to, and what the name and the text of its lockfile lead to', () => {
    expect(managerOf(id).id).toBe(id);
    const found = lockfileName(`app/${name}`);
    expect(found?.program).toBe(program);
    expect(found?.reading?.managerOf(name, text)).toBe(managerOf(id));
    expect(parseLockfile(name, new TextEncoder().encode(text)).format).toBe(id);
  });

  test('has what it reads in the sentence that lists what can be read', () => {
    expect(unsupported('shrinkwrap.yaml').message).toContain(` of ${lockfile.versions}`);
  });
});

test('what can be read is told in one sentence', () => {
  expect(unsupported('a/shrinkwrap.yaml').message).toBe(
    'This version of lockgate cannot read this lockfile: it reads package-lock.json and npm-shrinkwrap.json of the ' +
      'versions 1 to 3, yarn.lock of Yarn 1 and of the metadata versions 4 to 10, pnpm-lock.yaml of the versions 5.2 to ' +
      '9.0, bun.lock of the versions 0 to 3, and deno.lock of the versions 3 to 5. Nothing in it was evaluated.',
  );
});

test.each(['shrinkwrap.yaml', 'pnpm-lock.feature.yaml', 'bun.lockb', 'vlt-lock.json', 'aube-lock.yaml'])(
  '%s is a lockfile, and is not read',
  (name) => {
    expect(lockfileName(`app/${name}`)).toBeDefined();
    expect(() => parseLockfile(name, new Uint8Array())).toThrow(GateFailure);
  },
);

test.each(['package.json', 'pnpm-lock.yaml.bak', 'my-yarn.lock', 'constructor'])('%s is no lockfile', (name) => {
  expect(lockfileName(`app/${name}`)).toBeUndefined();
});

test.each([
  ['npm', 11, ['npm']],
  ['yarn', 0, ['yarn-classic']],
  ['yarn', 1, ['yarn-classic']],
  ['yarn', 2, ['yarn-berry']],
  ['yarn', 4, ['yarn-berry']],
  ['pnpm', 10, ['pnpm']],
  ['bun', 1, ['bun']],
  ['cnpm', 1, []],
])('`packageManager` %s@%d names %j', (program, major, named) => {
  expect(managerIds.filter((id) => managerOf(id).isNamedBy(program, major))).toEqual(named);
});
