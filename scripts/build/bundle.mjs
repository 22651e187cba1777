import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { withStableNames } from './chunk-names.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Bundled CommonJS asks for `require` and `__dirname`, which ES modules do not have. */
const banner = [
  "import { createRequire as lockgateCreateRequire } from 'node:module';",
  "import { fileURLToPath as lockgateFileURLToPath } from 'node:url';",
  'const require = lockgateCreateRequire(import.meta.url);',
  'const __filename = lockgateFileURLToPath(import.meta.url);',
  "const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));",
].join('\n');

/**
 * What belongs into dist/, by path; nothing is written. `output` is the bundler's own account of a file.
 * @param plugins of esbuild, asked before those of the build: a test changes a source with one
 */
export async function bundle(plugins = []) {
  const { version, repository } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const computedFrom = new Set();
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { index: 'src/action.ts', cli: 'src/cli.ts', resolver: 'src/resolver.ts' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
    define: { LOCKGATE_VERSION: JSON.stringify(version), LOCKGATE_REPOSITORY: JSON.stringify(repository.url) },
    banner: { js: banner },
    metafile: true,
    write: false,
    logLevel: 'warning',
    plugins: [
      ...plugins,
      {
        name: 'constants',
        setup: ({ onLoad }) => onLoad({ filter: constants }, ({ path }) => computed(path, computedFrom)),
      },
    ],
  });
  const texts = outputFiles.map(({ path, text }) => [relative(root, path).replaceAll('\\', '/'), text]);
  const files = withStableNames(texts, metafile, 'dist');
  const inputs = [...Object.keys(metafile.inputs), ...computedFrom];
  return files.set('licenses.txt', { contents: await licences(inputs) });
}

/** Modules whose exports are lists that follow from what is bundled, and take longer to compute than to read. */
const constants = /[\\/]src[\\/]names[\\/]well-known-list\.ts$/;

/**
 * The exports of such a module as they come out: each a list of texts without line ends, or of numbers.
 * @param computedFrom is told what those were computed from
 */
async function computed(path, computedFrom) {
  const { outputFiles, metafile } = await build({
    ...{ absWorkingDir: root, entryPoints: [path], bundle: true, format: 'esm', platform: 'node' },
    ...{ write: false, metafile: true },
  });
  for (const input of Object.keys(metafile.inputs)) computedFrom.add(input);
  const exports = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  const lines = Object.entries(exports).map(([name, list]) => {
    const read = typeof list[0] === 'number' ? '.map(Number)' : '';
    return `export const ${name} = ${JSON.stringify(list.join('\n'))}.split('\\n')${read};`;
  });
  return { contents: lines.join('\n'), loader: 'js' };
}

/** The licence text of every package that contributed a file, in the order of their names. */
async function licences(inputs) {
  const folders = new Set(inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []));
  const texts = [];
  for (const folder of folders) {
    const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const file = (await readdir(join(root, folder))).sort().find((name) => /^licen[cs]e/i.test(name));
    const text = file === undefined ? `Licence: ${manifest.license}` : await readFile(join(root, folder, file), 'utf8');
    texts.push(
      `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`,
    );
  }
  return [...new Set(texts)].sort().join(`\n${'-'.repeat(80)}\n\n`);
}
