import { objectOf } from '../object-of.ts';
import type { ProjectFiles } from '../settings-file.ts';

/** Programs of a project that may change pnpm's settings and what any manifest asks for. */
export const PNPMFILES = ['.pnpmfile.cjs', '.pnpmfile.js', '.pnpmfile.mjs'];

/** Keys that name further ones: a config dependency may bring one. */
export const PNPMFILE_KEYS = ['configDependencies', 'pnpmfile', 'globalPnpmfile'];

/** Whether a program of the project may rewrite what its manifests ask for, so that lockfile and manifest may differ. */
export async function mayRewrite(files: ProjectFiles): Promise<boolean> {
  if (PNPMFILES.some(files.has)) return true;
  const [workspace, manifest, npmrc] = await Promise.all([
    files.at('pnpm-workspace.yaml'),
    files.at('package.json'),
    files.at('.npmrc'),
  ]);
  const maps = [
    ...(workspace.state === 'read' ? [workspace.value.root] : []),
    ...(manifest.state === 'read' ? [objectOf(objectOf(manifest.value.value).get('pnpm'))] : []),
  ];
  if (maps.some((map) => PNPMFILE_KEYS.some((key) => map.has(key)))) return true;
  return npmrc.state === 'read' && npmrc.value.some(({ meant }) => 'pnpmfile' in meant || 'global-pnpmfile' in meant);
}
