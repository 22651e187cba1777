import maxSatisfying from 'semver/ranges/max-satisfying.js';
import satisfies from 'semver/functions/satisfies.js';

import { GateFailure } from '../errors.ts';
import { aliasTarget } from '../lockfile/spec.ts';
import type { LockedPackage, Requirement } from '../model/index.ts';
import { limits, quoted } from '../text/visible.ts';
import type { HoldsBack } from './held-back.ts';
import { withoutHeldBack } from './held-back.ts';
import type { SanitizedPackument } from './sanitize-packument.ts';
import { sanitizePackument } from './sanitize-packument.ts';
import type { Replace } from '../managers/replacing.ts';
import type { Packument } from './resolver-messages.ts';

/** Asks the registry that is trusted for a name for its full packument. */
export type AskRegistry = (name: string) => Promise<{ readonly state: string; readonly document?: unknown }>;

export interface SourceOptions {
  /** The most names that the thread may request. */
  readonly maxNames?: number;
  /** How overrides replace a package's requirement. */
  readonly replace?: Replace;
  /** The versions that the project's manager would not take yet: they are left out. */
  readonly holdsBack?: HoldsBack | undefined;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Each document that the resolver's thread asks for, once, and what was taken out of it. Documents that it is going to
 * ask for are fetched before it does: Arborist asks for one after another (as many at once as there are cores, less one),
 * so that a tree would cost as many round trips as it has packages.
 */
export class DocumentSource {
  readonly #sanitized = new Map<string, SanitizedPackument>();
  readonly #pending = new Map<string, Promise<Packument | undefined>>();
  readonly #asked = new Set<string>();
  readonly #expected = new Set<string>();
  readonly #ask: AskRegistry;
  readonly #held: ReadonlySet<string>;
  readonly #maxNames: number;
  readonly #replace: Replace | undefined;
  readonly #holdsBack: HoldsBack | undefined;
  readonly #lacking = new Set<string>();

  /** @param held folders of what is locked: it may not be asked for at all, and so is not expected */
  constructor(
    ask: AskRegistry,
    held: ReadonlySet<string>,
    { maxNames = 2_000, replace, holdsBack }: SourceOptions = {},
  ) {
    this.#ask = ask;
    this.#held = held;
    this.#maxNames = maxNames;
    this.#replace = replace;
    this.#holdsBack = holdsBack;
  }

  /**
   * Asks for a name before the thread does, and then for what the version asks for that would be chosen. A wrong guess costs a
   * request to a registry that is trusted for the name, and nothing else: only the thread decides, and is told of failures.
   */
  expect(name: string, spec: string): void {
    const { name: real, spec: range } = aliasTarget(spec) ?? { name, spec };
    if (this.#held.has(name) || this.#expected.has(real) || this.#pending.size >= this.#maxNames) return;
    this.#expected.add(real);
    this.#document(real)
      .then((packument) => this.#expectBelow(packument, range))
      .catch(() => undefined);
  }

  /** @throws GateFailure `budget` */
  readonly packument = (name: string): Promise<Packument | undefined> => {
    this.#asked.add(name);
    if (this.#asked.size > this.#maxNames) {
      const why = `The dependencies that are not in the lockfile pull in more than ${this.#maxNames} packages; lock them and split the change.`;
      return Promise.reject(new GateFailure('budget', why));
    }
    return this.#document(name);
  };

  /** The requirements of a version that no registry can answer. */
  refusedOf({ name, version }: LockedPackage): readonly Requirement[] {
    const refused = this.#sanitized.get(name)?.refused.get(version) ?? [];
    if (refused.some((each) => each.name === '')) {
      const shown = quoted(`${name}@${version}`, limits.name);
      throw new GateFailure(
        'budget',
        `${shown} has more dependencies than any honest package, so nothing was resolved; remove it.`,
      );
    }
    return refused;
  }

  /** What a version claims to have in its tarball, which is not opened here. */
  tarballClaimsOf({ name, version }: LockedPackage): LockedPackage['claims'] {
    return this.#sanitized.get(name)?.tarballClaims.get(version) ?? {};
  }

  #document(name: string): Promise<Packument | undefined> {
    const pending = this.#pending.get(name) ?? this.#load(name);
    this.#pending.set(name, pending);
    return pending;
  }

  async #load(name: string): Promise<Packument | undefined> {
    const reply = await this.#ask(name);
    const sanitized = reply.state === 'document' ? sanitizePackument(reply.document, name, this.#replace) : undefined;
    if (sanitized === undefined) return undefined;
    this.#sanitized.set(name, sanitized);
    if (this.#holdsBack === undefined) return sanitized.packument;
    const { time } = (reply.document ?? {}) as { readonly time?: unknown };
    const seen = withoutHeldBack(sanitized.packument, name, time, this.#holdsBack);
    if (seen !== sanitized.packument) this.#lacking.add(name);
    return seen;
  }

  /** Whether versions of a name were left out, because the project's manager would not take them yet. */
  lacksVersionsOf(name: string): boolean {
    return this.#lacking.has(name);
  }

  #expectBelow(packument: Packument | undefined, spec: string): void {
    const manifest = packument && likely(packument, spec);
    const optional = manifest?.peerDependenciesMeta as Readonly<Record<string, { optional?: unknown }>> | undefined;
    for (const map of ['dependencies', 'optionalDependencies', 'peerDependencies']) {
      for (const [name, range] of Object.entries((manifest?.[map] ?? {}) as Record<string, string>)) {
        if (map !== 'peerDependencies' || optional?.[name]?.optional !== true) this.expect(name, range);
      }
    }
  }
}

/** The manifest of the version that npm would choose in most cases: what is tagged so, `latest` in range, the highest in range. */
export function likely(packument: Packument, spec: string): Json | undefined {
  const tags = packument['dist-tags'] as Readonly<Record<string, string>>;
  const versions = packument.versions as Readonly<Record<string, Json>>;
  const { latest } = tags;
  const tagged = Object.hasOwn(tags, spec) ? tags[spec] : undefined;
  if (tagged !== undefined) return versions[tagged];
  if (latest !== undefined && satisfies(latest, spec)) return versions[latest];
  const highest = maxSatisfying(Object.keys(versions), spec);
  return highest === null ? undefined : versions[highest];
}
