import { execFileSync } from 'node:child_process';

import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readAttributes } from '../../src/repository/git-attributes.ts';
import { gitRepository } from '../support/git-repository.ts';

/** Git itself is the oracle: what `git check-attr` says of the same files. */

type Files = Readonly<Record<string, string>>;
const attributes = ['ident', 'filter', 'working-tree-encoding', 'text', 'binary', 'diff', 'lock'];
const paths = [
  ...['package-lock.json', 'yarn.lock', '.npmrc', 'a/package-lock.json', 'a/b/yarn.lock', 'a/b/c/package.json'],
  ...['ab/yarn.lock', 'A/Yarn.lock', 'a/[x]', 'a b/package.json', 'é/pnpm-lock.yaml', 'a/-', 'a/\\x', 'a/"x"'],
];

function ours(files: Files): readonly string[] {
  const read = readAttributes(
    Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text, 'utf8') })),
  );
  return paths.flatMap((path) =>
    attributes.map((name) => {
      const state = read.stateOf(path, name) ?? 'unspecified';
      return `${path}: ${name}: ${state === true ? 'set' : state === false ? 'unset' : state}`;
    }),
  );
}

const repository = gitRepository();

function gits(files: Files): readonly string[] {
  for (const [path, text] of Object.entries(files)) repository.write(path, text);
  try {
    const input = paths.map((path) => `${path}\0`).join('');
    const said = execFileSync('git', ['-C', repository.folder, 'check-attr', '-z', '--stdin', ...attributes], {
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
    }).toString('utf8');
    const fields = said.split('\0').slice(0, -1);
    return Array.from({ length: fields.length / 3 }, (_, at) => {
      const [path, name, state] = fields.slice(at * 3, at * 3 + 3);
      return `${path ?? ''}: ${name ?? ''}: ${state ?? ''}`;
    });
  } finally {
    for (const path of Object.keys(files)) repository.write(path, '');
  }
}

test.each<[string, Files]>([
  ['a name at any depth', { '.gitattributes': 'package-lock.json ident\n*.lock -text' }],
  ['the last match decides', { '.gitattributes': '*.lock filter=a\nyarn.lock filter=b' }],
  ['`!` takes back, `-` unsets', { '.gitattributes': '* ident filter=x\nyarn.lock !ident -filter' }],
  [
    'the deeper file decides',
    { '.gitattributes': '* ident', 'a/.gitattributes': '* -ident', 'a/b/.gitattributes': 'yarn.lock ident' },
  ],
  [
    'patterns with a slash',
    { '.gitattributes': '/yarn.lock ident\na/b/* filter=q\na/** lock', 'a/.gitattributes': 'b/yarn.lock text=x' },
  ],
  ['a pattern for folders matches no file', { '.gitattributes': 'a/ ident\na/b/ filter=x' }],
  ['a macro', { '.gitattributes': '[attr]lock ident filter=x\n*.lock lock' }],
  ['a macro that is defined below its use', { '.gitattributes': '*.lock lock\n[attr]lock ident -text' }],
  ['a macro of macros', { '.gitattributes': '[attr]a1 ident\n[attr]lock a1 filter=x\n* lock\nyarn.lock -lock' }],
  ['a macro that names itself', { '.gitattributes': '[attr]lock lock ident\n* lock' }],
  [
    'a macro with a value or unset stands for nothing',
    { '.gitattributes': '[attr]lock ident\n*.lock lock=1\n*.json -lock' },
  ],
  ['a macro in a folder defines nothing', { 'a/.gitattributes': '[attr]lock ident\n* lock' }],
  ['`binary` is built in', { '.gitattributes': '*.lock binary' }],
  ['`binary` defined anew', { '.gitattributes': '[attr]binary ident\n*.lock binary' }],
  ['a line with an invalid name is ignored', { '.gitattributes': '* ident\n* -ident foo!x\n* filter=a =b' }],
  ['a negative pattern is ignored', { '.gitattributes': '* ident\n!yarn.lock -ident' }],
  ['quotes', { '.gitattributes': '"a b/package.json" ident\n"\\303\\251/*" filter=e\n"a/\\"x\\"" lock\n"a\\qb" text' }],
  [
    'comments, blanks, carriage returns, tabs',
    { '.gitattributes': '# * ident\r\n  * \tident\r\n\r\n\tyarn.lock\t-ident\r\n' },
  ],
  ['a byte order mark', { '.gitattributes': '\uFEFFyarn.lock ident' }],
  [
    'classes',
    { '.gitattributes': 'yar[a-z].lock ident\n[!p]*.lock lock\n[[:upper:]]arn.lock text\n[]y-]arn.lock filter=x' },
  ],
  ['escapes', { '.gitattributes': '\\yarn.lock ident\na/\\[x\\] lock\na/\\\\x text\n\\#x ident' }],
  [
    'stars',
    {
      '.gitattributes':
        'a**/yarn.lock ident\n**/b/** filter=z\na/**/package.json lock\n***.lock text\na/*/yarn.lock diff',
    },
  ],
  ['an open class matches nothing', { '.gitattributes': '[y ident\nyarn.lock[ ident\n[[:no:]]arn.lock ident' }],
  ['one byte for each question mark', { '.gitattributes': '?/pnpm-lock.yaml ident\n??/pnpm-lock.yaml lock' }],
  ['a line above the limit', { '.gitattributes': `* ident\n* -ident ${'x'.repeat(2100)}` }],
])('git check-attr says the same: %s', (_, files) => {
  expect(ours(files)).toEqual(gits(files));
});

