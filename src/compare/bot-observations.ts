import type { BotWaiting } from '../managers/bots/bot.ts';
import type { Observation, SnapshotFile } from '../model/index.ts';
import type { Loosening } from '../model/loosening.ts';
import { loosenings } from '../model/loosening.ts';
import type { States } from '../repository/state.ts';
import { botPaths, updateBots } from '../repository/update-bots.ts';
import { digestOfText } from './digest-of.ts';

/**
 * Update bots that wait less than before: one observation for each. A bot that waits longer, that is new or that is gone is
 * none.
 * @throws GateFailure `repository-unavailable`
 */
export async function botObservations({ base, head }: States): Promise<readonly Observation[]> {
  if (botPaths.every((path) => isUntouched(base.files.get(path), head.files.get(path)))) return [];
  const before = await updateBots(base);
  if (before.length === 0) return [];
  const after = await updateBots(head);
  return before.flatMap((old): readonly Observation[] => {
    const now = after.find(({ bot }) => bot === old.bot);
    const found = now && waitsLess(old, now);
    if (found === undefined) return [];
    const { file: path, key, hours, exceptions } = now as BotWaiting;
    const digest = digestOfText(JSON.stringify([hours ?? null, exceptions]));
    return [{ code: 'setting-changed', path, line: 1, args: { changed: key, digest, loosens: loosenings([found]) } }];
  });
}

/** Without ids, files are read to be compared. */
const isUntouched = (before: SnapshotFile | undefined, after: SnapshotFile | undefined): boolean =>
  before === undefined ? after === undefined : before.id !== undefined && before.id === after?.id;

function waitsLess(old: BotWaiting, now: BotWaiting): Loosening | undefined {
  const what = { limit: 'waiting', of: [now.bot], key: now.key } as const;
  const change = { ...what, before: shown(old.hours), after: shown(now.hours) };
  if (old.hours !== undefined && old.hours > 0) {
    if (now.hours === undefined) return { ...change, how: 'changed' };
    if (now.hours === 0) return { ...change, how: now.isSet ? 'off' : 'unset' };
    if (now.hours < old.hours) return { ...change, how: 'lower' };
  } else if (old.hours === undefined && now.hours === 0 && now.isSet) {
    return { ...change, how: 'off' };
  }
  const added = now.hours === 0 ? [] : now.exceptions.filter((each) => !old.exceptions.includes(each));
  if (added.length === 0) return undefined;
  // Names of packages are not repeated here: how many there are is enough.
  return { ...what, how: 'wider', before: `${old.exceptions.length}`, after: `${now.exceptions.length}` };
}

/** `3d`, `36h`. */
function shown(hours: number | undefined): string {
  if (hours === undefined) return '?';
  return hours % 24 === 0 ? `${hours / 24}d` : `${Number(hours.toFixed(2))}h`;
}
