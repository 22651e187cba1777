import { GateFailure } from '../errors.ts';
import type { GivenFile, GivenTrust } from '../run/trust-settings.ts';
import type { JudgingFlags } from './flags.ts';
import { readText, shownPath } from './output.ts';

/**
 * What the flags say of whom to trust, their files read.
 * @throws GateFailure `usage` for flags that contradict each other.
 */
export async function givenTrust(flags: JudgingFlags): Promise<GivenTrust> {
  const { trustedRoot, registryKeys, refreshTrust, tufMirror, tufRoot } = flags;
  if (!refreshTrust && (tufMirror ?? tufRoot) !== undefined) {
    throw new GateFailure(
      'usage',
      '--tuf-mirror and --tuf-root only take effect with --refresh-trust: add --refresh-trust.',
    );
  }
  if (tufRoot !== undefined && tufMirror === undefined) {
    throw new GateFailure(
      'usage',
      '--tuf-root is the root of another TUF repository: name that repository with --tuf-mirror.',
    );
  }
  if (refreshTrust && (flags.offline || flags.evidence !== undefined)) {
    throw new GateFailure('usage', '--refresh-trust makes requests, which --offline and --evidence rule out.');
  }
  return {
    ...(trustedRoot === undefined ? {} : { trustedRoot: await readGiven(trustedRoot) }),
    ...(registryKeys === undefined ? {} : { registryKeys: await readGiven(registryKeys) }),
    ...(refreshTrust
      ? {
          refresh: {
            ...(tufMirror === undefined ? {} : { mirror: tufMirror }),
            ...(tufRoot === undefined ? {} : { root: await readText(tufRoot) }),
          },
        }
      : {}),
  };
}

async function readGiven(path: string): Promise<GivenFile> {
  return { path: shownPath(path), text: await readText(path) };
}
