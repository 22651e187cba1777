import type { AnotherRegistry, Unavailable } from '../model/index.ts';
import {
  type Answer,
  type ContentsAnswer,
  type DocumentAnswer,
  type DownloadsAnswer,
  type ProgramAnswer,
  type RecordedAnswer,
  type RecordedAttestations,
  type RecordedKeys,
  type TarballAnswer,
  contentsSubject,
  packumentSubject,
  programSubject,
  subjectOf,
  tarballSubject,
} from './answer.ts';
import type { Connection } from './configuration.ts';
import { answerDownloads } from './download-counts.ts';
import { unavailable } from '../model/evidence-values.ts';
import { createLimiter } from '../net/limiter.ts';
import type { RegistryClient } from './client.ts';
import type { ClientLimits } from './limits.ts';
import { type RegistrySession, openSession } from './session.ts';
import { readPackument } from './packument.ts';
import { isBounded } from './bounds.ts';

export interface BrokerOptions {
  /** Undefined: no request is allowed. */
  readonly connect: ((registry: string) => Connection) | undefined;
  readonly recorded: readonly RecordedAnswer[] | undefined;
  readonly concurrency: number;
  /** Milliseconds after which nothing more is asked for. */
  readonly patience: number;
  readonly maxRequests: number;
  readonly limits: Partial<ClientLimits> | undefined;
  /** Packuments that this run has asked for already, by `packumentSubject`. */
  readonly fetched?: ReadonlyMap<string, DocumentAnswer> | undefined;
  /** Where OSV is asked. Undefined: it may not be asked. */
  readonly osv?: string | undefined;
  /** The only origin that may be asked: that of `--registry`. Undefined: the policy may name other registries as sources. */
  readonly only?: string | undefined;
  /** Shared with other collections; what it knows is used instead of `recorded`. */
  readonly session?: RegistrySession | undefined;
}

/** All questions to registries: answered from the recording, else by a request. */
export interface Broker {
  /** The recorded answer to a question; undefined if there is none. */
  readonly known: (subject: string) => RecordedAnswer | undefined;
  /** Further versions of a name to ask about: those of other collections that share the answers. */
  readonly alsoAbout: (name: string) => readonly string[];
  readonly packument: (registry: string, name: string, versions: Iterable<string>) => Promise<Answer>;
  readonly keys: (registry: string) => Promise<DocumentAnswer>;
  /** @param at the registry that is asked instead. */
  readonly attestations: (
    registry: string,
    name: string,
    version: string,
    at?: AnotherRegistry,
  ) => Promise<DocumentAnswer>;
  /** One request for the advisories about these names and versions, whatever is recorded. */
  readonly advisories: (
    asked: string | { readonly at: AnotherRegistry },
    versions: ReadonlyMap<string, readonly string[]>,
  ) => Promise<DocumentAnswer>;
  /** One request to OSV, whatever is recorded: a POST where there is something to send. */
  readonly osv: (path: string, body?: string) => Promise<DocumentAnswer>;
  /** @param service the address of the downloads service that goes with the registry, or of another one. */
  readonly downloads: (
    registry: string,
    service: { readonly of: string; readonly isOptional: boolean } | { readonly at: AnotherRegistry },
    names: ReadonlySet<string>,
  ) => Promise<ReadonlyMap<string, DownloadsAnswer>>;
  /** @param address of the tarball, at the registry's own origin. */
  readonly tarball: (registry: string, name: string, version: string, address: URL) => Promise<TarballAnswer>;
  /** Digests of a package manager's tarball, at the registry's own origin, and of one file in it. */
  readonly program: (
    registry: string,
    name: string,
    version: string,
    file: { readonly address: URL; readonly member: string | undefined },
  ) => Promise<ProgramAnswer>;
  /** The files of a tarball; the address as for `tarball`. */
  readonly contents: (registry: string, name: string, version: string, address: URL) => Promise<ContentsAnswer>;
  /** Keeps an answer that was made of others, so that it is among the documents. */
  readonly keep: (answer: RecordedAnswer) => void;
  /** Makes an answer known to the other collections of a session. */
  readonly share: (answer: RecordedAnswer) => void;
  /** What was asked for or taken from the recording, each once; of packuments whoever asks for them keeps the answers. */
  readonly documents: () => readonly RecordedAnswer[];
  readonly close: () => void;
}

