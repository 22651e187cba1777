import type { Change, EvidenceKind, EvidenceSet } from '../model/index.ts';
import { unneeded } from '../model/evidence-values.ts';
import { allOf, everyKind, providers } from './providers.ts';
import type { Read, Run } from './provider.ts';
import { mayHide, withoutPackument } from './without-packument.ts';

type Gathered = (change: Change) => Promise<Partial<EvidenceSet> | undefined>;

/** All evidence about each change of a run, filled from the table of providers. */
export async function gather(run: Run): Promise<ReadonlyMap<Change, EvidenceSet>> {
  const { changes, packuments } = run;
  const byKind = new Map<EvidenceKind, Gathered>();
  const parts = new Map<Change, readonly (Partial<EvidenceSet> | undefined)[]>();
  const nothingYet = everyKind(unneeded);
  const bare = onceEach(async (change) => {
    const answer = (await packuments.answerAbout(change.name)) ?? unneeded;
    if (answer.state === 'packument') return nothingYet;
    return withoutPackument(change, answer, answer.state === 'absent' && (await mayHide(change, run, isRefused)));
  });
  const isRefused = async ({ name }: Change) => {
    const answer = await packuments.answerAbout(name);
    if (answer?.state === 'unavailable') return answer.reason === 'unauthorized';
    return answer?.state === 'absent' || answer?.state === 'refused';
  };
  const read: Read<EvidenceKind> = async (kind, change) => {
    const found = await byKind.get(kind)?.(change);
    return found?.[kind] ?? (await bare(change))[kind];
  };

  for (const isLast of [false, true]) {
    const started = providers
      .filter(({ startsLast = false }) => startsLast === isLast)
      .map(({ kinds, onlyFor, collect }) => {
        const isNeeded = onlyFor === undefined || onlyFor.some((kind) => run.needs.has(kind));
        const left = allOf(kinds, unneeded);
        const collector = isNeeded ? collect(run, read) : () => left;
        const gathered = onceEach(async (change) => collector(change));
        for (const kind of kinds) byKind.set(kind, gathered);
        return gathered;
      });
    const asked = packuments.ask();
    const collected = changes.map(async (change) => {
      const own = await Promise.all(started.map((gathered) => gathered(change)));
      parts.set(change, [...(parts.get(change) ?? []), ...own]);
    });
    await Promise.all([asked, ...collected]);
  }

  const sets = new Map<Change, EvidenceSet>();
  for (const change of changes) {
    sets.set(change, Object.assign({ ...(await bare(change)) }, ...(parts.get(change) ?? [])) as EvidenceSet);
  }
  return sets;
}

function onceEach<T>(collect: (change: Change) => Promise<T>): (change: Change) => Promise<T> {
  const known = new Map<Change, Promise<T>>();
  return (change) => {
    const before = known.get(change) ?? collect(change);
    known.set(change, before);
    return before;
  };
}
