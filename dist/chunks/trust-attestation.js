import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  CheckFailure,
  decodeBundle,
  demandEqual,
  demandPublish,
  demandSubject,
  kindOf,
  parseStatement,
  readExtensions,
  signedAt,
  verifyBundle
} from "./chunk-trust-bundle.js";
import {
  sha512Hex
} from "./chunk-trust-integrity.js";
import {
  publicGitHub
} from "./chunk-trust-trust-material.js";
import {
  asList,
  asObject,
  asText,
  at
} from "./chunk-trust-json.js";
import "./chunk-trust-seeds.js";
import "./chunk-sigstore-protobuf-specs.js";
import {
  isBounded
} from "./chunk-registry-bounds.js";
import "./chunk-model-sri.js";
import {
  purlOf
} from "./chunk-model-identity.js";
import "./chunk-errors.js";
import "./chunk-runtime.js";

// src/trust/claims.ts
var workflowBuildTypes = /* @__PURE__ */ new Set([
  "https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1",
  "https://actions.github.io/buildtypes/workflow/v1"
]);
function splitGitUri(uri) {
  const text = asText(uri);
  if (text === void 0 || !text.startsWith("git+")) return {};
  const [repository = "", ...rest] = text.slice("git+".length).split("@");
  return rest.length === 0 ? { repository } : { repository, ref: rest.join("@") };
}
function joined(...parts) {
  return parts.includes(void 0) ? void 0 : parts.join("");
}
function readWorkflow(predicate) {
  const workflow = at(predicate, "buildDefinition", "externalParameters", "workflow");
  const github = at(predicate, "buildDefinition", "internalParameters", "github");
  const [source] = asList(at(predicate, "buildDefinition", "resolvedDependencies")) ?? [];
  const sourceRepository = asText(at(workflow, "repository"));
  return {
    sourceRepository,
    sourceRepositoryId: asText(at(github, "repository_id")),
    ownerId: asText(at(github, "repository_owner_id")),
    ref: splitGitUri(at(source, "uri")).ref,
    commit: asText(at(source, "digest", "gitCommit")),
    workflowUri: joined(sourceRepository, "/", asText(at(workflow, "path")), "@", asText(at(workflow, "ref"))),
    trigger: asText(at(github, "event_name")),
    runUri: asText(at(predicate, "runDetails", "metadata", "invocationId"))
  };
}
function readInvocation(predicate) {
  const invocation = at(predicate, "invocation");
  const environment = at(invocation, "environment");
  const variable = (name) => asText(at(environment, name)) ?? asText(at(environment, name.toLowerCase()));
  const sourceRepository = splitGitUri(at(invocation, "configSource", "uri")).repository;
  const path = variable("GITHUB_REPOSITORY");
  const server = path !== void 0 && sourceRepository?.endsWith(`/${path}`) === true ? sourceRepository.slice(0, -path.length) : void 0;
  return {
    sourceRepository,
    sourceRepositoryId: variable("GITHUB_REPOSITORY_ID") ?? asText(at(invocation, "parameters", "CI_PROJECT_ID")),
    ownerId: variable("GITHUB_REPOSITORY_OWNER_ID") ?? asText(at(invocation, "parameters", "CI_PROJECT_NAMESPACE_ID")),
    ref: variable("GITHUB_REF"),
    commit: asText(at(invocation, "configSource", "digest", "sha1")),
    workflowUri: joined(server, variable("GITHUB_WORKFLOW_REF")),
    trigger: variable("GITHUB_EVENT_NAME") ?? asText(at(invocation, "parameters", "CI_PIPELINE_SOURCE"))
  };
}
function readClaims({ predicateType, predicate }) {
  if (predicateType === "https://slsa.dev/provenance/v0.2") {
    return { ...readInvocation(predicate), builder: asText(at(predicate, "builder", "id")) };
  }
  const builder = asText(at(predicate, "runDetails", "builder", "id"));
  const isWorkflow = workflowBuildTypes.has(at(predicate, "buildDefinition", "buildType"));
  return isWorkflow ? { ...readWorkflow(predicate), builder } : { builder };
}

