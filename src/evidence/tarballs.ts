import type { Change, EvidenceSet, InstallHooks, Release, Unavailable } from '../model/index.ts';
import { tarballAddress } from '../registry/address.ts';
import type { TarballAnswer } from '../registry/answer.ts';
import { defaultDemand } from '../registry/capabilities.ts';
import { absent, present, unavailable, unneeded } from '../model/evidence-values.ts';
import { ownHooks, runAlike, runsOf } from '../model/install-hooks.ts';
import { previousReleaseOf, releaseOf } from './packument-evidence.ts';
import type { Found } from './packuments.ts';
import { predecessorVersion } from './predecessor.ts';
import { compareTarball } from './tarball-bytes.ts';
import { type Run, fromPackument, provider } from './provider.ts';

type Held = Pick<EvidenceSet, 'tarball' | 'predecessorTarball'>;
const notListed: Held = { tarball: unneeded, predecessorTarball: unneeded };

/** Tarballs that one run lists. */
const mostTarballs = 2000;
/** A larger unpacked program for one platform is listed only under `all`: of such a lockfile has a dozen. */
const small = 5 * 1024 * 1024;

/**
 * Lists the tarballs of versions that the base does not lock: what is in them is what package managers run. The
 * predecessor's is listed only where the new one runs something else than that one's document says.
 */
export const tarballs = provider({
  kinds: ['tarball', 'predecessorTarball'],
  needs: [],
  collect: (run) =>
    fromPackument(run, run.mode === 'check' && run.needs.has('tarball') ? createListing(run) : () => notListed),
});

function createListing(run: Run) {
  const { broker, registries, listings = 'all' } = run;
  let left = mostTarballs;
  return async ({ change, registry, packument }: Found): Promise<Held> => {
    if (change.baseVersions.includes(change.version) && !gainsFlag(change)) return notListed;
    const before = predecessorVersion(change);
    // Where the document need not say what runs, that it says nothing excuses nobody from reading the tarball.
    const isOnlySource = (run.demand ?? defaultDemand)('scripts', registry, registries, change.name) === 'none';
    const tarball = statedAtLeast(await tarballOf(change.version, change.pins));
    if (before === undefined) return { tarball, predecessorTarball: absent };
    return { tarball, predecessorTarball: runsElse(tarball) ? await tarballOf(before, [], true) : unneeded };

    /**
     * A hook that the document states and that of the version before does not is a finding whatever the tarball holds: a
     * tarball that cannot be read must not turn it into one that is not judged.
     */
    function statedAtLeast(found: Evidence): Evidence {
      if (found.state !== 'unavailable' || before === undefined) return found;
      const [now, then] = [releaseOf(change.version, packument), previousReleaseOf(before, packument)];
      if (now.state !== 'present' || then.state !== 'present') return found;
      const ran = runsOf(then.value.hooks);
      const isNew = [...runsOf(now.value.hooks)].some(([hook, command]) => ran.get(hook) !== command);
      return isNew && !runLikeBefore(now.value.hooks, then.value)
        ? present({ unlisted: 'failed', detail: found.detail })
        : found;
    }

    /** Whether it runs on install what the document of the version before does not say. */
    function runsElse(found: Evidence): boolean {
      const hooks = found.state === 'present' ? ownHooks(found.value) : undefined;
      if (hooks === undefined || runsOf(hooks).size === 0) return false;
      const previous = previousReleaseOf(before ?? '', packument);
      return previous.state !== 'present' || !runLikeBefore(hooks, previous.value);
    }

    function runLikeBefore(hooks: InstallHooks, previous: Release): boolean {
      const { name, version } = change;
      return runAlike({ name, version, hooks }, { name, version: previous.version, hooks: previous.hooks });
    }

    async function tarballOf(version: string, pins: Change['pins'], previous = false): Promise<Evidence> {
      const found = previous ? previousReleaseOf(version, packument) : releaseOf(version, packument);
      if (found.state !== 'present') return found;
      const { tarball, unpackedSize = 0 } = found.value;
      const isLenient = listings === 'small' && !previous && !isOnlySource;
      const isBinary = !previous && !isOnlySource && (await isPlatformBinary(run, change, found.value));
      if (isLenient && isBinary && unpackedSize > small) return present({ unlisted: 'platform' });
      const address = tarball === undefined ? undefined : tarballAddress(tarball, registry, registries);
      if (address === undefined && isLenient) return present({ unlisted: 'elsewhere' });
      if (address === undefined) return unavailable('not-provided', 'the registry has no address for its tarball');
      const listed = await ask(version, address, { release: found.value, pins });
      if (listed.state !== 'unavailable' || previous) return listed;
      if (listed.reason === 'too-large') return overTheBound(listed, isBinary);
      return isLenient && listed.reason !== 'malformed'
        ? present({ unlisted: 'failed', detail: listed.detail })
        : listed;
    }

    /** Padding is cheap: what was small, or is new, is not passed over because it is large. */
    async function overTheBound(listed: Unavailable, isBinary: boolean): Promise<Evidence> {
      if (isBinary) return present({ unlisted: 'platform' });
      if (before === undefined || before === change.version || isOnlySource) return listed;
      const previous = await tarballOf(before, [], true);
      const wasLarge = previous.state === 'unavailable' && previous.reason === 'too-large';
      return wasLarge && !gainsFlag(change) ? present({ unlisted: 'large' }) : listed;
    }

    async function ask(version: string, address: URL, expected: Expected): Promise<Evidence> {
      if (left <= 0) return unavailable('budget', `one run lists at most ${mostTarballs} tarballs`, 'tarball');
      left -= 1;
      return judged(await broker.tarball(registry, change.name, version, address), expected);
    }
  };
}

