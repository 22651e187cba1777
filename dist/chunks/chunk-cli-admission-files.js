import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readBytes
} from "./chunk-cli-output.js";
import {
  commitUri,
  ingestionPredicate,
  statementType,
  summaryPredicate
} from "./chunk-model-admission.js";
import {
  CheckFailure,
  decodeBundle,
  parseStatement,
  readExtensions,
  signedAt,
  verifyBundle
} from "./chunk-trust-bundle.js";
import {
  publicGitHub
} from "./chunk-trust-trust-material.js";
import {
  asList,
  asObject,
  asText,
  at
} from "./chunk-trust-json.js";
import {
  GateFailure
} from "./chunk-errors.js";

// src/trust/verify-admission.ts
var triggers = ["push", "schedule"];
var noKeys = /* @__PURE__ */ new Map();
var mostBytes = 16 * 1024 * 1024;
var Refusal = class extends Error {
  refused;
  constructor(check, expected, found) {
    super(check);
    this.refused = {
      check,
      ...expected === void 0 ? {} : { expected: expected.slice(0, 512) },
      ...found === void 0 ? {} : { found: found.slice(0, 512) }
    };
  }
};
function verifyAdmissions(bytes, identity, trust) {
  if (bytes.length > mostBytes) return [{ state: "invalid", check: "bounds" }];
  const lines = Buffer.from(bytes).toString("latin1").split("\n");
  const documents = lines.filter((line) => line.trim() !== "").map((line) => Buffer.from(line, "latin1"));
  if (documents.length === 0) return [{ state: "invalid", check: "document" }];
  return documents.map((document) => verifyAdmission(document, identity, trust));
}
function verifyAdmission(bytes, identity, trust) {
  try {
    return verified(parse(bytes), identity, trust);
  } catch (error) {
    if (error instanceof Refusal) return { state: "invalid", ...error.refused };
    return { state: "invalid", ...error instanceof CheckFailure ? error.failed : { check: "bundle" } };
  }
}
function parse(bytes) {
  if (bytes.length > mostBytes) throw new Refusal("bounds");
  let value;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal("document");
  }
  if (at(value, "_type") !== void 0) throw new Refusal("unsigned");
  return value;
}
function verified(value, identity, trust) {
  const decoded = decodeBundle(value);
  if (decoded.keyid !== void 0) throw new Refusal("signer");
  const signer = verifyBundle(decoded, trust.verifierFor(noKeys));
  const { commit, runUri } = demandIdentity(signer, identity);
  const { predicateType, subjects, predicate } = parseStatement(decoded.payload);
  const isSummary = predicateType === summaryPredicate;
  if (!isSummary && predicateType !== ingestionPredicate) throw new Refusal("predicate", void 0, predicateType);
  if (at(JSON.parse(Buffer.from(decoded.payload).toString("utf8")), "_type") !== statementType) {
    throw new Refusal("statement");
  }
  const workflow = workflowUri(identity);
  const source = commitUri(identity.repository, commit);
  if (isSummary) demandSummary(predicate, workflow, source);
  else demandIngestion(predicate, workflow, source);
  return {
    ...{ state: "verified", kind: isSummary ? "summary" : "ingestion", predicate, commit, signedAt: signedAt(decoded) },
    subjects: subjectsOf(subjects, isSummary),
    ...runUri === void 0 ? {} : { runUri }
  };
}
var workflowUri = ({ repository, workflow, ref }) => `${repository}/${workflow}@${ref}`;
function demandEqual(check, expected, found) {
  if (found !== expected) throw new Refusal(check, expected, asText(found));
}
function demandIdentity(signer, identity) {
  const { subject, text } = readExtensions(signer);
  const workflow = workflowUri(identity);
  demandEqual("issuer", identity.issuer ?? publicGitHub, text(8));
  demandEqual("repository-id", identity.repositoryId, text(15));
  demandEqual("owner-id", identity.ownerId, text(17));
  demandEqual("repository", identity.repository, text(12));
  demandEqual("ref", identity.ref, text(14));
  demandEqual("workflow", workflow, subject);
  demandEqual("workflow", workflow, text(9));
  demandEqual("workflow", workflow, text(18));
  if (!triggers.includes(text(20))) throw new Refusal("trigger", triggers.join(" or "), text(20));
  demandEqual("runner", "github-hosted", text(11));
  const commit = text(13);
  if (commit === void 0) throw new Refusal("commit");
  return { commit, runUri: text(21) };
}
function demandSummary(predicate, workflow, source) {
  demandEqual("verifier", workflow, at(predicate, "verifier", "id"));
  demandEqual("commit", source, predicate.resourceUri);
  demandEqual("not-admitted", "PASSED", predicate.verificationResult);
}
function demandIngestion(predicate, workflow, source) {
  demandEqual("verifier", workflow, at(predicate, "ingestionPlatform", "id"));
  const path = asText(at(predicate, "ingestion", "path"));
  if (path?.startsWith(`${source}#`) !== true) throw new Refusal("commit", source, path);
  const evaluations = asList(predicate.policyEvaluations) ?? [];
  if (evaluations.length === 0) throw new Refusal("predicate");
  for (const one of evaluations) demandEqual("not-admitted", "allow", at(one, "result"));
  for (const field of ["integrity", "publisherSignature"]) {
    if (at(predicate, field, "result") === "failed") throw new Refusal("not-admitted", void 0, "failed");
  }
}
function subjectsOf(subjects, isSummary) {
  if (subjects.length === 0 || !isSummary && subjects.length !== 1) throw new Refusal("subject-count");
  return subjects.map((subject) => {
    const name = asText(at(subject, "name"));
    const sha512 = asText(at(subject, "digest", "sha512"));
    if (asObject(subject) === void 0 || name === void 0) throw new Refusal("subject-name");
    if (sha512 === void 0 || !/^[0-9a-f]{128}$/.test(sha512)) throw new Refusal("subject-digest");
    return { name, sha512 };
  });
}

