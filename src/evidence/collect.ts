import { GateFailure } from '../errors.ts';
import type { Change, Comparison, Dossier, EvidenceKind } from '../model.ts';
import type { Answer, RecordedAnswer } from './answer.ts';
import type { Connection, RegistryConfiguration } from './configuration.ts';
import { concernsRegistry, otherDossier, predecessorVersion, registryDossier } from './dossier.ts';
import type { ClientLimits } from './limits.ts';
import { readPackument } from './packument.ts';
import type { Reply } from './registry-client.ts';
import { type RegistryMap, registryOf } from './registry-map.ts';

export interface CollectOptions {
  /** What the enabled rules need. Empty: no registry is asked. */
  readonly needs: ReadonlySet<EvidenceKind>;
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
}

export interface Collected {
  /** One for each change, in the comparison's order. */
  readonly dossiers: readonly Dossier[];
  /** Ascending by registry, then name; for an evidence file. */
  readonly answers: readonly RecordedAnswer[];
  /** Absent where no change concerns a registry. */
  readonly registries?: RegistryMap;
}

export const collectLimits = { requests: 10_000, concurrency: 32, patience: 8 * 60_000 } as const;

/** One name at one registry, with the versions whose manifests are wanted. */
interface Question {
  readonly registry: string;
  readonly name: string;
  readonly versions: Set<string>;
}

/**
 * Collects the evidence about every change: one request for each name and registry, however many versions and lockfiles.
 * What cannot be had is `unavailable` with its reason; nothing that a registry does makes this throw.
 * @throws GateFailure `budget` where more names would have to be asked for than `maxRequests`: none is asked then.
 */
export async function collect(comparison: Comparison, options: CollectOptions): Promise<Collected> {
  const { changes, mode } = comparison;
  if (!changes.some(concernsRegistry)) return { dossiers: changes.map(otherDossier), answers: [] };
  const { registries, connect } = await options.configure();
  const offline = options.offline || connect === undefined;
  const questions = questionsOf(changes, registries);
  const answers = new Map<string, Answer>();
  const open = answerWithoutRequest(questions, { ...options, offline }, answers);
  if (connect !== undefined) await answerByRequest(open, connect, options, answers);

  const dossiers = changes.map((change) => {
    if (!concernsRegistry(change)) return otherDossier(change);
    const registry = registryOf(registries, change.name);
    const answer = answers.get(keyOf(registry, change.name)) ?? unanswered('not-recorded', 'it was not asked for');
    return registryDossier(change, registry, registries, answer, mode);
  });
  return { dossiers, answers: recordable(questions, answers), registries };
}

function questionsOf(changes: readonly Change[], registries: RegistryMap): ReadonlyMap<string, Question> {
  const questions = new Map<string, Question>();
  for (const change of changes) {
    if (!concernsRegistry(change)) continue;
    const registry = registryOf(registries, change.name);
    const key = keyOf(registry, change.name);
    const question = questions.get(key) ?? { registry, name: change.name, versions: new Set<string>() };
    questions.set(key, question);
    question.versions.add(change.version);
    const predecessor = predecessorVersion(change);
    if (predecessor !== undefined) question.versions.add(predecessor);
  }
  return questions;
}

/** Answers what can be answered here, and returns the questions that remain. */
function answerWithoutRequest(
  questions: ReadonlyMap<string, Question>,
  { needs, offline, recorded }: CollectOptions,
  answers: Map<string, Answer>,
): readonly Question[] {
  const known = new Map(recorded?.map(({ registry, name, answer }) => [keyOf(registry, name), answer]));
  const open: Question[] = [];
  for (const [key, question] of questions) {
    const answer = known.get(key);
    if (answer !== undefined) answers.set(key, answer);
    else if (needs.size === 0) answers.set(key, unanswered('not-recorded', 'no enabled rule needs it'));
    else if (!offline) open.push(question);
    else if (recorded === undefined) answers.set(key, unanswered('offline', 'no request was allowed'));
    else answers.set(key, unanswered('not-recorded', 'the recorded evidence does not hold it'));
  }
  return open;
}

async function answerByRequest(
  open: readonly Question[],
  connect: (registry: string) => Connection,
  options: CollectOptions,
  answers: Map<string, Answer>,
): Promise<void> {
  const bound = options.maxRequests ?? collectLimits.requests;
  if (open.length > bound) {
    throw new GateFailure(
      'budget',
      `${open.length} packages would have to be asked for, and one run asks for at most ${bound}; split the change.`,
    );
  }
  if (open.length === 0) return;
  const concurrency = options.concurrency ?? collectLimits.concurrency;
  const end = performance.now() + (options.patience ?? collectLimits.patience);
  const { createRegistryClient } = await import('./registry-client.ts');
  const client = createRegistryClient(concurrency, options.limits);
  const connections = new Map([...new Set(open.map(({ registry }) => registry))].map((url) => [url, connect(url)]));
  let done = 0;
  try {
    await eachWithin(concurrency, open, async ({ registry, name, versions }) => {
      const connection = connections.get(registry);
      const answer =
        connection === undefined || performance.now() > end
          ? unanswered('budget', 'this run had no time left to ask')
          : readReply(await client.packument(connection, name), name, versions);
      answers.set(keyOf(registry, name), answer);
      done += 1;
      options.progress?.(done, open.length);
    });
  } finally {
    client.close();
  }
}

function readReply(reply: Reply, name: string, versions: Iterable<string>): Answer {
  if (reply.state !== 'document') return reply;
  const packument = readPackument(reply.document, name, versions);
  return 'malformed' in packument
    ? unanswered('malformed', `the registry's document is no packument: ${packument.malformed}`)
    : { state: 'packument', packument };
}

/** Runs the task for every entry, at most so many at a time. */
async function eachWithin<T>(limit: number, entries: readonly T[], task: (entry: T) => Promise<void>): Promise<void> {
  const queue = entries.values();
  const worker = async () => {
    for (const entry of queue) await task(entry);
  };
  await Promise.all(Array.from({ length: Math.min(limit, entries.length) }, worker));
}

function recordable(
  questions: ReadonlyMap<string, Question>,
  answers: ReadonlyMap<string, Answer>,
): readonly RecordedAnswer[] {
  return [...questions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, { registry, name }]) => {
      const answer = answers.get(key);
      return answer === undefined ? [] : [{ registry, name, answer }];
    });
}

/** Ascends by registry, then name: no registry's URL holds a space. */
const keyOf = (registry: string, name: string) => `${registry} ${name}`;

function unanswered(reason: Extract<Answer, { state: 'unavailable' }>['reason'], detail: string): Answer {
  return { state: 'unavailable', reason, detail };
}
