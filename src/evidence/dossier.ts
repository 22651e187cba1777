import semver from 'semver';

import type {
  Change,
  Dossier,
  Evidence,
  EvidenceSet,
  Existence,
  Instant,
  Release,
  ReleaseHistory,
  Unavailable,
} from '../model.ts';
import { classifyAddress, maskUserInfo } from './address.ts';
import type { Answer } from './answer.ts';
import type { Packument } from './packument.ts';
import { type RegistryMap, scopeOf } from './registry-map.ts';

const absent = { state: 'absent' } as const;
const present = <T>(value: T): Evidence<T> => ({ state: 'present', value });
const unavailable = (reason: Unavailable['reason'], detail: string): Unavailable => ({
  state: 'unavailable',
  reason,
  detail,
});

/** Whether a registry is asked about a change at all: what is removed and what comes from elsewhere needs no answer. */
export function concernsRegistry(change: Change): boolean {
  return change.kind !== 'removed' && change.source.kind === 'registry';
}

/**
 * The release that the base locked before this one: the version it replaces, else the highest one below it, else the
 * highest. Undefined where the base did not have the name from a registry.
 */
export function predecessorVersion({ version, previousVersion, baseVersions }: Change): string | undefined {
  if (previousVersion !== undefined && baseVersions.includes(previousVersion)) return previousVersion;
  const descending = [...baseVersions].sort((a, b) => semver.compareBuild(b, a));
  return descending.find((candidate) => semver.lt(candidate, version)) ?? descending[0];
}

/**
 * Everything that is known of one change that a registry was asked about.
 * @param answer the registry's answer for the name, or why there is none.
 * @param mode in an audit all that is locked is in already, as what the base locks is in a check.
 */
export function registryDossier(
  change: Change,
  registry: string,
  map: RegistryMap,
  answer: Answer,
  mode: 'check' | 'audit',
): Dossier {
  const evidence = evidenceOf(change, answer, mode);
  const tarball = evidence.release.state === 'present' ? evidence.release.value.tarball : undefined;
  return {
    change,
    registry,
    publicRegistry: registry === map.publicRegistry,
    addresses: change.pins.map(({ resolved }) => classifyAddress(resolved, registry, map, tarball)),
    evidence,
  };
}

/**
 * The dossier of a change that no registry is asked about. Its evidence is unavailable rather than absent: nobody asked,
 * so nothing is certain, and no rule can take it for a registry's "no".
 */
export function otherDossier(change: Change): Dossier {
  const why =
    change.kind === 'removed'
      ? 'it is removed; nothing was asked'
      : 'it does not come from a registry; nothing was asked';
  return {
    change,
    publicRegistry: false,
    addresses: change.pins.map(({ resolved }) =>
      resolved === undefined ? { verdict: 'omitted' } : { verdict: 'elsewhere', shown: maskUserInfo(resolved) },
    ),
    evidence: nothingBut(unavailable('not-provided', why)),
  };
}

function evidenceOf(change: Change, answer: Answer, mode: 'check' | 'audit'): EvidenceSet {
  const predecessor = predecessorVersion(change);
  switch (answer.state) {
    case 'packument':
      return fromPackument(change.version, predecessor, answer.packument);
    case 'unavailable': {
      const { reason, detail } = answer;
      return withPredecessor(nothingBut(unavailable(reason, detail)), predecessor);
    }
    case 'refused': {
      const refused = unavailable('unauthorized', `HTTP ${answer.status}`);
      const existence = present<Existence>({ answer: 'refused', status: answer.status });
      return withPredecessor({ ...nothingBut(refused), existence }, predecessor);
    }
    case 'absent': {
      const alreadyLocked = mode === 'audit' || change.baseVersions.length > 0;
      if (alreadyLocked && !answer.authenticated && scopeOf(change.name) !== undefined) {
        const hidden = unavailable('unauthorized', 'HTTP 404 without a credential, which may hide a private package');
        return withPredecessor(nothingBut(hidden), predecessor);
      }
      const gone = predecessor === undefined ? absent : notListed(predecessor);
      return { ...nothingBut(absent), predecessor: gone };
    }
  }
}

