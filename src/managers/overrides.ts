import type { Replacement } from './replacing.ts';

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
