import type { LockedPackage, Observation } from '../model/index.ts';
import { normalise } from '../text/paths.ts';
import { bounded } from './observations.ts';
import type { OpenLockfile } from './open-lockfile.ts';

/** A workspace of the repository; undefined for everything else, and for the root. */
function workspaceOf({ source: { kind, workspace, outside, spec = '' } }: LockedPackage): string | undefined {
  if ((kind !== 'workspace' && workspace !== true) || outside === true) return undefined;
  const folder = normalise(spec.replace(/^(?:workspace|link|file|portal):/i, ''));
  return folder === '' ? undefined : folder;
}

/** New workspaces with the name of a package that the base locks from a registry: what asks for that name may get them. */
export function replacingWorkspaces(base: OpenLockfile | undefined, head: OpenLockfile): readonly Observation[] {
  const before = base?.lockfile.packages ?? [];
  const published = new Set(before.flatMap(({ name, source }) => (source.kind === 'registry' ? name : [])));
  const known = new Set(before.flatMap((each) => (workspaceOf(each) === undefined ? [] : each.name)));
  const found = new Map<string, Observation>();
  for (const each of head.lockfile.packages) {
    const { name, line } = each;
    const workspace = workspaceOf(each);
    if (workspace === undefined || !published.has(name) || known.has(name) || found.has(name)) continue;
    found.set(name, { code: 'workspace-replaces', path: head.lockfile.path, line, name, args: { workspace } });
  }
  return bounded([...found.values()]);
}
