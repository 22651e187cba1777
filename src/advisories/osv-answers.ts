import { type AdvisoryAnswer, type RecordedAnswer, advisoriesSubject, recordedAdvisories } from '../registry/answer.ts';
import type { ListedAdvisory } from '../model/index.ts';
import { unavailable } from '../model/evidence-values.ts';
import { isOsvId, readOsvRecord } from './osv-record.ts';
import type { DocumentAnswer } from '../registry/answer.ts';
import { isRecord } from '../registry/release.ts';

/** OSV's own bound on the queries of one request (https://google.github.io/osv.dev/post-v1-querybatch/). */
const batchSize = 1000;
/** Pages of one answer that are asked for. OSV pages an answer of more than a thousand records. */
const maxPages = 10;
/** The most records that one run reads: an audit of a thousand old packages needs a few hundred. */
const maxRecords = 5000;

export interface OsvSource {
  readonly known: (subject: string) => RecordedAnswer | undefined;
  /** Asks OSV: a POST where there is something to send. */
  readonly ask: (path: string, body?: string) => Promise<DocumentAnswer>;
}

interface Query {
  readonly name: string;
  readonly version: string;
  readonly page?: string;
}

type Unanswered = Extract<DocumentAnswer, { readonly state: 'unavailable' }>;

/**
 * What OSV knows about these versions of each name, from the recording, else by one request for a thousand versions and
 * one for each record. A name of which anything cannot be read is unavailable: what is left out would be a pass.
 */
export async function answerOsv(
  registry: string,
  versions: ReadonlyMap<string, readonly string[]>,
  { known, ask }: OsvSource,
): Promise<ReadonlyMap<string, AdvisoryAnswer>> {
  const answers = new Map<string, AdvisoryAnswer>();
  const open: Query[] = [];
  for (const [name, own] of versions) {
    const recorded = recordedAdvisories(known(advisoriesSubject(registry, name, 'osv')), own);
    if (recorded !== undefined) answers.set(name, recorded);
    else open.push(...own.map((version) => ({ name, version })));
  }
  const { ids, failed } = await findIds(open, ask);
  const documents = await readRecords(new Set([...ids.values()].flatMap((own) => [...own])), ask);
  for (const name of new Set(open.map((query) => query.name))) {
    answers.set(name, failed.get(name) ?? answerFrom(name, versions.get(name) ?? [], ids.get(name) ?? [], documents));
  }
  return answers;
}

async function findIds(queries: readonly Query[], ask: OsvSource['ask']) {
  const ids = new Map<string, Set<string>>();
  const failed = new Map<string, Unanswered>();
  let round = queries;
  for (let page = 0; round.length > 0; page += 1) {
    const next: Query[] = [];
    const asked = page < maxPages ? batchesOf(round) : [];
    await Promise.all(
      asked.map(async (batch) => {
        const results = readResults(await ask('v1/querybatch', bodyOf(batch)), batch.length);
        for (const [at, query] of batch.entries()) {
          const result = results[at] ?? malformed('an answer to a query');
          if ('state' in result) {
            failed.set(query.name, result);
            continue;
          }
          ids.set(query.name, new Set([...(ids.get(query.name) ?? []), ...result.ids]));
          if (result.page !== undefined) next.push({ ...query, page: result.page });
        }
      }),
    );
    if (page >= maxPages) {
      for (const { name } of round) failed.set(name, unavailable('too-large', `OSV: more than ${maxPages} pages`));
    }
    round = next;
  }
  return { ids, failed };
}

function batchesOf(queries: readonly Query[]): readonly (readonly Query[])[] {
  const batches: (readonly Query[])[] = [];
  for (let start = 0; start < queries.length; start += batchSize) batches.push(queries.slice(start, start + batchSize));
  return batches;
}

const bodyOf = (batch: readonly Query[]) =>
  JSON.stringify({
    queries: batch.map(({ name, version, page }) => ({
      ...{ package: { ecosystem: 'npm', name }, version },
      ...(page === undefined ? {} : { page_token: page }),
    })),
  });

interface Found {
  readonly ids: readonly string[];
  readonly page?: string;
}

/** One entry for each query, in their order. */
function readResults(reply: DocumentAnswer, count: number): readonly (Found | Unanswered)[] {
  const none = (why: Unanswered) => Array.from({ length: count }, () => why);
  if (reply.state !== 'document') return none(asUnanswered(reply));
  const { document } = reply;
  if (!isRecord(document) || !Array.isArray(document.results) || document.results.length !== count) {
    return none(malformed('the answer to a batch of queries'));
  }
  return document.results.map(readResult);
}

function readResult(result: unknown): Found | Unanswered {
  if (!isRecord(result)) return malformed('an answer to a query');
  const { vulns = [], next_page_token: page = '' } = result;
  if (!Array.isArray(vulns) || typeof page !== 'string') return malformed('an answer to a query');
  const ids = vulns.map((one: unknown) => (isRecord(one) ? one.id : undefined));
  if (!ids.every(isOsvId)) return malformed('the id of a record');
  return { ids, ...(page === '' ? {} : { page }) };
}

async function readRecords(
  ids: ReadonlySet<string>,
  ask: OsvSource['ask'],
): Promise<ReadonlyMap<string, DocumentAnswer>> {
  const documents = await Promise.all(
    [...ids].sort().map(async (id, at) => {
      const reply = at < maxRecords ? await ask(`v1/vulns/${encodeURIComponent(id)}`) : tooMany;
      return [id, reply] as const;
    }),
  );
  return new Map(documents);
}

const tooMany = unavailable('budget', `OSV: more than ${maxRecords} records`);

function answerFrom(
  name: string,
  versions: readonly string[],
  ids: Iterable<string>,
  documents: ReadonlyMap<string, DocumentAnswer>,
): AdvisoryAnswer {
  const advisories: ListedAdvisory[] = [];
  for (const id of [...ids].sort()) {
    const reply = documents.get(id) ?? tooMany;
    if (reply.state !== 'document') return asUnanswered(reply);
    const record = readOsvRecord(reply.document, { id, name, versions });
    if (record === undefined) return malformed('a record');
    if (record !== 'withdrawn') advisories.push(record);
  }
  return { state: 'listed', advisories };
}

/** OSV has every record that it lists, so "not found" does not count as an answer. */
function asUnanswered(reply: Exclude<DocumentAnswer, { readonly state: 'document' }>): Unanswered {
  switch (reply.state) {
    case 'unavailable':
      return unavailable(reply.reason, `OSV: ${reply.detail}`);
    case 'refused':
      return unavailable('unauthorized', `OSV: HTTP ${reply.status}`);
    case 'absent':
      return unavailable('server-error', 'OSV: HTTP 404');
  }
}

const malformed = (what: string) => unavailable('malformed', `OSV: ${what} cannot be read`);
