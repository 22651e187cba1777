import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  unrequested
} from "./chunk-decisions-proposers.js";
import {
  extendsOf
} from "./chunk-policy-load.js";
import {
  meaningOf
} from "./chunk-policy-effective.js";
import {
  approvalsOf
} from "./chunk-policy-approvals.js";
import {
  entryOf,
  isProposed,
  isWithin
} from "./chunk-rules.js";
import {
  canonicalJson
} from "./chunk-judge-fingerprint.js";
import {
  isSame,
  stateOf
} from "./chunk-repository-state.js";
import {
  isRead,
  watchedAs
} from "./chunk-managers-watched.js";
import {
  openPolicy
} from "./chunk-policy-open.js";
import {
  isLocal
} from "./chunk-policy-is-gated-path.js";
import {
  lookalikeOf,
  openPolicyFile
} from "./chunk-policy-policy-file.js";
import {
  folderOf,
  join,
  normalise
} from "./chunk-text-paths.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  limits
} from "./chunk-text-visible.js";

// src/run/policy-change.ts
import { createHash } from "node:crypto";

// src/policy/change.ts
var namesApprovers = ({ approvals }) => approvals !== void 0 && approvals.users.length + approvals.teams.length > 0;
function changeOfPolicy(inForce, after) {
  const isGuarded = namesApprovers(inForce);
  if (after === "unread") return isGuarded ? { kind: "changed", parts: ["extends"] } : { kind: "first", parts: [] };
  if (after === "unreadable") return isGuarded ? { kind: "changed", parts: [] } : { kind: "unguarded" };
  const parts = differing(partsOf(inForce), partsOf(after));
  if (isGuarded && parts.length === 0) return { kind: "same" };
  if (!isGuarded) {
    if (!namesApprovers(after)) return { kind: "unguarded" };
    return { kind: "first", parts: parts.filter((part) => part !== "approvals") };
  }
  const isAlone = parts.every((part) => part === "approvals");
  return { kind: isAlone && isNarrower(inForce.approvals, after.approvals) ? "narrowed" : "changed", parts };
}
function partsOf(policy) {
  const { rules, ...others } = meaningOf(policy);
  const { review, comment, notices } = policy;
  return new Map([
    ...Object.entries(others).map(([key, value]) => [key, canonicalJson(value)]),
    ...Object.entries(rules).map(([id, value]) => [`rules.${id}`, canonicalJson(value)]),
    ["approvals", policy.approvals === void 0 ? "" : canonicalJson(valuesOf(policy.approvals))],
    ["report", canonicalJson({ review, comment, notices })]
  ]);
}
function differing(before, after) {
  const all = [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].sort(compareText);
  return all.filter((part) => before.get(part) !== after.get(part));
}
var valuesOf = (approvals) => Object.fromEntries(
  Object.entries(approvals).map(([key, value]) => [key, Array.isArray(value) ? entriesOf(value) : value])
);
var entriesOf = (list) => list.map((entry) => canonicalJson(withoutLogin(entry))).sort(compareText);
function withoutLogin(entry) {
  if (typeof entry !== "object" || entry === null) return entry;
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== "login"));
}
function isNarrower(before, after) {
  if (before === void 0 || after === void 0 || after.users.length + after.teams.length === 0) return false;
  const isWithin2 = (one, other) => {
    const all = new Set(entriesOf(other));
    return entriesOf(one).every((entry) => all.has(entry));
  };
  const ranks = ["write", "maintain", "admin"];
  const { users, teams, never, required, maximumAge, keys, ownChanges, minimumPermission } = after;
  const kept = { users, teams, never, required, maximumAge, keys, ownChanges, minimumPermission };
  return isWithin2(users, before.users) && isWithin2(teams, before.teams) && isWithin2(before.never, never) && required >= before.required && maximumAge <= before.maximumAge && isWithin2(keys, before.keys) && (ownChanges === before.ownChanges || ownChanges === "never") && ranks.indexOf(minimumPermission) >= ranks.indexOf(before.minimumPermission) && canonicalJson(valuesOf({ ...before, ...kept })) === canonicalJson(valuesOf(after));
}

