import { absent, present } from './evidence-values.ts';
import type {
  BundleClaim,
  BuildIdentity,
  Bundling,
  Tarball,
  OwnManifest,
  Present,
  ProvenanceOutcome,
  Release,
  ReleaseHistory,
  ReleaseSummary,
} from './index.ts';

/** Building blocks of the rules' examples. The examples run as tests and are printed in the docs. */

/** The instant that examples are judged at, by the tests and by the generator of the docs. @public */
export const exampleNow = '2026-06-15T12:00:00.000Z';

/** The name, version and registry of the unremarkable package that an example's patch is applied to. */
export const exampleName = 'left-pad';
export const exampleVersion = '1.3.0';
export const exampleRegistry = 'https://registry.example/';

export { absent, present };

/** Two well-formed sha512 digests that differ, and a sha1 with its hexadecimal form. */
export const exampleIntegrity = `sha512-${'A'.repeat(86)}==`;
export const otherIntegrity = `sha512-${'B'.repeat(85)}A==`;
export const weakIntegrity = 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=';
export const weakShasum = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';

/** An unremarkable release. */
export function release(patch: Partial<Release> = {}): Present<Release> {
  return present({
    version: exampleVersion,
    documentMatches: true,
    integrity: exampleIntegrity,
    tarball: `${exampleRegistry}${exampleName}/-/${exampleName}-${exampleVersion}.tgz`,
    hooks: {},
    deprecated: false,
    dependencies: {},
    optionalDependencies: {},
    peerDependencies: {},
    bundled: [],
    ...patch,
  });
}

/** What the tarball of an unremarkable release holds. */
export function tarball(
  patch: Partial<OwnManifest & { state: 'read' }> = {},
  bindingGyp = false,
): Present<Tarball & { manifest: OwnManifest }> {
  const none = { hooks: {}, bin: {}, bundled: [], dependencies: {}, optionalDependencies: {} };
  const manifest = { state: 'read', name: exampleName, version: exampleVersion, ...none, ...patch } as const;
  return present({ bindingGyp, manifest });
}

/** A history from `version: publish time` (empty for no time), with more fields per version. */
export function history(
  times: Readonly<Record<string, string>>,
  more: Readonly<Record<string, Partial<ReleaseSummary>>> = {},
): Present<ReleaseHistory> {
  const releases = Object.entries(times).map(([version, publishedAt]) => ({
    version,
    deprecated: false,
    ...(publishedAt === '' ? {} : { publishedAt }),
    ...more[version],
  }));
  return present({ distTags: { latest: releases.at(-1)?.version ?? '' }, releases });
}

/** Where the example's package is built. */
export const buildIdentity: BuildIdentity = {
  platform: 'github',
  issuer: 'https://token.actions.githubusercontent.com',
  subjectAlternativeName: 'https://github.com/acme/left-pad/.github/workflows/release.yml@refs/heads/main',
  sourceRepository: 'https://github.com/acme/left-pad',
  sourceRepositoryId: '1001',
  owner: 'https://github.com/acme',
  ownerId: '11',
  workflow: '.github/workflows/release.yml',
  ref: 'refs/heads/main',
  commit: 'c'.repeat(40),
  buildSigner: 'https://github.com/acme/left-pad/.github/workflows/release.yml@refs/heads/main',
  builder: 'https://github.com/actions/runner/github-hosted',
  runner: 'hosted',
  trigger: 'push',
  claimed: ['builder'],
};

/** A provenance that verifies, of that build with changed fields. */
export function verifiedProvenance(identity: Partial<BuildIdentity> = {}): Present<ProvenanceOutcome> {
  return present({
    state: 'verified',
    identity: { ...buildIdentity, ...identity },
    predicateType: 'https://slsa.dev/provenance/v1',
    signedAt: '2025-06-01T08:00:00.000Z',
    boundTo: 'lockfile',
  });
}

/** One entry that claims to be bundled in the tarball of another package, without a pin of its own. */
export function bundling(claim: Partial<BundleClaim> = {}): Present<Bundling> {
  return present({
    claims: [{ line: 10, pinned: false, held: false, by: { name: 'pads', version: '2.0.0' }, ...claim }],
  });
}
