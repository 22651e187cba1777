import type { Change } from '../model/index.ts';
import type { OpenLockfile } from './open-lockfile.ts';

/** What of a change depends on who requires its package: the addresses of a repository, and what pulls a new name in. */
export function requestsOf(change: Change, head: OpenLockfile): Pick<Change, 'requestedAs' | 'dependents'> {
  const { kind, source, direct, baseVersions } = change;
  const isAddress = source.kind === 'git' || source.kind === 'remote';
  const isNewName = source.kind === 'registry' && baseVersions.length === 0 && !direct;
  if (kind === 'removed' || !(isAddress || isNewName)) return {};
  const { addresses, dependents } = head.requestsFor(change);
  return {
    ...(isAddress && addresses.length > 0 && { requestedAs: addresses }),
    ...(isNewName && dependents !== undefined && { dependents }),
  };
}
