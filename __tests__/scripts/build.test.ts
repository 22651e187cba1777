import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Metafile, Plugin } from 'esbuild';

import { repositoryRoot } from '../support/cli.ts';

type Files = ReadonlyMap<string, { readonly contents: string }>;
const scripts = new URL('../../scripts/build/', import.meta.url);
const { bundle } = (await import(new URL('bundle.mjs', scripts).href)) as {
  readonly bundle: (plugins?: readonly Plugin[]) => Promise<Files>;
};
const { withStableNames } = (await import(new URL('chunk-names.mjs', scripts).href)) as {
  readonly withStableNames: (texts: Iterable<readonly [string, string]>, metafile: Metafile, outdir: string) => Files;
};

/** The sources with these changes: each is given the text of a file, which is empty where there is no such file. */
function changed(changes: Readonly<Record<string, (text: string) => string>>): Plugin {
  const paths = Object.keys(changes);
  const ends = paths.map((path) => path.replaceAll('.', String.raw`\.`)).join('|');
  return {
    name: 'changed',
    setup(build) {
      build.onResolve({ filter: /\/invented\.ts$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path) }));
      build.onLoad({ filter: new RegExp(`/(?:${ends})$`) }, ({ path }) => {
        const source = paths.find((one) => path.endsWith(one)) ?? '';
        const text = source.endsWith('/invented.ts') ? '' : readFileSync(path, 'utf8');
        const contents = changes[source]?.(text) ?? text;
        expect(contents).not.toBe(text);
        return { contents, loader: 'ts' };
      });
    },
  };
}

describe('dist/', () => {
  let before: Files;
  beforeAll(async () => {
    before = await bundle();
  });

  /** The files of dist/ that a change of the sources changes, adds or removes. */
  async function differing(changes: Parameters<typeof changed>[0]): Promise<readonly string[]> {
    const after = await bundle([changed(changes)]);
    const paths = [...new Set([...before.keys(), ...after.keys()])];
    return paths.filter((path) => before.get(path)?.contents !== after.get(path)?.contents).sort();
  }

  test('names its chunks by what is in them', () => {
    expect([...before.keys()]).toEqual(
      expect.arrayContaining([
        ...['cli.js', 'index.js', 'resolver.js', 'licenses.txt', 'chunks/npmcli-arborist.js', 'chunks/cli-vet.js'],
        ...['chunks/chunk-zod.js', 'chunks/chunk-rules.js', 'chunks/chunk-undici.js', 'chunks/chunk-runtime.js'],
      ]),
    );
    expect([...before.keys()].filter((path) => !/^(?:chunks\/)?[a-z0-9-]+\.(?:js|txt)$/.test(path))).toEqual([]);
  });

  test('has nothing left of the names with a hash, and no import of a file that is not there', () => {
    for (const [path, { contents }] of before) {
      expect(contents).not.toMatch(/"\.[^"\n]*-[A-Z0-9]{8}\.js"/);
      const imported = [...contents.matchAll(/(?:^import |^\} from |\bimport\()"(\.[^"\n]+)"/gm)].map(
        ([, to = '']) => to,
      );
      const found = imported.map((to) => new URL(to, `file:///${path}`).pathname.slice(1));
      expect(found.filter((file) => !before.has(file))).toEqual([]);
    }
  });

  test('changes in one file where a message changes', async () => {
    const message = await differing({
      'src/rules/cooldown.ts': (text) => text.replace("summary: '", "summary: 'So: "),
    });
    expect(message).toEqual(['chunks/chunk-rules.js']);
  });

  test('changes in two files at most where there is a new rule, and renames none', async () => {
    const added = await differing({
      'src/rules/index.ts': (text) =>
        `import invented from './invented.ts';\n${text.replace('= [', '= [\n invented,')}`,
      'src/rules/invented.ts': () => "export default { id: 'invented', summary: 'A rule of this test.' };",
    });
    expect(added).toEqual(['chunks/chunk-rules.js']);
  });

  test('renames no chunk where another of its files becomes the largest', async () => {
    const grown = await differing({
      'src/rules/source.ts': (text) => `${text}\nglobalThis.process.emitWarning('${'long '.repeat(4000)}');`,
    });
    expect(grown).toEqual(['chunks/chunk-rules.js']);
  });

  test('gains a file, and renames none, where something new is imported on demand', async () => {
    const imported = await differing({
      'src/cli/help.ts': (text) => `${text}\nvoid import('./invented.ts');`,
      'src/cli/invented.ts': () => "console.log('of this test');",
    });
    expect(imported).toEqual(['chunks/cli-help.js', 'chunks/cli-invented.js']);
  });

  test('is listed with the size of each file, the largest first, when the build is asked to', () => {
    const listed = execFileSync(process.execPath, ['scripts/build.mjs', '--list'], {
      cwd: repositoryRoot,
      encoding: 'utf8',
    });
    const rows = [...listed.matchAll(/^ *(\d+) +(\d+) {2}([a-z0-9/.-]+)(?:: (.*))?$/gm)];
    const sizes = new Map(rows.map(([, bytes, , path = '']) => [path, Number(bytes)]));
    expect(sizes).toEqual(new Map([...before].map(([path, { contents }]) => [path, Buffer.byteLength(contents)])));
    expect([...sizes.values()]).toEqual([...sizes.values()].sort((a, b) => b - a));
    expect(rows.find(([, , , path]) => path === 'chunks/chunk-zod.js')?.[4]).toMatch(/^node_modules\/zod\/\S+ \d+, /);
  });
});

