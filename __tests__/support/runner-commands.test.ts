import { expect, test } from '@jest/globals';

import { readCommands } from './runner-commands.ts';

test.each([
  [
    '::error file=a.json,line=3,title=x%3A y::one%0Atwo',
    'error',
    { file: 'a.json', line: '3', title: 'x: y' },
    'one\ntwo',
  ],
  ['   ::warning::m', 'warning', {}, 'm'],
  ['::ERROR::m', 'ERROR', {}, 'm'],
  ['text ##[add-mask]secret', 'add-mask', {}, 'secret'],
  ['##[set-output name=a%3Bb;x=y]v%5D', 'set-output', { name: 'a;b', x: 'y' }, 'v]'],
  ['::nothing::##[warning]m', 'warning', {}, 'm'],
  ['::debug::100%25', 'debug', {}, '100%'],
])('%s is a command', (line, name, properties, message) => {
  expect(readCommands(line)).toEqual([{ name, properties, message }]);
});

test.each([
  'text ::error::m',
  '::error:m',
  '::unknown::m',
  '##[unknown]m',
  '##vso[task]m',
  '#\\u{23}[error]m',
  '::error',
])('%s is text', (line) => expect(readCommands(line)).toEqual([]));

test('what a command holds is not a command', () => {
  expect(readCommands('::error::##[add-mask]x')).toHaveLength(1);
});

test('after stop-commands only its token is obeyed', () => {
  const names = readCommands('::stop-commands::abc\n::error::x\n::abc::\n::error::y').map(({ name }) => name);
  expect(names).toEqual(['stop-commands', 'abc', 'error']);
});