// src/trust/identity.ts
var githubServer = "https://github.com/";
function readRunner(environment) {
  if (environment === void 0) return void 0;
  return environment === "github-hosted" || environment === "gitlab-hosted" ? "hosted" : "self-hosted";
}
function workflowPath(uri, repository) {
  if (uri?.startsWith(`${repository}/`) !== true) return void 0;
  const rest = uri.slice(repository.length).replace(/^\/{1,2}/, "");
  const separator = rest.includes("@refs/") ? rest.indexOf("@refs/") : rest.indexOf("@");
  return separator > 0 ? rest.slice(0, separator) : void 0;
}
function readCertified({ text, subject }, { platform, issuer }) {
  const name = platform === "github" && issuer === publicGitHub ? text(5) : void 0;
  const sourceRepository = text(12) ?? (name === void 0 ? void 0 : `${githubServer}${name}`);
  if (sourceRepository === void 0) throw new CheckFailure("identity", { found: subject });
  return {
    sourceRepository,
    sourceRepositoryId: text(15),
    ownerId: text(17),
    ref: text(14) ?? text(6),
    commit: text(13) ?? text(3),
    workflowUri: text(18),
    trigger: text(20) ?? text(2),
    runUri: text(21)
  };
}
var runnerOf = (builder) => /^https:\/\/github\.com\/actions\/runner\/([^/]+)$/.exec(builder ?? "")?.[1];
function demandRunner(builder, runner) {
  const said = runnerOf(builder);
  if (said !== void 0 && runner !== void 0) demandEqual("contradiction", runner, said);
}
var compared = [
  "sourceRepository",
  "sourceRepositoryId",
  "ownerId",
  "ref",
  "commit",
  "workflowUri",
  "trigger",
  "runUri"
];
function demandAgreement(certified, claims) {
  for (const field of compared) {
    const certain = certified[field];
    const claim = claims[field];
    if (certain !== void 0 && claim !== void 0) demandEqual("contradiction", certain, claim);
  }
}
function readIssuer({ text }, issuers) {
  const issuer = text(8) ?? text(1);
  const known = issuers.find((candidate) => candidate.issuer === issuer);
  if (known === void 0) throw new CheckFailure("issuer", issuer === void 0 ? {} : { found: issuer });
  if (text(1) !== void 0) demandEqual("identity", known.issuer, text(1));
  return known;
}
function readIdentity(signer, claims, issuers) {
  const extensions = readExtensions(signer);
  const known = readIssuer(extensions, issuers);
  const { platform, issuer } = known;
  const { subject, text } = extensions;
  const buildSigner = text(9) ?? subject;
  if (platform !== "other") demandEqual("identity", subject, buildSigner);
  const certified = readCertified(extensions, known);
  demandAgreement(certified, claims);
  demandRunner(claims.builder, text(11));
  const claimed = claims.builder === void 0 || claims.builder === buildSigner ? [] : ["builder"];
  const settled = (field, certain, claim) => {
    if (certain === void 0 && claim !== void 0) claimed.push(field);
    return certain ?? claim;
  };
  const { sourceRepository } = certified;
  const certifiedWorkflow = workflowPath(
    certified.workflowUri ?? (text(12) === void 0 ? subject : void 0),
    sourceRepository
  );
  return {
    platform,
    issuer,
    subjectAlternativeName: subject,
    sourceRepository,
    sourceRepositoryId: settled("sourceRepositoryId", certified.sourceRepositoryId, claims.sourceRepositoryId),
    owner: text(16) ?? sourceRepository.slice(0, sourceRepository.lastIndexOf("/")),
    ownerId: settled("ownerId", certified.ownerId, claims.ownerId),
    workflow: settled("workflow", certifiedWorkflow, workflowPath(claims.workflowUri, sourceRepository)),
    ref: settled("ref", certified.ref, claims.ref),
    commit: settled("commit", certified.commit, claims.commit),
    buildSigner,
    builder: claims.builder,
    runner: readRunner(text(11)),
    trigger: settled("trigger", certified.trigger, claims.trigger),
    runUri: settled("runUri", certified.runUri, claims.runUri),
    claimed
  };
}

