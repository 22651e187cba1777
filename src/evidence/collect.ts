import { GateFailure } from '../errors.ts';
import type { Bundle, Change, Comparison, Dossier, EvidenceKind, EvidenceSources } from '../model/index.ts';
import { type Answer, type RecordedAnswer, packumentSubject, subjectOf } from '../recording/answer.ts';
import { createAdvising } from './advisory-evidence.ts';
import { bringersOf } from './dependents.ts';
import { bundlersIn, createBundling } from './bundling.ts';
import { type Appraise, createAppraisal, notAppraised } from './name-reputation.ts';
import { type Asking, createAsking } from '../registry/broker.ts';
import type { RegistryConfiguration } from '../registry/configuration.ts';
import { concernsRegistry } from '../registry/concerns.ts';
import { otherDossier, registryDossier } from './dossier.ts';
import { absent, unavailable, unneeded } from '../model/evidence-values.ts';
import type { ClientLimits } from '../registry/limits.ts';
import { firstPublishedAtOf } from './packument-evidence.ts';
import { predecessorVersion } from './predecessor.ts';
import { type Proofs, createProver, needsProofs } from './verification.ts';
import { type RegistryMap, registryOf } from '../registry/registry-map.ts';
import type { Reply } from '../registry/client.ts';
import { type Builds, type Listings, createTarballs } from './tarballs.ts';
import type { TrustOptions } from '../trust/trust-options.ts';

export interface CollectOptions extends TrustOptions {
  /** What the enabled rules need. Empty: no registry is asked. */
  readonly needs: ReadonlySet<EvidenceKind>;
  /** Which tarballs are listed, where a rule needs it. */
  readonly listings?: Listings;
  /** Called once, and only where a change concerns a registry at all. */
  readonly configure: () => Promise<RegistryConfiguration>;
  /** Make no request. */
  readonly offline: boolean;
  /** Taken in the place of requests; what they lack is asked for, or unavailable when offline. */
  readonly recorded?: readonly RecordedAnswer[];
  /** Names answered so far, and in all. */
  readonly progress?: (done: number, total: number) => void;
  readonly maxRequests?: number;
  readonly concurrency?: number;
  /** Milliseconds after which no further name is asked for. */
  readonly patience?: number;
  readonly limits?: Partial<ClientLimits>;
  /** Packuments that this run has asked for already, by `packumentSubject`. */
  readonly fetched?: ReadonlyMap<string, Reply>;
  /** Where advisories and downloads are asked for. Default: of the registry, and the service that goes with it. */
  readonly sources?: EvidenceSources;
  /** Where OSV is asked, should it be a source. Absent: it may not be asked. */
  readonly osv?: string | undefined;
}

export interface Collected {
  /** One for each change, in the comparison's order. */
  readonly dossiers: readonly Dossier[];
  /** Ascending by registry, then name, then version; for an evidence file. */
  readonly answers: readonly RecordedAnswer[];
  /** Absent where no change concerns a registry. */
  readonly registries?: RegistryMap;
}

export const collectLimits = { requests: 10_000, concurrency: 32, patience: 8 * 60_000 } as const;

const usualSources: EvidenceSources = { malware: ['registry'], advisories: ['registry'], popularity: 'downloads' };

/** One name at one registry, with the changes that are about it. */
interface Question {
  readonly registry: string;
  readonly name: string;
  readonly changes: Change[];
  /** Versions that are asked about for the sake of others: what is said to come in their tarballs. */
  readonly bundlers: string[];
}

/**
 * Collects the evidence about every change: one request for each name and registry, however many versions and lockfiles,
 * and one for each version whose attestations are needed. What cannot be had is `unavailable` with its reason; nothing
 * that a registry does makes this throw.
 * @throws GateFailure `budget` where more names would have to be asked for than `maxRequests`: none is asked then.
 *   `configuration-invalid` for a trusted root that is none.
 */
