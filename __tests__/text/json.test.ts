import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { GateFailure } from '../../src/errors.ts';
import { lockfileFaults } from '../../src/text/decode.ts';
import type { JsonValue } from '../../src/text/json-object.ts';
import type { JsonObject } from '../../src/text/json-object.ts';
import { parseJson } from '../../src/text/json.ts';
import { failureOf } from '../support/failure.ts';
import { plainJson } from '../support/plain-json.ts';

const read = (text: string): JsonValue => parseJson(text, 'package-lock.json', lockfileFaults).value;

function keysAreUnique(value: unknown): boolean {
  return typeof value === 'object';
}

describe('values', () => {
  test('are those of JSON.parse, for any JSON in any layout', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t', '  '), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(plainJson(read(text))).toEqual(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('keep the members of an object in their order, whatever their names are', () => {
    const object = read('{"b":1,"2":2,"a":3,"1":4,"__proto__":5,"constructor":6}') as JsonObject;
    expect(object.keys).toEqual(['b', '2', 'a', '1', '__proto__', 'constructor']);
    expect(object.get('__proto__')).toBe(5);
    expect(object.get('toString')).toBeUndefined();
  });

  test('inherit nothing and change no prototype', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    read('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect((read('{}') as JsonObject).get('hasOwnProperty')).toBeUndefined();
  });

  test('are found by key in objects of any size', () => {
    const keys = Array.from({ length: 500 }, (_, at) => `key ${at}`);
    const object = read(JSON.stringify(Object.fromEntries(keys.map((key, at) => [key, at])))) as JsonObject;
    expect(keys.map((key) => object.get(key))).toEqual(keys.map((_, at) => at));
    expect(object.has('key 500')).toBe(false);
  });

  test.each([
    ['"\\ud83d\\ude00"', '😀'],
    ['"\\ud83d"', '\ud83d'],
    ['"\\\\"', '\\'],
    ['"\\\\\\""', '\\"'],
    ['-0', -0],
    ['1e999', Infinity],
    ['0.5E-2', 0.005],
    [' [ ] ', []],
    ['"\u007f\u2028"', '\u007f\u2028'],
  ])('%s', (text, value) => {
    expect(plainJson(read(text))).toEqual(value);
    expect(JSON.parse(text)).toEqual(value);
  });
});

describe('what JSON.parse refuses', () => {
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...Array.from('{}[]",:\\0123.eE+-truefalsn \n\t\u0000\u0001ué/b')) }),
    fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', '"', '{', ',', '\\', '\u0001', ' ', '0', '\n'))
      .map(([json, at, inserted]) => {
        const cut = at % (json.length + 1);
        return json.slice(0, cut) + inserted + json.slice(cut + (inserted === '' ? 1 : 0));
      }),
  );

  test('is refused, and nothing else is but duplicate keys', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let native: unknown;
        let failed = false;
        try {
          native = JSON.parse(text);
        } catch {
          failed = true;
        }
        let code: string | undefined;
        let ours: unknown;
        try {
          ours = plainJson(read(text));
        } catch (cause) {
          code = (cause as GateFailure).code;
        }
        if (failed) expect(code).toMatch(/^lockfile-(?:syntax|duplicate-key)$/);
        else if (code === undefined) expect(ours).toEqual(native);
        else expect([code, keysAreUnique(native)]).toEqual(['lockfile-duplicate-key', true]);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    '',
    '{',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '{"a":1,}',
    '[1,]',
    '"',
    '"\\',
    '"\\u12',
    'nul',
    'tru',
    '01',
    '1.',
    '-',
    '+1',
    "'a'",
    '{a:1}',
    '1 2',
    '\u00a0{}',
    '\ufeff{}',
    '"\t"',
    '"a\nb"',
    '"\u0000"',
    'NaN',
    '//x\n1',
  ])('%j', (text) => {
    expect(() => void JSON.parse(text)).toThrow();
    expect(failureOf(() => read(text)).code).toBe('lockfile-syntax');
  });
});

