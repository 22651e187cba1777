import { normalBin } from '../managers/bin.ts';
import type { OwnManifest } from '../model/index.ts';
import { type Json, bundledNames, installHooks, isRecord, specs } from './release.ts';

/**
 * What a package manager acts on of the `package.json` in a tarball, in npm's normal form.
 * @param text of the file, decoded
 * @param files of the tarball, by their paths in the package's folder: what `directories.bin` names lies there
 */
export function readOwnManifest(text: string, files: readonly string[]): OwnManifest {
  const manifest = parsed(text);
  if (manifest === undefined) return { state: 'malformed' };
  // `gypfile` is the registry's word for the file; in a tarball the file itself counts.
  const hooks = installHooks({ ...manifest, gypfile: false });
  const dependencies = specs(manifest.dependencies);
  const optionalDependencies = specs(manifest.optionalDependencies);
  const bundled = bundledNames(manifest.bundledDependencies, manifest.bundleDependencies);
  if (hooks === undefined || dependencies === undefined) return { state: 'malformed' };
  if (optionalDependencies === undefined || bundled === undefined) return { state: 'malformed' };
  const name = typeof manifest.name === 'string' ? manifest.name.trim() : undefined;
  const version = typeof manifest.version === 'string' ? manifest.version.trim() : undefined;
  return {
    state: 'read',
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...{ hooks, bin: programsOf(name ?? '', manifest, files), dependencies, optionalDependencies },
    bundled: bundled === true ? [...Object.keys(dependencies), ...Object.keys(optionalDependencies)].sort() : bundled,
  };
}

function parsed(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Without `bin`, each file directly in the folder of `directories.bin` is a program (npm docs, package.json, "directories.bin"). */
function programsOf(name: string, { bin, directories }: Json, files: readonly string[]) {
  const folder = isRecord(directories) ? directories.bin : undefined;
  if (bin !== undefined || typeof folder !== 'string') return normalBin(name, bin);
  const prefix = folder
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
  const inside = files.filter((file) => file.startsWith(`${prefix}/`));
  return normalBin(name, Object.fromEntries(inside.map((file) => [file.slice(prefix.length + 1), file])));
}
