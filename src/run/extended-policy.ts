import { GateFailure } from '../errors.ts';
import type { RecordedPolicy } from '../recording/evidence-file.ts';
import type { PolicyReference } from '../policy/load.ts';
import type { ReadExtended } from '../policy/open.ts';
import type { GitHubRequest } from '../platform/github/client.ts';
import { quoted } from '../text/visible.ts';

/** The policy of another repository that a policy extends: read through GitHub, or as it was recorded. */

/** Reads through GitHub's API, by object id, with the token that `connect` was given; it connects where it is asked. */
export function extendedFromGitHub(connect: () => Promise<GitHubRequest>): ReadExtended {
  return async (reference) => {
    const { repository, path, commit } = reference;
    const [owner = '', repo = ''] = repository.split('/');
    const [{ openGitHubTree }, { readPolicyFile }] = await Promise.all([
      import('../platform/github/snapshot.ts'),
      import('./base-files.ts'),
    ]);
    let bytes: Uint8Array | undefined;
    try {
      bytes = await readPolicyFile(await openGitHubTree({ request: await connect(), owner, repo, commit }), path);
    } catch (cause) {
      if (!(cause instanceof GateFailure)) throw cause;
      throw unavailable(reference, cause.message);
    }
    if (bytes === undefined) throw unavailable(reference, 'that commit has no such file');
    return bytes;
  };
}

/** What was recorded with the evidence, where the policy extends just that; else whatever `read` does. */
export function recordedExtended(
  recorded: RecordedPolicy | undefined,
  read: ReadExtended | undefined,
): ReadExtended | undefined {
  const { extended } = recorded ?? {};
  if (extended === undefined) return read;
  return async (reference) => {
    const isSame = (['repository', 'path', 'commit'] as const).every((key) => extended[key] === reference[key]);
    if (isSame) return extended.text;
    if (read !== undefined) return read(reference);
    throw unavailable(reference, 'the recorded evidence holds another one; judge anew, without it');
  };
}

function unavailable({ repository, path, commit }: PolicyReference, why: string): GateFailure {
  const what = `${quoted(path)} of ${quoted(repository)} at ${quoted(commit)}`;
  return new GateFailure('policy-unavailable', `the policy extends ${what}, which cannot be read: ${why}`);
}
