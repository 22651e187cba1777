import type { LockedPackage, Requirement } from '../model/index.ts';
import type { NpmOverrides } from '../managers/overrides.ts';

/** What passes between lockgate and the thread in which Arborist runs: plain values, and nothing of a registry's own. */

/** A package that is locked already, and that what is asked for may share. */
export interface HeldPackage {
  /** The name of its folder. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}

/** What the thread is started with. */
export interface Order {
  /** An empty folder, absolute. */
  readonly folder: string;
  /** What the root asks for; every spec is one that a registry answers (see `isAnswerable`). */
  readonly asks: readonly Requirement[];
  readonly held: readonly HeldPackage[];
  /** The overrides that Arborist applies. */
  readonly overrides?: NpmOverrides;
}

/** A registry's document, with nothing in it that leads anywhere but to a registry (see `sanitizePackument`). */
export type Packument = Readonly<Record<string, unknown>>;

/** Answers `ask`. Without a packument: nobody publishes it, or its registry does not answer. */
export interface Answer {
  readonly name: string;
  readonly packument?: Packument;
}

export interface Tree {
  readonly kind: 'tree';
  /** Held packages, and those that no registry answers for, with the spec as their version. */
  readonly known: readonly LockedPackage[];
  readonly placed: readonly LockedPackage[];
}

export type Outcome =
  | Tree
  /** Peer dependencies conflict: no tree satisfies this requirement of `by` (empty: the root). */
  | { readonly kind: 'conflict'; readonly name: string; readonly spec: string; readonly by: string }
  /** npm refuses to override what its root asks for itself: `name@spec`. */
  | { readonly kind: 'overridden'; readonly asked: string }
  /** More was placed than any project has. */
  | { readonly kind: 'past' }
  /** Arborist itself failed. */
  | { readonly kind: 'failed'; readonly error: string };

export type FromThread = { readonly kind: 'ask'; readonly name: string } | Outcome;
