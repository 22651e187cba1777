import type { AnotherRegistry } from '../model/index.ts';
import { type DownloadsAnswer, type RecordedAnswer, downloadsSubject } from './answer.ts';
import { countsNone, readDownloads, readManyDownloads } from './downloads.ts';
import type { DocumentAnswer } from './answer.ts';

/** The service's own bound (https://github.com/npm/registry, docs/download-counts.md, "Bulk Queries"). */
const batchNames = 128;
/** Characters of the names in one address: servers and proxies commonly take 8,000 for all of it. */
const batchLength = 4000;

export interface DownloadsSource {
  /** The address of the service, if it is not the registry's. */
  readonly at?: AnotherRegistry | undefined;
  /** Whether it need not count at all. */
  readonly isOptional?: boolean;
  readonly known: (subject: string) => RecordedAnswer | undefined;
  /** Asks the service for the counts of these names. */
  readonly ask: (names: readonly string[]) => Promise<DocumentAnswer>;
}

/**
 * How often each of these names was downloaded, from the recording or in as few requests as the service allows: scoped
 * names it counts one by one. What fails for a batch is unavailable for all of it; a service that has no such address for a
 * batch, as registries with a service of their own may not, is asked for each name. Of a registry that need not count, 404 for
 * every name means that it does not: only where it counts another name is a name unknown.
 */
export async function answerDownloads(
  registry: string,
  names: ReadonlySet<string>,
  { known, ask, at, isOptional = false }: DownloadsSource,
): Promise<ReadonlyMap<string, DownloadsAnswer>> {
  const answers = new Map<string, DownloadsAnswer>();
  const open: string[] = [];
  for (const name of names) {
    const recorded = known(downloadsSubject(registry, name, at));
    if (recorded !== undefined && 'downloads' in recorded) answers.set(name, recorded.downloads);
    else open.push(name);
  }
  const isPlain = (name: string) => /^[a-z0-9._~-]+$/i.test(name);
  const batches = batchesOf(open.filter(isPlain).sort());
  await Promise.all([...batches, ...open.filter((name) => !isPlain(name)).map((name) => [name])].map(askFor));
  const isCounting = [...answers.values()].some(({ state }) => state === 'counted');
  if (!isOptional || isCounting) return answers;
  return new Map([...answers].map(([name, answer]) => [name, answer.state === 'absent' ? countsNone : answer]));

  async function askFor(batch: readonly string[]): Promise<void> {
    const reply = await ask(batch);
    const [name = '', ...others] = batch;
    if (others.length === 0) answers.set(name, readDownloads(name, reply));
    else if (reply.state === 'absent' || (reply.state === 'unavailable' && reply.reason === 'not-provided')) {
      await Promise.all(batch.map((one) => askFor([one])));
    } else for (const [one, answer] of readManyDownloads(batch, reply)) answers.set(one, answer);
  }
}

function batchesOf(names: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let length = 0;
  for (const name of names) {
    const last = batches.at(-1);
    if (last === undefined || last.length >= batchNames || length + name.length > batchLength) {
      batches.push([name]);
      length = name.length;
    } else {
      last.push(name);
      length += name.length + 1;
    }
  }
  return batches;
}