type Evidence = EvidenceSet['tarball'];

/**
 * Whether it is a program for one system, which other packages of this change bring in for those that have it (esbuild, swc,
 * next), and runs nothing by what the registry's document and the lockfile say.
 */
async function isPlatformBinary({ packuments }: Run, change: Change, release: Release): Promise<boolean> {
  const { name, via, claims } = change;
  const runs = Object.keys(release.hooks).some((hook) => hook !== 'prepare');
  if (release.platform !== true || runs || claims.hasInstallScript === true || via.length === 0) return false;
  const offered = via.map(async (path) => {
    const bringer = path.at(-2);
    const answer = bringer === undefined ? undefined : await packuments.answerAbout(bringer);
    return (
      answer?.state === 'packument' &&
      Object.values(answer.packument.wanted).some((wanted) =>
        Object.hasOwn(wanted.release?.optionalDependencies ?? {}, name),
      )
    );
  });
  return (await Promise.all(offered)).every(Boolean);
}

/** Whether npm ran nothing of the version in the base branch, by the lockfile's flag, and does now. */
const gainsFlag = ({ changed, claims }: Change): boolean =>
  claims.hasInstallScript === true && changed.includes('has-install-script');

/** What says which bytes the tarball of a version has. */
interface Expected {
  readonly release: Release;
  readonly pins: Change['pins'];
}

/**
 * What is in a tarball is believed of the very bytes that the registry states or that are pinned. Where these
 * differ the rule `integrity` says so, and no package manager installs the ones for the others.
 */
function judged(answer: TarballAnswer, { release, pins }: Expected): Evidence {
  switch (answer.state) {
    case 'listed': {
      const { bindingGyp, manifest } = answer;
      const bytes = compareTarball(answer, release, pins);
      if (bytes === 'other') {
        return unavailable('malformed', 'the registry serves another tarball than the pinned one', 'tarball');
      }
      if (bytes === 'unstated') return unavailable('not-provided', 'no digest of its tarball is pinned or stated');
      return manifest === undefined || bytes === 'unrecorded'
        ? unavailable('not-recorded', 'its package.json is not in the recorded evidence', 'tarball')
        : present({ bindingGyp, manifest });
    }
    case 'absent':
      return unavailable('not-provided', 'the registry does not serve its tarball', 'tarball');
    case 'refused':
      return unavailable('unauthorized', `HTTP ${answer.status} for its tarball`, 'tarball');
    case 'unavailable':
      return unavailable(answer.reason, `its tarball: ${answer.detail}`, 'tarball');
  }
}
