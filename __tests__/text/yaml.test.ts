import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, parseAllDocuments, stringify } from 'yaml';

import { GateFailure } from '../../src/errors.ts';
import { lockfileYamlFaults } from '../../src/text/decode.ts';
import type { JsonDocument } from '../../src/text/json-object.ts';
import type { JsonObject } from '../../src/text/json-object.ts';
import { parseYamlDocuments } from '../../src/text/yaml.ts';
import type { YamlSchema } from '../../src/text/yaml-scalar.ts';
import { corpus, fileIn, filesOf } from '../support/corpus.ts';
import { failureOf } from '../support/failure.ts';
import { plainJson } from '../support/plain-json.ts';

const documents = (text: string, schema: YamlSchema = 'core'): readonly JsonDocument[] =>
  parseYamlDocuments(text, 'pnpm-lock.yaml', lockfileYamlFaults, schema);
const read = (text: string): unknown => {
  const [only, ...more] = documents(text).map(({ value }) => plainJson(value));
  expect(more).toEqual([]);
  return only;
};
const fault = (text: string): string => {
  const { code, message } = failureOf(() => documents(text));
  return `${code}: ${message}`;
};
/** What the usual library makes of it. */
const byLibrary = (text: string, schema: YamlSchema = 'core'): unknown =>
  parseAllDocuments(text, { schema, uniqueKeys: false }).map((document) => document.toJS() as unknown);

const real = corpus().lockfiles.filter(({ format }) => /^(?:pnpm|berry)-/.test(format));

test.each(real.map((one) => [one.file, one] as const))(
  '%s has the values that the usual library gives',
  (file, one) => {
    const text = Buffer.from(fileIn(filesOf(one), file)).toString('utf8');
    const schema = file.endsWith('.yaml') ? 'core' : 'failsafe';
    const ours = documents(text, schema).map(({ value }) => plainJson(value));
    expect(JSON.stringify(ours)).toBe(JSON.stringify(byLibrary(text, schema)));
  },
);

