import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { GateFailure } from '../errors.ts';
import { aliasTarget } from '../lockfile/spec.ts';
import type { LockedPackage, Requirement } from '../model.ts';
import { limits, quoted } from '../text.ts';
import type { Offered } from './offered.ts';
import { offer, refusedSource } from './offered.ts';
import type { Order, Outcome, Packument } from './resolver-messages.ts';
import type { ThreadBounds } from './resolver-thread.ts';
import { resolverProgram, runResolver, threadBounds } from './resolver-thread.ts';

/** Asks the registry that is trusted for a name for its full packument. */
export type AskRegistry = (name: string) => Promise<{ readonly state: string; readonly document?: unknown }>;

export interface IdealTreeOptions extends Omit<Order, 'folder'>, Partial<ThreadBounds> {
  readonly ask: AskRegistry;
  /** Names that may be asked for. */
  readonly maxNames?: number;
  /** What runs in the thread. */
  readonly program?: URL;
}

/**
 * What npm would put below a root that asks for this, held packages aside: entries keyed as npm places them.
 * What is in no registry, or could not be asked for, is there with the spec as its version; what comes from elsewhere
 * is there with its source, and nothing of it was fetched. See docs/decisions/0115 and 0116.
 * @throws GateFailure `budget`; `unresolvable` where no tree satisfies everybody (peer dependencies that conflict), and
 *   where Arborist itself fails.
 */
export async function idealTree({ asks, held, ...options }: IdealTreeOptions): Promise<readonly LockedPackage[]> {
  const source = new DocumentSource(options.ask, options.maxNames);
  // While the thread starts. What is held may not be asked for at all.
  for (const { name, spec } of asks) if (!held.some(({ folder }) => folder === name)) source.expect(name, spec);
  const folder = await mkdtemp(join(tmpdir(), 'lockgate-'));
  try {
    const { program = resolverProgram } = options;
    const outcome = await runResolver(program, { folder, asks, held }, source.packument, {
      ...threadBounds,
      ...options,
    });
    return packagesOf(outcome, source);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each document that the thread asked for, once, and what was taken out of it. */
class DocumentSource {
  readonly #offered = new Map<string, Offered>();
  readonly #pending = new Map<string, Promise<Packument | undefined>>();
  readonly #ask: AskRegistry;
  readonly #maxNames: number;

  constructor(ask: AskRegistry, maxNames = 2_000) {
    this.#ask = ask;
    this.#maxNames = maxNames;
  }

  /** Asks for a name before the thread does; what comes of it is told to the thread alone. */
  expect(name: string, spec: string): void {
    this.packument(aliasTarget(spec)?.name ?? name).catch(() => undefined);
  }

  /** @throws GateFailure `budget` */
  readonly packument = (name: string): Promise<Packument | undefined> => {
    const pending = this.#pending.get(name) ?? this.#load(name);
    this.#pending.set(name, pending);
    return pending;
  };

  /** What a version asks for that no registry answers. */
  refusedOf({ name, version }: LockedPackage): readonly Requirement[] {
    const refused = this.#offered.get(name)?.refused.get(version) ?? [];
    if (refused.some((each) => each.name === '')) {
      const shown = quoted(`${name}@${version}`, limits.name);
      throw new GateFailure('budget', `${shown} asks for more packages than any honest one; nothing was resolved.`);
    }
    return refused;
  }

  async #load(name: string): Promise<Packument | undefined> {
    if (this.#pending.size >= this.#maxNames) {
      throw new GateFailure(
        'budget',
        `What is not locked would bring in more than ${this.#maxNames} packages; lock it and split the change.`,
      );
    }
    const reply = await this.#ask(name);
    const offered = reply.state === 'document' ? offer(reply.document, name) : undefined;
    if (offered !== undefined) this.#offered.set(name, offered);
    return offered?.packument;
  }
}

function packagesOf(outcome: Outcome, source: DocumentSource): readonly LockedPackage[] {
  switch (outcome.kind) {
    case 'tree':
      return [
        ...outcome.known,
        ...outcome.placed.flatMap((each) => {
          const refused = source.refusedOf(each);
          return [{ ...each, requires: [...each.requires, ...refused] }, ...elsewhere(each, refused)];
        }),
      ];
    case 'conflict': {
      const by = outcome.by === '' ? '' : ` of ${quoted(outcome.by, limits.name)}`;
      const [name, spec] = [quoted(outcome.name, limits.name), quoted(outcome.spec, limits.version)];
      throw new GateFailure(
        'unresolvable',
        `Peer dependencies conflict: no tree satisfies ${name} ${spec}${by} together with the rest; choose versions that go together.`,
      );
    }
    case 'past':
      throw new GateFailure(
        'budget',
        'What is not locked would be placed more often than in any honest tree; lock it with the package manager first.',
      );
    case 'failed':
      throw new GateFailure(
        'unresolvable',
        `npm's own resolution of what is not locked failed (${quoted(outcome.error, limits.name)}); lock it with the package manager first.`,
      );
  }
}

function elsewhere({ key }: LockedPackage, refused: readonly Requirement[]): readonly LockedPackage[] {
  return refused.map(({ name, spec }) => ({
    ...{ key: `${key}/node_modules/${name}`, name, version: '', source: refusedSource(spec) },
    ...{ line: 1, requires: [], claims: {} },
  }));
}
