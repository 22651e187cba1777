import { catalogEntry, overrideTarget } from '../lockfile/locked-settings.ts';
import type { Lockfile, Requirement } from '../model/index.ts';

/** What overrides make of a name: any of these specs, or what nobody can tell. */
export interface Overriding {
  readonly specs: ReadonlySet<string>;
  readonly anything: boolean;
}

/** What the overrides and catalogs that a lockfile repeats make of the specs in manifests (pnpm, bun). */
export interface DeclaredSpecs {
  /** Undefined: no override is about the name. */
  readonly overriding: (name: string) => Overriding | undefined;
  /** What a spec comes to, by its catalog; undefined where the lockfile has no such entry of a catalog. */
  readonly specOf: (requirement: Requirement) => string | undefined;
}

export function declaredSpecs({ settings = {} }: Lockfile): DeclaredSpecs {
  const names = new Map<string, { readonly specs: Set<string>; anything: boolean }>();
  for (const [key, { value }] of settings.overrides ?? []) {
    const name = overrideTarget(key);
    const known = names.get(name) ?? { specs: new Set(), anything: false };
    names.set(name, known);
    known.specs.add(value);
    // pnpm writes a folder as the importer sees it, and nothing for what an override takes away.
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
