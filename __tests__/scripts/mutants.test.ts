import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = 'export const isOpen = (age) => age >= 72;\nexport const name = () => "gate";\n';
const cases = `
import { expect, test } from '@jest/globals';
import { isOpen, name } from '../../src/rules/gate.js';
test('keeps the young out', () => expect(isOpen(1)).toBe(false));
test('lets the old in', () => expect(isOpen(100)).toBe(true));
test('reads a name', () => { if (name() !== 'gate') throw new RangeError('no gate'); });
test('has a name', () => expect(name()).toBe('door'));
test.each([1, 2])('twice', () => expect(isOpen(1)).toBe(false));
`;
const guard = { file: 'src/**/gate.js', find: 'age >= 72', replace: 'true', test: '__tests__/moved/gate.test.js' };

/** Each of these starts Jest several times. */
const patience = 120_000;

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'lockgate-guarded-'));
  const files = {
    'package.json': '{ "type": "module" }',
    'jest.config.js': 'export default { transform: {} };',
    'src/rules/gate.js': source,
    '__tests__/rules/gate.test.js': cases,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  mkdirSync(join(project, 'scripts', 'mutants'), { recursive: true });
  cpSync(join(root, 'scripts', 'mutants.mjs'), join(project, 'scripts', 'mutants.mjs'));
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
});

afterEach(() => rmSync(project, { recursive: true }));

/** Runs the script over these entries, with a folder of its own for temporary files. */
function run(entries: readonly object[], ...args: readonly string[]) {
  writeFileSync(join(project, 'scripts', 'mutants', 'some.json'), JSON.stringify(entries));
  const temporary = join(project, 'temporary');
  mkdirSync(temporary, { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/mutants.mjs', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary },
  });
  return { status, lines: stdout.trim().split('\n'), stderr, left: readdirSync(temporary) };
}

describe('a guard that is taken out', () => {
  test(
    'counts as noticed by an assertion of its one case alone, and leaves nothing changed behind',
    () => {
      const { status, lines, left } = run([
        { ...guard, id: 1, name: 'keeps the young out' },
        { ...guard, id: 2, name: 'lets the old in' },
        { ...guard, id: 3, find: '"gate"', replace: '""', name: 'reads a name' },
        { ...guard, id: 4, find: '"gate"', replace: '"door"', name: 'has a name' },
        { ...guard, id: 5, name: 'twice' },
        { ...guard, id: 6, name: 'keeps the young' },
        { ...guard, id: 7, replace: 'age >=', name: 'lets the old in ' },
      ]);
      expect(lines.filter((line) => !line.startsWith('  '))).toEqual([
        'killed src/rules/gate.js:1 keeps the young out',
        'NOT KILLED src/rules/gate.js:2 lets the old in',
        'NOT KILLED src/rules/gate.js:3 reads a name',
        'NOT KILLED src/rules/gate.js:4 has a name',
        'NOT KILLED src/rules/gate.js:5 twice',
        'NOT KILLED src/rules/gate.js:6 keeps the young',
        'NOT KILLED src/rules/gate.js:7 lets the old in ',
        '1 of 7 killed',
      ]);
      expect(lines.filter((line) => line.startsWith('  '))).toEqual([
        '  no difference with the change',
        '  fails with the change, and by no assertion: RangeError: no gate',
        '  fails without the change: Error: expect(received).toBe(expected) // Object.is equality',
        expect.stringMatching(/^ {2}2 cases of/),
        expect.stringMatching(/^ {2}0 cases of/),
        expect.stringMatching(/^ {2}0 cases of/),
      ]);
      expect(status).toBe(1);
      expect(readFileSync(join(project, 'src/rules/gate.js'), 'utf8')).toBe(source);
      expect(left).toEqual([]);
    },
    patience,
  );

  test(
    'can be chosen by the file and id, and is a success where its case notices',
    () => {
      const entries = [
        { ...guard, id: 1, name: 'keeps the young out' },
        { ...guard, id: 2, name: 'lets the old in' },
      ];
      const expected = ['killed src/rules/gate.js:1 keeps the young out', '1 of 1 killed'];
      expect(run(entries, '--only', 'gate.js:1')).toMatchObject({ status: 0, lines: expected });
      expect(run(entries, '--sample', '1')).toMatchObject({ status: 0, lines: expected });
    },
    patience,
  );

  test(
    'whose file cannot be read with the change is no proof',
    () => {
      const { lines } = run([{ ...guard, id: 1, replace: 'age >=', name: 'keeps the young out' }]);
      expect(lines).toEqual([
        'NOT KILLED src/rules/gate.js:1 keeps the young out',
        expect.stringMatching(/^ {2}the test file could not be run: /),
        '0 of 1 killed',
      ]);
    },
    patience,
  );
});

test.each<[string, object, string]>([
  ['text that is not there', { find: 'age > 72' }, 'occurs 0 times in src/rules/gate.js'],
  ['text that is there twice', { find: 'export' }, 'occurs 2 times in src/rules/gate.js'],
  ['no file', { file: 'src/gate.js' }, 'src/gate.js matches no file'],
  ['no test file', { test: '__tests__/x.test.js' }, 'matches no file'],
  ['no difference', { replace: guard.find }, 'changes nothing'],
  ['no name', { name: undefined }, 'has no text `name`'],
  ['the id of another', { id: 0, name: 'lets the old in' }, 'has the id of src/rules/gate.js:0, as'],
  ['the case of another', { name: 'has a name' }, 'has the case of'],
])('an entry with %s is refused by its file and id, whichever entries are run', (_, patch, message) => {
  const entries = [
    { ...guard, id: 0, name: 'has a name' },
    { ...guard, id: 1, name: 'keeps the young out', ...patch },
  ];
  const { status, stderr } = run(entries, '--only', 'gate.js:0');
  expect(stderr).toMatch(/^mutants: src\/(\*\*\/)?gate\.js:[01] \(some\.json\)/);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});
