import type { PresetName } from './schema/names.ts';

/** A policy file of another repository of GitHub, at a commit that cannot move. */
export interface PolicyReference {
  /** `acme/policies` */
  readonly repository: string;
  readonly path: string;
  /** 40 hexadecimal digits. */
  readonly commit: string;
}

/** A policy file by its path from the folder of the policy that extends it. */
export type LocalReference = `./${string}` | `../${string}`;

/** What an `extends` may name besides a preset. */
export type Extended = PolicyReference | LocalReference;

export const isLocal = (value: unknown): value is LocalReference =>
  typeof value === 'string' && (value.startsWith('./') || value.startsWith('../'));

/** The reference of an `extends`; undefined where it names a preset, or is not there. */
export function referenceOf(value: PresetName | Extended | undefined): Extended | undefined {
  return typeof value === 'object' || isLocal(value) ? value : undefined;
}
