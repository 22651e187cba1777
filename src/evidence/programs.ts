import type { Unavailable } from '../model/index.ts';
import { unavailable } from '../model/evidence-values.ts';
import { tarballAddress } from '../registry/address.ts';
import type { ProgramAnswer, RecordedAnswer } from '../registry/answer.ts';
import { packumentSubject } from '../registry/answer.ts';
import { type Broker, createBroker } from '../registry/broker.ts';
import { runLimits } from '../registry/limits.ts';
import { type RegistryMap, registryOf } from '../registry/registry-map.ts';
import { coversVersions } from '../registry/session.ts';
import type { CollectOptions } from './collect.ts';
import { releaseOf } from './packument-evidence.ts';

/** One published version of a package manager, and the file in it that runs. */
export interface PublishedVersion {
  readonly name: string;
  readonly version: string;
  readonly member?: string;
  /** Whether only its name is asked for. */
  readonly isNameOnly?: true;
}

/** What the registry publishes, or why that is not known; `absent`: the registry does not list the version. */
export type Program =
  Exclude<ProgramAnswer, { readonly state: 'refused' }> | { readonly state: 'absent' } | { readonly state: 'named' };

export interface Programs {
  /** In the order of the questions. */
  readonly programs: readonly Program[];
  readonly answers: readonly RecordedAnswer[];
  readonly registries: RegistryMap;
}

/**
 * The digests of published package managers. A tarball whose SHA-512 is not the one that the registry's document states is
 * not believed. A request that fails leaves the answer unavailable, never absent.
 */
export async function collectPrograms(
  questions: readonly PublishedVersion[],
  options: Omit<CollectOptions, 'needs'>,
): Promise<Programs> {
  const { registries, connect } = await options.configure();
  const broker = createBroker({
    connect: options.offline ? undefined : connect,
    concurrency: runLimits.concurrency,
    patience: options.patience ?? runLimits.patience,
    maxRequests: runLimits.requests,
    ...{ recorded: options.recorded, limits: options.limits, fetched: options.fetched, osv: undefined },
    session: options.session,
  });
  try {
    const packuments: RecordedAnswer[] = [];
    const programs = await Promise.all(
      questions.map((question) => programOf(question, broker, registries, (answer) => packuments.push(answer))),
    );
    return { programs, answers: [...packuments, ...broker.documents()], registries };
  } finally {
    broker.close();
  }
}

async function programOf(
  { name, version, member, isNameOnly }: PublishedVersion,
  broker: Broker,
  registries: RegistryMap,
  keep: (answer: RecordedAnswer) => void,
): Promise<Program> {
  const registry = registryOf(registries, name);
  const recorded = broker.known(packumentSubject(registry, name));
  const answer =
    recorded !== undefined && 'answer' in recorded && coversVersions(recorded.answer, [version])
      ? recorded.answer
      : await broker.packument(registry, name, [version]);
  broker.share({ registry, name, answer });
  keep({ registry, name, answer });
  if (answer.state !== 'packument') return answer.state === 'refused' ? refused(answer.status) : answer;
  if (isNameOnly === true) return { state: 'named' };
  const release = releaseOf(version, answer.packument);
  if (release.state === 'absent') return release;
  if (release.state !== 'present') return release;
  const { tarball, integrity } = release.value;
  const address = tarball === undefined ? undefined : tarballAddress(tarball, registry, registries);
  if (address === undefined) return unavailable('not-provided', 'the registry has no address for its tarball');
  const program = await broker.program(registry, name, version, { address, member });
  if (program.state === 'refused') return refused(program.status);
  if (program.state !== 'read') return program.state === 'absent' ? notServed() : program;
  return integrity?.split(/\s+/).includes(program.integrity) === true
    ? program
    : unavailable('malformed', 'the registry serves another tarball than the one that its document states');
}

const refused = (status: number): Unavailable => unavailable('unauthorized', `HTTP ${status}`);
const notServed = () => unavailable('not-provided', 'the registry does not serve its tarball');
