import type { Change } from '../model/index.ts';

/** Whether a registry is asked about a change at all: what is removed and what comes from elsewhere needs no answer. */
export function concernsRegistry(change: Change): boolean {
  return change.kind !== 'removed' && change.source.kind === 'registry';
}
