import { expect, test } from '@jest/globals';

import { aliasesOf } from '../../src/lockfile/aliases.ts';
import { parseLockfile } from '../../src/managers/index.ts';

const sri = `sha512-${'A'.repeat(85)}A==`;
const texts: Readonly<Record<string, string>> = {
  'pnpm-lock.yaml': [
    "lockfileVersion: '9.0'",
    'importers:',
    '  .:',
    '    dependencies:',
    '      one: { specifier: npm:real@1.0.0, version: real@1.0.0 }',
    '      asks: { specifier: 1.0.0, version: 1.0.0 }',
    'packages:',
    `  asks@1.0.0: { resolution: { integrity: ${sri} } }`,
    `  real@1.0.0: { resolution: { integrity: ${sri} } }`,
    'snapshots:',
    '  asks@1.0.0: { dependencies: { two: real@1.0.0, real: 1.0.0 } }',
    '  real@1.0.0: {}',
    '',
  ].join('\n'),
  'yarn.lock': [
    '# yarn lockfile v1',
    '',
    '',
    'asks@1.0.0:',
    '  version "1.0.0"',
    '',
    '"one@npm:real@1.0.0", real@1.0.0, "two@npm:real@1.0.0":',
    '  version "1.0.0"',
    '',
  ].join('\n'),
  'berry/yarn.lock': [
    '__metadata:',
    '  version: 8',
    '',
    '"asks@npm:1.0.0":',
    '  version: 1.0.0',
    '  resolution: "asks@npm:1.0.0"',
    '',
    '"one@npm:real@1.0.0, real@npm:1.0.0, two@npm:real@1.0.0":',
    '  version: 1.0.0',
    '  resolution: "real@npm:1.0.0"',
    '',
  ].join('\n'),
};

test.each(Object.keys(texts))('every name that one entry stands for: %s', (path) => {
  const { packages } = parseLockfile(path, new TextEncoder().encode(texts[path]));
  const named = packages.map((each) => [each.name, ...[...aliasesOf(each)].sort()]);
  expect(named.sort()).toEqual([['asks'], ['real', 'one', 'two']]);
});
