import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readFlags
} from "./chunk-cli-flags.js";
import {
  givenTrust
} from "./chunk-cli-trust-flags.js";
import {
  extendedReader,
  operatorPolicy
} from "./chunk-cli-extended-policy.js";
import {
  identityFrom,
  verifyAdmissions
} from "./chunk-cli-admission-files.js";
import {
  readBytes,
  shownPath,
  textStyle,
  writeText
} from "./chunk-cli-output.js";
import "./chunk-repository-directory.js";
import "./chunk-model-admission.js";
import {
  programName
} from "./chunk-cli-program.js";
import "./chunk-trust-bundle.js";
import {
  whoSigned
} from "./chunk-decisions-keys-who-signed.js";
import {
  verifiesCurve
} from "./chunk-decisions-keys-verify-sshsig.js";
import {
  MAX_RECORD_BYTES,
  digestOf,
  readRecord
} from "./chunk-decisions-ledger-record.js";
import {
  loadTrust
} from "./chunk-trust-load-trust.js";
import "./chunk-trust-trust-material.js";
import "./chunk-trust-json.js";
import "./chunk-trust-seeds.js";
import "./chunk-sigstore-protobuf-specs.js";
import {
  approvalsOf
} from "./chunk-policy-approvals.js";
import "./chunk-text-security-key.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-policy-nearest.js";
import "./chunk-platform-github-policy-of.js";
import {
  LEDGER,
  readName
} from "./chunk-text-record-name.js";
import {
  jsonText
} from "./chunk-report-formats-json.js";
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import {
  whyNoRecord
} from "./chunk-report-view-decisions.js";
import "./chunk-report-view-blocked.js";
import "./chunk-report-view-verdict-words.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import {
  plural
} from "./chunk-report-view-text-words.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-remote.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import {
  ofPurl
} from "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import {
  outlinePolicy
} from "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-listing.js";
import "./chunk-text-paths.js";
import {
  logText
} from "./chunk-report-escape.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-model-effect.js";
import {
  limits,
  quoted,
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/cli/decisions-verify.ts
import { basename } from "node:path";

// src/decisions/ledger/check-record.ts
function checkRecord(name, bytes, find) {
  if (readName(LEDGER + name) === void 0) return { kind: "record", why: "no-name", signatures: [] };
  const entry = readRecord(LEDGER + name, bytes);
  return typeof entry === "string" ? { kind: "record", why: entry, signatures: [] } : described(entry, find);
}
function described({ record, sha256, signatures, statement }, find) {
  const digest = record.decision === "approve" || record.decision === "approve-file" ? digestOf(record.about) : void 0;
  return {
    ...{ kind: "record", record, sha256, signatures: signatures.map(({ id }) => ({ id })) },
    ...digest === void 0 ? {} : { digest },
    ...find === void 0 ? {} : { signed: find(statement, signatures) }
  };
}

// src/report/formats/checked-text.ts
var named = 10;
var isWhatItSays = (one) => "state" in one ? one.state === "verified" : one.why === void 0 && (one.signed?.refused.length ?? 0) === 0;
function checkedText(files, width) {
  const lines = files.flatMap(
    ({ file, found }) => found.flatMap((one) => {
      const words = "state" in one ? admissionWords(one) : recordWords(one);
      const state = isWhatItSays(one) ? "ok" : "no";
      return [`${state}  ${visible(file)}`, ...words.flatMap((line) => wrap(line, "    ", width)), ""];
    })
  );
  return logText(lines.join("\n"));
}
function recordWords({ why, record, digest, signatures, signed }) {
  if (why !== void 0 || record === void 0) {
    return [
      `It is no record of a decision: ${why === "no-name" || why === void 0 ? "no record has such a name" : whyNoRecord(why)}.`
    ];
  }
  const { by, issuedAt, expiresAt, pull } = record;
  const ends = expiresAt === null ? "without an end" : `until ${expiresAt}`;
  const where = pull === null ? "on no pull request" : `on pull request ${pull}`;
  return [
    `It says: ${subjectWords(record)}, ${where}, ${issuedAt}, ${ends}.`,
    ...by.map((person) => `  ${personWords(person)}`),
    ...digest === void 0 ? [] : [`Digest of what was decided: ${digest}`],
    "Shown: it is in the one form that a record has, under the name that follows from it, and the digest is that of the facts that it holds.",
    ...signatureWords(signatures.length, signed),
    `Not shown by the file: that ${by.length === 1 ? "this person" : "these people"} may decide it${signed !== void 0 && signed.people.length >= by.length ? "" : ", or said so"}. The gate asked when it was let in. Whether it counts now: lockgate decisions list.`
  ];
}
function signatureWords(count, signed) {
  if (count === 0) return [];
  if (signed === void 0) {
    return [`${plural(count, "signature")}, not verified: name the policy with the keys that count (--policy FILE).`];
  }
  return [
    ...signed.people.map(({ id, fingerprint }) => `Signed by account ${id}, with the security key ${fingerprint}.`),
    ...signed.refused.map(({ id, why }) => `A signature that is said to be of account ${id} does not count. ${why}`)
  ];
}
function subjectWords(record) {
  switch (record.decision) {
    case "approve":
    case "deny": {
      const { name, version } = ofPurl(record.about.purl);
      const verb = record.decision === "deny" ? "denied" : "approved";
      return `${quoted(`${name}@${version}`)} ${verb} in repository ${record.about.repositoryId}`;
    }
    case "approve-file":
      return `${quoted(record.about.path)} approved in repository ${record.about.repositoryId}`;
    case "revoke":
      return `${quoted(record.about.file)} revoked in repository ${record.about.repositoryId}`;
  }
}
var sources = { comment: "by comment", "security-key": "by security key", claim: "as a claim" };
var personWords = ({ login, id, authenticated, comment, codes, reason }) => `${quoted(login, limits.name)} (${id}) ${sources[authenticated]}${comment === null ? "" : ` ${comment}`}${codes.length === 0 ? "" : `, of ${codes.join(", ")}`}${reason === "" ? "" : `: ${quoted(reason, 600)}`}`;
function admissionWords(one) {
  if (one.state === "invalid") {
    const { check, expected, found } = one;
    const instead = expected === void 0 ? "" : `, expected ${quoted(expected)}`;
    return [`It proves nothing: ${check}${instead}${found === void 0 ? "" : `, found ${quoted(found)}`}.`];
  }
  const { kind, subjects, commit, signedAt, runUri } = one;
  const all = subjects.slice(0, named).map(({ name }) => quoted(name));
  const more = subjects.length > named ? ` and ${subjects.length - named} more` : "";
  return [
    `${kind === "summary" ? "A summary" : "A statement about one package"}: the named workflow let in ${all.join(", ")}${more} with commit ${commit}, signed ${signedAt}${runUri === void 0 ? "" : ` (${visible(runUri)})`}.`,
    "Shown: the signature, who signed it, and that it says no more than its signer may. Not shown: that nothing has been found or denied since."
  ];
}

// src/cli/decisions-verify.ts
var most = 16 * 1024 * 1024;
async function run(args) {
  const flags = readFlags(args, "decisions verify");
  if (flags.positionals.length === 0) {
    throw new GateFailure("usage", `decisions verify needs files: ${programName()} decisions verify FILE...`);
  }
  const find = flags.policy === void 0 ? void 0 : await signersBy(flags.policy, flags);
  const files = [];
  for (const path of flags.positionals) files.push({ file: shownPath(path), found: await foundIn(path, flags, find) });
  const text = flags.format === "json" ? jsonText(contractOf(files)) : checkedText(files, textStyle(flags.output).width);
  if (flags.output === void 0) process.stdout.write(text);
  else await writeText(flags.output, text);
  return files.every(({ found }) => found.every(isWhatItSays)) ? 0 : 1;
}
async function foundIn(path, flags, find) {
  const bytes = await readBytes(path, most);
  const name = basename(path);
  const isRecord = readName(LEDGER + name) !== void 0 || bytes.length <= MAX_RECORD_BYTES && looksLikeRecord(bytes);
  if (isRecord) return [checkRecord(name, bytes, find)];
  return verifyAdmissions(bytes, identityFrom(flags, flags.repositoryId), await trustFor(flags));
}
async function signersBy(named2, flags) {
  const given = await operatorPolicy(named2, flags);
  const file = typeof given === "function" ? await given() : given;
  const outline = await outlinePolicy(file, { readExtended: extendedReader(flags) });
  const { approvals = approvalsOf({}) } = await outline.compose();
  return (statement, signatures) => whoSigned(statement, signatures, approvals, verifiesCurve);
}
async function trustFor(flags) {
  const { trustedRoot, refresh } = await givenTrust(flags);
  const refreshed = refresh && await (await import("./trust-refresh.js")).refreshTrust(refresh);
  return loadTrust({ trustedRoot, refreshed });
}
function looksLikeRecord(bytes) {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === "object" && value !== null && "statement" in value && "signatures" in value;
  } catch {
    return false;
  }
}
function contractOf(files) {
  return {
    schema: "lockgate-verified/1",
    files: files.map(({ file, found }) => ({
      file,
      documents: found.map((one) => {
        if (!("state" in one)) {
          const { kind, why = null, digest = null, sha256 = null, record = null, signatures, signed = null } = one;
          return {
            kind,
            isWhatItSays: isWhatItSays(one),
            why,
            digest,
            sha256,
            record,
            signatures: signatures.length,
            signed
          };
        }
        if (one.state === "invalid") return { kind: "admission", isWhatItSays: false, why: one.check };
        const { subjects, commit, signedAt } = one;
        return { kind: "admission", isWhatItSays: true, why: null, subjects, commit, signedAt };
      })
    }))
  };
}
export {
  run
};
