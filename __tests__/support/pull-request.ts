import type { EntryDescription, EntrySource, LockfileDescription } from './npm-lockfile.ts';
import { npmLockfile, npmManifest } from './npm-lockfile.ts';
import type { Sides } from './cli.ts';

/** One side of a pull request on an npm project: what `npmLockfile` takes, and files beside it. */
export interface Side extends LockfileDescription {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** The files of both sides: lockfile and manifest that agree. */
export function pullRequest(registry: EntrySource, base: Side, head: Side): Sides {
  return { base: filesOf(registry, base), head: filesOf(registry, head) };
}

/** A pull request that adds one direct dependency to a project that had none. */
export function adding(
  registry: EntrySource,
  name: string,
  entry: EntryDescription,
  { spec = '*', ...more }: { spec?: string } & Partial<Side> = {},
): Sides {
  const head = {
    dependencies: { [name]: spec },
    ...more,
    packages: { [`node_modules/${name}`]: entry, ...more.packages },
  };
  return pullRequest(registry, {}, head);
}

function filesOf(registry: EntrySource, { files, ...description }: Side): Sides['base'] {
  return {
    'package.json': npmManifest(description),
    'package-lock.json': npmLockfile(registry, description),
    ...files,
  };
}
