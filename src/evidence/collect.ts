import type { Change, Comparison, Dossier, Evidence, EvidenceSources, Namesake } from '../model/index.ts';
import { absent } from '../model/evidence-values.ts';
import { type DocumentAnswer, type RecordedAnswer, subjectOf } from '../registry/answer.ts';
import { type Broker, createBroker } from '../registry/broker.ts';
import { concernsRegistry } from '../registry/concerns.ts';
import { type Demands, defaultDemand } from '../registry/capabilities.ts';
import type { RegistryConfiguration } from '../registry/configuration.ts';
import { type ClientLimits, runLimits } from '../registry/limits.ts';
import type { RegistryMap } from '../registry/registry-map.ts';
import type { RegistrySession } from '../registry/session.ts';
import { bundlersIn } from './bundling.ts';
import { otherDossier, registryDossier } from './dossier.ts';
import { gather } from './gather.ts';
import { mayHaveNamesake, namesakeOf } from './namesake.ts';
import { type Packuments, createPackuments } from './packuments.ts';
import type { ProviderOptions } from './provider.ts';

export interface CollectOptions extends ProviderOptions {
  /** Called once, and only where a change concerns a registry at all. */
  readonly configure: () => Promise<RegistryConfiguration>;
  /** Make no request. */
  readonly offline: boolean;
  /** Used instead of requests; what they lack is requested, or unavailable when offline. */
  readonly recorded?: readonly RecordedAnswer[];
  /** Names answered so far, and in all. */
  readonly progress?: (done: number, total: number) => void;
  readonly maxRequests?: number;
  readonly concurrency?: number;
  /** Milliseconds after which no further name is asked for. */
  readonly patience?: number;
  readonly limits?: Partial<ClientLimits>;
  /** Packuments that this run has asked for already, by `packumentSubject`. */
  readonly fetched?: ReadonlyMap<string, DocumentAnswer>;
  /** What several collections share; then `recorded` and the bounds of one run do not count. */
  readonly session?: RegistrySession | undefined;
  /** Where OSV is asked, should it be a source. Absent: it may not be asked. */
  readonly osv?: string | undefined;
  /** What `--registry` names: no other origin is asked then. */
  readonly only?: string | undefined;
}

export interface Collected {
  /** One for each change, in the comparison's order. */
  readonly dossiers: readonly Dossier[];
  /** Ascending by registry, then name, then version; for an evidence file. */
  readonly answers: readonly RecordedAnswer[];
  /** Absent where no change concerns a registry. */
  readonly registries?: RegistryMap;
}

const usualSources: EvidenceSources = { malware: ['registry'], advisories: ['registry'], popularity: 'downloads' };

/**
 * Collects the evidence about every change: one request for each name and registry, however many versions and lockfiles,
 * and one for each version whose attestations are needed. What cannot be had is `unavailable` with its reason; nothing
 * that a registry does makes this throw.
 * @throws GateFailure `budget` where more names would have to be asked for than `maxRequests`: none is asked then.
 *   `configuration-invalid` for a trusted root that is none.
 */
export async function collect(comparison: Comparison, options: CollectOptions): Promise<Collected> {
  const { mode, authorship = absent } = comparison;
  const changes = comparison.changes.filter(concernsRegistry);
  const folders = options.needs.has('namesake') ? comparison.changes.filter((each) => mayHaveNamesake(each, mode)) : [];
  if (changes.length + folders.length === 0) {
    return { dossiers: comparison.changes.map((change) => otherDossier(change, authorship)), answers: [] };
  }
  const { registries, connect } = await options.configure();
  const { needs, offline, sources = usualSources, progress } = options;
  const demand = demandFor(sources, options.demand ?? defaultDemand);
  const bundles = needs.has('bundling') ? (comparison.bundles ?? []) : [];
  const maxRequests = options.maxRequests ?? runLimits.requests;
  const broker = createBroker({
    connect: offline ? undefined : connect,
    concurrency: options.concurrency ?? runLimits.concurrency,
    patience: options.patience ?? runLimits.patience,
    ...{ recorded: options.recorded, limits: options.limits, fetched: options.fetched, osv: options.osv },
    ...{ only: options.only, maxRequests },
    session: options.session,
  });
  const asks = connect !== undefined && !offline && needs.size > 0;
  const packuments = createPackuments({
    ...{
      needs,
      changes,
      namesakes: folders.map(({ name }) => name),
      bundlers: bundlersIn(bundles),
      registries,
      broker,
      asks,
      namesPublishers: (registry, name) => demand('publishers', registry, registries, name) !== 'none',
      maxRequests,
      progress,
      now: options.now,
    },
  });
  try {
    const evidence = await gather({
      ...options,
      ...{ mode, sources, demand, registries, broker, packuments, changes, bundles, authorship },
    });
    const namesakes = new Map<Change, Evidence<Namesake>>();
    for (const change of folders) namesakes.set(change, namesakeOf(await packuments.answerAbout(change.name)));
    const dossiers = comparison.changes.map((change) => {
      const known = evidence.get(change);
      return known === undefined
        ? otherDossier(change, authorship, namesakes.get(change))
        : registryDossier(change, registries, known, demand);
    });
    return { dossiers, answers: await recordable(packuments, broker), registries };
  } finally {
    broker.close();
  }
}

/** Where the policy names no source of attestations, no registry is asked for them. */
const demandFor =
  ({ attestations }: EvidenceSources, demand: Demands): Demands =>
  (capability, ...about) =>
    capability === 'attestations' && attestations === 'none' ? 'none' : demand(capability, ...about);

async function recordable(packuments: Packuments, broker: Broker): Promise<readonly RecordedAnswer[]> {
  return inOrder([...(await packuments.recordable()), ...broker.documents()]);
}

/** What was collected, with the answers of a collection before it; where both have one about the same, the later. */
export function withAnswersOf(before: Collected | undefined, { dossiers, answers, registries }: Collected): Collected {
  if (before === undefined) return { dossiers, answers, ...(registries && { registries }) };
  const bySubject = new Map([...before.answers, ...answers].map((answer) => [subjectOf(answer), answer]));
  const known = registries ?? before.registries;
  return { dossiers, answers: inOrder([...bySubject.values()]), ...(known && { registries: known }) };
}

function inOrder(answers: readonly RecordedAnswer[]): readonly RecordedAnswer[] {
  return [...answers].sort((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1));
}
