import type { Change, Evidence, EvidenceSet } from '../model.ts';
import { tarballAddress } from './address.ts';
import type { TarballAnswer } from './answer.ts';
import type { Asking } from './asking.ts';
import { bindingsOf } from './binding.ts';
import { absent, present, unavailable, unneeded } from './evidence.ts';
import { previousReleaseOf, releaseOf } from './packument-evidence.ts';
import type { Packument } from './packument.ts';
import { predecessorVersion } from './predecessor.ts';
import type { RegistryMap } from './registry-map.ts';

export type Builds = Pick<EvidenceSet, 'implicitBuild' | 'predecessorImplicitBuild'>;
export const notListedYet: Builds = { implicitBuild: unneeded, predecessorImplicitBuild: unneeded };

/** Tarballs that one run lists. */
const mostTarballs = 2000;

/**
 * Lists tarballs, and only where the packument cannot tell: a version without a hook that npm would run in the place of
 * `node-gyp rebuild`. The predecessor's is listed only where the new one builds.
 */
export function createTarballs(asking: Asking, registries: RegistryMap) {
  let left = mostTarballs;
  return async (change: Change, registry: string, packument: Packument): Promise<Builds> => {
    if (change.baseVersions.includes(change.version)) return notListedYet;
    const implicitBuild = await buildOf(change.version, change.pins);
    const before = predecessorVersion(change);
    if (before === undefined) return { implicitBuild, predecessorImplicitBuild: absent };
    const compares = implicitBuild.state === 'present';
    return { implicitBuild, predecessorImplicitBuild: compares ? await buildOf(before, [], true) : unneeded };

    async function buildOf(
      version: string,
      pins: Change['pins'],
      previous = false,
    ): Promise<EvidenceSet['implicitBuild']> {
      const found = previous ? previousReleaseOf(version, packument) : releaseOf(version, packument);
      if (found.state !== 'present') return found;
      const { hooks, tarball, integrity } = found.value;
      if (hooks['implicit-gyp'] !== undefined) return present({ file: 'binding.gyp' });
      if (hooks.install !== undefined || hooks.preinstall !== undefined) return absent;
      const address = tarball === undefined ? undefined : tarballAddress(tarball, registry, registries);
      if (address === undefined) return unavailable('not-provided', 'its tarball has no address at this registry');
      if (left <= 0) return unavailable('budget', `one run lists at most ${mostTarballs} tarballs`);
      left -= 1;
      const answer = await asking.tarball(registry, change.name, version, address);
      return judged(
        answer,
        bindingsOf(pins, integrity).map((binding) => binding?.integrity),
      );
    }
  };
}

/** That there is no `binding.gyp` is believed only of the very bytes that are pinned. */
function judged(
  answer: TarballAnswer,
  pinned: readonly (string | undefined)[],
): Evidence<{ readonly file: 'binding.gyp' }> {
  switch (answer.state) {
    case 'listed':
      if (answer.bindingGyp) return present({ file: 'binding.gyp' });
      return pinned.every((integrity) => integrity === answer.integrity)
        ? absent
        : unavailable('malformed', 'the tarball that the registry serves is not the one that is pinned');
    case 'absent':
      return unavailable('not-provided', 'the registry serves no tarball of it');
    case 'refused':
      return unavailable('unauthorized', `HTTP ${answer.status} for its tarball`);
    case 'unavailable':
      return unavailable(answer.reason, `its tarball: ${answer.detail}`);
  }
}
