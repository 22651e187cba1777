import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  branchTip
} from "./chunk-repository-git-history.js";
import {
  readFlags
} from "./chunk-cli-flags.js";
import {
  requestOf
} from "./chunk-cli-request.js";
import "./chunk-cli-trust-flags.js";
import "./chunk-cli-extended-policy.js";
import {
  repositoryIdOf
} from "./chunk-cli-repository-id.js";
import "./chunk-cli-github-connection.js";
import {
  textStyle,
  writeText
} from "./chunk-cli-output.js";
import "./chunk-cli-judged-repository.js";
import "./chunk-repository-git-range.js";
import "./chunk-repository-git-work-tree.js";
import {
  commitSnapshot,
  openRepository
} from "./chunk-repository-git.js";
import "./chunk-repository-directory.js";
import "./chunk-repository-git-process.js";
import "./chunk-cli-program.js";
import {
  inForce,
  isStillListed
} from "./chunk-decisions-ledger-match.js";
import {
  readWholeLedger
} from "./chunk-run-ledger.js";
import {
  bytesIn
} from "./chunk-decisions-blocked-file.js";
import {
  digestOf
} from "./chunk-decisions-ledger-record.js";
import {
  pinnedSha512s
} from "./chunk-decisions-preimage.js";
import {
  ledgerPlace
} from "./chunk-run-ledger-place.js";
import "./chunk-run-recorded-trust.js";
import "./chunk-registry-registry-map.js";
import "./chunk-decisions-codes.js";
import "./chunk-decisions-who.js";
import {
  approvalsOf
} from "./chunk-policy-approvals.js";
import "./chunk-text-security-key.js";
import "./chunk-policy-profiles.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import "./chunk-judge-finding.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-policy-nearest.js";
import "./chunk-platform-github-policy-of.js";
import {
  openSubject
} from "./chunk-run-open.js";
import "./chunk-repository-update-bots.js";
import "./chunk-managers-node-options.js";
import "./chunk-compare-open-with-manifests.js";
import "./chunk-run-trust-settings.js";
import "./chunk-run-base-files.js";
import {
  LEDGER,
  readName
} from "./chunk-text-record-name.js";
import "./chunk-compare-open-lockfile.js";
import "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-repository-contents.js";
import "./chunk-managers-bin.js";
import {
  jsonText
} from "./chunk-report-formats-json.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import {
  ofPurl,
  purlOf
} from "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import "./chunk-policy-policy-file.js";
import "./chunk-text-paths.js";
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import {
  compareText
} from "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-net-loopback.js";
import "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/decisions/ledger/standing.ts
var EXPIRING = 30 * 864e5;
function standingOf(given) {
  const { ledger, approvals, repositoryId } = given;
  const found = inForce(given);
  const whys = new Map(found.notCounted.map(({ record, why }) => [record, why]));
  const people = peopleByDecision(found.approvals, approvals);
  const read = ledger.entries.map((entry) => {
    const isElsewhere = repositoryId !== void 0 && entry.record.about.repositoryId !== repositoryId;
    const why = isElsewhere ? void 0 : whys.get(entry.path) ?? whyTooFew(entry, people, approvals);
    const state = isElsewhere ? "elsewhere" : why === void 0 ? stateOf(entry, given) : stateBy[why];
    return { ...describe(entry, approvals), state: state ?? "not-counted", why: why ?? null };
  });
  const unread = ledger.unusable.map((one) => unreadable(one, whys.get(one.path)));
  return [...read, ...unread].sort((a, b) => compareText(a.record, b.record));
}
var stateBy = { expired: "expired", revoked: "revoked" };
function stateOf(entry, { now, isUsed, approvals }) {
  const { record } = entry;
  if (record.decision === "deny" || record.decision === "revoke") return "in-force";
  if (isUsed(record) === false) return "unused";
  const left = Date.parse(endOf(record, approvals)) - Date.parse(now);
  return left <= EXPIRING ? "expiring" : "in-force";
}
function peopleByDecision(entries, approvals) {
  const people = /* @__PURE__ */ new Map();
  for (const { record } of entries) {
    const key = keyOf(record);
    const own = people.get(key) ?? /* @__PURE__ */ new Set();
    people.set(key, own);
    for (const person of record.by) if (isStillListed(person, approvals)) own.add(person.id);
  }
  return people;
}
function whyTooFew({ record }, people, approvals) {
  if (record.decision === "deny" || record.decision === "revoke") return void 0;
  if (!record.by.some((person) => isStillListed(person, approvals))) return "not-listed";
  return (people.get(keyOf(record))?.size ?? 0) < approvals.required ? "too-few" : void 0;
}
var keyOf = (record) => record.decision === "approve" || record.decision === "approve-file" ? digestOf(record.about) ?? "" : "";
function endOf({ issuedAt, expiresAt }, { maximumAge }) {
  const oldest = Date.parse(issuedAt) + maximumAge;
  const end = Math.min(oldest, expiresAt === null ? Infinity : Date.parse(expiresAt));
  return Number.isFinite(end) && Math.abs(end) <= 864e13 ? new Date(end).toISOString() : issuedAt;
}
function describe({ path: record, record: said }, approvals) {
  const { decision, by, pull, policy, issuedAt } = said;
  const isApproval = decision === "approve" || decision === "approve-file";
  return {
    ...{ record, decision, ...subjectOf(said), by, pull, policy, issuedAt },
    endsAt: isApproval ? endOf(said, approvals) : null
  };
}
function subjectOf(record) {
  switch (record.decision) {
    case "approve":
    case "deny":
      return { ...ofPurl(record.about.purl), path: null, sha512: record.about.sha512 };
    case "approve-file":
      return { name: null, version: null, path: record.about.path, sha512: null };
    case "revoke":
      return { name: null, version: null, path: LEDGER + record.about.file, sha512: null };
  }
}
function unreadable({ path: record }, why) {
  return {
    ...{ record, state: why === "revoked" ? "revoked" : "unreadable", why: why ?? "misnamed" },
    ...{ decision: readName(record)?.decision ?? null, name: null, version: null, path: null, sha512: null },
    ...{ by: [], pull: null, policy: null, issuedAt: null, endsAt: null }
  };
}

