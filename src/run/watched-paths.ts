import { isRead, watchedAs } from '../managers/watched.ts';

/**
 * The paths whose change makes somebody a proposer: what decides what is installed or what the gate does, by its name, and what is
 * decided about: a vendored archive or a patch has any name.
 * @param policyPaths the policy, and what it extends
 */
export function watching(policyPaths: readonly string[], decided: readonly string[]): (path: string) => boolean {
  const named = new Set(decided);
  return (path) => isRead(path) || named.has(path) || watchedAs({ path, mode: 'file' }, policyPaths) !== undefined;
}
