import type { Importer, LockedPackage, Observation } from '../../model/index.ts';

interface Made {
  readonly packages: readonly LockedPackage[];
  readonly importers: readonly Importer[];
  readonly observations: readonly Observation[];
}

/**
 * Compares `packages` with `dependencies`, place by place: name, version, `resolved` and `integrity`. An entry only in
 * `dependencies` becomes a package too, because npm 6 and older tools install from it.
 *
 * A place only in `packages` is not a disagreement: `dependencies` cannot hold what is below a folder that nothing
 * links to, and what npm installs is evaluated anyway.
 */
export function compareMaps(
  path: string,
  read: { readonly packages: readonly LockedPackage[]; readonly importers: readonly Importer[] },
  legacy: readonly LockedPackage[] | undefined,
): Made {
  if (legacy === undefined) return { ...read, observations: [] };
  const places = new Map(read.packages.map((each) => [each.key, each]));
  const extra: LockedPackage[] = [];
  const observations: Observation[] = [];
  for (const old of legacy) {
    const current = places.get(old.key);
    const field = current === undefined ? 'presence' : difference(current, old);
    if (field === undefined) continue;
    extra.push({ ...old, key: `dependencies:${old.key}`, place: old.key, requires: [] });
    observations.push({
      code: 'maps-disagree',
      path,
      line: old.line,
      name: old.name,
      version: old.version,
      args: {
        place: old.key,
        field,
        packages: current === undefined ? '' : shown(current, field),
        dependencies: shown(old, field),
      },
    });
  }
  return { packages: [...read.packages, ...extra], importers: read.importers, observations };
}

type Field = 'presence' | 'name' | 'version' | 'resolved' | 'integrity';

function difference(current: LockedPackage, old: LockedPackage): Field | undefined {
  if (isLink(current) || isLink(old)) return isLink(current) && isLink(old) ? undefined : 'resolved';
  if (current.name !== old.name) return 'name';
  // Version 1 writes the spec of a git, http or file dependency instead of its version.
  if (old.version !== '' && current.version !== old.version) return 'version';
  if (address(current) !== address(old)) return 'resolved';
  if (current.integrity !== old.integrity) return 'integrity';
  return undefined;
}

function isLink({ source }: LockedPackage): boolean {
  return source.kind === 'link' || source.kind === 'workspace';
}

function address({ source, resolved }: LockedPackage): string | undefined {
  return source.spec ?? resolved;
}

function shown(entry: LockedPackage, field: Field): string {
  if (field === 'resolved') return address(entry) ?? '';
  if (field === 'integrity') return entry.integrity ?? '';
  return field === 'name' ? entry.name : entry.version;
}