// src/run/standing-records.ts
async function standingRecords(asked) {
  const { trusted, branch, commit, opened, repositoryId } = asked;
  const { now } = opened;
  const place = await ledgerPlace(trusted);
  if (typeof place !== "string") {
    const message = "stands where the records of decisions lie, and is no folder: put the folder back";
    throw new GateFailure("configuration-invalid", message, { path: place.path });
  }
  const head = { schema: "lockgate-decisions/1", branch, commit, evaluatedAt: now };
  const none = { ...head, repositoryId: repositoryId ?? null, records: [], notes: [] };
  if (place === "nothing") return none;
  const ledger = await readWholeLedger(trusted);
  const { approvals = approvalsOf({}) } = await opened.policy.compose();
  const ids = new Set(ledger.entries.map(({ record }) => record.about.repositoryId));
  const assumed = repositoryId ?? (ids.size === 1 ? [...ids][0] : void 0);
  const { isUsed, isUnread } = await usedIn(asked, ledger.entries);
  const records = standingOf({ ledger, approvals, repositoryId: assumed, now, isUsed });
  const unknown = "The repository\u2019s id is not known here (`--repository-id`)";
  const notes = [
    ...repositoryId !== void 0 || ids.size === 0 ? [] : ids.size === 1 ? [`${unknown}: listed as if the records, which name ${[...ids].join("")}, were its own.`] : [`${unknown}, and the records name several: which of them count is not known.`],
    ...isUnread ? ["A lockfile could not be read: that nothing locks a package any more is not said."] : [],
    ...records.some(({ state, decision }) => state === "unreadable" && decision === "deny") ? ["A file that denies by its name and cannot be read still denies."] : []
  ];
  return { ...none, records, notes };
}
async function usedIn({ trusted, opened }, entries) {
  const files = entries.flatMap(({ record }) => record.decision === "approve-file" ? [record.about.path] : []);
  const bytesOf = await bytesIn(trusted, files);
  const { changes = [], errors = [] } = await opened.locked?.(trusted) ?? {};
  const locked = lockedBytes(changes);
  const isUnread = errors.length > 0 || opened.locked === void 0;
  const isUsed = (record) => {
    switch (record.decision) {
      case "approve": {
        const all2 = locked.get(record.about.purl);
        if (all2?.has(record.about.sha512) === true || all2?.has("") === true) return true;
        return isUnread ? void 0 : false;
      }
      case "approve-file": {
        const { path, mode, sha256 } = record.about;
        if (mode === "040000") return void 0;
        const now = bytesOf(path);
        return now === void 0 ? void 0 : (now?.mode ?? null) === mode && (now?.sha256 ?? null) === sha256;
      }
      default:
        return void 0;
    }
  };
  return { isUsed, isUnread };
}
function lockedBytes(changes) {
  const locked = /* @__PURE__ */ new Map();
  for (const change of changes) {
    const purl = purlOf(change.name, change.version);
    const own = locked.get(purl) ?? /* @__PURE__ */ new Set();
    locked.set(purl, own);
    for (const sha512 of pinnedSha512s(change)) own.add(sha512);
  }
  return locked;
}

