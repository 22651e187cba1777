import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { join } from 'node:path/posix';

import { GateFailure } from '../errors.ts';
import { policyOf } from '../platform/github/policy-of.ts';
import type { LocalReference, PolicyText } from '../policy/load.ts';
import type { ReadExtended } from '../policy/open.ts';
import type { RemotePolicy } from '../policy/remote.ts';
import { policyPlace } from '../policy/remote.ts';
import { quoted } from '../text/visible.ts';
import { readBeside } from './beside.ts';
import type { Flags } from './flags.ts';
import { readBytes, shownPath } from './output.ts';

type Asking = Pick<Flags, 'offline' | 'repo' | 'headDir' | 'dir'>;

/**
 * Reads the policy of another repository with the token from the environment; undefined where there is none.
 * With `--offline` it refuses: no request is made.
 */
export function extendedReader({ offline }: Asking): ReadExtended | undefined {
  if (offline) return refuseOffline;
  const connect = connection();
  return connect && policyOf(async () => (await connect()).request);
}

/** GitHub with the token from the environment; undefined where there is none. */
function connection() {
  const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_TOKEN, GH_TOKEN } = process.env;
  const token = GITHUB_TOKEN || GH_TOKEN;
  if (!token) return undefined;
  return async () => {
    const { connect } = await import('../platform/github/api.ts');
    return connect({ apiUrl: apiUrl.replace(/\/+$/, ''), token });
  };
}

const refuseOffline: ReadExtended = ({ repository }) =>
  Promise.reject(
    new GateFailure(
      'policy-unavailable',
      `the policy extends one of ${repository}, and --offline allows no request; run without --offline, or give --policy a file that extends a preset`,
    ),
  );

/** The largest policy that is read, and one byte more, so that the parser itself reports the excess. */
const maxBytes = 256 * 1024 + 1;

/**
 * The operator's policy: a file, or `OWNER/REPO/PATH@REF`, which is read when a run asks for it, once.
 * @throws GateFailure `usage` for a file that cannot be read, and a text that could name either or neither
 */
export async function operatorPolicy(text: string, asking: Asking): Promise<PolicyText | (() => Promise<PolicyText>)> {
  if (text.trim() === '') {
    throw new GateFailure(
      'usage',
      'the policy is named by an empty text; is a variable not set? Name a file or OWNER/REPO/PATH@REF',
    );
  }
  const place = policyPlace(text);
  if ('path' in place || ('problem' in place && existsSync(text))) return policyFile(text);
  if ('problem' in place) throw new GateFailure('usage', place.problem);
  if (existsSync(text)) {
    const message = `this is a file here, and names a policy of another repository too; write ${quoted(`./${text}`)} for the file`;
    throw new GateFailure('usage', message, { path: text });
  }
  let policy: Promise<PolicyText> | undefined;
  return () => (policy ??= readRemote(place.remote, asking));
}

async function readRemote(remote: RemotePolicy, { offline, repo, headDir, dir }: Asking): Promise<PolicyText> {
  const refuse = (why: string) =>
    new GateFailure('policy-unavailable', `the policy ${quoted(remote.name)} is read through GitHub${why}`);
  if (offline) throw refuse(', and --offline allows no request; run without --offline, or give --policy a file');
  const connect = connection();
  if (connect === undefined) throw refuse('; set GITHUB_TOKEN to a token that may read it, or give --policy a file');
  const [{ readRemotePolicy }, { judgedNames }] = await Promise.all([
    import('../platform/github/remote-policy.ts'),
    import('./judged-repository.ts'),
  ]);
  const names = await judgedNames(repo ?? headDir ?? dir ?? '.');
  return readRemotePolicy(remote, (await connect()).request, { names });
}

/** A file of this machine, with the folder in which its `extends` looks for files. */
export async function policyFile(path: string, source = shownPath(path)): Promise<PolicyText> {
  const beside = async (other: LocalReference, place: { readonly path: string }): Promise<PolicyText> => {
    try {
      return { source: join(dirname(source), other), text: await readBeside(path, other, maxBytes) };
    } catch (cause) {
      if (!(cause instanceof GateFailure)) throw cause;
      const message = `the policy extends ${quoted(other)}, which ${cause.message}`;
      throw new GateFailure('policy-unavailable', message, place);
    }
  };
  return { source, text: await readBytes(path, maxBytes), beside };
}
