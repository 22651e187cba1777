import type { PinnedSetting } from '../managers/importers.ts';

/** The settings of each side whose values are judged as packages: nothing more is said of them. */
export interface JudgedSettings {
  readonly base: readonly PinnedSetting[];
  readonly head: readonly PinnedSetting[];
}
