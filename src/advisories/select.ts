import type {
  AdvisorySource,
  Change,
  EvidenceSet,
  EvidenceSources,
  ListedAdvisory,
  Unavailable,
} from '../model/index.ts';
import { namesOf } from './advisory-names.ts';
import { advisoriesFor } from './advisories.ts';
import type { AdvisoryAnswer } from '../registry/answer.ts';
import { absent, present, unavailable, unneeded, unoffered } from '../model/evidence-values.ts';
import type { Demand } from '../registry/capabilities.ts';

export type AdvisoryEvidence = Pick<EvidenceSet, 'malware' | 'advisories' | 'predecessorAdvisories'>;

export const notAdvised: AdvisoryEvidence = {
  malware: unneeded,
  advisories: unneeded,
  predecessorAdvisories: unneeded,
};

interface Selection {
  readonly sources: EvidenceSources;
  readonly demand: Demand;
}

/**
 * What the sources say about one change, and about the versions of its name that the base locks. A record that
 * several sources have, under any id, counts once. If one of several sources cannot be read, nothing is known:
 * the others may not have all records.
 * @param answered the answer of one source; undefined where it keeps nothing about this name and was not asked.
 */
export function advisoryEvidence(
  change: Change,
  answered: (source: AdvisorySource) => AdvisoryAnswer | undefined,
  { sources, demand }: Selection,
): AdvisoryEvidence {
  const read = new Map(
    [...new Set([...sources.malware, ...sources.advisories])].map((source) => [
      source,
      recordsOf(source, answered(source), demand),
    ]),
  );
  const listed = [...read].flatMap(([source, records]) =>
    records !== undefined && 'length' in records ? records.map((record) => ({ ...record, source })) : [],
  );
  const nameOf = namesOf(listed);
  const malicious = new Set(
    listed.flatMap(({ id, malware, source }) => (malware && sources.malware.includes(source) ? [nameOf(id).id] : [])),
  );
  const named = listed.map((record) => {
    const name = nameOf(record.id);
    return { ...record, ...name, malware: malicious.has(name.id) };
  });
  const about = (
    kind: 'malware' | 'advisories',
    versions: readonly string[],
    counts: (record: ListedAdvisory) => boolean,
  ): EvidenceSet['advisories'] => {
    const own = sources[kind].map((source) => read.get(source));
    const missing = own.find(isUnavailable);
    if (missing !== undefined) return missing;
    if (own.every((records) => records === undefined)) return present({ state: 'not-applicable' });
    const records = named.filter((record) => sources[kind].includes(record.source) && counts(record));
    return present({ state: 'known', records: advisoriesFor(versions, records) });
  };
  return {
    malware: about('malware', [change.version], ({ malware }) => malware),
    advisories: about('advisories', [change.version], () => true),
    // An unreadable answer counts against a new version, and never excuses it as already known.
    predecessorAdvisories:
      change.baseVersions.length === 0
        ? absent
        : about('advisories', change.baseVersions, ({ unread }) => unread === undefined),
  };
}

type Records = readonly ListedAdvisory[] | undefined | Unavailable;

const isUnavailable = (records: Records): records is Unavailable => records !== undefined && 'state' in records;

/** Undefined: the source has no records about such packages. */
function recordsOf(source: AdvisorySource, answer: AdvisoryAnswer | undefined, demand: Demand): Records {
  if (answer === undefined) return undefined;
  const asked = source === 'osv' ? 'osv' : 'advisories';
  switch (answer.state) {
    case 'listed':
      return answer.advisories;
    case 'absent':
      return source === 'registry' && demand !== 'required'
        ? undefined
        : unoffered('advisories', 'the registry serves no advisories', asked);
    case 'refused':
      return unavailable('unauthorized', `HTTP ${answer.status} for its advisories`, asked);
    case 'unavailable':
      return unavailable(answer.reason, `its advisories: ${answer.detail}`, asked);
  }
}
