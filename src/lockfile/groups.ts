import { identityOf } from '../model/identity.ts';
import type { Claims, LockedPackage, Pin } from '../model/index.ts';

/** Every entry of one lockfile that locks the same name, version and source. */
export interface Group {
  readonly identity: string;
  readonly name: string;
  readonly version: string;
  readonly source: LockedPackage['source'];
  /** In the lockfile's order; at least one. */
  readonly packages: readonly LockedPackage[];
}

/** Groups the entries of a lockfile. Workspaces are left out: they are this repository's code, not a dependency. */
export function groupPackages(packages: readonly LockedPackage[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group & { packages: LockedPackage[] }>();
  for (const each of packages) {
    if (each.source.kind === 'workspace') continue;
    const identity = identityOf(each);
    const group = groups.get(identity);
    if (group !== undefined) group.packages.push(each);
    else {
      const { name, version, source } = each;
      groups.set(identity, { identity, name, version, source, packages: [each] });
    }
  }
  return groups;
}

/** The distinct pins of a group's entries, in the order of their lines. */
export function pinsOf({ packages }: Group): readonly Pin[] {
  const pins = new Map<
    string,
    { resolved?: string; integrity?: string; checksum?: string; line: number; places: number }
  >();
  for (const { resolved, integrity, checksum, line } of packages) {
    const key = `${pinKey({ resolved, integrity })}\n${checksum ?? ''}`;
    const pin = pins.get(key);
    if (pin === undefined) {
      pins.set(key, {
        ...(resolved !== undefined && { resolved }),
        ...(integrity !== undefined && { integrity }),
        ...(checksum !== undefined && { checksum }),
        line,
        places: 1,
      });
    } else {
      pin.line = Math.min(pin.line, line);
      pin.places++;
    }
  }
  return [...pins.values()].sort((a, b) => a.line - b.line);
}

/** Two pins with the same key pin the same bytes at the same address. */
export function pinKey({
  resolved,
  integrity,
}: {
  resolved?: string | undefined;
  integrity?: string | undefined;
}): string {
  // Neither part can forge the other: the key holds the length of the first.
  return `${resolved?.length ?? -1} ${resolved ?? ''}${integrity === undefined ? '' : ` ${integrity}`}`;
}

/** A claim holds only if every entry makes it; a claim of scripts, shrinkwraps or bundles holds if any entry does. */
export function claimsOf({ packages }: Group): Claims {
  const claims: { -readonly [K in keyof Claims]: Claims[K] } = {};
  for (const claim of ['dev', 'optional', 'devOptional', 'peer', 'extraneous', 'inBundle'] as const) {
    if (packages.every((each) => each.claims[claim] === true)) claims[claim] = true;
  }
  for (const claim of [
    'hasInstallScript',
    'hasShrinkwrap',
    'shrinkwrapUnlisted',
    'bundles',
    'bringsShrinkwrap',
  ] as const) {
    if (packages.some((each) => each.claims[claim] === true)) claims[claim] = true;
  }
  return claims;
}
