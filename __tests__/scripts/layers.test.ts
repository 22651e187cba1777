import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, expect, test } from '@jest/globals';

const script = fileURLToPath(new URL('../../scripts/layers.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lockgate-layers-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Checked {
  readonly problems: readonly string[];
  readonly numbers: Readonly<Record<string, unknown>>;
}
type Case = readonly [
  title: string,
  files: Readonly<Record<string, string>>,
  list: unknown,
  problems: readonly string[],
];

/** A made-up src/ of one case. */
function write(name: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
  return join(folder, name);
}

const chain = {
  'a/x.ts': 'export const x = 1;',
  'b/y.ts': "import { x } from '../a/x.ts';\nexport const y = x;",
  'c.ts': "export const z = async () => (await import('./b/y.ts')).y;",
};
const ring = {
  'a/x.ts': "export {};\nimport type { Y } from './y.ts';\nexport interface X { y: Y }",
  'a/y.ts': "export interface Y { x: import('./x.ts').X }",
};
const excepted = { circles: { 'a/y.ts > a/x.ts': 'later' } };

const cases: readonly Case[] = [
  ['imports that keep to the list', chain, { only: { b: ['a/x.ts'], 'c.ts': ['b'] } }, []],
  [
    'a circle that only types close',
    ring,
    {},
    ['a/x.ts:2: a circle of 2 in a knot of 2 files: a/x.ts > a/y.ts > a/x.ts'],
  ],
  [
    'a file that imports itself',
    { 'a.ts': "import './a.ts';" },
    {},
    ['a.ts:1: a circle of 1 in a knot of 1 files: a.ts > a.ts'],
  ],
  ['a circle that is excepted', ring, excepted, []],
  [
    'an exception that closes no circle any more',
    { ...ring, 'a/x.ts': 'export type X = 1;' },
    excepted,
    ['circles: a/y.ts > a/x.ts closes no circle any more; remove it'],
  ],
  [
    'an exception whose import is gone',
    chain,
    excepted,
    ['circles: a/y.ts > a/x.ts closes no circle any more; remove it'],
  ],
  [
    'an import that a room may not have',
    chain,
    { only: { b: [] } },
    ['b/y.ts:1: imports a/x.ts; b may import only itself'],
  ],
  ['an import out of the tree', { 'a.ts': "\nimport '../b.ts';" }, {}, ['a.ts:2: imports ../b.ts, which lies outside']],
  ['an order from the bottom', chain, { order: ['a', 'b', 'c.ts'] }, []],
  ['a chain in the order', chain, { order: ['a < b < c.ts'] }, []],
  [
    'an order upside down',
    chain,
    { order: ['c.ts', 'b', 'a'] },
    [
      'b/y.ts:1: imports a/x.ts; b may import only what is below it in the order',
      'c.ts:1: imports b/y.ts; c.ts may import only what is below it in the order',
    ],
  ],
  [
    'rooms beside each other',
    chain,
    { order: ['a, b', 'c.ts'] },
    ['b/y.ts:1: imports a/x.ts; b may import only what is below it in the order'],
  ],
  [
    'chains beside each other',
    chain,
    { order: ['a | b < c.ts'] },
    ['b/y.ts:1: imports a/x.ts; b may import only what is below it in the order'],
  ],
  ['an exception to the order', chain, { order: ['a | b < c.ts'], also: { b: ['a'] } }, []],
  [
    'a needless exception to the order',
    chain,
    { order: ['a < b < c.ts'], also: { b: ['a'] } },
    ['also: b does not need a any more; remove it'],
  ],
  [
    'a room whose own list is narrower than the order',
    chain,
    { order: ['a < b < c.ts'], only: { 'c.ts': ['a'] } },
    ['c.ts:1: imports b/y.ts; c.ts may import only a'],
  ],
  ['a room without a place in the order', chain, { order: ['a < b'] }, ['c.ts: has no place in the order']],
  ['a name that stands for nothing', chain, { pure: ['d'] }, ['d: is named by the list, and does not exist']],
  [
    'a room twice in the order',
    chain,
    { order: ['a < b', 'a < c.ts'] },
    ['order: a room is missing or named twice in "a < c.ts"'],
  ],
];

/** All cases in one process: loading what parses takes longer than they do. */
const runner = `
  import { checkLayers } from ${JSON.stringify(new URL('../../scripts/layers/check.mjs', import.meta.url).href)};
  const checked = JSON.parse(process.argv[1]).map(([path, list]) => checkLayers(path, list));
  console.log(JSON.stringify(checked));`;
const trees = cases.map(([, files, list], index) => [write(`case-${index}`, files), list]);
const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', runner, JSON.stringify(trees)], {
  encoding: 'utf8',
});
const checked = JSON.parse(stdout) as readonly Checked[];

test.each(cases.map(([title, , , problems], index) => ({ title, problems, index })))(
  '$title',
  ({ problems, index }) => {
    expect(checked[index]?.problems).toEqual(problems);
  },
);

test('rooms, layers and the edges between rooms are counted, imports on demand too', () => {
  expect(checked[0]?.numbers).toEqual({
    ...{ files: 3, imports: 2, rooms: 3, edges: 2, circles: 0 },
    layers: [['a'], ['b'], ['c.ts']],
  });
});

test('rooms of a circle are one in the layers', () => {
  const files = {
    'a/x.ts': "import '../b/y.ts';",
    'b/y.ts': '',
    'b/z.ts': "import '../a/x.ts';",
    'c.ts': "import './b/y.ts';",
  };
  const { numbers } = run('knot', files, {});
  expect(numbers).toContain('3 rooms in 2 layers, 3 import edges between rooms\n1 circles of rooms');
  expect(numbers).toContain('1  a + b\n2  c.ts\n');
});

test('the command fails where something is wrong, and says it', () => {
  expect(run('wrong', ring, {})).toMatchObject({
    status: 1,
    problems: cases[1]?.[3].map((line) => `${line}\n`).join(''),
  });
});

/** The command itself on one tree. */
function run(name: string, files: Readonly<Record<string, string>>, list: unknown) {
  const source = write(name, files);
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, `export default ${JSON.stringify(list)};`);
  const {
    status,
    stdout: numbers,
    stderr: problems,
  } = spawnSync(process.execPath, [script, source, path, '--list'], {
    encoding: 'utf8',
  });
  return { status, numbers, problems };
}
