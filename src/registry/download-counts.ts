import { type DownloadsAnswer, type RecordedAnswer, downloadsSubject } from './answer.ts';
import { readDownloads, readManyDownloads } from './downloads.ts';
import type { DocumentAnswer } from './answer.ts';

/** The service's own bound (https://github.com/npm/registry, docs/download-counts.md, "Bulk Queries"). */
const batchNames = 128;
/** Characters of the names in one address: servers and proxies commonly take 8,000 for all of it. */
const batchLength = 4000;

export interface DownloadsSource {
  readonly known: (subject: string) => RecordedAnswer | undefined;
  /** Asks the service for the counts of these names. */
  readonly ask: (names: readonly string[]) => Promise<DocumentAnswer>;
}

/**
 * How often each of these names was downloaded, from the recording or in as few requests as the service allows: scoped
 * names it counts one by one. What fails for a batch is unavailable for all of it; a service that has no such address for a
 * batch, as registries with a service of their own may not, is asked for each name.
 */
export async function answerDownloads(
  registry: string,
  names: ReadonlySet<string>,
  { known, ask }: DownloadsSource,
): Promise<ReadonlyMap<string, DownloadsAnswer>> {
  const answers = new Map<string, DownloadsAnswer>();
  const open: string[] = [];
  for (const name of names) {
    const recorded = known(downloadsSubject(registry, name));
    if (recorded !== undefined && 'downloads' in recorded) answers.set(name, recorded.downloads);
    else open.push(name);
  }
  const isPlain = (name: string) => /^[a-z0-9._~-]+$/i.test(name);
  const batches = batchesOf(open.filter(isPlain).sort());
  await Promise.all([...batches, ...open.filter((name) => !isPlain(name)).map((name) => [name])].map(askFor));
  return answers;

  async function askFor(batch: readonly string[]): Promise<void> {
    const reply = await ask(batch);
    const [name = '', ...others] = batch;
    if (others.length === 0) answers.set(name, readDownloads(name, reply));
    else if (reply.state === 'absent') await Promise.all(batch.map((one) => askFor([one])));
    else for (const [one, answer] of readManyDownloads(batch, reply)) answers.set(one, answer);
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
