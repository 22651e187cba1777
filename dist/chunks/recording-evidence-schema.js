import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  changedAspects,
  managerIds
} from "./chunk-model-changed-aspect.js";
import {
  isBounded
} from "./chunk-registry-bounds.js";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  exactOptional,
  int,
  iso_exports,
  literal,
  number,
  record,
  strictObject,
  string,
  templateLiteral,
  tuple,
  union,
  unknown,
  url
} from "./chunk-zod.js";
import "./chunk-runtime.js";

// src/recording/evidence-schema.ts
var text = string();
var texts = array(text);
var objectId = string().regex(/^[0-9a-f]{40}$/);
var textByKey = record(text, text);
var count = int().nonnegative();
var instant = iso_exports.datetime({ precision: 3 });
var registry = url({ protocol: /^https?$/ }).endsWith("/");
var dependencyTypes = array(_enum(["prod", "dev", "optional", "peer"]));
var format = _enum(managerIds);
var source = strictObject({
  kind: _enum(["registry", "git", "remote", "file", "link", "workspace", "exec", "patch", "portal", "jsr", "import"]),
  spec: exactOptional(text),
  outside: exactOptional(boolean()),
  folder: exactOptional(text),
  declared: exactOptional(boolean()),
  workspace: exactOptional(boolean())
});
var claim = exactOptional(boolean());
var claims = strictObject({
  ...{ dev: claim, optional: claim, devOptional: claim, peer: claim },
  ...{ extraneous: claim, inBundle: claim, hasInstallScript: claim, hasShrinkwrap: claim, shrinkwrapUnlisted: claim },
  ...{ bundles: claim, bringsShrinkwrap: claim }
});
var pin = strictObject({
  resolved: exactOptional(text),
  integrity: exactOptional(text),
  checksum: exactOptional(text),
  line: count,
  places: count
});
var change = strictObject({
  kind: _enum(["added", "removed", "updated"]),
  name: text,
  version: text,
  aliases: texts,
  baseAliases: exactOptional(texts),
  source,
  previousVersion: exactOptional(text),
  previousSource: exactOptional(source),
  requestedAs: exactOptional(texts),
  dependents: exactOptional(array(strictObject({ name: text, version: text, as: text }))),
  changed: array(_enum(changedAspects)),
  baseVersions: texts,
  lockfile: text,
  line: count,
  pins: array(pin),
  basePins: array(pin),
  direct: boolean(),
  dependencyTypes,
  baseDependencyTypes: dependencyTypes,
  importers: texts,
  via: array(texts),
  roots: exactOptional(
    array(
      strictObject({
        ...{ importer: text, name: text },
        place: exactOptional(strictObject({ path: text, line: count }))
      })
    )
  ),
  manifests: array(strictObject({ path: text, line: count })),
  claims,
  bins: exactOptional(array(textByKey)),
  edges: exactOptional(array(strictObject({ name: text, to: text, version: text }))),
  workspace: exactOptional(text),
  folderScripts: exactOptional(strictObject({ path: text, line: count, scripts: textByKey })),
  scriptsLeftOutBy: exactOptional(text)
});
var fileState = strictObject({ mode: _enum(["file", "symlink", "gitlink", "folder", "special"]), id: text.nullable() }).nullable();
var observation = strictObject({
  code: _enum([
    ...["maps-disagree", "manifest-disagrees", "not-locked", "no-lockfile", "shadowed", "competes"],
    ...["manifest-may-disagree"],
    ...["setting-disagrees", "incomplete", "deleted", "moved-manager", "moved-folder", "not-comparable"],
    ...[
      "unreachable",
      "submodule-changed",
      "override-changed",
      "override-unapplied",
      "setting-changed",
      "policy-changed",
      "record-unproven",
      "record-altered",
      "record-misplaced",
      "policy-noted",
      "approvals-not-alone"
    ],
    ...["workflow-changed", "program-changed", "modules-committed", "unsupported"],
    ...["manifest-may-disagree", "pins-nothing", "base-not-a-baseline", "same-head-blocked"],
    ...["submodule-read", "rewritten-on-checkout", "rewritten-before", "lfs-pointer"],
    ...["link-followed", "not-regular", "moved-out", "line-ends"],
    ...["manager-replaced", "manager-unverified", "manager-unjudged", "manager-updated"],
    ...["program-added", "setting-noted"],
    ...["archive-differs", "archive-unshown", "archive-patched", "store-changed", "tarball-changed"],
    ...["loader-differs", "patch-changed"],
    ...["unread-documents", "missing-dependency", "missing-optional", "out-of-range", "workspace-replaces"]
  ]),
  path: text,
  line: count,
  name: exactOptional(text),
  version: exactOptional(text),
  args: record(text, union([text, number()])),
  files: exactOptional(array(strictObject({ path: text, before: fileState, after: fileState })))
});
var unavailableReason = _enum([
  ...["offline", "not-recorded", "not-provided", "network", "timeout", "throttled"],
  ...["server-error", "unauthorized", "redirected", "too-large", "malformed", "budget"]
]);
var unavailable = strictObject({
  state: literal("unavailable"),
  reason: unavailableReason,
  detail: text,
  asked: exactOptional(
    _enum(["document", "keys", "attestations", "advisories", "osv", "downloads", "tarball", "authorship"])
  ),
  unoffered: exactOptional(
    _enum(["signatures", "attestations", "publishers", "publishTimes", "advisories", "scripts", "digests"])
  ),
  unset: exactOptional(text)
});
var authorship = strictObject({
  account: exactOptional(strictObject({ login: text, type: text })),
  branch: exactOptional(text),
  declared: exactOptional(literal("agent")),
  people: array(strictObject({ role: _enum(["author", "committer", "co-author"]), name: text, email: text }))
});
var bundle = strictObject({
  lockfile: text,
  by: exactOptional(strictObject({ name: text, version: text })),
  members: array(
    strictObject({
      ...{ name: text, version: text, line: count, pinned: boolean() },
      as: exactOptional(text),
      brings: array(count)
    })
  )
});
var comparison = strictObject({
  mode: _enum(["check", "audit"]),
  base: exactOptional(text),
  head: text,
  lockfiles: array(
    strictObject({
      path: text,
      format,
      formatVersion: text,
      status: _enum(["added", "removed", "changed", "unchanged"]),
      packages: count,
      former: exactOptional(strictObject({ path: text, format }))
    })
  ),
  changes: array(change),
  observations: array(observation),
  errors: array(
    strictObject({
      ...{ code: text, message: text, path: exactOptional(text) },
      ...{ line: exactOptional(count), column: exactOptional(count) }
    })
  ),
  bundles: exactOptional(array(bundle)),
  authorship: exactOptional(
    discriminatedUnion("state", [
      strictObject({ state: literal("present"), value: authorship }),
      strictObject({ state: literal("absent") }),
      unavailable
    ])
  )
});
var hooks = strictObject({
  preinstall: exactOptional(text),
  install: exactOptional(text),
  postinstall: exactOptional(text),
  prepare: exactOptional(text),
  "implicit-gyp": exactOptional(text)
});
var release = strictObject({
  version: text,
  documentMatches: boolean(),
  integrity: exactOptional(text),
  shasum: exactOptional(text),
  tarball: exactOptional(text),
  unpackedSize: exactOptional(int().min(0)),
  hooks,
  platform: exactOptional(literal(true)),
  bin: exactOptional(textByKey),
  deprecated: boolean(),
  dependencies: textByKey,
  optionalDependencies: textByKey,
  peerDependencies: textByKey,
  bundled: union([texts, literal(true)]),
  license: exactOptional(text),
  repository: exactOptional(text)
});
var publisher = strictObject({
  name: exactOptional(text),
  trustedPublisher: exactOptional(strictObject({ id: text, oidcConfigId: exactOptional(text) })),
  approver: exactOptional(text)
});
var packument = strictObject({
  documentMatches: boolean(),
  empty: boolean(),
  placeholder: boolean(),
  distTags: textByKey,
  timesProvided: boolean(),
  created: exactOptional(instant),
  versions: array(tuple([text, instant.nullable()])),
  hooks: textByKey,
  ownHooks: exactOptional(textByKey),
  deprecated: texts,
  signed: boolean(),
  signers: exactOptional(texts),
  publishers: record(text, publisher),
  attested: texts,
  earlierAttested: exactOptional(textByKey),
  maintainersBefore: exactOptional(record(text, texts)),
  repositories: textByKey,
  wanted: record(
    text,
    strictObject({
      listing: _enum(["listed", "missing", "unpublished", "placeholder", "malformed"]),
      release: exactOptional(release),
      field: exactOptional(text),
      publishedAt: exactOptional(instant),
      malformedTime: exactOptional(literal(true)),
      listedAs: exactOptional(text),
      signatures: exactOptional(
        union([array(strictObject({ keyid: text, sig: text })), literal("malformed")])
      )
    })
  )
});
var json = unknown().refine(isBounded, { error: "larger or deeper than any that was recorded" });
var absentAnswer = strictObject({
  state: literal("absent"),
  authenticated: boolean(),
  unset: exactOptional(text)
});
var refusedAnswer = strictObject({ state: literal("refused"), status: count });
var documentAnswer = discriminatedUnion("state", [
  strictObject({ state: literal("document"), document: json }),
  ...[absentAnswer, refusedAnswer, unavailable]
]);
var another = union([templateLiteral(["https://", string()]), templateLiteral(["http://", string()])]);
var recordedPackument = strictObject({
  registry,
  name: text,
  answer: discriminatedUnion("state", [
    strictObject({ state: literal("packument"), packument }),
    ...[absentAnswer, refusedAnswer, unavailable]
  ])
});
var recordedAttestations = strictObject({
  ...{ registry, name: text, version: text, at: exactOptional(another) },
  attestations: documentAnswer
});
var recordedAdvisories = strictObject({
  ...{ registry, name: text, source: exactOptional(union([literal("osv"), another])), versions: texts },
  advisories: discriminatedUnion("state", [
    strictObject({
      state: literal("listed"),
      advisories: array(
        strictObject({
          id: text,
          severity: _enum(["low", "moderate", "high", "critical"]),
          malware: boolean(),
          range: text,
          aliases: exactOptional(texts),
          unread: exactOptional(literal(true))
        })
      )
    }),
    ...[absentAnswer, refusedAnswer, unavailable]
  ])
});
var recordedDownloads = strictObject({
  ...{ registry, name: text, at: exactOptional(another) },
  downloads: discriminatedUnion("state", [
    strictObject({ state: literal("counted"), monthly: count }),
    ...[absentAnswer, refusedAnswer, unavailable]
  ])
});
var ownManifest = discriminatedUnion("state", [
  strictObject({
    state: literal("read"),
    name: exactOptional(text),
    version: exactOptional(text),
    ...{ hooks, bin: textByKey, bundled: texts, dependencies: textByKey, optionalDependencies: textByKey }
  }),
  strictObject({ state: _enum(["missing", "malformed", "several"]) })
]);
var recordedTarball = strictObject({
  ...{ registry, name: text, version: text },
  tarball: discriminatedUnion("state", [
    strictObject({
      state: literal("listed"),
      ...{
        bindingGyp: boolean(),
        manifest: exactOptional(ownManifest),
        integrity: text,
        sha1: exactOptional(text)
      }
    }),
    ...[absentAnswer, refusedAnswer, unavailable]
  ])
});
var digests = strictObject({ sha1: text, sha224: text, sha256: text, sha384: text, sha512: text });
var recordedProgram = strictObject({
  ...{ registry, name: text, version: text },
  program: discriminatedUnion("state", [
    strictObject({
      state: literal("read"),
      integrity: text,
      tarball: digests,
      program: exactOptional(strictObject({ ...digests.shape, normalised: text }))
    }),
    ...[absentAnswer, refusedAnswer, unavailable]
  ])
});
var recordedContents = strictObject({
  ...{ registry, name: text, version: text },
  contents: discriminatedUnion("state", [
    strictObject({ state: literal("unpacked"), digest: text, embedded: texts, integrity: text }),
    ...[absentAnswer, refusedAnswer, unavailable]
  ])
});
var recordedKeys = strictObject({ registry, keys: documentAnswer });
var recordedAnswer = union([
  ...[
    recordedPackument,
    recordedAttestations,
    recordedKeys,
    recordedAdvisories,
    recordedDownloads,
    recordedTarball,
    recordedProgram,
    recordedContents
  ]
]);
var schema = strictObject({
  schema: literal("lockgate-evidence/1"),
  evaluatedAt: instant,
  policy: strictObject({
    source: text,
    text: text.nullable(),
    preset: _enum(["audit", "attacks", "recommended", "strict"]).nullable(),
    from: exactOptional(
      strictObject({ repository: text, ref: text, commit: objectId, unused: exactOptional(text) })
    ),
    extended: exactOptional(
      union([
        strictObject({ repository: text, path: text, commit: text, text }),
        strictObject({ path: text, source: text, text })
      ])
    )
  }),
  comparison,
  registries: strictObject({
    publicRegistry: registry,
    defaultRegistry: registry,
    scopes: array(strictObject({ scope: text, url: registry })),
    replaceRegistryHost: text
  }).nullable(),
  trust: exactOptional(
    strictObject({
      trustedRoot: exactOptional(strictObject({ path: text, text })),
      registryKeys: exactOptional(json),
      refreshed: exactOptional(
        strictObject({ trustedRoot: text, registryKeys: json, date: exactOptional(instant) })
      )
    })
  ),
  answers: array(recordedAnswer)
});
var evidenceFileSchema = schema;
export {
  evidenceFileSchema
};
