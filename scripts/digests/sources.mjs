/** All that the digests use of this repository's sources: whoever moves one of these files changes its path here, and nowhere else. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { build } from 'esbuild';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** `cli` is the front door; `resolver` is the thread that it starts, which it looks for beside itself. */
const modules = {
  cli: 'src/cli.ts',
  resolver: 'src/resolver.ts',
  compare: 'src/compare/compare.ts',
  incidents: '__tests__/attacks/incidents.ts',
  replay: '__tests__/attacks/replay.ts',
};

export const paths = {
  examples: join(root, 'examples'),
  sameChange: join(root, '__tests__/fixtures/same-change/lockfiles.json'),
  digests: join(root, 'scripts/digests/digests.json'),
  policy: join(root, 'scripts/digests/policy.yml'),
};

/**
 * Bundles the sources as they are now, laid out as in dist/, which may be older than they are.
 * @returns the folder, below node_modules, where their packages resolve, and what removes it
 */
export async function buildSources() {
  const folder = join(root, 'node_modules', '.cache', `lockgate-digests-${process.pid}-${Date.now()}`);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    await build({
      absWorkingDir: root,
      entryPoints: modules,
      outdir: folder,
      ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', packages: 'external' },
      chunkNames: 'chunks/[name]-[hash]',
      define: { LOCKGATE_VERSION: '"digests"', LOCKGATE_REPOSITORY: '""' },
      logLevel: 'error',
    });
  } catch (cause) {
    remove();
    throw cause;
  }
  return { folder, remove };
}

/**
 * What is inside such a folder.
 * @param {string} folder
 */
export async function loadSources(folder) {
  const address = (name) => pathToFileURL(join(folder, `${name}.js`)).href;
  const [{ compareSnapshots }, { incidents }, { openStage }] = await Promise.all(
    ['compare', 'incidents', 'replay'].map((name) => import(address(name))),
  );
  return { compareSnapshots, incidents, openStage, cli: address('cli') };
}