describe('the names of chunks', () => {
  const text = (...imports: readonly string[]) => imports.map((path) => `import "${path}";\n`).join('');
  const output = (inputs: readonly string[], imports: readonly string[], entryPoint?: string) => ({
    ...{ bytes: 0, exports: [], inputs: Object.fromEntries(inputs.map((path) => [path, { bytesInOutput: 1 }])) },
    imports: imports.map((path) => ({ path, kind: 'import-statement' as const })),
    ...(entryPoint === undefined ? {} : { entryPoint }),
  });
  const metafile: Metafile = {
    inputs: {
      'src/b/c.ts': { bytes: 1, imports: [] },
      'src/b-c.ts': { bytes: 1, imports: [] },
      'src/large.ts': { bytes: 9, imports: [] },
      'src/loads.ts': { bytes: 1, imports: [{ path: 'src/large.ts', kind: 'import-statement' }] },
    },
    outputs: {
      'dist/cli.js': output(
        ['src/cli.ts'],
        ['dist/chunks/chunk-AAAAAAAA.js', 'dist/chunks/c-BBBBBBBB.js'],
        'src/cli.ts',
      ),
      'dist/chunks/chunk-AAAAAAAA.js': output(['src/large.ts', 'src/loads.ts'], []),
      'dist/chunks/c-BBBBBBBB.js': output(['src/b/c.ts'], [], 'src/b/c.ts'),
      'dist/chunks/b-c-CCCCCCCC.js': output(['src/b-c.ts'], ['dist/chunks/c-BBBBBBBB.js'], 'src/b-c.ts'),
    },
  };
  const texts = [
    ['dist/cli.js', text('./chunks/chunk-AAAAAAAA.js', './chunks/c-BBBBBBBB.js', './other.js')],
    ['dist/chunks/chunk-AAAAAAAA.js', ''],
    ['dist/chunks/c-BBBBBBBB.js', ''],
    ['dist/chunks/b-c-CCCCCCCC.js', text('./c-BBBBBBBB.js')],
  ] as const;

  test('two of one name are told apart by the paths of their sources, whatever the order', () => {
    const reversed = { ...metafile, outputs: Object.fromEntries(Object.entries(metafile.outputs).reverse()) };
    for (const account of [metafile, reversed]) {
      const files = withStableNames(texts, account, 'dist');
      const names = ['cli.js', 'chunks/chunk-loads.js', 'chunks/b-c-2.js', 'chunks/b-c.js'];
      expect([...files.keys()]).toEqual(names);
      const cli = text('./chunks/chunk-loads.js', './chunks/b-c-2.js', './other.js');
      expect(files.get('cli.js')?.contents).toBe(cli);
      expect(files.get('chunks/b-c.js')?.contents).toBe(text('./b-c-2.js'));
    }
  });

  test('a text that looks like an import and is none stops the build', () => {
    const more = texts.map(([path, contents]) => [path, `${contents}f("./c-BBBBBBBB.js");\n`] as const);
    expect(() => withStableNames(more, metafile, 'dist')).toThrow(/dist\/cli\.js imports 2 chunks, and 3/);
  });
});
