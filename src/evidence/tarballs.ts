import type { Change, EvidenceSet } from '../model/index.ts';
import { tarballAddress } from '../registry/address.ts';
import type { TarballAnswer } from '../registry/answer.ts';
import { bindingsOf } from './binding.ts';
import { absent, present, unavailable, unneeded } from '../model/evidence-values.ts';
import { previousReleaseOf, releaseOf } from './packument-evidence.ts';
import type { Found } from './packuments.ts';
import { predecessorVersion } from './predecessor.ts';
import { type Run, fromPackument, provider } from './provider.ts';

type Builds = Pick<EvidenceSet, 'implicitBuild' | 'predecessorImplicitBuild'>;
const notListed: Builds = { implicitBuild: unneeded, predecessorImplicitBuild: unneeded };

/** Tarballs that one run lists. */
const mostTarballs = 2000;
/** A larger unpacked tarball is listed only under `all`: mostly programs for one platform, of which a lockfile has a dozen. */
const small = 5 * 1024 * 1024;

/**
 * Lists tarballs, and only where the packument cannot tell: a version without a hook that npm would run instead of
 * `node-gyp rebuild`. The predecessor's is listed only where the new one builds.
 */
export const tarballs = provider({
  kinds: ['implicitBuild', 'predecessorImplicitBuild'],
  needs: [],
  collect: (run) =>
    fromPackument(run, run.mode === 'check' && run.needs.has('implicitBuild') ? createListing(run) : () => notListed),
});

function createListing({ broker, registries, listings = 'all' }: Run) {
  let left = mostTarballs;
  return async ({ change, registry, packument }: Found): Promise<Builds> => {
    if (change.baseVersions.includes(change.version) && !gainsFlag(change)) return notListed;
    const before = predecessorVersion(change);
    // A package that was small and is suddenly large may have been padded to avoid inspection.
    const skipsLarge = listings === 'small' && (before === undefined || isLarge(before));
    const implicitBuild = await buildOf(change.version, change.pins);
    if (before === undefined) return { implicitBuild, predecessorImplicitBuild: absent };
    const compares = implicitBuild.state === 'present' && 'file' in implicitBuild.value;
    return { implicitBuild, predecessorImplicitBuild: compares ? await buildOf(before, [], true) : unneeded };

    function isLarge(version: string): boolean {
      const found = previousReleaseOf(version, packument);
      return found.state === 'present' && (found.value.unpackedSize ?? 0) > small;
    }

    async function buildOf(
      version: string,
      pins: Change['pins'],
      previous = false,
    ): Promise<EvidenceSet['implicitBuild']> {
      const found = previous ? previousReleaseOf(version, packument) : releaseOf(version, packument);
      if (found.state !== 'present') return found;
      const { hooks, tarball, integrity, unpackedSize = 0 } = found.value;
      const isLenient = listings === 'small' && !previous;
      if (hooks['implicit-gyp'] !== undefined) return present({ file: 'binding.gyp' });
      if (hooks.install !== undefined || hooks.preinstall !== undefined) return absent;
      if (skipsLarge && !previous && unpackedSize > small) return present({ unlisted: 'large' });
      const address = tarball === undefined ? undefined : tarballAddress(tarball, registry, registries);
      if (address === undefined && isLenient) return present({ unlisted: 'elsewhere' });
      if (address === undefined) return unavailable('not-provided', 'the registry has no address for its tarball');
      const stated = bindingsOf([], integrity).flatMap((binding) => binding?.integrity ?? []);
      const pinned = bindingsOf(pins, integrity).map((binding) => binding?.integrity);
      const listed = await ask(version, address, { stated, pinned });
      return isLenient && listed.state === 'unavailable' && listed.reason !== 'malformed'
        ? present({ unlisted: 'failed', detail: listed.detail })
        : listed;
    }

    async function ask(version: string, address: URL, hashes: Hashes): Promise<EvidenceSet['implicitBuild']> {
      if (left <= 0) return unavailable('budget', `one run lists at most ${mostTarballs} tarballs`, 'tarball');
      left -= 1;
      return judged(await broker.tarball(registry, change.name, version, address), hashes);
    }
  };
}

/** Whether npm ran nothing of the version in the base branch, by the lockfile's flag, and does now. */
const gainsFlag = ({ changed, claims }: Change): boolean =>
  claims.hasInstallScript === true && changed.includes('has-install-script');

/** SHA-512 hashes of a version's tarball: the registry's, and those of the pins (undefined in it: there is none). */
interface Hashes {
  readonly stated: readonly string[];
  readonly pinned: readonly (string | undefined)[];
}

/**
 * That there is no `binding.gyp` is believed of the very bytes that the registry states or that are pinned. Where these
 * differ the rule `integrity` says so, and no package manager installs the ones for the others.
 */
function judged(answer: TarballAnswer, { stated, pinned }: Hashes): EvidenceSet['implicitBuild'] {
  switch (answer.state) {
    case 'listed':
      if (answer.bindingGyp) return present({ file: 'binding.gyp' });
      return stated.includes(answer.integrity) || pinned.every((integrity) => integrity === answer.integrity)
        ? absent
        : unavailable('malformed', 'the registry serves another tarball than the pinned one', 'tarball');
    case 'absent':
      return unavailable('not-provided', 'the registry does not serve its tarball', 'tarball');
    case 'refused':
      return unavailable('unauthorized', `HTTP ${answer.status} for its tarball`, 'tarball');
    case 'unavailable':
      return unavailable(answer.reason, `its tarball: ${answer.detail}`, 'tarball');
  }
}
