import * as z from 'zod';

import { changedAspects } from '../model/changed-aspect.ts';
import { managerIds } from '../model/manager-ids.ts';
import { isBounded } from '../registry/bounds.ts';
import type { EvidenceFile } from './evidence-types.ts';
import type { Exact } from './exact.ts';

/** The shape of `lockgate-evidence/1`. */

const text = z.string();
const texts = z.array(text);
const objectId = z.string().regex(/^[0-9a-f]{40}$/);
const textByKey = z.record(text, text);
const count = z.int().nonnegative();
const instant = z.iso.datetime({ precision: 3 });
const registry = z.url({ protocol: /^https?$/ }).endsWith('/');

const dependencyTypes = z.array(z.enum(['prod', 'dev', 'optional', 'peer']));
const format = z.enum(managerIds);

const source = z.strictObject({
  kind: z.enum(['registry', 'git', 'remote', 'file', 'link', 'workspace', 'exec', 'patch', 'portal', 'jsr', 'import']),
  spec: z.exactOptional(text),
  outside: z.exactOptional(z.boolean()),
  folder: z.exactOptional(text),
  declared: z.exactOptional(z.boolean()),
  workspace: z.exactOptional(z.boolean()),
});

const claim = z.exactOptional(z.boolean());
const claims = z.strictObject({
  ...{ dev: claim, optional: claim, devOptional: claim, peer: claim },
  ...{ extraneous: claim, inBundle: claim, hasInstallScript: claim, hasShrinkwrap: claim, shrinkwrapUnlisted: claim },
  ...{ bundles: claim, bringsShrinkwrap: claim },
});

const pin = z.strictObject({
  resolved: z.exactOptional(text),
  integrity: z.exactOptional(text),
  checksum: z.exactOptional(text),
  line: count,
  places: count,
});

const change = z.strictObject({
  kind: z.enum(['added', 'removed', 'updated']),
  name: text,
  version: text,
  aliases: texts,
  baseAliases: z.exactOptional(texts),
  source,
  previousVersion: z.exactOptional(text),
  previousSource: z.exactOptional(source),
  requestedAs: z.exactOptional(texts),
  dependents: z.exactOptional(z.array(z.strictObject({ name: text, version: text, as: text }))),
  changed: z.array(z.enum(changedAspects)),
  baseVersions: texts,
  lockfile: text,
  line: count,
  pins: z.array(pin),
  basePins: z.array(pin),
  direct: z.boolean(),
  dependencyTypes,
  baseDependencyTypes: dependencyTypes,
  importers: texts,
  via: z.array(texts),
  roots: z.exactOptional(
    z.array(
      z.strictObject({
        ...{ importer: text, name: text },
        place: z.exactOptional(z.strictObject({ path: text, line: count })),
      }),
    ),
  ),
  manifests: z.array(z.strictObject({ path: text, line: count })),
  claims,
  bins: z.exactOptional(z.array(textByKey)),
  edges: z.exactOptional(z.array(z.strictObject({ name: text, to: text, version: text }))),
  workspace: z.exactOptional(text),
  folderScripts: z.exactOptional(z.strictObject({ path: text, line: count, scripts: textByKey })),
  scriptsLeftOutBy: z.exactOptional(text),
});

const fileState = z
  .strictObject({ mode: z.enum(['file', 'symlink', 'gitlink', 'folder', 'special']), id: text.nullable() })
  .nullable();

const observation = z.strictObject({
  code: z.enum([
    ...(['maps-disagree', 'manifest-disagrees', 'not-locked', 'no-lockfile', 'shadowed', 'competes'] as const),
    ...(['manifest-may-disagree'] as const),
    ...(['setting-disagrees', 'incomplete', 'deleted', 'moved-manager', 'moved-folder', 'not-comparable'] as const),
    ...([
      'unreachable',
      'submodule-changed',
      'override-changed',
      'override-unapplied',
      'setting-changed',
      'policy-changed',
      'record-unproven',
      'record-altered',
      'record-misplaced',
      'policy-noted',
      'approvals-not-alone',
    ] as const),
    ...(['workflow-changed', 'program-changed', 'modules-committed', 'unsupported'] as const),
    ...(['manifest-may-disagree', 'pins-nothing', 'base-not-a-baseline', 'same-head-blocked'] as const),
    ...(['submodule-read', 'rewritten-on-checkout', 'rewritten-before', 'lfs-pointer'] as const),
    ...(['link-followed', 'not-regular', 'moved-out', 'line-ends'] as const),
    ...(['manager-replaced', 'manager-unverified', 'manager-unjudged', 'manager-updated'] as const),
    ...(['program-added', 'setting-noted'] as const),
    ...(['archive-differs', 'archive-unshown', 'archive-patched', 'store-changed', 'tarball-changed'] as const),
    ...(['loader-differs', 'patch-changed'] as const),
    ...(['unread-documents', 'missing-dependency', 'missing-optional', 'out-of-range', 'workspace-replaces'] as const),
  ]),
  path: text,
  line: count,
  name: z.exactOptional(text),
  version: z.exactOptional(text),
  args: z.record(text, z.union([text, z.number()])),
  files: z.exactOptional(z.array(z.strictObject({ path: text, before: fileState, after: fileState }))),
});

