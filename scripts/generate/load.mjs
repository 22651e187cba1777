import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';

/**
 * Imports TypeScript modules of this repository on every supported Node: bundled (their packages aside) into one
 * temporary module below node_modules, where packages resolve, which is removed again.
 * @param {string} root the repository's folder
 * @param {Record<string, string>} modules name to path from the root
 * @returns {Promise<Record<string, any>>} the modules' namespaces, by those names
 */
export async function loadModules(root, modules) {
  const folder = join(root, 'node_modules', '.cache', `lockgate-generate-${process.pid}-${Date.now()}`);
  const entry = Object.entries(modules)
    .map(([name, path]) => `export * as ${name} from './${path}';`)
    .join('\n');
  mkdirSync(folder, { recursive: true });
  try {
    const outfile = join(folder, 'modules.mjs');
    await build({
      stdin: { contents: entry, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'silent',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
