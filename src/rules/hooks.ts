import type { Absent, InstallHooks, Present, ReleaseHistory, Tarball } from '../model/index.ts';
import { digestsOf, ownDigestsOf, ownHooks, runTheSame, withBuild } from '../model/install-hooks.ts';
import type { HooksOf } from '../model/install-hooks.ts';

/** What a release runs on install, and since when its releases do. */

/**
 * Since when releases have had exactly these hooks, by what their documents say; undefined where no publish time is known.
 * The release's own words aside (see `withoutOwnWords`).
 * @param isStated whether the document of the release states the hooks
 */
export function carriedSince({ releases }: ReleaseHistory, own: HooksOf, isStated: boolean): string | undefined {
  const stated = isStated ? releases.find(({ version }) => version === own.version) : undefined;
  const digests = [...digestsOf(own.hooks), stated?.hooksDigest];
  const ownDigests = [...ownDigestsOf(own), stated?.ownHooksDigest];
  const times = releases.flatMap(({ hooksDigest, ownHooksDigest, publishedAt }) => {
    const isSame = hooksDigest !== undefined && digests.includes(hooksDigest);
    const isAlike = ownHooksDigest !== undefined && ownDigests.includes(ownHooksDigest);
    return isSame || isAlike ? (publishedAt ?? []) : [];
  });
  return times.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}

/** What it runs: what its tarball says, in the words of the registry's document where the two run the same. */
export function hooksOf(stated: InstallHooks, tarball: Present<Tarball> | Absent): InstallHooks {
  if (tarball.state === 'absent') return stated;
  const own = ownHooks(tarball.value);
  if (own !== undefined) return runTheSame(own, stated) ? stated : own;
  return 'bindingGyp' in tarball.value && tarball.value.bindingGyp ? withBuild(stated) : stated;
}