export async function collect(comparison: Comparison, options: CollectOptions): Promise<Collected> {
  const { changes, mode, authorship = absent } = comparison;
  const madeBy = (dossier: Dossier): Dossier => ({ ...dossier, evidence: { ...dossier.evidence, authorship } });
  if (!changes.some(concernsRegistry)) {
    return { dossiers: changes.map((change) => madeBy(otherDossier(change))), answers: [] };
  }
  const { registries, connect } = await options.configure();
  const { needs, recorded, limits, sources = usualSources } = options;
  const bundles = needs.has('bundling') ? (comparison.bundles ?? []) : [];
  const questions = questionsOf(changes, bundles, registries);
  const maxRequests = options.maxRequests ?? collectLimits.requests;
  const asking = createAsking({
    connect: options.offline ? undefined : connect,
    concurrency: options.concurrency ?? collectLimits.concurrency,
    patience: options.patience ?? collectLimits.patience,
    ...{ recorded, limits, maxRequests, fetched: options.fetched, osv: options.osv },
  });
  const open = questions.filter(({ registry, name }) => asking.known(packumentSubject(registry, name)) === undefined);
  const asks = connect !== undefined && !options.offline && needs.size > 0;
  if (asks) demandBudget(open.length, maxRequests);

  const answers = new Map<string, Answer>();
  const proofs = new Map<Change, Proofs>();
  const prove = needsProofs(needs) ? createProver({ ...options, registries, asking }) : undefined;
  const builds = new Map<Change, Builds>();
  const list =
    mode === 'check' && needs.has('implicitBuild')
      ? createTarballs(asking, registries, options.listings ?? 'all')
      : undefined;
  let appraise: Appraise = () => notAppraised;
  let done = 0;
  const settle = async (question: Question) => {
    const { registry, name, changes: own } = question;
    const subject = packumentSubject(registry, name);
    const known = asking.known(subject);
    const isKnown = known !== undefined && 'answer' in known;
    const answer = isKnown ? known.answer : await answerTo(question, needs, asking);
    answers.set(subject, answer);
    if (!isKnown && asks) options.progress?.((done += 1), open.length);
    if (answer.state !== 'packument') return;
    const { packument } = answer;
    if (list !== undefined) {
      await Promise.all(own.map(async (change) => builds.set(change, await list(change, registry, packument))));
    }
    if (prove === undefined) return;
    await Promise.all(own.map(async (change) => proofs.set(change, await prove(change, registry, packument))));
  };
  const readLicense = needs.has('license') ? (await import('./license.ts')).licenseOf : () => unneeded;
  const judged = changes.filter(concernsRegistry);
  const advising = createAdvising({ ...options, sources, registries, asking, changes: judged });
  try {
    await Promise.all([...questions.map(settle), advising.settled]);
    const firstPublished = (change: Change) => {
      const answer = answers.get(packumentSubject(registryOf(registries, change.name), change.name));
      return answer?.state === 'packument' ? firstPublishedAtOf(answer.packument) : unneeded;
    };
    appraise = await createAppraisal({
      ...{ needs, sources, mode, now: options.now, registries, asking, firstPublished },
      ...{ changes: judged, advisories: advising.of },
    });
  } finally {
    asking.close();
  }

  const answerAbout = (name: string) => answers.get(packumentSubject(registryOf(registries, name), name));
  const bundlingOf = needs.has('bundling') ? createBundling(bundles, answerAbout) : () => unneeded;
  const bringers = needs.has('bringers') ? bringersOf(judged, proofs) : () => unneeded;
  const dossiers = changes.map((change) => {
    if (!concernsRegistry(change)) return madeBy(otherDossier(change));
    const registry = registryOf(registries, change.name);
    const answer = answers.get(packumentSubject(registry, change.name)) ?? unneeded;
    const dossier = registryDossier(change, registry, registries, answer, mode, proofs.get(change));
    const license = readLicense(dossier.evidence.release);
    const known = {
      ...builds.get(change),
      ...advising.of(change),
      ...appraise(change),
      license,
      bundling: bundlingOf(change),
      bringers: bringers(change),
    };
    return madeBy({ ...dossier, evidence: { ...dossier.evidence, ...known } });
  });
  return { dossiers, answers: recordable(questions, answers, asking), registries };
}

/** What was collected, with the answers of a collection before it; where both have one about the same, the later. */
export function withAnswersOf(before: Collected | undefined, { dossiers, answers, registries }: Collected): Collected {
  if (before === undefined) return { dossiers, answers, ...(registries && { registries }) };
  const bySubject = new Map([...before.answers, ...answers].map((answer) => [subjectOf(answer), answer]));
  const merged = [...bySubject.values()].sort((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1));
  const known = registries ?? before.registries;
  return { dossiers, answers: merged, ...(known && { registries: known }) };
}

function questionsOf(
  changes: readonly Change[],
  bundles: readonly Bundle[],
  registries: RegistryMap,
): readonly Question[] {
  const questions = new Map<string, Question>();
  const about = (name: string): Question => {
    const registry = registryOf(registries, name);
    const subject = packumentSubject(registry, name);
    const question = questions.get(subject) ?? { registry, name, changes: [], bundlers: [] };
    questions.set(subject, question);
    return question;
  };
  for (const change of changes) {
    if (concernsRegistry(change)) about(change.name).changes.push(change);
  }
  for (const { name, version } of bundlersIn(bundles)) about(name).bundlers.push(version);
  return [...questions.values()];
}

function demandBudget(open: number, bound: number): void {
  if (open <= bound) return;
  throw new GateFailure(
    'budget',
    `${open} packages would have to be asked for, and one run asks for at most ${bound}; split the change.`,
  );
}

async function answerTo(
  { registry, name, changes, bundlers }: Question,
  needs: ReadonlySet<EvidenceKind>,
  asking: Asking,
): Promise<Answer> {
  if (needs.size === 0) return unneeded;
  const versions = changes.flatMap((change) => {
    const predecessor = predecessorVersion(change);
    return predecessor === undefined ? [change.version] : [change.version, predecessor];
  });
  return asking.packument(registry, name, [...versions, ...bundlers]);
}

function recordable(
  questions: readonly Question[],
  answers: ReadonlyMap<string, Answer>,
  asking: Asking,
): readonly RecordedAnswer[] {
  const packuments = questions.map(({ registry, name }) => ({
    ...{ registry, name },
    answer: answers.get(packumentSubject(registry, name)) ?? unavailable('not-recorded', 'it was not asked for'),
  }));
  return [...packuments, ...asking.documents()].sort((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1));
}
