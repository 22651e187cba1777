import type { AdvisorySource } from '../model/index.ts';
import { readAdvisories } from './advisories.ts';
import { type AdvisoryAnswer, type RecordedAnswer, advisoriesSubject, recordedAdvisories } from '../registry/answer.ts';
import { unavailable } from '../model/evidence-values.ts';
import type { DocumentAnswer } from '../registry/answer.ts';
import { isRecord } from '../registry/release.ts';

/** Names in one request: a request of so many is about 20 kB. An audit of 5,000 packages makes five. */
const batchSize = 1000;

export interface Endpoint {
  readonly known: (subject: string) => RecordedAnswer | undefined;
  readonly ask: (versions: ReadonlyMap<string, readonly string[]>) => Promise<DocumentAnswer>;
}

/** What the bulk endpoint of a registry knows about each of these names, from the recording or from as few requests as possible. */
export async function answerAdvisories(
  registry: string,
  versions: ReadonlyMap<string, readonly string[]>,
  { known, ask }: Endpoint,
  source: AdvisorySource = 'registry',
): Promise<ReadonlyMap<string, AdvisoryAnswer>> {
  const answers = new Map<string, AdvisoryAnswer>();
  const open: (readonly [string, readonly string[]])[] = [];
  for (const [name, own] of versions) {
    const recorded = recordedAdvisories(known(advisoriesSubject(registry, name, source)), own);
    if (recorded !== undefined) answers.set(name, recorded);
    else open.push([name, own]);
  }
  const batches: ReadonlyMap<string, readonly string[]>[] = [];
  for (let start = 0; start < open.length; start += batchSize) {
    batches.push(new Map(open.slice(start, start + batchSize)));
  }
  await Promise.all(
    batches.map(async (batch) => {
      const reply = await ask(batch);
      for (const name of batch.keys()) answers.set(name, answerFor(name, reply));
    }),
  );
  return answers;
}

function answerFor(name: string, reply: DocumentAnswer): AdvisoryAnswer {
  if (reply.state !== 'document') return reply;
  const { document } = reply;
  // GitLab's registry knows of none, and says so with an empty list.
  if (Array.isArray(document) && document.length === 0) return { state: 'listed', advisories: [] };
  if (!isRecord(document)) return unavailable('malformed', 'the advisories are not a mapping of names');
  const advisories = Object.hasOwn(document, name) ? readAdvisories(document[name]) : [];
  return advisories === undefined
    ? unavailable('malformed', 'an advisory of this name cannot be read')
    : { state: 'listed', advisories };
}
