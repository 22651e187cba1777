import { overrideTarget } from '../lockfile/locked-settings.ts';
import type { Replacement } from './replacing.ts';
import type { Setting } from './setting.ts';
import { WHOLE_FILE } from './setting.ts';

/** npm's `overrides` with only specs that a registry can answer, by name; `.` is the key's own spec. */
export interface NpmOverrides {
  readonly [key: string]: string | NpmOverrides;
}

/** An entry that was not applied: its effect is not known, or only npm can apply it. */
export interface Unapplied {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** The full key: `overrides.a.b`. Third-party text. */
  readonly key: string;
  /** The package whose version it decides; undefined if it may be any package. */
  readonly name?: string;
}

/** How a project's settings replace the specs in its own and its dependencies' manifests. */
export interface Overrides {
  /** Overrides that Arborist must apply, because they depend on the parents in the tree. */
  readonly npm?: NpmOverrides;
  /** Specs that are replaced before Arborist sees them. */
  readonly replacements: readonly Replacement[];
  /** The same for the specs in a workspace's own manifest: npm refuses an override of a direct dependency of its root. */
  readonly ofWorkspaces: readonly Replacement[];
  readonly unapplied: readonly Unapplied[];
}

export const noOverrides: Overrides = { replacements: [], ofWorkspaces: [], unapplied: [] };

/**
 * `packageExtensions` add dependencies to a package; each is reported if its package is pulled in.
 * @param settings undefined: the file counts as a whole, and may extend any package
 */
export function extensionsOf(path: string, settings: readonly Setting[] | undefined): readonly Unapplied[] {
  if (settings === undefined) return [{ path, line: 1, key: WHOLE_FILE }];
  return settings.flatMap(({ key, line }) => {
    const entry = /^(?:pnpm\.)?packageExtensions(?:\.(.+))?$/s.exec(key);
    if (entry === null) return [];
    const name = entry[1] === undefined ? undefined : overrideTarget(entry[1]);
    return [{ path, line, key, ...(name !== undefined && { name }) }];
  });
}
