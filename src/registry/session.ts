import type { Answer, RecordedAnswer } from './answer.ts';
import type { RegistryClient } from './client.ts';
import { type ClientLimits, runLimits } from './limits.ts';

/** What the collections of one run share: what was answered, one client, and one budget of requests and time. */
export interface RegistrySession {
  /** By `subjectOf`. */
  readonly answers: Map<string, RecordedAnswer>;
  /** The versions of a name that any of the collections asks about, so that its documents are asked for once. */
  readonly versionsOf: (name: string) => readonly string[];
  /** Requests that are left. */
  left: number;
  /** When nothing more is asked for, by `performance.now()`. */
  readonly end: number;
  readonly client: () => Promise<RegistryClient>;
  readonly close: () => void;
}

export interface SessionOptions {
  readonly answers?: Iterable<readonly [string, RecordedAnswer]>;
  readonly versionsOf?: RegistrySession['versionsOf'];
  readonly maxRequests?: number;
  readonly concurrency?: number;
  /** Milliseconds after which nothing more is asked for. */
  readonly patience?: number;
  readonly limits?: Partial<ClientLimits> | undefined;
}

/** The client is loaded with the first request. */
export function openSession(options: SessionOptions = {}): RegistrySession {
  const { answers = [], versionsOf = () => [], limits } = options;
  const { maxRequests = runLimits.requests, patience = runLimits.patience } = options;
  let client: Promise<RegistryClient> | undefined;
  return {
    ...{ answers: new Map(answers), versionsOf, left: maxRequests, end: performance.now() + patience },
    client: () => (client ??= openClient(options.concurrency ?? runLimits.concurrency, limits)),
    close: () => void client?.then((opened) => opened.close()),
  };
}

async function openClient(concurrency: number, limits: Partial<ClientLimits> | undefined): Promise<RegistryClient> {
  const { createRegistryClient } = await import('./client.ts');
  return createRegistryClient(concurrency, limits);
}

/** Whether what is kept of a packument says something of each of these versions. */
export function coversVersions(answer: Answer, versions: Iterable<string>): boolean {
  if (answer.state !== 'packument') return true;
  const { wanted } = answer.packument;
  return [...versions].every((version) => Object.hasOwn(wanted, version));
}