export function createBroker(options: BrokerOptions): Broker {
  const { connect, recorded } = options;
  const { session: shared } = options;
  const session =
    shared ??
    openSession({ ...options, answers: recorded?.map((answer) => [subjectOf(answer), answer] as const) ?? [] });
  const { answers: recording, end } = session;
  const inTurn = createLimiter(options.concurrency);
  const connections = new Map<string, Connection>();
  const documents = new Map<string, RecordedAnswer>();
  const pending = new Map<string, Promise<DocumentAnswer>>();
  const tarballs = new Map<string, Promise<TarballAnswer>>();
  const contents = new Map<string, Promise<ContentsAnswer>>();
  const listing = createLimiter(tarballsAtOnce);

  return {
    known: (subject) => recording.get(subject),
    alsoAbout: (name) => session.versionsOf(name),
    packument: async (registry, name, versions) => {
      const subject = packumentSubject(registry, name);
      const ask = () => request(registry, (connected, connection) => connected.packument(connection, name));
      const reply = options.fetched?.get(subject) ?? (await (shared === undefined ? ask() : withinBudget(ask)));
      const known = recording.get(subject);
      const kept =
        known !== undefined && 'answer' in known && known.answer.state === 'packument' ? known.answer : undefined;
      if (reply.state !== 'document') return kept ?? reply;
      const before = Object.keys(kept?.packument.wanted ?? {});
      return readDocument(reply.document, name, new Set([...before, ...session.versionsOf(name), ...versions]));
    },
    keys: (registry) => document({ registry, keys: notAsked }),
    attestations: (registry, name, version, at) =>
      document({ registry, name, version, ...(at !== undefined && { at }), attestations: notAsked }),
    advisories: (asked, versions) =>
      ofSource(asked, (address) => request(address, (client, connection) => client.advisories(connection, versions))),
    osv: async (path, body) => {
      const { osv = '' } = options;
      if (osv === '' && connect !== undefined) {
        return unavailable('offline', '--registry turns off requests to other hosts; name OSV with --osv');
      }
      return withinBudget(() => request(osv, (asked, connection) => asked.osv(connection, path, body)));
    },
    downloads: async (registry, service, names) => {
      const { at, isOptional } = 'at' in service ? { ...service, isOptional: false } : { ...service, at: undefined };
      const answers = await answerDownloads(registry, names, {
        ...{ at, isOptional },
        known: (subject) => recording.get(subject),
        ask: (batch) =>
          ofSource('at' in service ? service : service.of, (address) =>
            withinBudget(() => request(address, (asked, connection) => asked.downloads(connection, batch, isOptional))),
          ),
      });
      for (const [name, downloads] of answers) keep({ registry, name, ...(at !== undefined && { at }), downloads });
      return answers;
    },
    tarball: (registry, name, version, address) => {
      const subject = tarballSubject(registry, name, version);
      const before = tarballs.get(subject);
      if (before !== undefined) return before;
      const answer = (async () => {
        const known = recording.get(subject);
        const tarball =
          known !== undefined && 'tarball' in known
            ? known.tarball
            : await listing(() => request(registry, (asked, connection) => asked.tarball(connection, address)));
        keep({ registry, name, version, tarball });
        return tarball;
      })();
      tarballs.set(subject, answer);
      return answer;
    },
    program: async (registry, name, version, { address, member }) => {
      const known = recording.get(programSubject(registry, name, version));
      const program =
        known !== undefined && 'program' in known
          ? known.program
          : await listing(() => request(registry, (asked, connection) => asked.program(connection, address, member)));
      keep({ registry, name, version, program });
      return program;
    },
    contents: (registry, name, version, address) => {
      const subject = contentsSubject(registry, name, version);
      const before = contents.get(subject);
      if (before !== undefined) return before;
      const answer = (async () => {
        const known = recording.get(subject);
        const unpacked =
          known !== undefined && 'contents' in known
            ? known.contents
            : await listing(() => request(registry, (asked, connection) => asked.contents(connection, address)));
        keep({ registry, name, version, contents: unpacked });
        return unpacked;
      })();
      contents.set(subject, answer);
      return answer;
    },
    keep,
    share: (answer) => void shared?.answers.set(subjectOf(answer), answer),
    documents: () => [...documents.values()],
    close: () => {
      if (shared === undefined) session.close();
    },
  };

  function keep(answer: RecordedAnswer): void {
    documents.set(subjectOf(answer), answer);
    shared?.answers.set(subjectOf(answer), answer);
  }

  /** @param question a recorded answer whose answer is still to be filled in. */
  function document(question: DocumentQuestion): Promise<DocumentAnswer> {
    const subject = subjectOf(question);
    const before = pending.get(subject);
    if (before !== undefined) return before;
    const answer = (async () => {
      const found = answerIn(recording.get(subject)) ?? bounded(await askFor(question));
      keep('keys' in question ? { ...question, keys: found } : { ...question, attestations: found });
      return found;
    })();
    pending.set(subject, answer);
    return answer;
  }

  async function askFor(question: DocumentQuestion): Promise<DocumentAnswer> {
    const asked = 'at' in question ? { at: question.at } : question.registry;
    return ofSource(asked, (address) =>
      withinBudget(() =>
        request(address, (connected, connection) =>
          'keys' in question
            ? connected.keys(connection)
            : connected.attestations(connection, question.name, question.version),
        ),
      ),
    );
  }

  /** Another registry that the policy names is asked with the credential that is configured for it, and with no other. */
  async function ofSource(
    asked: string | { readonly at: AnotherRegistry },
    ask: (address: string) => Promise<DocumentAnswer>,
  ): Promise<DocumentAnswer> {
    if (typeof asked === 'string') return ask(asked);
    const { only } = options;
    const isOff = connect !== undefined && only !== undefined && new URL(asked.at).origin !== new URL(only).origin;
    return isOff
      ? unavailable('offline', '--registry turns off requests to other hosts, also to a source that the policy names')
      : ask(asked.at);
  }

  async function withinBudget(ask: () => Promise<DocumentAnswer>): Promise<DocumentAnswer> {
    return session.left > 0 ? ask() : unavailable('budget', 'this run reached its limit of requests');
  }

  function request<R>(
    registry: string,
    ask: (client: RegistryClient, connection: Connection) => Promise<R>,
  ): Promise<R | Unavailable> {
    if (connect === undefined) {
      return Promise.resolve(
        recorded === undefined
          ? unavailable('offline', 'no request was allowed')
          : unavailable('not-recorded', 'it is not in the recorded evidence'),
      );
    }
    session.left -= 1;
    return inTurn(async () => {
      if (performance.now() > end) return unavailable('budget', 'this run reached its time limit');
      const connection = connections.get(registry) ?? connect(registry);
      connections.set(registry, connection);
      return ask(await session.client(), connection);
    });
  }
}

/** So that those that are held at one time stay below what a client may receive at one time. */
const tarballsAtOnce = 8;

type DocumentQuestion = RecordedKeys | RecordedAttestations;

const notAsked = unavailable('not-recorded', 'it was not requested');

function answerIn(recorded: RecordedAnswer | undefined): DocumentAnswer | undefined {
  if (recorded === undefined) return undefined;
  if ('keys' in recorded) return recorded.keys;
  return 'attestations' in recorded ? recorded.attestations : undefined;
}

/** A document is kept whole, so one that no honest registry serves is not kept at all. */
function bounded(reply: DocumentAnswer): DocumentAnswer {
  return reply.state !== 'document' || isBounded(reply.document)
    ? reply
    : unavailable('too-large', 'the document is larger or more deeply nested than lockgate accepts');
}

function readDocument(document: unknown, name: string, versions: Iterable<string>): Answer {
  const packument = readPackument(document, name, versions);
  return 'malformed' in packument
    ? unavailable('malformed', `the registry's document is not a packument: ${packument.malformed}`)
    : { state: 'packument', packument };
}