// src/run/policy-change.ts
var ledger = ".github/dependency-approvals";
async function withPolicyChange(compared, opened) {
  const { subject, home } = opened;
  if ("recording" in subject || subject.request.mode !== "check" || home === void 0) return compared;
  const { request } = subject;
  const inForce = await opened.policy.compose();
  const sides = { base: await stateOf(request.base), head: await stateOf(request.head) };
  const known = [home, ...ownFiles(home, inForce)];
  const moved = await changedOf([...known, ...lookalikes(home, sides)], sides);
  if (moved.length === 0) return compared;
  const { after, files: read } = await readHead(home, inForce, request);
  const files = [.../* @__PURE__ */ new Set([...known, ...read])];
  const beside = lookalikes(home, sides).filter((path) => moved.includes(path));
  const all = [.../* @__PURE__ */ new Set([...files, ...beside])];
  const changed = await changedOf(all, sides);
  const roots = [inForce, after].flatMap((policy) => typeof policy === "object" ? policy.trustedRoot ?? [] : []);
  const change = asChanged(changeOfPolicy(inForce, after), {
    // Its bytes are no value of the policy, and decide all the same.
    isRootChanged: roots.some((root) => changed.includes(root)),
    isShadowed: beside.some((path) => sides.head.listed.has(path))
  });
  if (change.kind === "unguarded") return compared;
  const how = howOf(home, changed, sides);
  const about = { path: home, line: 1, otherFiles: all.filter((path) => path !== home) };
  const by = changed.length === 1 && changed[0] === home ? {} : { by: changed.join(", ") };
  const approvals = typeof after === "object" ? after.approvals : void 0;
  const observation = {
    ...about,
    ...await said(change, { how, ...by }, approvals, () => besides(files, sides, request.trusted))
  };
  const isReplaced = ({ code, path }) => code === "policy-changed" && all.includes(path);
  return {
    ...compared,
    observations: [...compared.observations.filter((one) => !isReplaced(one)), observation]
  };
}
var ownFiles = (home, { extended, trustedRoot }) => [
  ...extended !== void 0 && "source" in extended ? [besideOf(home, extended.path)] : [],
  ...trustedRoot === void 0 ? [] : [trustedRoot]
];
var besideOf = (home, path) => normalise(join(folderOf(home), path));
var lookalikes = (home, { base, head }) => [...new Set([...base.listed.values(), ...head.listed.values()].filter((file) => lookalikeOf(file, home)))].map(
  ({ path }) => path
);
async function changedOf(paths, { base, head }) {
  const readers = { base: base.reader, head: head.reader };
  const differs = async (before, after) => {
    if (before === void 0 || after === void 0) return before !== after;
    if (before.id !== void 0 && before.id.length === after.id?.length) {
      return before.id !== after.id || before.mode !== after.mode || before.executable !== after.executable;
    }
    try {
      return !await isSame(readers, before, after);
    } catch (cause) {
      if (cause instanceof GateFailure && cause.code !== "repository-unavailable") return true;
      throw cause;
    }
  };
  const all = [...new Set(paths)].sort(compareText);
  const found = await Promise.all(all.map((path) => differs(base.listed.get(path), head.listed.get(path))));
  return all.filter((_, at) => found[at]);
}
async function readHead(home, { extended: kept }, { head, preset: given, presetYields }) {
  const files = [];
  try {
    const file = await openPolicyFile(head, home);
    const reference = file && extendsOf(file)?.reference;
    if (isLocal(reference)) files.push(besideOf(home, reference));
    const known = kept !== void 0 && "commit" in kept ? kept : void 0;
    if (typeof reference === "object" && !isSameReference(reference, known)) return { after: "unread", files };
    const preset = file !== void 0 && presetYields === true ? void 0 : given;
    const after = await openPolicy(file, {
      ...preset === void 0 ? {} : { preset },
      readExtended: () => Promise.resolve(known?.text ?? "")
    });
    return { after, files: [...files, ...ownFiles(home, after)] };
  } catch (cause) {
    if (!(cause instanceof GateFailure) || cause.code === "repository-unavailable") throw cause;
    return { after: "unreadable", files };
  }
}
var isSameReference = (one, other) => one.repository === other?.repository && one.path === other.path && one.commit === other.commit;
function asChanged(change, { isRootChanged, isShadowed }) {
  if (change.kind === "unguarded") return change;
  const parts = [..."parts" in change ? change.parts : [], ...isRootChanged ? ["trustedRoot"] : []];
  if (change.kind === "first") return { kind: "first", parts };
  return isRootChanged || isShadowed ? { kind: "changed", parts } : change;
}
function howOf(home, changed, { base, head }) {
  if (!changed.includes(home)) return "changed";
  return !base.listed.has(home) ? "added" : !head.listed.has(home) ? "removed" : "changed";
}
async function said(change, args, approvals, besidesOf) {
  if (change.kind === "same") return { code: "policy-noted", args };
  const parts = change.parts.length === 0 ? {} : { parts: change.parts.join(", ") };
  if (change.kind !== "first") {
    const who = change.parts.includes("approvals") ? peopleIn(approvals) : {};
    const narrows = change.kind === "narrowed" ? { narrows: "yes" } : {};
    return { code: "policy-changed", args: { ...args, ...parts, ...who, ...narrows, decided: "yes" } };
  }
  const people = approvals === void 0 ? { unread: "yes" } : peopleIn(approvals);
  const others = await besidesOf();
  const isAlone = change.parts.length === 0 && Object.keys(others).length === 0;
  return {
    code: isAlone ? "policy-changed" : "approvals-not-alone",
    args: { ...args, ...parts, ...people, ...others }
  };
}
function peopleIn(approvals) {
  if (approvals === void 0) return {};
  const { users, teams, keys, required } = approvals;
  const named = (isShort) => [
    ...users.map(({ login, id }) => isShort ? `${id}` : `${login} (${id})`),
    ...teams.map(({ slug, id }) => isShort ? `team ${id}` : `${slug} (team ${id})`)
  ].join(", ");
  const people = named(named(false).length > limits.message);
  return {
    ...people === "" ? {} : { approvers: people, required },
    ...keys.length === 0 ? {} : { keys: keys.map(({ id, key }) => `${id} ${keyFingerprint(key)}`).join(", ") }
  };
}
function keyFingerprint(key) {
  const blob = Buffer.from(key.split(" ")[1] ?? "", "base64");
  return `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`;
}
async function besides(files, sides, trusted) {
  const others = await othersThan(files, sides);
  const isOfLedger = ({ path }) => path === ledger || path.startsWith(`${ledger}/`);
  return {
    ...others[0] === void 0 ? {} : { others: others.length, other: others[0] },
    ...(await trusted.list()).some(isOfLedger) ? { ledger } : {}
  };
}
async function othersThan(files, sides) {
  const own = new Set(files);
  const all = [...sides.base.listed.values(), ...sides.head.listed.values()];
  const beside = all.filter(({ path, mode, id }) => !own.has(path) && (mode !== "folder" || id !== void 0));
  return changedOf(
    beside.map(({ path }) => path),
    sides
  );
}
async function withFirstAlone(comparison, { steps, open }) {
  const found = comparison.observations.find(({ code }) => code === "approvals-not-alone");
  if (found === void 0 || found.args["ledger"] !== void 0 || found.args["parts"] !== void 0) return void 0;
  const files = (found.files ?? []).map(({ path }) => path);
  let count = 0;
  for (const { base, commit } of steps) {
    const sides = { base: await stateOf(await open(base)), head: await stateOf(await open(commit)) };
    if ((await changedOf(files, sides)).length === 0) continue;
    if ((await othersThan(files, sides)).length > 0) return void 0;
    count += 1;
  }
  if (count === 0) return void 0;
  const args = Object.fromEntries(Object.entries(found.args).filter(([key]) => key !== "others" && key !== "other"));
  const free = { ...found, code: "policy-changed", args };
  return { ...comparison, observations: comparison.observations.map((one) => one === found ? free : one) };
}

