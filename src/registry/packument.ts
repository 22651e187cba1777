import semver from 'semver';

import type { Instant, Publisher, Release } from '../model/index.ts';
import { digestOf, ownDigestOf } from '../model/install-hooks.ts';
import { pastAmong } from '../model/past.ts';
import {
  type ListedSignature,
  claimsAttestations,
  readMaintainers,
  readPublisherClaim,
  readSignatures,
} from './claims.ts';
import { type Json, installHooks, isRecord, readRelease } from './release.ts';
import { normalizeRepository } from './repository-url.ts';

/**
 * What lockgate keeps of a packument: validated, and the same after a trip through JSON.
 * Full manifests are kept of the wanted versions only; of the others what a history needs.
 */
export interface Packument {
  /** Whether the document's own name is the one that was asked for. */
  readonly documentMatches: boolean;
  /** The document lists no version at all. */
  readonly empty: boolean;
  /** Every version that it lists holds the place of a package removed for security reasons. */
  readonly placeholder: boolean;
  readonly distTags: Readonly<Record<string, string>>;
  /** Whether it says of any version when it was published. */
  readonly timesProvided: boolean;
  readonly created?: Instant;
  /** Listed versions, ascending, each with its publish time; null where none is given or it is no instant. */
  readonly versions: readonly (readonly [version: string, publishedAt: Instant | null])[];
  /** Digest of the install hooks, of the versions that have some. */
  readonly hooks: Readonly<Record<string, string>>;
  /** The same without each release's own words (see `withoutOwnWords`), of the versions whose hooks hold some. Absent: none do. */
  readonly ownHooks?: Readonly<Record<string, string>>;
  readonly deprecated: readonly string[];
  /** Whether any version carries a signature of the registry. */
  readonly signed: boolean;
  /** The keyids that the signatures of all versions name, none of them verified. Absent: there are none, or recorded before they were kept. */
  readonly signers?: readonly string[];
  /** Of the versions that name one. */
  readonly publishers: Readonly<Record<string, Publisher>>;
  /** Versions that claim attestations. */
  readonly attested: readonly string[];
  /**
   * SHA-512 integrities of the newest releases before a wanted one that claim attestations, at most three for each: what
   * their attestations must be about. Absent: recorded before they were kept.
   */
  readonly earlierAttested?: Readonly<Record<string, string>>;
  /** By wanted version, the accounts that the release before it names as maintainers. Absent: recorded before they were kept. */
  readonly maintainersBefore?: Readonly<Record<string, readonly string[]>>;
  /** Of the versions that declare one that can be told. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly wanted: Readonly<Record<string, WantedVersion>>;
}

/** What the packument says of one version that was asked about. */
export interface WantedVersion {
  /** `malformed`: it is listed, and what is said of it cannot be read. */
  readonly listing: 'listed' | 'missing' | 'unpublished' | 'placeholder' | 'malformed';
  /** For `listed` and `placeholder`. */
  readonly release?: Release;
  /** For `malformed`: the field that is wrong. */
  readonly field?: string;
  /** Absent where the registry gives none for it. */
  readonly publishedAt?: Instant;
  /** A time is given, and it is no instant. */
  readonly malformedTime?: true;
  /** The version as the document's key has it, where that lacks the build metadata. */
  readonly listedAs?: string;
  /** `dist.signatures`, for `listed` and `placeholder`. Absent: none. */
  readonly signatures?: readonly ListedSignature[] | 'malformed';
}

/** A document that is no packument; `field` says where. */
export interface Malformed {
  readonly malformed: string;
}

/**
 * Reads a registry's full packument, field by field and believing nothing.
 * A wrong type in a version that nobody wants hides that version only; in a wanted one it is reported, never defaulted.
 * Document format: https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md
 * @param wanted versions whose manifests are kept.
 */
export function readPackument(document: unknown, name: string, wanted: Iterable<string>): Packument | Malformed {
  if (!isRecord(document)) return { malformed: 'the document' };
  if (typeof document.name !== 'string') return { malformed: 'name' };
  const manifests = document.versions ?? {};
  if (!isRecord(manifests)) return { malformed: 'versions' };
  const time = document.time ?? {};
  if (!isRecord(time)) return { malformed: 'time' };
  const tags = document['dist-tags'] ?? {};
  if (!isRecord(tags)) return { malformed: 'dist-tags' };

  const listed = ascending(Object.keys(manifests).filter((version) => isRecord(manifests[version])));
  const created = instant(time.created);
  const asked = new Set(wanted);
  const releases = listed.map((version) => ({ version, ...readTime(time, version) }));
  const ownHooks = entriesOf(listed, (version) => ownHooksOf(name, version, manifests[version]));
  const attested = listed.filter((version) => claimsAttestations(manifests[version]));
  const signatures = listed.map((version) => readSignatures(manifests[version]));
  const signers = new Set(signatures.flatMap((one = []) => (one === 'malformed' ? [] : one.map(({ keyid }) => keyid))));
  return {
    documentMatches: document.name === name,
    empty: Object.keys(manifests).length === 0,
    placeholder: listed.length > 0 && listed.every((version) => isPlaceholder(version, manifests[version])),
    distTags: readDistTags(tags),
    timesProvided: Object.keys(time).some((key) => key !== 'created' && key !== 'modified' && key !== 'unpublished'),
    ...(created === undefined ? {} : { created }),
    versions: releases.map(({ version, publishedAt }) => [version, publishedAt ?? null]),
    hooks: Object.fromEntries(listed.flatMap((version) => hooksEntry(version, manifests[version]))),
    ...(Object.keys(ownHooks).length === 0 ? {} : { ownHooks }),
    deprecated: listed.filter((version) => Boolean(fieldOf(manifests[version], 'deprecated'))),
    signed: signatures.some((one) => one !== undefined),
    ...(signers.size === 0 ? {} : { signers: [...signers].sort() }),
    publishers: entriesOf(listed, (version) => readPublisherClaim(manifests[version])),
    attested,
    earlierAttested: earlierAttested(releases, attested, manifests, asked),
    maintainersBefore: entriesOf([...asked], (version) => {
      const before = pastAmong(releases, keyOf(version, manifests) ?? version).earlier.at(-1);
      return before && readMaintainers(manifests[before.version]);
    }),
    repositories: entriesOf(listed, repositoryReader(manifests)),
    wanted: Object.fromEntries([...asked].map((version) => [version, readWanted(name, version, manifests, time)])),
  };
}

/** Earlier releases whose attestations one run asks about, for one version. */
export const mostEarlier = 3;

function earlierAttested(
  releases: readonly { readonly version: string; readonly publishedAt?: Instant }[],
  attested: readonly string[],
  manifests: Json,
  wanted: Iterable<string>,
): Record<string, string> {
  if (attested.length === 0) return {};
  const claims = new Set(attested);
  const earlier = [...new Set(wanted)].flatMap((version) =>
    pastAmong(releases, version)
      .earlier.filter((one) => claims.has(one.version))
      .slice(-mostEarlier),
  );
  return entriesOf([...new Set(earlier.map(({ version }) => version))].sort(), (version) => {
    const integrity = fieldOf(fieldOf(manifests[version], 'dist'), 'integrity');
    return typeof integrity === 'string' ? integrity : undefined;
  });
}

function readWanted(name: string, version: string, manifests: Json, time: Json): WantedVersion {
  const key = keyOf(version, manifests);
  if (key === undefined) {
    return { listing: Object.hasOwn(time, version) ? 'unpublished' : 'missing', ...readTime(time, version) };
  }
  const release = readRelease(name, version, manifests[key]);
  if (typeof release === 'string') return { listing: 'malformed', field: release, ...readTime(time, key) };
  const listing = isPlaceholder(key, manifests[key]) ? 'placeholder' : 'listed';
  const signatures = readSignatures(manifests[key]);
  return {
    ...{ listing, release, ...readTime(time, key) },
    ...(key === version ? {} : { listedAs: key }),
    ...(signatures === undefined ? {} : { signatures }),
  };
}

/** Most versions of a package declare the same repository, and each text is read once. */
function repositoryReader(manifests: Json): (version: string) => string | undefined {
  const known = new Map<unknown, string | undefined>();
  return (version) => {
    const declared = fieldOf(manifests[version], 'repository');
    const text = isRecord(declared) ? declared.url : declared;
    if (!known.has(text)) known.set(text, normalizeRepository(text));
    return known.get(text);
  };
}

/** Keys are exact versions, so none of them is a name that objects have by themselves. */
function entriesOf<T>(versions: readonly string[], read: (version: string) => T | undefined): Record<string, T> {
  const entries: Record<string, T> = {};
  for (const version of versions) {
    const value = read(version);
    if (value !== undefined) entries[version] = value;
  }
  return entries;
}

/**
 * The document's key for a version. A lockfile takes versions from manifests, which may carry build metadata; the
 * registry's keys do not (semver 2.0.0, 10: it does not count).
 */
function keyOf(version: string, manifests: Json): string | undefined {
  if (Object.hasOwn(manifests, version)) return version;
  const plain = semver.valid(version);
  return plain !== null && Object.hasOwn(manifests, plain) ? plain : undefined;
}

/**
 * The form in which the public registry holds the name of a package that it removed: a version `0.0.x-security`
 * (https://github.com/npm/security-holder), also as `0.0.1-security.0`.
 */
function isPlaceholder(version: string, manifest: unknown): boolean {
  if (/^0\.0\.\d+-security(?:\.\d+)?$/.test(version)) return true;
  const repository = fieldOf(manifest, 'repository');
  const address = typeof repository === 'string' ? repository : fieldOf(repository, 'url');
  return typeof address === 'string' && /^[^?#]{0,40}\bnpm\/security-holder(?:\.git)?$/.test(address);
}

function ownHooksOf(name: string, version: string, manifest: unknown): string | undefined {
  const hooks = installHooks(manifest);
  return hooks === undefined ? undefined : ownDigestOf({ name, version, hooks });
}

function hooksEntry(version: string, manifest: unknown): [string, string][] {
  const hooks = installHooks(manifest);
  if (hooks === undefined || Object.keys(hooks).length === 0) return [];
  return [[version, digestOf(hooks)]];
}

function readDistTags(tags: Json): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).filter(
      (tag): tag is [string, string] =>
        tag[0] !== '__proto__' && typeof tag[1] === 'string' && semver.valid(tag[1]) !== null,
    ),
  );
}

/** Exact versions in ascending order of precedence; what is no version is left out. */
function ascending(versions: readonly string[]): string[] {
  return versions
    .flatMap((version) => semver.parse(version) ?? [])
    .filter(({ raw, version }) => raw === version)
    .sort((a, b) => a.compare(b))
    .map(({ raw }) => raw);
}

function readTime(time: Json, version: string): Pick<WantedVersion, 'publishedAt' | 'malformedTime'> {
  if (!Object.hasOwn(time, version)) return {};
  const publishedAt = instant(time[version]);
  return publishedAt === undefined ? { malformedTime: true } : { publishedAt };
}

/** ISO 8601 with a zone, in UTC and with milliseconds; undefined for anything else. */
function instant(value: unknown): Instant | undefined {
  if (typeof value !== 'string') return undefined;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})$/.test(value)) return undefined;
  const milliseconds = Date.parse(value);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}

function fieldOf(value: unknown, field: string): unknown {
  return isRecord(value) ? value[field] : undefined;
}
