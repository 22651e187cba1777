import { catalogEntry, overrideTarget } from '../lockfile/locked-settings.ts';
import type { Lockfile, Requirement } from '../model/index.ts';

/** How overrides replace a name's spec: by any of these specs, or by an unknown one. */
export interface Overriding {
  readonly specs: ReadonlySet<string>;
  readonly anything: boolean;
}

/** How the overrides and catalogs in a lockfile replace the specs of manifests (pnpm, bun). */
export interface DeclaredSpecs {
  /** Undefined: no override is about the name. */
  readonly overriding: (name: string) => Overriding | undefined;
  /** The effective spec, by its catalog; undefined if the lockfile has no such catalog entry. */
  readonly specOf: (requirement: Requirement) => string | undefined;
}

export function declaredSpecs({ settings = {} }: Lockfile): DeclaredSpecs {
  const names = new Map<string, { readonly specs: Set<string>; anything: boolean }>();
  for (const [key, { value }] of settings.overrides ?? []) {
    const name = overrideTarget(key);
    const known = names.get(name) ?? { specs: new Set(), anything: false };
    names.set(name, known);
    known.specs.add(value);
    // pnpm writes a folder relative to the importer, and nothing for a dependency that an override removes.
    known.anything ||= /^(?:link|file|portal):|^-$|^\$/.test(value);
  }
  return {
    overriding: (name) => names.get(name),
    specOf: ({ name, spec }) => {
      const entry = catalogEntry(spec, name);
      return entry === undefined ? spec : settings.catalogs?.get(entry)?.value;
    },
  };
}
