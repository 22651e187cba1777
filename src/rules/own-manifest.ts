import semver from 'semver';

import type { Change, Tarball, OwnManifest, Release } from '../model/index.ts';
import type { Violation } from '../model/rule.ts';
import { identity } from './subject.ts';

/** One thing that a tarball's own manifest has and the registry's document has not. */
interface Unstated {
  readonly what: 'name' | 'version' | 'program' | 'bundled package' | 'dependency';
  /** Third-party text: its name, and what it is where that differs. */
  readonly text: string;
}

/** Specs that name no version of a registry: an address, git, a folder or another package. */
const isElsewhere = (spec: string): boolean => /[:/]/.test(spec) && !/^workspace:/.test(spec);

/**
 * What a tarball's own manifest has and the registry's document has not, both in npm's normal form. What only the document
 * has does nothing: package managers unpack, link and run by the tarball.
 */
function unstatedIn(name: string, release: Release, own: OwnManifest & { state: 'read' }): readonly Unstated[] {
  const stated = { ...release.peerDependencies, ...release.dependencies, ...release.optionalDependencies };
  const bundles: readonly string[] | undefined =
    release.bundled === true
      ? [...Object.keys(release.dependencies), ...Object.keys(release.optionalDependencies)]
      : release.bundled;
  const asked = Object.entries({ ...own.dependencies, ...own.optionalDependencies });
  const { bin } = release;
  return [
    ...(own.name === undefined || own.name === name ? [] : [{ what: 'name' as const, text: own.name }]),
    ...(own.version === undefined || isSameVersion(own.version, release.version)
      ? []
      : [{ what: 'version' as const, text: own.version }]),
    ...Object.entries(own.bin)
      .filter(([program, file]) => bin !== undefined && bin[program] !== file)
      .map(([program, file]) => ({ what: 'program' as const, text: `${program} (${file})` })),
    ...own.bundled
      .filter((each) => !bundles.includes(each))
      .map((text) => ({ what: 'bundled package' as const, text })),
    ...asked
      .filter(([each, spec]) => !Object.hasOwn(stated, each) || (isElsewhere(spec) && !isElsewhere(stated[each] ?? '')))
      .map(([each, spec]) => ({ what: 'dependency' as const, text: `${each}@${spec}` })),
  ];
}

function isSameVersion(own: string, stated: string): boolean {
  const [one, other] = [semver.clean(own, { loose: true }), semver.clean(stated, { loose: true })];
  return own === stated || (one !== null && one === other);
}

/** The most differences that a message names; the rest are counted. */
const mostNamed = 5;

/** What is to be said of a tarball besides its hooks. */
export function besideHooks(change: Change, release: Release, tarball: Tarball): readonly Violation[] {
  const about = identity(change);
  if ('unlisted' in tarball) {
    return tarball.unlisted === 'failed'
      ? [{ code: 'unlisted', args: { ...about, detail: tarball.detail } }]
      : [{ code: 'unread', args: { ...about, why: tarball.unlisted }, stable: { why: tarball.unlisted } }];
  }
  const { manifest } = tarball;
  if (manifest.state !== 'read') {
    return [{ code: 'own-manifest', args: { ...about, state: manifest.state }, stable: { state: manifest.state } }];
  }
  const found = unstatedIn(change.name, release, manifest).map(({ what, text }) => `${what} ${text}`);
  if (found.length === 0) return [];
  const more = found.length > mostNamed ? [`${found.length - mostNamed} more`] : [];
  const differences = [...found.slice(0, mostNamed), ...more].join(', ');
  return [{ code: 'unstated', args: { ...about, differences }, stable: { unstated: found.join('\n') } }];
}