const unavailableReason = z.enum([
  ...(['offline', 'not-recorded', 'not-provided', 'network', 'timeout', 'throttled'] as const),
  ...(['server-error', 'unauthorized', 'redirected', 'too-large', 'malformed', 'budget'] as const),
]);

const unavailable = z.strictObject({
  state: z.literal('unavailable'),
  reason: unavailableReason,
  detail: text,
  asked: z.exactOptional(
    z.enum(['document', 'keys', 'attestations', 'advisories', 'osv', 'downloads', 'tarball', 'authorship']),
  ),
  unoffered: z.exactOptional(
    z.enum(['signatures', 'attestations', 'publishers', 'publishTimes', 'advisories', 'scripts', 'digests']),
  ),
  unset: z.exactOptional(text),
});

const authorship = z.strictObject({
  account: z.exactOptional(z.strictObject({ login: text, type: text })),
  branch: z.exactOptional(text),
  declared: z.exactOptional(z.literal('agent')),
  people: z.array(z.strictObject({ role: z.enum(['author', 'committer', 'co-author']), name: text, email: text })),
});

const bundle = z.strictObject({
  lockfile: text,
  by: z.exactOptional(z.strictObject({ name: text, version: text })),
  members: z.array(
    z.strictObject({
      ...{ name: text, version: text, line: count, pinned: z.boolean() },
      as: z.exactOptional(text),
      brings: z.array(count),
    }),
  ),
});

const comparison = z.strictObject({
  mode: z.enum(['check', 'audit']),
  base: z.exactOptional(text),
  head: text,
  lockfiles: z.array(
    z.strictObject({
      path: text,
      format,
      formatVersion: text,
      status: z.enum(['added', 'removed', 'changed', 'unchanged']),
      packages: count,
      former: z.exactOptional(z.strictObject({ path: text, format })),
    }),
  ),
  changes: z.array(change),
  observations: z.array(observation),
  errors: z.array(
    z.strictObject({
      ...{ code: text, message: text, path: z.exactOptional(text) },
      ...{ line: z.exactOptional(count), column: z.exactOptional(count) },
    }),
  ),
  bundles: z.exactOptional(z.array(bundle)),
  authorship: z.exactOptional(
    z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('present'), value: authorship }),
      z.strictObject({ state: z.literal('absent') }),
      unavailable,
    ]),
  ),
});

const hooks = z.strictObject({
  preinstall: z.exactOptional(text),
  install: z.exactOptional(text),
  postinstall: z.exactOptional(text),
  prepare: z.exactOptional(text),
  'implicit-gyp': z.exactOptional(text),
});

const release = z.strictObject({
  version: text,
  documentMatches: z.boolean(),
  integrity: z.exactOptional(text),
  shasum: z.exactOptional(text),
  tarball: z.exactOptional(text),
  unpackedSize: z.exactOptional(z.int().min(0)),
  hooks,
  platform: z.exactOptional(z.literal(true)),
  bin: z.exactOptional(textByKey),
  deprecated: z.boolean(),
  dependencies: textByKey,
  optionalDependencies: textByKey,
  peerDependencies: textByKey,
  bundled: z.union([texts, z.literal(true)]),
  license: z.exactOptional(text),
  repository: z.exactOptional(text),
});

const publisher = z.strictObject({
  name: z.exactOptional(text),
  trustedPublisher: z.exactOptional(z.strictObject({ id: text, oidcConfigId: z.exactOptional(text) })),
  approver: z.exactOptional(text),
});

const packument = z.strictObject({
  documentMatches: z.boolean(),
  empty: z.boolean(),
  placeholder: z.boolean(),
  distTags: textByKey,
  timesProvided: z.boolean(),
  created: z.exactOptional(instant),
  versions: z.array(z.tuple([text, instant.nullable()])),
  hooks: textByKey,
  ownHooks: z.exactOptional(textByKey),
  deprecated: texts,
  signed: z.boolean(),
  signers: z.exactOptional(texts),
  publishers: z.record(text, publisher),
  attested: texts,
  earlierAttested: z.exactOptional(textByKey),
  maintainersBefore: z.exactOptional(z.record(text, texts)),
  repositories: textByKey,
  wanted: z.record(
    text,
    z.strictObject({
      listing: z.enum(['listed', 'missing', 'unpublished', 'placeholder', 'malformed']),
      release: z.exactOptional(release),
      field: z.exactOptional(text),
      publishedAt: z.exactOptional(instant),
      malformedTime: z.exactOptional(z.literal(true)),
      listedAs: z.exactOptional(text),
      signatures: z.exactOptional(
        z.union([z.array(z.strictObject({ keyid: text, sig: text })), z.literal('malformed')]),
      ),
    }),
  ),
});

