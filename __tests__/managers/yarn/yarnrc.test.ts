import { describe, expect, test } from '@jest/globals';
import yarnLockfile from '@yarnpkg/lockfile';
import fc from 'fast-check';

import { oneFault } from '../../../src/text/decode.ts';
import { readYarnrc } from '../../../src/managers/yarn/yarnrc.ts';

/** The reader of `.yarnrc` against Yarn 1's own parser of its lockfile grammar, of which the package is an older version. */

const faults = oneFault('manifest-invalid', 'fix the file');

/** The settings as Yarn's parser has them; undefined if it refuses the text. Of a mapping only that it is one. */
function byYarn(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const { object } = yarnLockfile.parse(text);
    return Object.fromEntries(
      Object.entries(object).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : typeof value === 'object' ? 'mapping' : JSON.stringify(value),
      ]),
    );
  } catch {
    return undefined;
  }
}

/** Undefined for a text that is refused: then the whole file counts. */
function readOrRefused(text: string): Readonly<Record<string, string>> | undefined {
  try {
    return ours(text);
  } catch (cause) {
    expect(cause).toMatchObject({ code: 'manifest-invalid', path: '.yarnrc' });
    return undefined;
  }
}

function ours(text: string): Readonly<Record<string, string>> {
  const settings = readYarnrc(text, '.yarnrc', faults).filter(({ key }) => key !== '');
  return Object.fromEntries(settings.map(({ key, value }) => [key, value]));
}

test('what is read of a text of the grammar is what Yarn 1 reads in it', () => {
  const part = fc.oneof(
    fc.constantFrom('yarn-path', 'registry', '"@s:registry"', '"y\\u0061rn-path"', 'a', '--install.x', '/x', '"\\\\"'),
    fc.constantFrom('true', 'false', '12', '"b c"', '"#"', ':', ',', ' ', '  ', '\n', '\r\n', '\r', '# c\n', '\n  '),
  );
  let count = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.map((each) => (/^[\w"/-]/.test(each) ? `${each} ` : each)).join('');
      // The older version takes a value behind a colon for a mapping.
      const expected = /:[ ]*\S/.test(text) ? undefined : byYarn(text);
      const settings = expected && readOrRefused(text);
      if (expected === undefined || settings === undefined) return;
      if (Object.keys(expected).length > 1) count++;
      expect(Object.keys(settings).sort()).toEqual(Object.keys(expected).sort());
      for (const [key, value] of Object.entries(expected)) if (value !== 'mapping') expect(settings[key]).toBe(value);
    }),
    { numRuns: 3_000 },
  );
  expect(count).toBeGreaterThan(20);
});

describe('a text that is not of the grammar', () => {
  test.each([
    ['a mapping of YAML', "? registry\n: x\n'a': b\n"],
    ['a list', '- registry x\n'],
    ['a tag', '!!map {registry: x}\n'],
    ['an anchor', 'x: &a {registry: y}\n<<: *a\n'],
    ['an odd indentation', 'a "b"\n registry: x\n'],
  ])('is read as YAML or refused: %s', (_, text) => {
    expect(readOrRefused(text) ?? { registry: 'x', a: 'b' }).toEqual({ registry: 'x', a: 'b' });
  });
});
