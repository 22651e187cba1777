import { describe, expect, test } from '@jest/globals';

import type { GateFailure } from '../../../src/errors.ts';
import { parseYarnText, type YarnDialect } from '../../../src/managers/yarn/text.ts';
import { plainJson } from '../../support/plain-json.ts';

/** What is read of a text; the code of the error where it is refused. */
function reading(text: string, dialect: YarnDialect): unknown {
  try {
    return plainJson(parseYarnText(text, 'yarn.lock', dialect).value);
  } catch (cause) {
    return (cause as GateFailure).code;
  }
}

interface Refused {
  /** What Yarn could have written, and what is read of it. */
  readonly honest: string;
  readonly read: unknown;
  /** The same with something in it that a lenient reader would drop or misread. */
  readonly refused: string;
}

describe('Yarn classic: a line of which a part would be lost is refused', () => {
  test.each<[string, Refused]>([
    [
      'a line break inside a quoted descriptor, which would make two descriptors of one',
      {
        honest: '"a@^1", "b@^1":\n  version "1.0.0"\n',
        read: { 'a@^1\nb@^1': { version: '1.0.0' } },
        refused: '"a@^1\\nb@^1":\n  version "1.0.0"\n',
      },
    ],
    [
      'an unknown escape in a quoted value, which would leave the value undefined',
      { honest: 'version "1.0.0"\n', read: { version: '1.0.0' }, refused: 'version "1\\x2e0.0"\n' },
    ],
    [
      'several descriptors with a value in the place of a block, of which all but a joined one would be lost',
      {
        honest: 'dependencies:\n  a "^1"\n',
        read: { dependencies: { a: '^1' } },
        refused: 'dependencies:\n  a, b "^1"\n',
      },
    ],
    [
      'text behind the colon of a block, which would be dropped',
      {
        honest: 'a@^1:\n  version "1.0.0"\n',
        read: { 'a@^1': { version: '1.0.0' } },
        refused: 'a@^1: b\n  version "1.0.0"\n',
      },
    ],
    [
      'a colon where the blank before a value belongs, which would be taken for that blank',
      { honest: 'version 1.0.0\n', read: { version: '1.0.0' }, refused: 'version:1.0.0\n' },
    ],
  ])('%s', (_, { honest, read, refused }) => {
    expect(reading(honest, 'classic')).toEqual(read);
    expect(reading(refused, 'classic')).toBe('lockfile-syntax');
  });
});

describe('Yarn berry: a line of which a part would be lost is refused', () => {
  const block = { a: { version: '1.2.3' } };

  test.each<[string, Refused]>([
    [
      'an entry in the place of the colon of a long key, which would lose its own key',
      { honest: '? "a"\n:\n  version: 1.2.3\n', read: block, refused: '? "a"\nb:\n  version: 1.2.3\n' },
    ],
    [
      'text behind a long key, which would be dropped',
      { honest: '? "a"\n:\n  version: 1.2.3\n', read: block, refused: '? "a" b\n:\n  version: 1.2.3\n' },
    ],
    [
      'a long key inside a block whose colon stands outside, which would move its entry',
      {
        honest: 'x:\n  y: z\n  ? "a"\n  :\n    version: 1.2.3\n',
        read: { x: { y: 'z', ...block } },
        refused: 'x:\n  y: z\n  ? "a"\n:\n  version: 1.2.3\n',
      },
    ],
    [
      'a long key at the end of a file that breaks off, whose entry would be missing',
      {
        honest: 'a:\n  version: 1.2.3\n',
        read: block,
        refused: 'a:\n  version: 1.2.3\n? "b"\n',
      },
    ],
    [
      'a value right behind its colon, whose first character would be dropped',
      { honest: 'a:\n  version: 1.2.3\n', read: block, refused: 'a:\n  version:11.2.3\n' },
    ],
    [
      'text behind a quoted value, which would be dropped',
      { honest: 'a:\n  version: "1.2.3"\n', read: block, refused: 'a:\n  version: "1.2.3" 4\n' },
    ],
    [
      'a comment sign where the colon of a key belongs, which would be taken for that colon',
      { honest: 'version: 1.2.3\n', read: block.a, refused: 'version# 1.2.3\n' },
    ],
    [
      'a control character in a value without quotes, which a terminal would obey',
      { honest: 'a:\n  version: 1.2.3\n', read: block, refused: 'a:\n  version: 1.2.3\u001b\n' },
    ],
    [
      'a second colon in a value without quotes, which other readers take for a mapping',
      { honest: 'a:\n  version: 1.2.3\n', read: block, refused: 'a:\n  version: 1: 2\n' },
    ],
  ])('%s', (_, { honest, read, refused }) => {
    expect(reading(honest, 'berry')).toEqual(read);
    expect(reading(refused, 'berry')).toBe('lockfile-syntax');
  });
});
