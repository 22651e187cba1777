import { overrideTarget } from '../lockfile/locked-settings.ts';
import type { Replacement } from './replacing.ts';
import type { Setting } from './setting.ts';
import { WHOLE_FILE } from './setting.ts';

/** npm's `overrides`, of which every spec is one that a registry answers: names by their keys, `.` for the key's own. */
export interface NpmOverrides {
  readonly [key: string]: string | NpmOverrides;
}

/** An entry that was not taken into account: what it does cannot be told, or is npm's alone to do. */
export interface Unapplied {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** As it stands there, behind what leads to it: `overrides.a.b`. Third-party text. */
  readonly key: string;
  /** The package whose version it decides; undefined where that cannot be told: it may be any. */
  readonly name?: string;
}

/** What the settings of a project make of the specs in its manifests and in its dependencies' manifests. */
export interface Overrides {
  /** What Arborist itself has to apply, because it depends on who is above. */
  readonly npm?: NpmOverrides;
  /** What is put in the place of specs before Arborist sees them. */
  readonly replacements: readonly Replacement[];
  /** The same for the specs in a workspace's own manifest: npm refuses an override of what its root asks for itself. */
  readonly ofWorkspaces: readonly Replacement[];
  readonly unapplied: readonly Unapplied[];
}

export const noOverrides: Overrides = { replacements: [], ofWorkspaces: [], unapplied: [] };

/**
 * `packageExtensions` add to what a package asks for: each is told, where its package comes in.
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
