import { asGateError, GateFailure } from '../errors.ts';
import { groupBy } from '../lockfile/group-by.ts';
import { parseLockfile } from '../lockfile/index.ts';
import { compareText } from '../lockfile/order.ts';
import { folderOf, join, normalise } from '../lockfile/paths.ts';
import { workspaceMatcher } from '../lockfile/workspaces.ts';
import type { Change, Comparison, GateError, Observation, Snapshot, SnapshotFile } from '../model.ts';
import type { AskRegistry } from './document-source.ts';
import type { Asked } from './asked.ts';
import { changesAsked } from './asked.ts';
import type { Manifest } from './manifest.ts';
import { parseManifest } from './manifest.ts';
import { openWithManifests } from './open-with-manifests.ts';
import { FileReader } from './reader.ts';
import { foldersBelow, manifestPaths } from './yarn-importers.ts';

/** Whether a comparison found a manifest that asks for something that no lockfile pins. */
export const isUnpinned = ({ code, name }: Observation): boolean =>
  name !== undefined && (code === 'not-locked' || code === 'manifest-disagrees' || code === 'no-lockfile');

/**
 * A comparison with the changes that its manifests would bring in beyond what lockfiles pin. What is wrong with one
 * manifest (peer dependencies that conflict, too much to resolve) is among the errors; the others are resolved all the same.
 * @param ask undefined where nobody may be asked
 */
export async function withUnpinned(
  comparison: Comparison,
  base: Snapshot | undefined,
  head: Snapshot,
  ask: AskRegistry | undefined,
): Promise<Comparison> {
  const sides = { base: await sideOf(base), head: await sideOf(head) };
  const groups = groupBy(comparison.observations.filter(isUnpinned), manifestPath);
  const changes: Change[] = [];
  const errors: GateError[] = [];
  for (const [path, observations] of [...groups].sort(([a], [b]) => compareText(a, b))) {
    try {
      const asked = await askedBy(path, observations, sides.base, sides.head);
      if (asked !== undefined) changes.push(...(await changesAsked(asked, ask)));
    } catch (cause) {
      if (!(cause instanceof GateFailure)) throw cause;
      errors.push({ ...asGateError(cause), path });
    }
  }
  return { ...comparison, changes: [...comparison.changes, ...changes], errors: [...comparison.errors, ...errors] };
}

interface Side {
  readonly reader: FileReader;
  readonly files: ReadonlyMap<string, SnapshotFile>;
}

async function sideOf(snapshot: Snapshot | undefined): Promise<Side> {
  const files = (await snapshot?.list()) ?? [];
  return { reader: new FileReader(snapshot), files: new Map(files.map((file) => [file.path, file])) };
}

const manifestPath = ({ code, path, args }: Observation) => (code === 'no-lockfile' ? path : String(args.manifest));

async function askedBy(
  path: string,
  observations: readonly Observation[],
  base: Side,
  head: Side,
): Promise<Asked | undefined> {
  const manifest = await manifestAt(head, path);
  if (manifest === undefined) return undefined;
  const [first] = observations;
  const lockfile = observations.find(({ code }) => code !== 'no-lockfile')?.path;
  const wanted = await wantedOf(manifest, observations, base);
  const locked = lockfile === undefined ? undefined : await lockedBy(lockfile, path, wanted, base, head);
  const local = await workspaceNames(lockfile ?? first?.path ?? path, head);
  const requires = manifest.requires.filter(
    ({ name, spec, type }) =>
      type !== 'peer' && wanted.has(name) && !local.has(name) && !/^\s*(?:workspace|catalog):/i.test(spec),
  );
  if (requires.length === 0) return undefined;
  return { path, requires, lineOf: manifest.lineOf, declared: true, ...(locked && { locked }) };
}

/** Names that this change leaves open. Without any lockfile: all whose spec the base's manifest does not have. */
async function wantedOf(
  manifest: Manifest,
  observations: readonly Observation[],
  base: Side,
): Promise<ReadonlySet<string>> {
  if (observations.some(({ code }) => code !== 'no-lockfile')) {
    return new Set(observations.flatMap(({ name }) => name ?? []));
  }
  const before = await manifestAt(base, manifest.path);
  const known = new Set(before?.requires.map(({ name, spec }) => `${name}\n${spec}`));
  return new Set(manifest.requires.flatMap(({ name, spec }) => (known.has(`${name}\n${spec}`) ? [] : [name])));
}

/**
 * What is locked where a manifest asks for more. Of names that are wanted the manifest of the base says what the
 * lockfile was made from, in a format that does not say so itself.
 */
async function lockedBy(
  lockfile: string,
  manifest: string,
  wanted: ReadonlySet<string>,
  base: Side,
  head: Side,
): Promise<Asked['locked']> {
  const file = head.files.get(lockfile);
  if (file === undefined) return undefined;
  const folder = folderOf(lockfile);
  const opened = await openWithManifests(parseLockfile(lockfile, await head.reader.read(file)), {
    of: async (importer) => {
      const path = normalise(join(folder, join(importer, 'package.json')));
      const now = await manifestAt(head, path);
      return path === manifest && now !== undefined ? asBefore(now, await manifestAt(base, path), wanted) : now;
    },
    folders: foldersBelow(folder, manifestPaths(head.files)),
  });
  const own = folderOf(manifest);
  return { lockfile: opened, importer: folder === '' ? own : own.slice(folder.length + 1) };
}

function asBefore(now: Manifest, before: Manifest | undefined, wanted: ReadonlySet<string>): Manifest {
  const asked = new Map(before?.requires.map((each) => [each.name, each]));
  const requires = now.requires.map((each) => (wanted.has(each.name) ? (asked.get(each.name) ?? each) : each));
  return { ...now, requires };
}

/** Names of the workspaces that the manifest beside a lockfile has: npm links those, whatever a registry has. */
async function workspaceNames(lockfile: string, head: Side): Promise<ReadonlySet<string>> {
  const folder = folderOf(lockfile);
  const prefix = folder === '' ? '' : `${folder}/`;
  const root = await manifestAt(head, `${prefix}package.json`);
  if (root === undefined || root.workspaces.length === 0) return new Set();
  const isWorkspace = workspaceMatcher(root.workspaces, root.path);
  const paths = manifestPaths(head.files).filter(
    (path) => path.startsWith(prefix) && isWorkspace(folderOf(path.slice(prefix.length))),
  );
  const manifests = await Promise.all(paths.map((path) => manifestAt(head, path)));
  return new Set(manifests.flatMap((each) => each?.name ?? []));
}

/** One that is not there or cannot be read asks for nothing here: that it cannot be read is an error already. */
async function manifestAt({ files, reader }: Side, path: string): Promise<Manifest | undefined> {
  const file = files.get(path);
  if (file?.mode !== 'file') return undefined;
  try {
    return parseManifest(path, await reader.read(file));
  } catch (cause) {
    if (cause instanceof GateFailure && cause.code === 'manifest-invalid') return undefined;
    throw cause;
  }
}
