import { manifestIn } from '../managers/manifest.ts';
import type { Manifest } from '../managers/manifest.ts';
import { lockedVersion } from '../model/identity.ts';
import type { Change, Snapshot } from '../model/index.ts';
import { stateOf } from '../repository/state.ts';
import type { Run } from './request.ts';

/** Manifests that are read for lines alone: each may be a request. Those about the worst findings come first. */
const mostManifests = 20;

/**
 * A run in which each transitive package with findings says where the direct dependencies are declared that pull it in. Reads
 * nothing where there is no such finding. A manifest that cannot be read has no line, and changes no verdict.
 */
export async function withRootPlaces(run: Run, head: Snapshot): Promise<Run> {
  const found = changesWithFindings(run);
  const folders = [...new Set(found.flatMap(({ roots = [] }) => roots.map(({ importer }) => importer)))];
  if (folders.length === 0) return run;
  const read = folders.slice(0, mostManifests).map(async (folder) => [folder, await manifestOf(head, folder)] as const);
  const manifests = new Map(await Promise.all(read));
  const placed = new Map(found.map((change) => [change, withPlaces(change, manifests)]));
  const { comparison, collected } = run;
  return {
    ...run,
    comparison: { ...comparison, changes: comparison.changes.map((each) => placed.get(each) ?? each) },
    collected: {
      ...collected,
      dossiers: collected.dossiers.map((each) => ({ ...each, change: placed.get(each.change) ?? each.change })),
    },
  };
}

/** The transitive packages that findings are about, those of the worst findings first. */
function changesWithFindings({ judgement, comparison }: Run): readonly Change[] {
  const rank = new Map<string, number>();
  for (const [at, { name, version, lockfile }] of judgement.findings.entries()) {
    const key = name === null ? undefined : lockedVersion({ name, version, lockfile });
    if (key !== undefined && !rank.has(key)) rank.set(key, at);
  }
  return comparison.changes
    .filter((change) => change.kind !== 'removed' && change.roots !== undefined && rank.has(lockedVersion(change)))
    .sort((a, b) => (rank.get(lockedVersion(a)) ?? 0) - (rank.get(lockedVersion(b)) ?? 0));
}

async function manifestOf(head: Snapshot, folder: string): Promise<Manifest | undefined> {
  try {
    const { settings } = await stateOf(head);
    return manifestIn(await settings.at(folder, 'package.json'));
  } catch {
    return undefined;
  }
}

function withPlaces(change: Change, manifests: ReadonlyMap<string, Manifest | undefined>): Change {
  const roots = (change.roots ?? []).map((root) => {
    const manifest = manifests.get(root.importer);
    const line = manifest?.lineOf(root.name);
    return manifest === undefined || line === undefined ? root : { ...root, place: { path: manifest.path, line } };
  });
  return { ...change, roots };
}
