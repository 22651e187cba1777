import semver from 'semver';

import type { OpenLockfile } from '../compare/open-lockfile.ts';
import { diffLockfiles } from '../lockfile/diff.ts';
import type { NodeIndex } from '../lockfile/tree.ts';
import { identityOf } from '../model/identity.ts';
import type { Change, Requirement } from '../model/index.ts';

/** A spec that is named, and what is known of the version that its manager would install. */
export interface Named extends Requirement {
  /** The locked version that the manager would keep; absent: it would install another one. */
  readonly keeps?: string;
}

/** A longer path is cut in the middle: what matters are its two ends. */
const MAX_PATH = 32;

/**
 * What is locked already, of the packages that specs name: the version that stays, with everything that it pulls in, and each
 * version that answers a spec although another one would be installed. That a package is there already says nothing about what
 * is known of it now.
 */
export function lockedAnswers(named: readonly Named[], lockfile: OpenLockfile): readonly Change[] {
  const locked = diffLockfiles(lockfile.lockfile.path, undefined, lockfile);
  const found = new Map<string, Change>();
  for (const { name, spec, keeps } of named) {
    const own = locked.filter((each) => each.name === name || each.aliases.includes(name));
    const answering = own.filter(({ version }) => semver.satisfies(version, spec, { includePrerelease: true }));
    const kept = own.filter(({ version }) => version === keeps);
    const answers = keeps === undefined ? answering : kept.length > 0 ? kept : own;
    const chosen = new Set([...answering, ...answers]);
    for (const change of chosen) put(found, { ...change, direct: true, via: [[change.name]] }, locked);
    if (keeps === undefined) continue;
    for (const [identity, path] of closureOf(answers, lockfile)) {
      const change = locked.find((each) => identityOf(each) === identity);
      if (change?.source.kind === 'registry' && !chosen.has(change)) put(found, { ...change, via: [path] }, locked);
    }
  }
  return [...found.values()];
}

/** As something that the base locks already. */
function put(found: Map<string, Change>, change: Change, locked: readonly Change[]): void {
  const identity = identityOf(change);
  const before = found.get(identity);
  const same = locked.filter((each) => each.name === change.name);
  found.set(identity, {
    ...{ ...change, kind: 'updated', previousVersion: change.version },
    ...{ direct: change.direct || before?.direct === true, via: [...(before?.via ?? []), ...change.via].slice(0, 3) },
    ...{ baseVersions: same.map(({ version }) => version), basePins: change.pins },
    baseDependencyTypes: change.dependencyTypes,
  });
}

/** What some packages pull in by the lockfile: the identity of each, with a shortest path of names to it. */
function closureOf(
  changes: readonly Change[],
  { lockfile, graph }: OpenLockfile,
): ReadonlyMap<string, readonly string[]> {
  const roots = new Set(changes.map(identityOf));
  const paths = new Map<NodeIndex, readonly string[]>();
  for (const each of lockfile.packages) {
    if (roots.has(identityOf(each))) paths.set(graph.nodeOf(each), [each.name]);
  }
  const queue = [...paths.keys()];
  const found = new Map<string, readonly string[]>();
  for (const node of queue) {
    const path = paths.get(node) ?? [];
    for (const { to, weak } of graph.edges[node] ?? []) {
      const each = graph.tree.packageAt(to);
      if (weak || each === undefined || paths.has(to)) continue;
      const names = [...path, each.name];
      paths.set(
        to,
        names.length <= MAX_PATH ? names : [...names.slice(0, MAX_PATH / 2), '…', ...names.slice(-MAX_PATH / 2)],
      );
      queue.push(to);
      const identity = identityOf(each);
      if (!found.has(identity)) found.set(identity, paths.get(to) ?? []);
    }
  }
  return found;
}
