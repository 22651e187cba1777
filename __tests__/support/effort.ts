/** Whether the run may take long (`npm test -- --long`): then samples are whole, and properties are tried more often. */
export const isLong = process.env['LOCKGATE_LONG'] === '1';

/** How often a property is tried: for one that takes seconds, less often than it deserves unless the run may take long. */
export const runs = (usual: number, long: number) => ({ numRuns: isLong ? long : usual });

/** Each `step`-th, and those that `isNeeded` names; all of them where the run may take long. */
export function sampled<T>(all: readonly T[], step: number, isNeeded: (one: T) => boolean = () => false): readonly T[] {
  return isLong ? all : all.filter((one, at) => at % step === 0 || isNeeded(one));
}
