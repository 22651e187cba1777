/**
 * Bundles the action, the command line and the thread of the resolver into dist/: ES modules, unminified, split so that
 * what is heavy is loaded only where it is needed, reproducible byte for byte, with the licences of everything inside.
 *
 *   node scripts/build.mjs           writes dist/
 *   node scripts/build.mjs --check   exits 1 and names the files where dist/ is not what the sources give
 */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** Bundled CommonJS asks for `require` and `__dirname`, which ES modules do not have. */
const banner = [
  "import { createRequire as lockgateCreateRequire } from 'node:module';",
  "import { fileURLToPath as lockgateFileURLToPath } from 'node:url';",
  'const require = lockgateCreateRequire(import.meta.url);',
  'const __filename = lockgateFileURLToPath(import.meta.url);',
  "const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));",
].join('\n');

/** Builds into `outdir` and gives the paths of the packages that ended up inside. */
async function bundle(outdir) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: 'src/index.ts', cli: 'src/cli.ts', resolver: 'src/resolver.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'none',
    define: { LOCKGATE_VERSION: JSON.stringify(version) },
    banner: { js: banner },
    metafile: true,
    logLevel: 'warning',
    plugins: [{ name: 'constants', setup: (build) => build.onLoad({ filter: constants }, computed) }],
  });
  await writeFile(join(outdir, 'licenses.txt'), await licences([...Object.keys(metafile.inputs), ...computedFrom]));
}

/** Modules whose exports are lists that follow from what is bundled, and take longer to compute than to read. */
const constants = /[\\/]src[\\/]evidence[\\/]well-known-list\.ts$/;
/** What those were computed from. */
const computedFrom = new Set();

/** The exports of such a module as they come out: each a list of texts without line ends, or of numbers. */
async function computed({ path }) {
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

async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

const dist = join(root, 'dist');
if (process.argv.includes('--check')) {
  const fresh = await mkdtemp(join(tmpdir(), 'lockgate-dist-'));
  await bundle(fresh);
  const names = [...new Set([...(await filesBelow(fresh)), ...(await filesBelow(dist))])].sort();
  const text = (folder, name) => readFile(join(folder, name), 'utf8').catch(() => undefined);
  const stale = [];
  for (const name of names) if ((await text(fresh, name)) !== (await text(dist, name))) stale.push(name);
  await rm(fresh, { recursive: true });
  if (stale.length > 0) {
    console.error(`dist/ is not what the sources give: ${stale.join(', ')}. Run: npm run build`);
    process.exitCode = 1;
  }
} else {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist);
  await bundle(dist);
}