describe('values', () => {
  const scalar = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: fc.constantFrom('a', ' ', '\n', ':', '#', "'", '"', '-', '1', '.', '_', '~', '[', ',') }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), tie('tree'), { maxKeys: 4 }),
    ),
  }));

  test('come back as they were written, in block and flow style', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), tree, { minKeys: 1 }), fc.boolean(), (value, flow) => {
        const text = stringify(value, {
          lineWidth: 0,
          collectionStyle: flow ? 'flow' : 'block',
          blockQuote: !flow,
          doubleQuotedMinMultiLineLength: 1_000_000,
          version: '1.2',
        });
        const outcome = outcomeOf(text);
        // What is refused is refused as YAML; what is read is what was meant.
        if (typeof outcome === 'string') expect(outcome).toMatch(/^lockfile-(?:yaml|depth)$/);
        // The library itself does not read all back as it wrote it: a text of a space and a line break.
        else expect(outcome).toEqual(JSON.parse(JSON.stringify([parse(text)])));
      }),
      { numRuns: 300 },
    );
  });

  test('are never others than the usual library reads, whatever the text', () => {
    const piece = fc.constantFrom(
      ...['a', 'b', ' ', '  ', '\n', ': ', ':', '- ', '? ', '#', ' #', "'", '"', '{', '}', '[', ']', ',', '|', '>-'],
      ...['\n  ', '\n    ', '1', '~', 'a: ', 'b: ', '\n- ', '---\n', '\\n', '|+', '\r\n'],
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const outcome = outcomeOf(text);
        if (typeof outcome === 'string') return;
        accepted++;
        const library = parseAllDocuments(text, { schema: 'core', uniqueKeys: true });
        if (!Array.isArray(library) || library.length === 0) return;
        expect(library.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual([]);
        expect(JSON.stringify(outcome)).toBe(JSON.stringify(library.map((document) => document.toJS() as unknown)));
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  test('of package managers', () => {
    expect(
      read(
        [
          '# a comment',
          "lockfileVersion: '9.0'",
          'number: 5.4',
          'empty: {}',
          'none: []',
          'packages:',
          '',
          "  '@a/b@1.0.0(c@2.0.0)':",
          '    resolution: {integrity: sha512-x==, tarball: https://registry.example/a.tgz}',
          '    cpu: [x64, "arm64", ',
          "      '!win32'] # why",
          '    deprecated: >-',
          '      folded to',
          '      one line',
          '',
          '      and another',
          '  ? /a/very/long/key',
          '  : resolution: {integrity: y}',
          '    dev: true',
          '  __proto__: {constructor: 1}',
          'list:',
          '- a',
          '- b: 1',
          '  c: |',
          '    kept',
          '      as it is',
          '- - nested',
          'nothing:',
        ].join('\r\n'),
      ),
    ).toEqual({
      lockfileVersion: '9.0',
      number: 5.4,
      empty: {},
      none: [],
      packages: {
        '@a/b@1.0.0(c@2.0.0)': {
          resolution: { integrity: 'sha512-x==', tarball: 'https://registry.example/a.tgz' },
          cpu: ['x64', 'arm64', '!win32'],
          deprecated: 'folded to one line\nand another',
        },
        '/a/very/long/key': { resolution: { integrity: 'y' }, dev: true },
        ['__proto__']: { constructor: 1 },
      },
      list: ['a', { b: 1, c: 'kept\n  as it is\n' }, ['nested']],
      nothing: null,
    });
  });

  test('know where they stand', () => {
    const text = 'a: 1\n\nb:\n  "c": {d: 2}\n';
    const [document] = documents(text);
    const b = (document?.value as JsonObject).get('b') as JsonObject;
    expect(b.keys).toEqual(['c']);
    expect(document?.line(b.offsetOf('c'))).toBe(4);
    expect(document?.place((b.get('c') as JsonObject).offsetOf('d'))).toMatchObject({ line: 4, column: 9 });
  });
});

describe('documents', () => {
  test('two are read, a third is refused', () => {
    const text = "---\na: 1\n\n---\nlockfileVersion: '9.0'\n";
    expect(documents(text).map(({ value }) => plainJson(value))).toEqual([{ a: 1 }, { lockfileVersion: '9.0' }]);
    expect(fault(`${text}---\nb: 1\n`)).toMatch(/^lockfile-yaml: The YAML has more than 2 documents at 6:1/);
    expect(fault('a: 1\n...\nb: 1\n')).toMatch(/^lockfile-yaml/);
  });
});

describe('refused', () => {
  test.each([
    ['an alias bomb', 'a: &a [x]\nb: [*a, *a]'],
    ['an alias', 'a: *b'],
    ['a tag', 'a: !!js/function x'],
    ['a tagged key', '!!str a: b'],
    ['a directive', '%YAML 1.1\n---\na: 1'],
    ['a merge key', '<<: {a: 1}'],
    ['a merge key within', 'a: {<<: {b: 1}}'],
    ['a duplicate key', 'a: 1\nb: 2\na: 3'],
    ['a duplicate among many', `${Array.from({ length: 40 }, (_, at) => `k${at}: 1`).join('\n')}\nk3: 1`],
    ['a duplicate in other quotes', 'a: 1\n"a": 2'],
    ['a duplicate in a flow map', 'a: {b: 1, b: 2}'],
    ['a tab', 'a:\n\tb: 1'],
    ['a tab within', 'a:\tb'],
    ['a text over two lines', 'a: b\n  c'],
    ['quotes over two lines', 'a: "b\n  c"'],
    ['quotes that do not close', 'a: "b'],
    ['a bracket that does not close', 'a: {b: c'],
    ['a key in a value', 'a: b: c'],
    ['a value after a value', 'a: "b" c'],
    ['deeper without a reason', 'a: 1\n  b: 2'],
    ['less deep than begun', 'a:\n    b: 1\n  c: 2'],
    ['a lone carriage return', 'a: 1\rb: 2'],
    ['a number that is none to some', 'a: 1_000'],
    ['a date', 'a: 2020-01-01'],
    ['an octal', 'a: 010'],
    ['a key that is a number', '1.10: a'],
    ['an unknown escape', 'a: "\\q"'],
    ['no key', 'a: 1\nb'],
    ['a value left out', 'a: {b: }'],
    ['a control character', 'a: \u0007'],
  ])('%s', (_, text) => {
    expect(fault(text)).toMatch(/^lockfile-yaml: .* at \d+:\d+; /);
  });

  test('deep nesting, in every way to nest', () => {
    const deep = 20_000;
    const block = Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n');
    for (const text of ['['.repeat(deep), '{a: '.repeat(deep), '- '.repeat(deep), `a: ${'['.repeat(deep)}`, block]) {
      expect(fault(text)).toMatch(/^lockfile-depth: /);
    }
  });

  test('nothing of it costs more than its length', () => {
    const long = 50_000;
    const started = process.cpuUsage();
    for (const text of [
      `a: ${'b'.repeat(long)}`,
      `a: "${'\\"'.repeat(long)}"`,
      `a: '${"''".repeat(long)}'`,
      `a: [${'b, '.repeat(long)}]`,
      Array.from({ length: long }, (_, at) => `k${at}: v`).join('\n'),
      `a:\n${'- b\n'.repeat(long)}`,
      `a: |\n${'  b\n'.repeat(long)}`,
      `a: ${' '.repeat(long)}#`,
      `a: ${': '.repeat(long)}`,
      `a: ${'"'.repeat(long)}`,
    ]) {
      codeOf(text);
    }
    // The processor's time, in microseconds: the machine's may be shared.
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });
});

/** Reads, and says what of it is refused. */
function codeOf(text: string): string | undefined {
  try {
    documents(text);
    return undefined;
  } catch (cause) {
    return cause instanceof GateFailure ? cause.code : 'a defect';
  }
}

/** The values of each document, or the code of what is refused. */
function outcomeOf(text: string): unknown {
  try {
    return documents(text).map(({ value }) => plainJson(value));
  } catch {
    return failureOf(() => documents(text)).code;
  }
}