function fromPackument(version: string, predecessor: string | undefined, packument: Packument): EvidenceSet {
  return {
    existence: existence(version, packument),
    release: release(version, packument),
    publishedAt: publishedAt(version, packument),
    firstPublishedAt: firstPublishedAt(packument),
    history: present(historyOf(packument)),
    predecessor: predecessor === undefined ? absent : previousRelease(predecessor, packument),
  };
}

function existence(version: string, packument: Packument): Evidence<Existence> {
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

function release(version: string, packument: Packument): Evidence<Release> {
  const wanted = wantedOf(packument, version);
  if (wanted === undefined) return notRecorded(version);
  if (wanted.listing === 'malformed') return malformed(version, wanted.field);
  if (wanted.release === undefined) return absent;
  const documentMatches = packument.documentMatches && wanted.release.documentMatches;
  return present({ ...wanted.release, documentMatches });
}

function previousRelease(version: string, packument: Packument): Evidence<Release> {
  const previous = release(version, packument);
  return previous.state === 'absent' ? notListed(version) : previous;
}

function publishedAt(version: string, packument: Packument): Evidence<Instant> {
  const wanted = wantedOf(packument, version);
  if (wanted === undefined) return notRecorded(version);
  if (wanted.malformedTime) return unavailable('malformed', 'its publish time is no instant');
  if (wanted.publishedAt !== undefined) return present(wanted.publishedAt);
  return packument.timesProvided ? absent : unavailable('not-provided', 'the registry gives no publish times');
}

/** The earliest of what the document says of its creation and of the listed versions. */
function firstPublishedAt({ created, versions, timesProvided }: Packument): Evidence<Instant> {
  const times = versions.map(([, time]) => time).filter((time) => time !== null);
  if (created !== undefined) times.push(created);
  const [first] = times.sort();
  if (first !== undefined) return present(first);
  return timesProvided ? absent : unavailable('not-provided', 'the registry gives no publish times');
}

const histories = new WeakMap<Packument, ReleaseHistory>();

/** One object for all versions of a name: a big change asks for the same history often. */
function historyOf(packument: Packument): ReleaseHistory {
  const known = histories.get(packument);
  if (known !== undefined) return known;
  const deprecated = new Set(packument.deprecated);
  const history: ReleaseHistory = {
    distTags: packument.distTags,
    releases: packument.versions.map(([version, time]) => {
      const digest = packument.hooks[version];
      return {
        version,
        ...(time === null ? {} : { publishedAt: time }),
        ...(digest === undefined ? {} : { hooksDigest: digest }),
        deprecated: deprecated.has(version),
      };
    }),
  };
  histories.set(packument, history);
  return history;
}

function wantedOf({ wanted }: Packument, version: string) {
  return Object.hasOwn(wanted, version) ? wanted[version] : undefined;
}

function nothingBut<T extends typeof absent | Unavailable>(same: T): { readonly [K in keyof EvidenceSet]: T } {
  return {
    existence: same,
    release: same,
    publishedAt: same,
    firstPublishedAt: same,
    history: same,
    predecessor: same,
  };
}

/** That the base did not have the name is known without asking anybody. */
function withPredecessor(evidence: EvidenceSet, predecessor: string | undefined): EvidenceSet {
  return predecessor === undefined ? { ...evidence, predecessor: absent } : evidence;
}

const notRecorded = (version: string) => unavailable('not-recorded', `version ${version} was not asked for`);
const notListed = (version: string) => unavailable('not-provided', `the registry no longer lists ${version}`);
const malformed = (version: string, field = 'manifest') =>
  unavailable('malformed', `what the registry says of ${version} cannot be read: ${field}`);