test('git check-attr says the same of lines that nobody would write', () => {
  const piece = fc.constantFrom(
    ...[
      '*',
      '**',
      '?',
      '/',
      'a',
      'b',
      'yarn',
      '.lock',
      '.json',
      'package',
      '[',
      ']',
      '!',
      '^',
      '-',
      '\\',
      '"',
      '[!a]',
      '[a-z]',
    ],
    ...['[[:alpha:]]', 'A', '.', '**/', '/**', 'c', '[]', '[^', '[\\]]'],
  );
  const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
  const state = fc.constantFrom(
    'ident',
    '-ident',
    '!ident',
    'filter=x',
    '-filter',
    'lock',
    '!lock',
    'binary',
    'text=auto',
  );
  const line = fc
    .tuple(pattern, fc.array(state, { maxLength: 3 }))
    .map(([glob, states]) => [glob, ...states].join(' '));
  const macro = fc.array(state, { maxLength: 2 }).map((states) => ['[attr]lock', ...states].join(' '));
  const file = fc
    .array(fc.oneof({ weight: 5, arbitrary: line }, macro), { maxLength: 8 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(file, file, (root, nested) => {
      const files = { '.gitattributes': root, 'a/.gitattributes': nested };
      expect(ours(files)).toEqual(gits(files));
    }),
    { numRuns: 150 },
  );
});

const rewriting = (text: string | Uint8Array, path = 'package-lock.json') =>
  readAttributes([{ path: '.gitattributes', bytes: Buffer.from(text) }])
    .rewritingOf(path)
    .map(({ attribute, value, line }) => `${line} ${attribute} ${value}`);

test.each<[string, string | Uint8Array, readonly string[]]>([
  ['ident', '* ident', ['1 ident ']],
  ['a filter', '# why\n*.json filter=lfs diff=lfs merge=lfs -text', ['2 filter lfs']],
  ['an encoding', 'package-lock.json working-tree-encoding=ISO646-KR', ['1 working-tree-encoding ISO646-KR']],
  [
    'harmless ones',
    '* text=auto eol=lf whitespace=x merge=ours -diff linguist-generated export-ignore binary delta',
    [],
  ],
  ['values that do nothing', '* ident=x filter working-tree-encoding=UTF-8 -filter', []],
  ['another case, which some file systems do not tell apart', 'Package-Lock.JSON ident', ['1 ident ']],
  ['a long line that takes back, which newer versions ignore', `* ident\n* -ident ${'x'.repeat(2100)}`, ['1 ident ']],
  ['a long line that gives, which older versions read', `* ident ${'x'.repeat(2100)}`, ['1 ident ']],
  ['what is taken back behind a NUL', '* ident\n#\0\n* -ident', ['1 ident ']],
  ['what is given behind a NUL', '#\0\n* ident', ['2 ident ']],
])('what rewrites a file: %s', (_, text, expected) => {
  expect(rewriting(text)).toEqual(expected);
});

test('a pattern made to be slow is matched at once', () => {
  const text = `${'*a'.repeat(500)}b ident\n${'**/'.repeat(300)}x filter=y`;
  const start = performance.now();
  expect(rewriting(text, `${'a/'.repeat(1000)}${'a'.repeat(200)}`)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(2_000);
});
