import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { GateFailure } from '../errors.ts';
import type { LockedPackage, Requirement } from '../model/index.ts';
import { limits, quoted } from '../text/visible.ts';
import type { AskRegistry } from './document-source.ts';
import { DocumentSource } from './document-source.ts';
import { refusedSource } from './sanitize-packument.ts';
import type { HoldsBack } from './held-back.ts';
import type { Replace } from '../managers/replacing.ts';
import type { HeldPackage, Order, Outcome } from './resolver-messages.ts';
import type { ThreadBounds } from './resolver-thread.ts';
import { resolverProgram, runResolver, threadBounds } from './resolver-thread.ts';

export interface IdealTreeOptions extends Omit<Order, 'folder'>, Partial<ThreadBounds> {
  readonly ask: AskRegistry;
  /** How overrides replace a package's requirement, in addition to those that Arborist applies. */
  readonly replace?: Replace;
  /** The versions that the project's manager would not take yet. They are taken where a requirement has no other answer. */
  readonly holdsBack?: HoldsBack | undefined;
  /** The most names that may be requested. */
  readonly maxNames?: number;
  /** What runs in the thread. */
  readonly program?: URL;
}

/**
 * The packages that npm would put below a root with these dependencies, except held ones: entries keyed as npm places them.
 * A package that is in no registry, or could not be requested, has the spec as its version; one from elsewhere
 * has its source, and nothing of it is fetched. See docs/decisions/0115 and 0116.
 * @throws GateFailure `budget`; `unresolvable` if no tree satisfies all requirements (peer dependencies that conflict), or
 *   if Arborist itself fails.
 */
export async function idealTree(options: IdealTreeOptions): Promise<readonly LockedPackage[]> {
  const { holdsBack } = options;
  const taken = new Set<string>();
  for (let round = 1; round < MAX_ROUNDS && holdsBack !== undefined; round += 1) {
    const { outcome, source } = await resolveOnce({
      ...options,
      holdsBack: (name, ...version) => !taken.has(name) && holdsBack(name, ...version),
    });
    const stuck = unansweredBy(outcome, options.held).filter((name) => source.lacksVersionsOf(name));
    if (stuck.length === 0) return packagesOf(outcome, source);
    for (const name of stuck) taken.add(name);
  }
  const { outcome, source } = await resolveOnce({ ...options, holdsBack: undefined });
  return packagesOf(outcome, source);
}

/** How often it is resolved again because a waiting time leaves a requirement without an answer; after that, without any. */
const MAX_ROUNDS = 5;

/** Names that the outcome has a requirement of, and no version. */
function unansweredBy(outcome: Outcome, held: readonly HeldPackage[]): readonly string[] {
  if (outcome.kind !== 'tree') return [];
  const known = new Set(held.map(({ name, version }) => `${name}@${version}`));
  return outcome.known.filter(({ name, version }) => !known.has(`${name}@${version}`)).map(({ name }) => name);
}

async function resolveOnce({ asks, held, overrides, ...options }: IdealTreeOptions) {
  const source = new DocumentSource(options.ask, new Set(held.map((each) => each.folder)), options);
  // While the thread starts.
  for (const { name, spec } of asks) source.expect(name, spec);
  const folder = await mkdtemp(join(tmpdir(), 'lockgate-'));
  try {
    const { program = resolverProgram } = options;
    const order = { folder, asks, held, ...(overrides && { overrides }) };
    const outcome = await runResolver(program, order, source.packument, { ...threadBounds, ...options });
    return { outcome, source };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function packagesOf(outcome: Outcome, source: DocumentSource): readonly LockedPackage[] {
  switch (outcome.kind) {
    case 'tree':
      return [
        ...outcome.known,
        ...outcome.placed.flatMap((each) => {
          const refused = source.refusedOf(each);
          const claims = source.tarballClaimsOf(each);
          return [{ ...each, claims, requires: [...each.requires, ...refused] }, ...elsewhere(each, refused)];
        }),
      ];
    case 'conflict': {
      const by = outcome.by === '' ? '' : ` of ${quoted(outcome.by, limits.name)}`;
      const [name, spec] = [quoted(outcome.name, limits.name), quoted(outcome.spec, limits.version)];
      throw new GateFailure(
        'unresolvable',
        `Peer dependencies conflict: no tree satisfies ${name} ${spec}${by} together with the rest; choose compatible versions.`,
      );
    }
    case 'overridden':
      throw new GateFailure(
        'unresolvable',
        `An override conflicts with the direct dependency ${quoted(outcome.asked, limits.name)}, and npm then refuses to install; use the same spec in both.`,
      );
    case 'past':
      throw new GateFailure(
        'budget',
        'The dependencies that are not in the lockfile pull in more packages than any honest tree; lock them with the package manager first.',
      );
    case 'failed':
      throw new GateFailure(
        'unresolvable',
        `npm could not resolve the dependencies that are not in the lockfile (${quoted(outcome.error, limits.name)}); lock them with the package manager first.`,
      );
  }
}

function elsewhere({ key }: LockedPackage, refused: readonly Requirement[]): readonly LockedPackage[] {
  return refused.map(({ name, spec }) => ({
    ...{ key: `${key}/node_modules/${name}`, name, version: '', source: refusedSource(spec) },
    ...{ line: 1, requires: [], claims: {} },
  }));
}
