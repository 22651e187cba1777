import { GateFailure } from '../errors.ts';
import { policyOf } from '../platform/github/policy-of.ts';
import type { ReadExtended } from '../policy/open.ts';

/**
 * Reads the policy of another repository with the token from the environment; undefined where there is none.
 * With `--offline` it refuses: no request is made.
 */
export function extendedReader({ offline }: { readonly offline: boolean }): ReadExtended | undefined {
  const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_TOKEN, GH_TOKEN } = process.env;
  const token = GITHUB_TOKEN || GH_TOKEN;
  if (offline) return refuseOffline;
  if (!token) return undefined;
  return policyOf(async () => {
    const { connect } = await import('../platform/github/api.ts');
    return (await connect({ apiUrl: apiUrl.replace(/\/+$/, ''), token })).request;
  });
}

const refuseOffline: ReadExtended = ({ repository }) =>
  Promise.reject(
    new GateFailure(
      'policy-unavailable',
      `the policy extends one of ${repository}, and --offline allows no request; run without --offline, or give --policy a file that extends a preset`,
    ),
  );
