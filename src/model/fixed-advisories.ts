import type { Advisories, Evidence } from './index.ts';

/** Ids of the advisories that affect the base version but not this one; none where this version has an advisory that the base version lacks. */
export function fixedBy(before: Evidence<Advisories>, now: Evidence<Advisories>): readonly string[] {
  if (before.state !== 'present' || now.state !== 'present') return [];
  if (before.value.state !== 'known' || now.value.state !== 'known') return [];
  const [had, has] = [before.value.records, now.value.records].map((records) => records.map(({ id }) => id));
  if (had === undefined || has === undefined || has.some((id) => !had.includes(id))) return [];
  return had.filter((id) => !has.includes(id));
}