// src/trust/attestation.ts
var maxAttestations = 16;
function readEntries(document) {
  if (!isBounded(document)) throw new CheckFailure("bounds");
  const entries = asList(asObject(document)?.attestations);
  if (entries === void 0) throw new CheckFailure("document");
  if (entries.length > maxAttestations) throw new CheckFailure("bounds");
  return entries;
}
function demandSigner(kind, keyid) {
  const keyed = keyid !== void 0;
  if (kind === "publish" && !keyed || kind === "provenance" && keyed) throw new CheckFailure("signer");
}
function verifyEntry(entry, release) {
  const { name, version, trust, registryKeys } = release;
  if (asObject(entry) === void 0) throw new CheckFailure("document");
  const decoded = decodeBundle(at(entry, "bundle"));
  const { keyid } = decoded;
  if (keyid !== void 0 && !registryKeys.has(keyid)) throw new CheckFailure("unknown-key", { found: keyid });
  const signer = verifyBundle(decoded, trust.verifierFor(registryKeys));
  const statement = parseStatement(decoded.payload);
  const { predicateType } = statement;
  const label = at(entry, "predicateType");
  demandEqual("predicate-type", predicateType, typeof label === "string" ? label : void 0);
  const kind = kindOf(predicateType);
  demandSigner(kind, keyid);
  const sha512 = sha512Hex(release.integrity);
  if (sha512 === void 0) throw new CheckFailure("integrity");
  demandSubject(statement, purlOf(name, version), sha512);
  const verified = { state: "verified", predicateType, signedAt: signedAt(decoded) };
  if (kind === "provenance") {
    return { ...verified, kind, identity: readIdentity(signer, readClaims(statement), trust.issuers) };
  }
  if (kind === "publish" && keyid !== void 0) {
    return { ...verified, kind, keyid, registry: demandPublish(statement, name, version) };
  }
  return { ...verified, kind: "other", keyid };
}
function judgeEntry(entry, release) {
  try {
    return verifyEntry(entry, release);
  } catch (error) {
    const failed = error instanceof CheckFailure ? error.failed : { check: "bundle" };
    return { state: "invalid", kind: kindOf(at(entry, "predicateType")), ...failed };
  }
}
function judgeConflict(attestations) {
  const sources = attestations.flatMap(
    (one) => one.state === "verified" && one.kind === "provenance" ? [one.identity] : []
  );
  const [first, ...others] = sources;
  const other = others.find(
    (identity) => identity.sourceRepository !== first?.sourceRepository || identity.commit !== first.commit
  );
  return other === void 0 || first === void 0 ? void 0 : { check: "identity-conflict", expected: first.sourceRepository, found: other.sourceRepository };
}
function summarise(attestations) {
  const broken = attestations.find((one) => one.state === "invalid");
  if (broken !== void 0) return broken;
  const conflict = judgeConflict(attestations);
  if (conflict !== void 0) return { state: "invalid", kind: "provenance", ...conflict };
  const provenance = attestations.find((one) => one.state === "verified" && one.kind === "provenance");
  return provenance === void 0 ? { state: "absent" } : { state: "verified", identity: provenance.identity };
}
function judgePublish(attestations) {
  const published = attestations.filter((one) => one.kind === "publish");
  if (published.length === 0) return "absent";
  return published.every((one) => one.state === "verified") ? "verified" : "invalid";
}
function verifyAttestations(release) {
  let entries;
  try {
    entries = readEntries(release.document);
  } catch (error) {
    const failed = error instanceof CheckFailure ? error.failed : { check: "document" };
    return { attestations: [], provenance: { state: "invalid", kind: void 0, ...failed }, publish: "invalid" };
  }
  const attestations = entries.map((entry) => judgeEntry(entry, release));
  return { attestations, provenance: summarise(attestations), publish: judgePublish(attestations) };
}
export {
  verifyAttestations
};
