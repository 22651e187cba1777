import { provider } from './provider.ts';

/** Who made the change, as the platform reported before anything was collected. */
export const authorship = provider({
  kinds: ['authorship'],
  needs: [],
  collect:
    ({ authorship: known }) =>
    () => ({ authorship: known }),
});
