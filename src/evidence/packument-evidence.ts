import type { Evidence, Existence, Instant, Publisher, Release, ReleaseHistory, Unavailable } from '../model/index.ts';
import { absent, present, unavailable, unoffered } from '../model/evidence-values.ts';
import { defaultDemand } from '../registry/capabilities.ts';
import type { Packument, WantedVersion } from '../registry/packument.ts';
import { predecessorVersion } from './predecessor.ts';
import { fromPackument, provider } from './provider.ts';

/** What the registry's packument says. */
export const packumentEvidence = provider({
  kinds: ['existence', 'release', 'publishedAt', 'firstPublishedAt', 'history', 'predecessor'],
  needs: [],
  collect: (run) =>
    fromPackument(run, ({ change, registry, packument }) => {
      const { version } = change;
      const isTimed = (run.demand ?? defaultDemand)('publishTimes', registry, run.registries, change.name) !== 'none';
      const predecessor = predecessorVersion(change);
      return {
        existence: existenceOf(version, packument),
        release: releaseOf(version, packument),
        publishedAt: isTimed ? publishedAtOf(version, packument) : absent,
        firstPublishedAt: isTimed ? firstPublishedAtOf(packument) : absent,
        history: present(historyOf(packument)),
        predecessor: predecessor === undefined ? absent : previousReleaseOf(predecessor, packument),
      };
    }),
});

/** What a packument says of whether a version is there. */
export function existenceOf(version: string, packument: Packument): Evidence<Existence> {
  const wanted = wantedOf(packument, version);
  if (packument.empty) return present({ answer: 'no-versions' });
  if (packument.placeholder) return present({ answer: 'security-placeholder' });
  if (wanted === undefined) return notRecorded(version);
  switch (wanted.listing) {
    case 'listed':
      return present({ answer: 'listed' });
    case 'placeholder':
      return present({ answer: 'security-placeholder' });
    case 'missing':
      return present({ answer: 'version-missing', unpublished: false });
    case 'unpublished':
      return present({ answer: 'version-missing', unpublished: true });
    case 'malformed':
      return malformed(version, wanted.field);
  }
}

/** Absent: the registry answered, and does not list the version. */
export function releaseOf(version: string, packument: Packument): Evidence<Release> {
  const wanted = wantedOf(packument, version);
  if (wanted === undefined) return notRecorded(version);
  if (wanted.listing === 'malformed') return malformed(version, wanted.field);
  if (wanted.release === undefined) return absent;
  const documentMatches = packument.documentMatches && wanted.release.documentMatches;
  return present({ ...wanted.release, documentMatches });
}

/** The release that the base locked: it was there, so that the registry does not list it any more is no absence. */
export function previousReleaseOf(version: string, packument: Packument): Evidence<Release> {
  const previous = releaseOf(version, packument);
  return previous.state === 'absent' ? notListed(version) : previous;
}

export function publishedAtOf(version: string, packument: Packument): Evidence<Instant> {
  const wanted = wantedOf(packument, version);
  if (wanted === undefined) return notRecorded(version);
  if (wanted.malformedTime) return unavailable('malformed', 'its publish time is not a valid date');
  if (wanted.publishedAt !== undefined) return present(wanted.publishedAt);
  return packument.timesProvided ? absent : untimed;
}

/** The earliest of what the document says of its creation and of the listed versions. */
export function firstPublishedAtOf({ created, versions, timesProvided }: Packument): Evidence<Instant> {
  const times = versions.map(([, time]) => time).filter((time) => time !== null);
  if (created !== undefined) times.push(created);
  const [first] = times.sort();
  if (first !== undefined) return present(first);
  return timesProvided ? absent : untimed;
}

const histories = new WeakMap<Packument, ReleaseHistory>();

/** One object for all versions of a name: a big change asks for the same history often. */
export function historyOf(packument: Packument): ReleaseHistory {
  const known = histories.get(packument);
  if (known !== undefined) return known;
  const { hooks, ownHooks = {}, publishers, repositories } = packument;
  const [deprecated, attested] = [new Set(packument.deprecated), new Set(packument.attested)];
  const history: ReleaseHistory = {
    distTags: packument.distTags,
    releases: packument.versions.map(([version, time]) => {
      const [digest, own] = [hooks[version], ownHooks[version]];
      const [publisher, repository] = [publishers[version], repositories[version]];
      return {
        version,
        ...(time === null ? {} : { publishedAt: time }),
        ...(digest === undefined ? {} : { hooksDigest: digest }),
        ...(own === undefined ? {} : { ownHooksDigest: own }),
        deprecated: deprecated.has(version),
        ...(publisher === undefined ? {} : { publisher }),
        attested: attested.has(version),
        ...(repository === undefined ? {} : { repository }),
      };
    }),
  };
  histories.set(packument, history);
  return history;
}

/** Absent: other versions name a publisher, and this one does not. A registry that names none at all is not asked well. */
export function publisherOf(version: string, packument: Packument): Evidence<Publisher> {
  const found = releaseOf(version, packument);
  if (found.state !== 'present') return found;
  const { publishers } = packument;
  const key = listedVersion(version, packument);
  const publisher = Object.hasOwn(publishers, key) ? publishers[key] : undefined;
  if (publisher !== undefined) return present(publisher);
  return Object.keys(publishers).length > 0
    ? absent
    : unoffered('publishers', 'the registry names no publisher of any version');
}

/** Whether the packument claims attestations for a version. */
export function isAttested(version: string, packument: Packument): boolean {
  return packument.attested.includes(listedVersion(version, packument));
}

/** A version as the document's keys have it: without the build metadata that registries drop. */
export function listedVersion(version: string, packument: Packument): string {
  return wantedOf(packument, version)?.listedAs ?? version;
}

export function wantedOf({ wanted }: Packument, version: string): WantedVersion | undefined {
  return Object.hasOwn(wanted, version) ? wanted[version] : undefined;
}

export const notListed = (version: string): Unavailable =>
  unavailable('not-provided', `the registry no longer lists ${version}`);

const untimed = unoffered('publishTimes', 'the registry gives no publish times');
const notRecorded = (version: string) => unavailable('not-recorded', `version ${version} was not asked for`);
const malformed = (version: string, field = 'manifest') =>
  unavailable('malformed', `what the registry says of ${version} cannot be read: ${field}`);
