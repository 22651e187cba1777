import type { Bundle, BundleClaim, Change, Evidence, EvidenceSet, Release } from '../model/index.ts';
import type { Answer } from '../registry/answer.ts';
import { absent, present, unavailable } from '../model/evidence-values.ts';
import { releaseOf } from './packument-evidence.ts';
import type { Packuments } from './packuments.ts';
import { provider } from './provider.ts';
import { scopeOf } from '../registry/registry-map.ts';

/** Packages whose bundled dependencies must be known. */
export function bundlersIn(bundles: readonly Bundle[]): readonly { readonly name: string; readonly version: string }[] {
  return bundles.flatMap(({ by }) => by ?? []);
}

type Claims = { readonly claims: BundleClaim[]; unknown?: EvidenceSet['bundling'] };

/**
 * Whether a package that claims to be in another package's tarball is there, by that package's published manifest. Dependencies
 * of a bundled package are not listed there: for them the lockfile's own edges count, starting from what is listed
 * (docs/decisions/0103).
 */
export const bundling = provider({
  kinds: ['bundling'],
  needs: [],
  onlyFor: ['bundling'],
  collect: ({ bundles, packuments }) => {
    let claims: Promise<ReadonlyMap<string, Claims>> | undefined;
    return async (change) => {
      const entry = (await (claims ??= claimsIn(bundles, packuments))).get(keyOf(change));
      return { bundling: entry === undefined ? absent : (entry.unknown ?? present({ claims: entry.claims })) };
    };
  },
});

async function claimsIn(bundles: readonly Bundle[], packuments: Packuments): Promise<ReadonlyMap<string, Claims>> {
  const found = new Map<string, Claims>();
  for (const { lockfile, by, members } of bundles) {
    const bundled =
      by === undefined
        ? present(new Set<string>())
        : bundledBy(by.name, by.version, await packuments.answerAbout(by.name));
    const held = bundled.state === 'present' ? heldIn(members, bundled.value) : new Set<number>();
    for (const [at, { name, version, line, pinned }] of members.entries()) {
      const key = keyOf({ lockfile, name, version });
      const entry = found.get(key) ?? { claims: [] };
      found.set(key, entry);
      entry.claims.push({ line, pinned, ...(by && { by }), held: held.has(at) });
      if (bundled.state === 'unavailable') entry.unknown = bundled;
    }
  }
  return found;
}

const keyOf = ({ lockfile, name, version }: Pick<Change, 'lockfile' | 'name' | 'version'>): string =>
  JSON.stringify([lockfile, name, version]);

/** The names that a release bundles: none where the registry has no such release, or calls it by another name. */
function bundledBy(name: string, version: string, answer: Answer | undefined): Evidence<ReadonlySet<string>> {
  switch (answer?.state) {
    case undefined:
      return unavailable('not-recorded', 'the package that should bundle it was not requested');
    case 'unavailable':
      return answer;
    case 'refused':
      return unavailable('unauthorized', `HTTP ${answer.status} for the package that should bundle it`);
    case 'absent':
      return !answer.authenticated && scopeOf(name) !== undefined
        ? unavailable('unauthorized', 'HTTP 404 without a credential for the package that should bundle it')
        : present(new Set());
    case 'packument': {
      const release = releaseOf(version, answer.packument);
      if (release.state === 'unavailable') return release;
      return present(release.state === 'absent' ? new Set() : namesOf(release.value));
    }
  }
}

function namesOf({ bundled, dependencies, optionalDependencies, documentMatches }: Release): ReadonlySet<string> {
  if (!documentMatches) return new Set();
  return new Set(bundled === true ? [...Object.keys(dependencies), ...Object.keys(optionalDependencies)] : bundled);
}

/** Positions of the members that are bundled, or come along with one that is. */
function heldIn(members: Bundle['members'], bundled: ReadonlySet<string>): ReadonlySet<number> {
  const queue = [...members.entries()].flatMap(([at, { as }]) => (as !== undefined && bundled.has(as) ? [at] : []));
  const held = new Set(queue);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const next of members[at]?.brings ?? []) {
      if (held.has(next)) continue;
      held.add(next);
      queue.push(next);
    }
  }
  return held;
}