/** A document as a registry gave it: any JSON within the bounds that the collector holds it to. */
const json = z.unknown().refine(isBounded, { error: 'larger or deeper than any that was recorded' });
const absentAnswer = z.strictObject({
  state: z.literal('absent'),
  authenticated: z.boolean(),
  unset: z.exactOptional(text),
});
const refusedAnswer = z.strictObject({ state: z.literal('refused'), status: count });
const documentAnswer = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('document'), document: json }),
  ...([absentAnswer, refusedAnswer, unavailable] as const),
]);

/** Another registry that the policy named as a source. */
const another = z.union([z.templateLiteral(['https://', z.string()]), z.templateLiteral(['http://', z.string()])]);

const recordedPackument = z.strictObject({
  registry,
  name: text,
  answer: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('packument'), packument }),
    ...([absentAnswer, refusedAnswer, unavailable] as const),
  ]),
});
const recordedAttestations = z.strictObject({
  ...{ registry, name: text, version: text, at: z.exactOptional(another) },
  attestations: documentAnswer,
});
const recordedAdvisories = z.strictObject({
  ...{ registry, name: text, source: z.exactOptional(z.union([z.literal('osv'), another])), versions: texts },
  advisories: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('listed'),
      advisories: z.array(
        z.strictObject({
          id: text,
          severity: z.enum(['low', 'moderate', 'high', 'critical']),
          malware: z.boolean(),
          range: text,
          aliases: z.exactOptional(texts),
          unread: z.exactOptional(z.literal(true)),
        }),
      ),
    }),
    ...([absentAnswer, refusedAnswer, unavailable] as const),
  ]),
});
const recordedDownloads = z.strictObject({
  ...{ registry, name: text, at: z.exactOptional(another) },
  downloads: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('counted'), monthly: count }),
    ...([absentAnswer, refusedAnswer, unavailable] as const),
  ]),
});
const ownManifest = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('read'),
    name: z.exactOptional(text),
    version: z.exactOptional(text),
    ...{ hooks, bin: textByKey, bundled: texts, dependencies: textByKey, optionalDependencies: textByKey },
  }),
  z.strictObject({ state: z.enum(['missing', 'malformed', 'several']) }),
]);
const recordedTarball = z.strictObject({
  ...{ registry, name: text, version: text },
  tarball: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('listed'),
      ...{
        bindingGyp: z.boolean(),
        manifest: z.exactOptional(ownManifest),
        integrity: text,
        sha1: z.exactOptional(text),
      },
    }),
    ...([absentAnswer, refusedAnswer, unavailable] as const),
  ]),
});
const digests = z.strictObject({ sha1: text, sha224: text, sha256: text, sha384: text, sha512: text });
const recordedProgram = z.strictObject({
  ...{ registry, name: text, version: text },
  program: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('read'),
      integrity: text,
      tarball: digests,
      program: z.exactOptional(z.strictObject({ ...digests.shape, normalised: text })),
    }),
    ...([absentAnswer, refusedAnswer, unavailable] as const),
  ]),
});
const recordedContents = z.strictObject({
  ...{ registry, name: text, version: text },
  contents: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('unpacked'), digest: text, embedded: texts, integrity: text }),
    ...([absentAnswer, refusedAnswer, unavailable] as const),
  ]),
});
const recordedKeys = z.strictObject({ registry, keys: documentAnswer });

const recordedAnswer = z.union([
  ...([
    recordedPackument,
    recordedAttestations,
    recordedKeys,
    recordedAdvisories,
    recordedDownloads,
    recordedTarball,
    recordedProgram,
    recordedContents,
  ] as const),
]);

const schema = z.strictObject({
  schema: z.literal('lockgate-evidence/1'),
  evaluatedAt: instant,
  policy: z.strictObject({
    source: text,
    text: text.nullable(),
    preset: z.enum(['audit', 'attacks', 'recommended', 'strict']).nullable(),
    from: z.exactOptional(
      z.strictObject({ repository: text, ref: text, commit: objectId, unused: z.exactOptional(text) }),
    ),
    extended: z.exactOptional(
      z.union([
        z.strictObject({ repository: text, path: text, commit: text, text }),
        z.strictObject({ path: text, source: text, text }),
      ]),
    ),
  }),
  comparison,
  registries: z
    .strictObject({
      publicRegistry: registry,
      defaultRegistry: registry,
      scopes: z.array(z.strictObject({ scope: text, url: registry })),
      replaceRegistryHost: text,
    })
    .nullable(),
  trust: z.exactOptional(
    z.strictObject({
      trustedRoot: z.exactOptional(z.strictObject({ path: text, text })),
      registryKeys: z.exactOptional(json),
      refreshed: z.exactOptional(
        z.strictObject({ trustedRoot: text, registryKeys: json, date: z.exactOptional(instant) }),
      ),
    }),
  ),
  answers: z.array(recordedAnswer),
});

/** Held equal to the type in both directions: where a field or a member of a union is in one alone, this does not compile. */
export const evidenceFileSchema: Exact<z.output<typeof schema>, EvidenceFile> extends true
  ? z.ZodType<EvidenceFile>
  : never = schema;
