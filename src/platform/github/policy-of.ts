import { GateFailure } from '../../errors.ts';
import { extendedUnavailable } from '../../policy/open.ts';
import type { ReadExtended } from '../../policy/open.ts';
import type { GitHubRequest } from './client.ts';

/**
 * Reads the policy of another repository through GitHub's API, by object id, with the token that `connect` was given; it
 * connects, and loads the reader, only if a policy extends one.
 */
export function policyOf(connect: () => Promise<GitHubRequest>): ReadExtended {
  return async (reference) => {
    const { repository, path, commit } = reference;
    const [owner = '', repo = ''] = repository.split('/');
    const [{ openGitHubTree }, { readPolicyFile }] = await Promise.all([
      import('./snapshot.ts'),
      import('../../policy/policy-file.ts'),
    ]);
    let bytes: Uint8Array | undefined;
    try {
      bytes = await readPolicyFile(await openGitHubTree({ request: await connect(), owner, repo, commit }), path);
    } catch (cause) {
      if (!(cause instanceof GateFailure)) throw cause;
      throw extendedUnavailable(reference, cause.message);
    }
    if (bytes === undefined) throw extendedUnavailable(reference, 'that commit has no such file');
    return bytes;
  };
}