// src/cli/decisions-list.ts
async function run(args) {
  const flags = readFlags(args, "decisions list");
  demandOneList(flags);
  const repository = await openRepository(flags.repo ?? ".");
  try {
    const { branch, tip } = await branchTip(repository, flags.branch);
    const trusted = commitSnapshot(repository, tip);
    const request = await requestOf(flags, { mode: "check", base: trusted, head: trusted, trusted });
    const opened = await openSubject(request);
    const place = { repository, branch, tip, opened, repositoryId: await repositoryIdOf(flags) };
    const text = flags.switches?.has("all") ? await all(place, flags) : flags.switches?.has("health") ? await health(place, flags) : await standing(place, flags);
    if (flags.output === void 0) process.stdout.write(text);
    else await writeText(flags.output, text);
    return 0;
  } finally {
    await repository.close();
  }
}
function demandOneList({ positionals: [first], switches, since, admissions }) {
  const refuse = (message) => new GateFailure("usage", message);
  if (first !== void 0) throw refuse(`decisions list takes no arguments: ${JSON.stringify(first)}`);
  if (switches !== void 0 && switches.size > 1) throw refuse("--all and --health are two lists: ask for one");
  if (since !== void 0 && switches === void 0) throw refuse("--since only takes effect with --all or --health");
  if (admissions !== void 0 && switches?.has("all") !== true) {
    throw refuse("--admissions only takes effect with --all");
  }
}
async function standing({ repository, branch, tip, opened, repositoryId }, flags) {
  const trusted = commitSnapshot(repository, tip);
  const listed = await standingRecords({ trusted, branch, commit: tip, opened, repositoryId });
  if (flags.isCsv === true) return (await import("./report-formats-decisions-csv.js")).decisionsCsv(listed);
  if (flags.format === "json") return jsonText(listed);
  const { decisionsText } = await import("./report-formats-decisions-text.js");
  return decisionsText(listed, textStyle(flags.output).width);
}
async function all(place, flags) {
  const { repository, branch, tip, opened, repositoryId } = place;
  const { since } = flags;
  const { entries } = await readWholeLedger(commitSnapshot(repository, tip));
  const { enteredVersions } = await import("./run-entered-versions.js");
  const admissions = await admissionsOf(place, flags);
  const found = await enteredVersions({ repository, tip, opened, entries, repositoryId, since, admissions });
  const listed = {
    ...{ schema: "lockgate-entered/1", branch, commit: tip, since: since ?? null },
    ...found
  };
  if (flags.format === "json") return jsonText(listed);
  const { enteredCsv, enteredText } = await import("./report-formats-entered.js");
  return flags.isCsv === true ? enteredCsv(listed) : enteredText(listed, textStyle(flags.output).width);
}
async function admissionsOf({ opened, repositoryId }, flags) {
  if (flags.admissions === void 0) return void 0;
  const [{ admissionsIn, identityFrom }, { loadTrust }] = await Promise.all([
    import("./cli-admission-files.js"),
    import("./trust-load-trust.js")
  ]);
  const identity = identityFrom(flags, repositoryId);
  const read = await admissionsIn(flags.admissions, identity, await loadTrust(opened.trust));
  return read.flatMap((one) => one.state === "verified" ? [one] : []);
}
async function health({ repository, branch, tip, repositoryId }, flags) {
  const { since } = flags;
  const { entries } = await readWholeLedger(commitSnapshot(repository, tip));
  const [{ healthOf }, { pullTimes }] = await Promise.all([
    import("./decisions-ledger-health.js"),
    import("./cli-pull-times.js")
  ]);
  const pulls = [...new Set(entries.flatMap(({ record: { pull } }) => pull ?? []))].sort((a, b) => b - a);
  const openedAt = await pullTimes(pulls, flags);
  const unknown = pulls.filter((pull) => !openedAt.has(pull)).length;
  const notes = unknown === 0 ? [] : [
    `When ${unknown} of ${pulls.length} pull requests were opened is not known here: set GITHUB_TOKEN to count their time to yes.`
  ];
  const listed = {
    ...{ schema: "lockgate-decision-health/1", branch, commit: tip, since: since ?? null },
    ...healthOf({ entries, repositoryId, since, openedAt }),
    notes
  };
  if (flags.format === "json") return jsonText(listed);
  const { healthCsv, healthText } = await import("./report-formats-health.js");
  return flags.isCsv === true ? healthCsv(listed) : healthText(listed, textStyle(flags.output).width);
}
export {
  run
};
