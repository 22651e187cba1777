import { groupBy } from '../text/group-by.ts';
import { folderOf, prefixOf } from '../text/paths.ts';
import type { Comparison, LockfileFormat } from '../model/index.ts';

/** The files in which each manager's own settings say where packages come from, in the lockfile's folder. */
const named: Readonly<Record<LockfileFormat, readonly string[]>> = {
  npm: ['.npmrc'],
  pnpm: ['.npmrc', 'pnpm-workspace.yaml'],
  'yarn-classic': ['.npmrc', '.yarnrc'],
  'yarn-berry': ['.yarnrc.yml'],
  bun: ['.npmrc', 'bunfig.toml'],
};

/**
 * The projects (folders) that a run asks registries for, each as the paths of the files that may say which: those of the
 * lockfiles that changed, or of all in an audit; the root's for what nothing pins.
 */
export function registryFiles({ mode, lockfiles, observations }: Comparison, vets: boolean): readonly string[][] {
  const speaks = new Set(observations.map(({ path }) => path));
  const concerned = lockfiles.filter(
    ({ path, status }) =>
      status !== 'removed' &&
      (mode === 'audit' || status !== 'unchanged' || speaks.has(path) || (vets && !path.includes('/'))),
  );
  // A manifest without any lockfile is a project too: nothing beside it says who installs it.
  const unlocked = observations.flatMap(({ code, path }) =>
    code === 'no-lockfile' ? [{ path, format: 'npm' as const }] : [],
  );
  const projects = groupBy([...concerned, ...unlocked], ({ path }) => prefixOf(folderOf(path)));
  return [...projects].map(([prefix, own]) => [
    ...new Set(own.flatMap(({ format }) => named[format].flatMap((file) => pathsOf(file, prefix)))),
  ]);
}

/** Yarn reads its files of all folders above too. */
function pathsOf(file: string, prefix: string): readonly string[] {
  if (!file.startsWith('.yarnrc')) return [prefix + file];
  const folders = prefix.split('/').slice(0, -1);
  return ['', ...folders.map((_, at) => `${folders.slice(0, at + 1).join('/')}/`)].map((above) => above + file);
}
