import type { Change, Evidence, EvidenceSet, Instant, Lookalike } from '../model/index.ts';
import { type DownloadsAnswer, downloadsSubject } from '../registry/answer.ts';
import { downloadsService } from '../registry/downloads.ts';
import { absent, present, unavailable, unneeded } from '../model/evidence-values.ts';
import { registryOf } from '../registry/registry-map.ts';
import { groupBy } from '../text/group-by.ts';
import { isPublicName } from './elsewhere.ts';
import { type Read, type Run, provider } from './provider.ts';
import type { Near } from '../names/well-known-names.ts';

type Reputation = Pick<EvidenceSet, 'prominence' | 'lookalike' | 'downloads'>;

const notAsked: Reputation = { prominence: unneeded, lookalike: unneeded, downloads: unneeded };

/** An older name needs no downloads to be trusted; no policy's window should be wider. */
const youngFor = 366 * 86_400_000;

/**
 * How well known the packages of changes are. The list of popular names is loaded, and the downloads service asked, only
 * where something rests on it: a new name that is close to a popular one, a young name, a malware record without a version.
 */
export const nameReputation = provider({
  kinds: ['prominence', 'lookalike', 'downloads'],
  needs: ['malware', 'firstPublishedAt'],
  onlyFor: ['prominence', 'lookalike', 'downloads'],
  startsLast: true,
  collect: (run, read) => {
    const reputations = reputationsOf(run, read);
    return async (change) => (await reputations)(change);
  },
});

async function reputationsOf(
  run: Run,
  read: Read<'malware' | 'firstPublishedAt'>,
): Promise<(change: Change) => Reputation> {
  const { needs, mode, now, registries, changes } = run;
  const accused = await among(changes, async (change) => isAccused(await read('malware', change)));
  const young = await among(changes, async (change) => isYoung(await read('firstPublishedAt', change), now));
  const isNew = ({ baseVersions }: Change) => mode === 'check' && baseVersions.length === 0;
  const compares = (change: Change) => needs.has('lookalike') && isNew(change);
  const ranks = (change: Change) => needs.has('prominence') && accused.has(change);
  const counts = (change: Change) => needs.has('downloads') && isNew(change) && young.has(change);
  if (!changes.some((change) => compares(change) || ranks(change) || counts(change))) return () => notAsked;

  const { lookalikeOf, rankOf } = await import('../names/well-known-names.ts');
  const near = new Map(changes.map((change) => [change, compares(change) ? lookalikeOf(change.name) : undefined]));
  const countOf = await countAll(
    changes.flatMap((change) => {
      const lookalike = near.get(change);
      if (lookalike === undefined && !counts(change)) return [];
      const registry = registryOf(registries, change.name);
      return [change.name, ...(lookalike === undefined ? [] : [lookalike.name])].map((name) => ({ registry, name }));
    }),
    run,
  );
  return (change) => {
    const rank = rankOf(change.name);
    const lookalike = near.get(change);
    const registry = registryOf(registries, change.name);
    const own = countOf(registry, change.name);
    return {
      prominence: rank === undefined ? absent : present(rank),
      lookalike:
        lookalike === undefined ? absent : present(withCounts(lookalike, own, countOf(registry, lookalike.name))),
      downloads: own === undefined ? unneeded : evidenceOf(own),
    };
  };
}

/** The changes to which a condition applies. */
async function among(
  changes: readonly Change[],
  isSo: (change: Change) => Promise<boolean>,
): Promise<ReadonlySet<Change>> {
  const answers = await Promise.all(changes.map(isSo));
  return new Set(changes.filter((_, at) => answers[at]));
}

function isYoung(first: Evidence<Instant>, now: Instant | undefined): boolean {
  return first.state === 'present' && now !== undefined && Date.parse(now) - Date.parse(first.value) < youngFor;
}

interface Counted {
  readonly registry: string;
  readonly name: string;
}

/** Asks each registry's service once about all names; what was not asked about has no count. */
async function countAll(
  wanted: readonly Counted[],
  run: Run,
): Promise<(registry: string, name: string) => DownloadsAnswer | undefined> {
  const counts = new Map<string, DownloadsAnswer>();
  const { sources, registries, broker } = run;
  const { popularity } = sources;
  const isNamed = popularity !== 'downloads' && popularity !== 'none';
  const isElsewhere = (name: string) => isNamed && isPublicName(name, run);
  await Promise.all(
    [...groupBy(wanted, ({ registry, name }) => `${registry} ${isElsewhere(name)}`).values()].map(async (own) => {
      const [{ registry, name: first }] = own as [Counted];
      const names = new Set(own.map(({ name }) => name));
      const service =
        isNamed && isElsewhere(first)
          ? { at: popularity }
          : { of: downloadsService(registry, registries), isOptional: registry !== registries.publicRegistry };
      const answers =
        popularity === 'none'
          ? new Map([...names].map((name) => [name, nobodyCounts]))
          : await broker.downloads(registry, service, names);
      for (const [name, answer] of answers) counts.set(downloadsSubject(registry, name), answer);
    }),
  );
  return (registry, name) => counts.get(downloadsSubject(registry, name));
}

const nobodyCounts = unavailable('not-provided', 'the policy names no source of popularity');

function isAccused(malware: EvidenceSet['malware']): boolean {
  return malware.state === 'present' && malware.value.state === 'known' && malware.value.records.length > 0;
}

function withCounts(near: Near, ...answers: readonly (DownloadsAnswer | undefined)[]): Lookalike {
  const [own, monthly] = answers.map((answer) => (answer === undefined ? unneeded : evidenceOf(answer)));
  return {
    ...near,
    ...(own?.state === 'present' ? { own: own.value } : {}),
    ...(monthly?.state === 'present' ? { monthly: monthly.value } : {}),
  };
}

function evidenceOf(answer: DownloadsAnswer): Evidence<number> {
  switch (answer.state) {
    case 'counted':
      return present(answer.monthly);
    case 'absent':
      // Nobody downloads a name that the service does not know.
      return present(0);
    case 'refused':
      return unavailable('unauthorized', `HTTP ${answer.status} from the downloads service`, 'downloads');
    case 'unavailable':
      // Where nobody counts, there is nothing to read: that never makes a rule harsher.
      if (answer.reason === 'not-provided') return absent;
      return unavailable(answer.reason, `its downloads: ${answer.detail}`, 'downloads');
  }
}
