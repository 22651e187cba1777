/** Whether the run may take long (`npm test -- --long`): then samples are whole, and properties are tried more often. */
export const isLong = process.env['LOCKGATE_LONG'] === '1';

/** How often a property is tried: for one that takes seconds, less often than it deserves unless the run may take long. */
export const runs = (usual: number, long: number) => ({ numRuns: isLong ? long : usual });

/** Each `step`-th from `start` on, and all of them where the run may take long. */
export function sampled<T>(all: Iterable<T>, step: number, start = 0): readonly T[] {
  const list = [...all];
  return isLong ? list : list.filter((_, at) => at % step === start % step);
}