// src/run/watched-paths.ts
function watching(policyPaths, decided) {
  const named = new Set(decided);
  return (path) => isRead(path) || named.has(path) || watchedAs({ path, mode: "file" }, policyPaths) !== void 0;
}
async function behindLinks(snapshots, paths, policyPaths) {
  const found = /* @__PURE__ */ new Set();
  for (const snapshot of snapshots) {
    if (snapshot === void 0) continue;
    const { listed, files, links } = await stateOf(snapshot);
    const isByName = watching(policyPaths, paths);
    for (const { path, mode, leadsTo } of files.values()) {
      if (leadsTo !== void 0) found.add(leadsTo.path);
      if (mode !== "symlink" && leadsTo === void 0 || !isByName(path)) continue;
      await follow(path);
    }
    for (const path of paths) if (!listed.has(path) || listed.get(path)?.mode === "symlink") await follow(path);
    async function follow(path) {
      const way = await links.follow(path);
      for (const link of way.links) found.add(link);
      if (way.to.kind === "file" && way.links.length > 0) found.add(way.to.file.path);
    }
  }
  return [...found];
}
async function watchedIn(snapshots, { policyPath, extended }, decided) {
  const beside = extended !== void 0 && "source" in extended ? [extended.source] : [];
  const policyPaths = [policyPath, ...beside];
  return watching(policyPaths, [...decided, ...await behindLinks(snapshots, decided, policyPaths)]);
}

// src/run/with-authorship.ts
async function withAuthorship(comparison, request, policy) {
  const { changes } = comparison;
  const isAsked = changes.some(({ kind, direct }) => kind === "added" && direct) || policy.proposers !== void 0 && changes.some(isProposed);
  if (request.authorship === void 0 || !isAsked) return comparison;
  const authorship = await request.authorship();
  if (authorship.state !== "present") return { ...comparison, authorship };
  const proposers = await toldProposers(comparison, authorship.value, request, policy);
  const value = { ...authorship.value, ...proposers && { proposers } };
  return { ...comparison, authorship: { state: "present", value } };
}
async function toldProposers({ changes }, { account }, { proposed, policyPath, base, head }, {
  proposers: listed = [],
  approvals = approvalsOf({}),
  extended
}) {
  const may = account === void 0 ? void 0 : entryOf(account, listed)?.may;
  if (proposed === void 0 || may === void 0) return void 0;
  if (!changes.some((change) => !isWithin(change, "nothing") && isWithin(change, may))) return void 0;
  try {
    const isWatched = await watchedIn([base, head], { policyPath, extended }, []);
    return toldOf(await proposed({ approvals, isWatched }));
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { accounts: [], unknown: cause.message };
  }
}
function toldOf({ marks, extra, because }) {
  const accounts = new Map(marks.map(({ account: { id, login } }) => [id, { id, login }]));
  const isKnown = extra === 0 || because === unrequested;
  return { accounts: [...accounts.values()], ...isKnown ? {} : { unknown: because ?? "GitHub does not tell" } };
}

export {
  withPolicyChange,
  withFirstAlone,
  watchedIn,
  withAuthorship,
  toldOf
};
