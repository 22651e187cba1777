import { follow, join, normalise } from '../../text/paths.ts';
import type { LoaderChange, LoaderFault, Loaders } from '../committed.ts';
import { objectOf } from '../object-of.ts';
import type { ProjectFiles } from '../settings-file.ts';
import { stateFault } from './pnp-state.ts';
import { releasedPart, splitLoader } from './pnp-text.ts';

const LOADER = '.pnp.cjs';
const DATA = '.pnp.data.json';

/** Plug'n'Play: the loader, its state where that has a file of its own, and the loader of modules. */
export const pnpLoaders: Loaders = { names: [LOADER, '.pnp.js', DATA, '.pnp.loader.mjs'], release, published, fault };

async function release(files: ProjectFiles): Promise<string | undefined> {
  const file = await files.at('.yarnrc.yml');
  const named = file.state === 'read' ? file.value.root.get('yarnPath') : undefined;
  if (typeof named !== 'string') return undefined;
  const { path, outside } = follow(files.pathOf(''), named);
  return outside ? undefined : normalise(join(files.pathOf(''), path));
}

function fault(change: LoaderChange): LoaderFault | undefined {
  const { base, head, name, lockfile, archives } = change;
  const [before, after] = [base.get(name) ?? '', head.get(name) ?? ''];
  const stateOf = (old: string, state: string) =>
    stateFault({ before: old, after: state, path: lockfile.path, lockfile: lockfile.text, archives });
  if (name === '.pnp.loader.mjs') return { reason: 'program', program: after };
  if (name === DATA) {
    const reason = base.has(name) ? stateOf(before, after) : 'state-settings';
    return reason && { reason };
  }
  const [old, loader] = [splitLoader(before), splitLoader(after)];
  if (old === undefined || loader === undefined) return { reason: 'state-malformed' };
  // Without a state of its own it reads the other file, which is compared itself.
  const reason = loader.state === undefined ? undefined : stateOf(old.state ?? '', loader.state);
  if (reason !== undefined) return { reason };
  if (old.program === loader.program) return undefined;
  const program = releasedPart(loader.program);
  return { reason: 'program', ...(program !== undefined && { program }) };
}

/** The package that has the program of a version: the one that the manifest names. */
async function published(
  files: ProjectFiles,
): Promise<{ readonly name: string; readonly version: string } | undefined> {
  const file = await files.at('package.json');
  const named = file.state === 'read' ? objectOf(file.value.value).get('packageManager') : undefined;
  const version = /^yarn@(\d+\.\d+\.\d+(?:-[\w.]+)?)(?:\+|$)/.exec(typeof named === 'string' ? named : '')?.[1];
  return version === undefined ? undefined : { name: '@yarnpkg/cli-dist', version };
}