// src/cli/admission-files.ts
var most = 16 * 1024 * 1024;
async function admissionsIn(path, identity, trust) {
  return verifyAdmissions(await readBytes(path, most), identity, trust);
}
function identityFrom({ signer = "", ownerId }, repositoryId) {
  const [, repository, host, name, workflow, ref] = /^(https:\/\/([\w.-]+)\/([\w.-]+\/[\w.-]+))\/(\.github\/workflows\/[^@]+\.ya?ml)@(refs\/heads\/.+)$/.exec(signer) ?? [];
  if (repository === void 0 || workflow === void 0 || ref === void 0) {
    throw new GateFailure(
      "usage",
      "admissions count by who signed them: name the workflow with --signer https://github.com/OWNER/REPO/.github/workflows/FILE.yml@refs/heads/BRANCH"
    );
  }
  const { GITHUB_REPOSITORY, GITHUB_REPOSITORY_OWNER_ID } = process.env;
  const isOwn = GITHUB_REPOSITORY !== void 0 && GITHUB_REPOSITORY.toLowerCase() === name?.toLowerCase();
  const owner = ownerId ?? (isOwn && GITHUB_REPOSITORY_OWNER_ID ? Number(GITHUB_REPOSITORY_OWNER_ID) : void 0);
  if (owner === void 0 || repositoryId === void 0) {
    const flag = owner === void 0 ? "--owner-id" : "--repository-id";
    throw new GateFailure("usage", `admissions count by numeric ids too, because names change hands: add ${flag}`);
  }
  const issuer = host === "github.com" ? publicGitHub : `https://${host ?? ""}/_services/token`;
  return { repository, repositoryId: String(repositoryId), ownerId: String(owner), workflow, ref, issuer };
}

export {
  verifyAdmissions,
  admissionsIn,
  identityFrom
};
