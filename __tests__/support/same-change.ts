import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { repositoryRoot } from './cli.ts';
import type { PackageDescription } from './loopback-registry.ts';

/** What each package manager locked for one project, before and after one change (scripts/same-change.mjs writes it). */
export interface SameChange {
  readonly manifests: Readonly<Record<'base' | 'head', Readonly<Record<string, unknown>>>>;
  readonly locked: Readonly<Record<string, Locked>>;
}

interface Locked {
  /** Name and version of the package manager. */
  readonly manager: string;
  /** Name of its lockfile. */
  readonly lockfile: string;
  readonly base: string;
  readonly head: string;
  /** Further files that it needs in both. */
  readonly settings?: Readonly<Record<string, string>>;
}

export function readSameChange(): SameChange {
  const path = join(repositoryRoot, '__tests__/fixtures/same-change/lockfiles.json');
  return JSON.parse(readFileSync(path, 'utf8')) as SameChange;
}

/**
 * The files of one side of the change, as one package manager locks it.
 * @param registry takes the place of the host in the lockfiles
 */
export function filesOf(
  { manifests, locked }: SameChange,
  format: string,
  side: 'base' | 'head',
  registry: string,
): Readonly<Record<string, string>> {
  const { lockfile, settings = {}, [side]: text } = locked[format] as Locked;
  const written = Object.entries(manifests[side]).map(([path, manifest]) => [path, JSON.stringify(manifest, null, 2)]);
  return {
    ...(Object.fromEntries(written) as Readonly<Record<string, string>>),
    ...settings,
    [lockfile]: text.replaceAll('https://registry.example/', registry),
  };
}

/** Every version that npm locked on either side, with its digest: what a registry would have to state. */
export function publishedBy({ locked }: SameChange): Readonly<Record<string, PackageDescription>> {
  const { base, head } = locked.npm as Locked;
  const versions: Record<string, Record<string, { integrity: string }>> = {};
  for (const text of [base, head]) {
    const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, Readonly<Record<string, string>>>> };
    for (const [place, { version, integrity, name }] of Object.entries(packages)) {
      if (version === undefined || integrity === undefined) continue;
      const named = name ?? place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      versions[named] = { ...versions[named], [version]: { integrity } };
    }
  }
  return Object.fromEntries(Object.entries(versions).map(([name, each]) => [name, { versions: sorted(each) }]));
}

/** Ascending, so that the newest is published last. */
function sorted<T>(versions: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(versions).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })));
}