describe('places', () => {
  test('a syntax error has its line and column, in the message too', () => {
    const failure = failureOf(() => read('{\n  "a": 1,\n  "b" 2\n}'));
    expect(failure).toMatchObject({ path: 'package-lock.json', line: 3, column: 7 });
    expect(failure.message).toContain('at 3:7');
  });

  test('a truncated file breaks off at its end', () => {
    const failure = failureOf(() => read('{\n  "a": "b'));
    expect(failure).toMatchObject({ code: 'lockfile-syntax', line: 2, column: 10 });
    expect(failure.message).toContain('is cut off');
  });

  test('a control character in a string is named where it is', () => {
    expect(failureOf(() => read('{\n"a": "b\u0007"}'))).toMatchObject({ line: 2, column: 8 });
    expect(failureOf(() => read('{\n"a": "b\n"}'))).toMatchObject({ line: 2, column: 8 });
  });

  test('a carriage return in a string, which an editor shows as a line break, is named where it is', () => {
    expect(() => read('{\n"a": "b\rc"}')).toThrow(expect.objectContaining({ line: 2, column: 8 }));
  });

  test('an unknown escape is named where it is', () => {
    expect(failureOf(() => read('{\n"a\\\\\\n": "\\u0041\\x"}'))).toMatchObject({ line: 2, column: 17 });
    expect(failureOf(() => read('["\\u00g0"]'))).toMatchObject({ line: 1, column: 3 });
  });

  test('every member knows the line of its key', () => {
    const text = '{ "a": {\n"b": [\n{"c": 1}],\r\n\n  "d": 2}, "e": 3 }';
    const document = parseJson(text, 'x', lockfileFaults);
    const root = document.value as JsonObject;
    const a = root.get('a') as JsonObject;
    expect(
      [root.offsetOf('a'), a.offsetOf('b'), a.offsetOf('d'), root.offsetOf('e')].map((at) => document.line(at)),
    ).toEqual([1, 2, 5, 5]);
  });
});

describe('what JSON.parse lets pass', () => {
  test('a key twice in one object is refused at its second place', () => {
    expect(failureOf(() => read('{"a": 1,\n "b": {"a": 2},\n "\\u0061": 3}'))).toMatchObject({
      code: 'lockfile-duplicate-key',
      line: 3,
      column: 2,
    });
  });

  test('a key twice among many', () => {
    const members = Array.from({ length: 50 }, (_, at) => `"k${at}": ${at}`);
    expect(failureOf(() => read(`{${[...members, '"k7": 1'].join(',')}}`)).code).toBe('lockfile-duplicate-key');
    expect((read(`{${members.join(',')}}`) as JsonObject).keys).toHaveLength(50);
  });

  test.each(['[', '{"a":'])('nesting of %s a hundred thousand deep', (open) => {
    const failure = failureOf(() => read(open.repeat(100_000)));
    expect(failure.code).toBe('lockfile-depth');
    expect(failureOf(() => read(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).code).toBe('lockfile-depth');
  });

  test('nesting as deep as is allowed', () => {
    expect(read(`${'['.repeat(200)}${']'.repeat(200)}`)).toBeInstanceOf(Array);
    expect(failureOf(() => read(`${'['.repeat(201)}${']'.repeat(201)}`)).code).toBe('lockfile-depth');
  });

  const thousand = (item: string) => () => read(`[${Array(1000).fill(item).join(',')}]`);

  test('a thousand objects side by side are no deeper than one', () => {
    expect(thousand('{}')).not.toThrow();
  });

  test('a thousand lists side by side are no deeper than one', () => {
    expect(thousand('[]')).not.toThrow();
  });
});

test('codes are those that the caller gives', () => {
  const faults = {
    syntax: 'manifest-invalid',
    duplicateKey: 'policy-invalid',
    depth: 'usage',
    fix: 'fix it',
  } as const;
  const code = (text: string): string => failureOf(() => parseJson(text, 'p', faults)).code;
  expect([code('{'), code('{"a":1,"a":1}'), code('['.repeat(300))]).toEqual([
    'manifest-invalid',
    'policy-invalid',
    'usage',
  ]);
});

test('a hostile key cannot break out of the message', () => {
  const failure = failureOf(() => read('{"\\n::error::x`":1,"\\n::error::x`":1}'));
  expect(failure.message).not.toMatch(/[\n\r]/);
});

describe('comments, where the dialect has them', () => {
  const parse = (text: string, comments = true) =>
    parseJson(text, 'deno.json', lockfileFaults, { comments, trailingCommas: true });

  test('are white space, and lines count through them', () => {
    const document = parse('// a\n{ /* b\n\n c */ "k": /**/ 1, // "k": 2\n}\n// end');
    expect((document.value as JsonObject).get('k')).toBe(1);
    expect(document.line((document.value as JsonObject).offsetOf('k'))).toBe(4);
  });

  test('are text inside a string', () => {
    expect((parse('{"k": "// a /* b */"}').value as JsonObject).get('k')).toBe('// a /* b */');
  });

  test.each(['{ /* "k": 1 }', '{ / "k": 1 }', '{} /', '/* */', '{ # a\n}', '{ /* a /* b */ */ }'])(
    '%s is refused',
    (text) => {
      expect(() => parse(text)).toThrow('JSON');
    },
  );

  test('are no JSON elsewhere', () => {
    expect(() => parse('{} // a', false)).toThrow('JSON');
  });
});
