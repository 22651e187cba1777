import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  whoSigned
} from "./chunk-decisions-keys-who-signed.js";
import {
  verifiesCurve
} from "./chunk-decisions-keys-verify-sshsig.js";
import {
  applyDecisions,
  compareAfter,
  isApproved,
  matchLedger,
  reportedDecision,
  stemsOf,
  whyNotLetIn
} from "./chunk-decisions-ledger-match.js";
import {
  readLedger
} from "./chunk-run-ledger.js";
import {
  blockedOf
} from "./chunk-decisions-blocked.js";
import {
  bytesIn,
  pathsOf
} from "./chunk-decisions-blocked-file.js";
import {
  digestOf,
  readRecord,
  writeRecord
} from "./chunk-decisions-ledger-record.js";
import {
  everySha512,
  lockedSha512,
  mayBeOf,
  profilesOf
} from "./chunk-decisions-preimage.js";
import {
  toldOf,
  watchedIn,
  withFirstAlone
} from "./chunk-run-policy-change.js";
import {
  ledgerPlace
} from "./chunk-run-ledger-place.js";
import {
  concluded,
  judge,
  judgedEach
} from "./chunk-run-verdict.js";
import {
  contextUnder
} from "./chunk-judge-engine.js";
import {
  count,
  sayingsOf
} from "./chunk-decisions-count.js";
import "./chunk-decisions-codes.js";
import {
  isAtLeast,
  isCandidate,
  isListed,
  markOf,
  mayDeny
} from "./chunk-decisions-who.js";
import {
  linesOf,
  mayDecide
} from "./chunk-decisions-lines.js";
import "./chunk-decisions-proposers.js";
import "./chunk-policy-load.js";
import "./chunk-policy-lint-values.js";
import "./chunk-policy-complaints.js";
import "./chunk-model-proposal.js";
import "./chunk-policy-schema-options.js";
import "./chunk-yaml.js";
import "./chunk-policy-effective.js";
import {
  approvalsOf
} from "./chunk-policy-approvals.js";
import "./chunk-policy-presets.js";
import "./chunk-policy-schema-exceptions.js";
import "./chunk-text-security-key.js";
import "./chunk-policy-publishers.js";
import "./chunk-policy-lists.js";
import "./chunk-policy-rule-settings.js";
import "./chunk-policy-profiles.js";
import {
  isWithin,
  proposalOf,
  rules
} from "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import "./chunk-judge-finding.js";
import {
  canonicalJson
} from "./chunk-judge-fingerprint.js";
import "./chunk-policy-nearest.js";
import "./chunk-spdx-expression-parse.js";
import {
  readBaseFiles
} from "./chunk-run-base-files.js";
import "./chunk-run-verdict-of.js";
import {
  LEDGER,
  readName
} from "./chunk-text-record-name.js";
import {
  stateOf
} from "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import {
  lockedVersion,
  purlOf
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
import "./chunk-repository-path-bytes.js";
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
import "./chunk-zod.js";
import {
  GateFailure,
  asGateError
} from "./chunk-errors.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import {
  quoted
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/decisions/elsewhere.ts
function decidableEverywhere(blocked, others) {
  if (others.length === 0) return blocked;
  return blocked.map((entry) => {
    if (entry.kind !== "package") return entry;
    const { name, version, codes, findings, unread, lockfiles } = entry;
    const same = others.filter((other) => other.findings.some((fingerprint) => findings.includes(fingerprint)));
    if (same.every((other) => isHeld(entry, other))) return entry;
    const [lockfile = ""] = lockfiles;
    return { kind: "undecidable", why: "otherwise-elsewhere", name, version, lockfile, codes, findings, unread };
  });
}
var isHeld = ({ preimage, codes }, other) => other.kind === "package" && compareAfter({ preimage, codes }, other.preimage);

// src/run/decided-alone.ts
var silence = { comments: [], deleted: [], reviews: [], standings: /* @__PURE__ */ new Map(), tampered: [] };
async function decidedAlone(port, order, { author, records, isAsked, signers, ...known }) {
  const isOpen = records.open.size + signers.length > 0;
  const { heard, why } = isAsked ? await heardBy(port, order, isOpen) : {};
  const proposers = heard?.proposers ?? author;
  const proposing = heard !== void 0 && isOpen ? proposers : "unknown";
  const recorded = new Set(
    known.blocked.flatMap(
      (entry) => entry.kind !== "undecidable" && records.letsIn(entry, proposing) ? [entry.digest] : []
    )
  );
  const blocked = known.blocked.filter((entry) => entry.kind === "undecidable" || !recorded.has(entry.digest));
  const counted = count({ ...silence, ...heard, ...known, blocked, proposers, rules });
  return {
    ...{ asked: heard !== void 0, counted, proposers, recorded },
    ...heard && { said: { ...heard, now: known.now }, standings: heard.standings },
    ...{ proposing: () => proposing, ...why === void 0 ? {} : { unproposed: why } },
    letsIn: (entry) => recorded.has(entry.digest) || isApproved(entry, { counted, rules })
  };
}
async function heardBy(port, order, isOpen) {
  if (port?.hear === void 0 || port.isSilent === true && !isOpen) return {};
  if (port.isSilent !== true) return { heard: await port.hear(order) };
  try {
    return { heard: await port.hear(order) };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { why: `Records did not count, because it is not known who proposed the change: ${cause.message}` };
  }
}

// src/decisions/each.ts
function proposersToAsk({ pulls, approvals, origins }) {
  const asked = /* @__PURE__ */ new Set();
  const settle = /* @__PURE__ */ new Set();
  for (const { number, comments, standings } of pulls) {
    const { said } = sayingsOf(comments, ({ author }) => mayDeny(author, approvals, standings));
    for (const { statement, comment } of said) {
      const origin = "digest" in statement ? origins.get(statement.digest) : void 0;
      if (origin?.covering.flat().includes(number) !== true || origin.isUnknown) continue;
      if (!isCandidate(comment.author, approvals)) continue;
      settle.add(comment.author.id);
      for (const pull of origin.proposing) asked.add(pull);
    }
  }
  return { pulls: [...asked], settle };
}
function countEach(each) {
  const { pulls, approvals, blocked, origins, brought, proposers: known, now, rules: rules2 } = each;
  const proposersOf = (digest) => together((origins.get(digest)?.proposing ?? []).flatMap((pull) => known.get(pull) ?? []));
  const counted = new Map(
    pulls.map(({ number, ...words }) => {
      const own = brought.get(number) ?? /* @__PURE__ */ new Set();
      const covered = blocked.filter(
        (entry) => entry.kind === "undecidable" ? own.has(`${entry.name ?? ""}@${entry.version ?? ""}`) : origins.get(entry.digest)?.isUnknown === false && origins.get(entry.digest)?.covering.flat().includes(number)
      );
      const said = count({
        ...{ ...words, approvals, blocked: covered, brought: own, now, rules: rules2 },
        ...{ proposers: known.get(number) ?? together([]), proposersOf }
      });
      return [number, said];
    })
  );
  const letsIn = (entry) => {
    const origin = origins.get(entry.digest);
    if (origin === void 0 || origin.isUnknown || origin.covering.length === 0) return false;
    if (!origin.proposing.every((pull) => known.has(pull))) return false;
    const required = approvals.required + proposersOf(entry.digest).extra;
    return origin.covering.every((numbers) => {
      const given = numbers.flatMap((pull) => counted.get(pull)?.approvals ?? []);
      return isApproved(entry, { counted: { approvals: given, denials: [], required }, rules: rules2 });
    });
  };
  const all = [...counted.values()];
  const proposers = together([...known.values()]);
  return {
    ...{ letsIn, proposers },
    counted: {
      approvals: all.flatMap((one) => one.approvals),
      denials: all.flatMap((one) => one.denials),
      refusals: [...counted].flatMap(([pull, { refusals }]) => refusals.map((one) => ({ ...one, pull }))),
      required: approvals.required + proposers.extra,
      deleted: all.flatMap((one) => one.deleted)
    }
  };
}
function together(all) {
  const marks = /* @__PURE__ */ new Map();
  const keyOf = ({ account, as }) => `${account.id} ${as}`;
  for (const mark of all.flatMap((one) => one.marks)) marks.set(keyOf(mark), marks.get(keyOf(mark)) ?? mark);
  const unknown = all.find(({ extra }) => extra === 1);
  return {
    ...{ marks: [...marks.values()], extra: unknown?.extra ?? 0 },
    ...unknown?.because === void 0 ? {} : { because: unknown.because }
  };
}

// src/run/origins.ts
async function findOrigins(given) {
  const { heard, entries, base: from, head, compare } = given;
  const { steps, pulls, open } = heard;
  const byNumber = new Map(pulls.map((pull) => [pull.number, pull]));
  const states = [];
  for (const { base, commit, pulls: numbers } of steps) {
    const [before, after] = await Promise.all([open(base), open(commit)]);
    const heads = [];
    for (const pull of numbers.flatMap((number) => byNumber.get(number) ?? [])) {
      const snapshot = await open(pull.head);
      heads.push({ pull, snapshot, seen: await compare(snapshot, from) });
    }
    states.push({ before, after, seen: await compare(after, before), heads, isDirect: heads.length === 0 });
  }
  const origins = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    origins.set(
      entry.digest,
      entry.kind === "package" ? ofPackage(entry, states, given) : await ofFile(entry, states, given, head)
    );
  }
  return { origins, brought: broughtBy(states) };
}
var distinct = (numbers) => [...new Set(numbers)];
function ofPackage({ name, version, lockfiles }, states, { dossiers }) {
  const has = ({ changes, errors }) => errors.length > 0 || changes.some((change) => isVersion(change, { name, version }));
  const covering = lockfiles.map((lockfile) => {
    const own = changesAt(
      dossiers.map(({ change }) => change),
      { lockfile, name, version }
    );
    return distinct(
      states.flatMap(({ seen, heads }) => {
        if (changesAt(seen.changes, { lockfile, name, version }).length === 0) return [];
        const [change, ...others] = own;
        return change === void 0 || others.length > 0 ? [] : heads.flatMap(({ pull, seen: alone }) => isLockedAlike(change, alone) ? [pull.number] : []);
      })
    );
  });
  const proposing = states.flatMap(
    ({ seen, heads }) => heads.flatMap(({ pull, seen: alone }) => has(seen) || has(alone) ? [pull.number] : [])
  );
  const isUnknown = states.some(({ seen, isDirect }) => isDirect && has(seen));
  return { covering, proposing: distinct(proposing), isUnknown };
}
var isVersion = (change, { name, version }) => change.kind !== "removed" && change.name === name && change.version === version;
function changesAt(changes, where) {
  return changes.filter((change) => change.kind !== "removed" && lockedVersion(change) === lockedVersion(where));
}
function isLockedAlike(change, { changes, errors }) {
  const [found, ...others] = changesAt(changes, change);
  return errors.length === 0 && found !== void 0 && others.length === 0 && lockedOf(found) === lockedOf(change);
}
var lockedOf = ({ source: { kind, spec }, pins, dependencyTypes }) => canonicalJson([
  ...[kind, spec ?? null, [...dependencyTypes].sort()],
  pins.map(({ resolved = null, integrity = null, checksum = null }) => canonicalJson([resolved, integrity, checksum])).sort()
]);
async function ofFile(entry, states, { findings, observations, policy }, head) {
  const own = findings.filter(({ fingerprint }) => entry.findings.includes(fingerprint));
  const paths = pathsOf({ findings: own, observations, policy, rules });
  const textOf2 = async (snapshot) => {
    const bytesOf = await bytesIn(snapshot, paths);
    const bytes = paths.map((path) => bytesOf(path));
    return bytes.includes(void 0) ? void 0 : JSON.stringify(bytes);
  };
  const now = await textOf2(head);
  const covering = [];
  const proposing = [];
  let isUnknown = paths.length === 0 || now === void 0;
  for (const { before, after, heads, isDirect } of states) {
    const [former, latter] = [await textOf2(before), await textOf2(after)];
    const isChanged = former === void 0 || former !== latter;
    if (isDirect && isChanged) isUnknown = true;
    for (const { pull, snapshot } of heads) {
      const isSame4 = await textOf2(snapshot) === now;
      if (isSame4 || isChanged) proposing.push(pull.number);
      if (isSame4 && isChanged) covering.push(pull.number);
    }
  }
  return { covering: [distinct(covering)], proposing: distinct(proposing), isUnknown };
}
function broughtBy(states) {
  const brought = /* @__PURE__ */ new Map();
  for (const { seen, heads } of states) {
    for (const { pull } of heads) {
      const own = brought.get(pull.number) ?? /* @__PURE__ */ new Set();
      for (const { kind, source, name, version } of seen.changes) {
        if (kind !== "removed" && source.kind === "registry") own.add(`${name}@${version}`);
      }
      brought.set(pull.number, own);
    }
  }
  return brought;
}

// src/run/decided-each.ts
async function decidedEach(heard, { approvals, now, blocked: all, brought: allBrought, records, signers, signed, ...given }) {
  const { pulls, steps, unknown, isMerged } = heard;
  const decidable = all.filter((entry) => entry.kind !== "undecidable" && !records.settled.has(entry.digest));
  const entries = decidable;
  const isSaid = pulls.some(({ comments }) => comments.some(({ body }) => mayDecide(body)));
  const { origins, brought } = (isSaid || records.open.size + signed.size > 0) && entries.length > 0 && unknown === void 0 ? await findOrigins({ ...given, heard, entries }) : { origins: /* @__PURE__ */ new Map(), brought: new Map(pulls.map(({ number }) => [number, allBrought])) };
  const asked = proposersToAsk({ pulls, approvals, origins });
  const files = entries.flatMap((one) => one.kind === "file" && signed.has(one.path) ? [one.digest] : []);
  const byRecord = new Set([...records.open, ...files].flatMap((digest) => origins.get(digest)?.proposing ?? []));
  const settle = /* @__PURE__ */ new Set([...asked.settle, ...records.people, ...signers]);
  const proposed = pulls.filter(({ number }) => asked.pulls.includes(number) || byRecord.has(number)).map(async (pull) => [pull.number, await pull.proposers(settle)]);
  const proposers = new Map(await Promise.all(proposed));
  const proposing = (entry) => proposersIn(origins.get(entry.digest), proposers);
  const recorded = new Set(
    all.flatMap(
      (entry) => entry.kind !== "undecidable" && records.letsIn(entry, proposing(entry)) ? [entry.digest] : []
    )
  );
  const blocked = all.filter((entry) => entry.kind === "undecidable" || !recorded.has(entry.digest));
  const each = countEach({ pulls, approvals, blocked, origins, brought, proposers, now, rules });
  const isOpen = entries.some((entry) => !recorded.has(entry.digest) && !each.letsIn(entry));
  const words = [
    ...unknown === void 0 ? [] : [`${unknown} So nothing that is approved by comment counts here.`],
    ...isOpen && unknown === void 0 && steps.some((step) => step.pulls.length === 0) ? [pushedWords] : [],
    ...isOpen && isSaid && [...origins.values()].some(isElsewhere) ? [elsewhereWords] : [],
    ...isOpen && isMerged ? [mergedWords] : []
  ].join(" ");
  return {
    ...{ ...each, isMerged, recorded, proposing, unproposed: unknownWords },
    standings: new Map(pulls.flatMap(({ standings }) => [...standings])),
    letsIn: (entry) => recorded.has(entry.digest) || each.letsIn(entry),
    ...{ asked: unknown === void 0 || pulls.length > 0, pulls: pulls.map(({ number }) => number) },
    ...words === "" ? {} : { notCounted: words }
  };
}
function proposersIn(origin, known) {
  if (origin === void 0 || origin.isUnknown || isElsewhere(origin)) return "unknown";
  const all = origin.proposing.map((pull) => known.get(pull));
  return all.every((one) => one !== void 0) ? together(all) : "unknown";
}
var unknownWords = "Records did not count where it is not known who proposed the change: what was pushed without a pull request, or a pull request that is not known.";
var pushedWords = "Not everything came with a pull request: for what was pushed without one no decision by comment counts.";
var elsewhereWords = "Not everything that blocks is in the head of a pull request as it stands here: for what is not, no decision by comment counts.";
var mergedWords = "It is merged already: what is approved now lets nothing in.";
var isElsewhere = ({ covering, isUnknown }) => !isUnknown && (covering.length === 0 || covering.some((numbers) => numbers.length === 0));

// src/run/permitted.ts
var rule = "new-direct-dependency";
async function permittedIn({ blocked, ...given }) {
  const { findings, policy, dossiers, heard } = given;
  const asking = new Set(
    findings.flatMap((one) => one.rule === rule && one.status === "reported" ? [one.fingerprint] : [])
  );
  const entries = blocked.filter(
    (entry) => entry.kind === "package" && entry.findings.some((one) => asking.has(one))
  );
  if (policy.proposers === void 0 || entries.length === 0 || heard.unknown !== void 0) return /* @__PURE__ */ new Set();
  const { origins } = await findOrigins({ ...given, entries });
  const permitted = /* @__PURE__ */ new Set();
  const asked = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const origin = origins.get(entry.digest);
    if (origin === void 0 || origin.isUnknown) continue;
    if (origin.covering.length === 0 || origin.covering.some((numbers) => numbers.length === 0)) continue;
    const changes = dossiers.flatMap(({ change }) => isOf(entry, change) ? [change] : []);
    const pulls = heard.pulls.filter(({ number }) => origin.proposing.includes(number));
    let isPermitted = pulls.length > 0;
    for (const pull of pulls) {
      const permits = asked.get(pull.number) ?? permitsOf(pull, given);
      asked.set(pull.number, permits);
      isPermitted &&= changes.every(await permits);
    }
    if (!isPermitted) continue;
    for (const one of entry.findings) if (asking.has(one)) permitted.add(one);
  }
  return permitted;
}
var isOf = ({ name, version, lockfiles }, change) => change.kind !== "removed" && change.name === name && change.version === version && lockfiles.includes(change.lockfile);
async function permitsOf(pull, { policy, now }) {
  const authorship = await pull.authorship?.();
  const { listed = [], proposers: lists } = contextUnder(policy, { now, mode: "check" });
  if (authorship?.state !== "present" || lists === void 0) return () => false;
  const made = authorship.value;
  if (proposalOf(made, { ...lists, listed }) === void 0) {
    const all = [policy.settings, ...[...policy.profiles.values()].map(({ settings }) => settings)];
    const isOff = all.every((settings) => settings.get(rule)?.level === "off");
    return () => isOff;
  }
  const proposers = toldOf(await pull.proposers("all"));
  const may = proposalOf({ ...made, proposers }, { ...lists, listed })?.may ?? "nothing";
  return (change) => isWithin(change, may);
}

// src/decisions/ledger/derive.ts
function stillListed(then, today) {
  const isKept = (ids) => (one) => ids.some(({ id }) => id === one.id);
  return {
    ...then,
    users: then.users.filter(isKept(today.users)),
    teams: then.teams.filter(isKept(today.teams)),
    never: [...then.never, ...today.never],
    minimumPermission: isAtLeast(then.minimumPermission, today.minimumPermission) ? then.minimumPermission : today.minimumPermission
  };
}
function derivedApproval(about, given) {
  const digest = digestOf(about);
  if (digest === void 0) return void 0;
  const { pull, said, policy, rules: rules2 } = given;
  const entry = entryOf(about, digest);
  const isPackage = entry.kind === "package";
  const counted = count({
    ...{ ...said, approvals: policy.approvals, blocked: [entry], rules: rules2 },
    ...{ brought: new Set(isPackage ? [`${entry.name}@${entry.version}`] : []), now: said.mergedAt ?? said.now }
  });
  const people = counted.approvals.filter((approval) => approval.digest === digest).map(
    (approval) => personOf(approval, isPackage ? approval.codes : [], teamOf(approval.account, policy.approvals, said))
  ).sort(inOrder);
  const last = people.at(-1);
  if (last === void 0 || new Set(people.map(({ id }) => id)).size < counted.required) return void 0;
  const expiresAt = new Date(Date.parse(last.at) + policy.approvals.maximumAge).toISOString();
  const decision = isPackage ? "approve" : "approve-file";
  return { decision, about, by: people, pull, policy: policy.digest, issuedAt: last.at, expiresAt };
}
function derivedDenial(about, comment, { pull, said, policy, rules: rules2 }) {
  const { name, version } = packageOf(about.purl);
  const counted = count({
    ...{ ...said, approvals: policy.approvals, blocked: [], rules: rules2 },
    brought: /* @__PURE__ */ new Set([`${name}@${version}`])
  });
  const denial = counted.denials.find((one) => one.comment === comment && one.name === name && one.version === version);
  if (denial === void 0) return void 0;
  const person = personOf(denial, [], teamOf(denial.account, policy.approvals, said));
  return { decision: "deny", about, by: [person], pull, policy: "", issuedAt: person.at, expiresAt: null };
}
function isDerived(record, given) {
  const expected = record.decision === "deny" ? derivedDenial(record.about, record.by[0]?.comment ?? "", given) : record.decision === "revoke" ? void 0 : derivedApproval(record.about, given);
  return expected !== void 0 && isSame(expected, record);
}
var isSame = (one, other) => textOf(one) === textOf(other);
var textOf = (record) => canonicalJson(record);
function packageOf(purl) {
  const text = purl.slice("pkg:npm/".length);
  const at = text.lastIndexOf("@");
  return { name: text.slice(0, at).replace("%40", "@"), version: text.slice(at + 1) };
}
function entryOf(about, digest) {
  const blocked = { digest, codes: [], findings: [], unread: [] };
  return "purl" in about ? { kind: "package", ...packageOf(about.purl), lockfiles: [], preimage: about, ...blocked } : { kind: "file", path: about.path, preimage: about, ...blocked };
}
function teamOf({ id }, { users, teams }, { standings }) {
  if (users.some((user) => user.id === id)) return void 0;
  const member = standings.get(id)?.teams ?? [];
  if (member === "not-asked") return void 0;
  return teams.map((team) => team.id).find((team) => member.includes(team));
}
var personOf = ({ account, comment, reason, at }, codes, team) => ({
  ...{ id: account.id, login: account.login, authenticated: "comment", comment },
  ...team === void 0 ? {} : { team },
  ...{ codes: [...new Set(codes)].sort(compareText), reason, at: new Date(at).toISOString() }
});
var inOrder = (a, b) => Date.parse(a.at) - Date.parse(b.at) || Number(BigInt(a.comment ?? 0) - BigInt(b.comment ?? 0));

// src/run/written-records.ts
function writtenRecords(given) {
  const { decided, letsIn, blocked, approvals, policy, pull } = given;
  const { said, recorded } = decided;
  if (said === void 0 || pull === void 0) return [];
  const derive = { pull, said, policy: { approvals, digest: policy.digest }, rules };
  const approved = blocked.flatMap((entry) => {
    if (entry.kind === "undecidable" || recorded.has(entry.digest) || !letsIn(entry)) return [];
    if (entry.kind === "file" && (entry.path.startsWith(LEDGER) || entry.preimage.mode === "040000")) return [];
    const record = derivedApproval(entry.preimage, derive);
    return record === void 0 ? [] : [record];
  });
  const files = [...approved, ...denialsIn(given, derive)].flatMap((record) => writeRecord(record) ?? []);
  return [...new Map(files.map((file) => [file.path, file])).values()].sort((a, b) => compareText(a.path, b.path));
}
function denialsIn({ decided, dossiers, repositoryId }, derive) {
  if (repositoryId === void 0) return [];
  return decided.counted.denials.flatMap(({ name, version, comment }) => {
    const about = dossiers.filter(({ change }) => change.kind !== "removed" && isOf2(change, { name, version }));
    const bytes = [...new Set(about.flatMap(everySha512))];
    return bytes.flatMap((sha512) => {
      const record = derivedDenial({ repositoryId, purl: purlOf(name, version), sha512 }, comment, derive);
      return record === void 0 ? [] : [record];
    });
  });
}
var isOf2 = (one, other) => one.name === other.name && one.version === other.version;

// src/decisions/offer.ts
function offeredLine(blocked) {
  const subject = blocked.kind === "package" ? `${blocked.name}@${blocked.version}` : blocked.path;
  const plain = subject.replaceAll("~", "\\~");
  const line = blocked.kind === "package" ? `/approve ${plain} ${blocked.codes.join(",")} ${blocked.digest}` : `/approve-file ${plain} ${blocked.digest}`;
  const read = linesOf(line);
  const statement = read.length === 1 ? read[0]?.statement : void 0;
  if (statement?.say === "approve" && blocked.kind === "package") {
    const isSame4 = statement.name === blocked.name && statement.version === blocked.version && statement.digest === blocked.digest && statement.codes.join(",") === [...blocked.codes].sort().join(",");
    return isSame4 ? line : void 0;
  }
  if (statement?.say !== "approve-file" || blocked.kind !== "file") return void 0;
  return statement.path === blocked.path && statement.digest === blocked.digest ? line : void 0;
}

// src/decisions/ledger/decided-here.ts
function whyNotAsNamed({ record, signatures }, given) {
  const { people, repositoryId, policy } = given;
  const known = new Map(people.map((one) => [one.id, one]));
  const named = new Set(record.by.map(({ id }) => id));
  if (record.about.repositoryId !== repositoryId) return "other-repository";
  if (named.size !== record.by.length || named.size !== known.size) return "not-as-named";
  if (![...named].every((id) => known.has(id)) || !isOfWhatBlocks(record, given.blocked)) return "not-as-named";
  const time = whyOtherTime(record, given);
  if (time !== void 0) return time;
  if (record.policy !== policy) return "policy-unknown";
  const isPlain = signatures.length === 0 && record.pull === null && record.by.every((person) => isPlainly(person, known.get(person.id), given)) && record.by.every(({ at }) => Date.parse(at) <= Date.parse(record.issuedAt));
  return isPlain ? void 0 : "says-more";
}
function isOfWhatBlocks(record, blocked) {
  if (record.decision === "deny" || record.decision === "revoke") return true;
  const digest = digestOf(record.about);
  const entry = blocked.find((one) => one.digest === digest);
  if (entry === void 0) return false;
  const now = entry.kind === "package" ? entry.codes.join() : "";
  return record.by.every(({ codes }) => codes.join() === now);
}
function whyOtherTime({ decision, issuedAt, expiresAt }, { approvals, now }) {
  const [issued, at] = [Date.parse(issuedAt), Date.parse(now)];
  if (decision === "deny" || decision === "revoke") {
    return issued <= at && expiresAt === null ? void 0 : "wrong-time";
  }
  if (expiresAt === null) return "wrong-time";
  const end = Date.parse(expiresAt);
  return issued <= at && at < end && end <= issued + approvals.maximumAge ? void 0 : "wrong-time";
}
function isPlainly({ login, team, authenticated, comment }, account, { approvals, standings }) {
  if (account === void 0 || login.toLowerCase() !== account.login.toLowerCase()) return false;
  if (authenticated !== "claim" || comment !== null) return false;
  if (team === void 0) return true;
  const { teams = "not-asked" } = standings.get(account.id) ?? {};
  return !isListed(account, approvals) && teams !== "not-asked" && teams.includes(team);
}

// src/run/signed-records.ts
async function whyNotSigned(entry, { approvals, port, now, policy }) {
  const { record, signatures, statement } = entry;
  const { people, refused } = whoSigned(statement, signatures, approvals, verifiesCurve);
  const named = new Set(record.by.map(({ id }) => id));
  if (refused.length > 0 || people.length !== signatures.length) return "signature";
  const isAll = named.size === record.by.length && named.size === people.length;
  if (!isAll || !people.every(({ id }) => named.has(id))) return "signer";
  if (record.by.some(({ authenticated, team }) => authenticated !== "security-key" || team !== void 0)) {
    return "signer";
  }
  if (record.policy !== policy.digest) return "policy-unknown";
  const time = whyOtherTime(record, { approvals, now });
  if (time !== void 0) return time;
  const listed = approvals.users.filter(({ id }) => named.has(id));
  if (listed.length !== named.size) return "signer";
  const isNamed = ({ id, login }) => record.by.some((one) => one.id === id && one.login.toLowerCase() === login.toLowerCase());
  if (!listed.every(isNamed)) return "signer";
  const accounts = listed.map(({ id, login }) => ({ id, login, type: "User" }));
  const standings = await port?.standings?.(accounts, { ...approvals, teams: [] });
  const isAllowed = ({ id }) => {
    const permission = standings?.get(id)?.permission;
    return permission !== void 0 && isAtLeast(permission, approvals.minimumPermission);
  };
  if (!listed.every(isAllowed) || listed.some(({ id }) => approvals.never.some((one) => one.id === id))) {
    return "signer";
  }
  return tightens(entry) || named.size >= approvals.required ? void 0 : "too-few";
}
function signersOf({ statement, signatures }, approvals) {
  return whoSigned(statement, signatures, approvals, verifiesCurve).people.map(({ id }) => id);
}
var tightens = ({ record }) => record.decision === "deny" || record.decision === "revoke" && readName(LEDGER + record.about.file)?.decision === "approve";

// src/run/recorded.ts
async function recordedAbout(request, given) {
  const { ledger: asked, trusted, mode } = request;
  const { riding: riding2 } = given;
  const place = asked === void 0 ? "nothing" : await ledgerPlace(trusted);
  if (asked === void 0 || place === "nothing" && riding2.length === 0) return nothing;
  const isOther = typeof place !== "string" && place.path === ".github" && given.policy.approvals === void 0;
  if (isOther) return nothing;
  if (typeof place !== "string") throw displaced(place);
  const { blocked, dossiers, approvals, repositoryId, now } = given;
  const lying = await readLedger(trusted, stemsOf({ blocked, dossiers }));
  const ledger = { ...lying, entries: [...lying.entries, ...riding2] };
  if (ledger.entries.length + ledger.unusable.length === 0) return nothing;
  const carried = new Set(riding2.map(({ path }) => path));
  const signedBy = (entry) => signersOf(entry, approvals);
  const matched = matchLedger({
    ledger,
    approvals,
    repositoryId,
    now,
    blocked,
    dossiers,
    rules,
    signedBy,
    riding: carried
  });
  const whyNot = (entry, proposing) => whyNotLetIn(entry, matched, proposing, { approvals, rules });
  const decidable = blocked.filter((entry) => entry.kind !== "undecidable");
  const candidates = decidable.filter(
    (entry) => whyNot(entry, "nobody") === void 0 && !isDenied(entry, matched.denials)
  );
  const isProposed2 = mode === "check" && asked.isLocal !== true;
  const settled = /* @__PURE__ */ new Set();
  const open = /* @__PURE__ */ new Set();
  for (const entry of candidates) {
    const isSettled = !isProposed2 || await isLockedAlready(entry, request, given);
    (isSettled ? settled : open).add(entry.digest);
  }
  const people = new Set(
    [...open].flatMap((digest) => (matched.covering.get(digest) ?? []).map(({ account }) => account.id))
  );
  return {
    ...{ settled, open, people, denials: matched.denials },
    approvalsOf: (letIn) => [...letIn].flatMap((digest) => matched.covering.get(digest) ?? []),
    letsIn: (entry, proposing) => settled.has(entry.digest) || open.has(entry.digest) && whyNot(entry, proposing) === void 0,
    report: (letIn, proposing, why) => {
      const used = usedIn(decidable, letIn, matched);
      const refused = decidable.flatMap((entry) => {
        if (letIn.has(entry.digest)) return [];
        const reason = whyNot(entry, settled.has(entry.digest) ? "nobody" : proposing(entry));
        const paths = new Set((matched.covering.get(entry.digest) ?? []).map(({ record }) => record));
        return reason === void 0 ? [] : [...paths].map((record) => ({ record, why: reason }));
      });
      const notCounted = distinct2([...matched.notCounted, ...refused]).filter(
        ({ record }) => !used.some((one) => one.record === record)
      );
      const isUnknown = notCounted.some((one) => one.why === "proposers-unknown");
      const isLetIn = used.some(({ decision }) => decision === "approve");
      const notes = [
        ...repositoryId === void 0 ? [unknownRepository] : [],
        ...isUnknown && why !== void 0 ? [why] : [],
        ...isLetIn && mode === "check" && asked.isLocal === true ? [unknownProposer] : []
      ];
      if (used.length + notCounted.length + matched.elsewhere === 0) return void 0;
      return { commit: trusted.label, used, notCounted, elsewhere: matched.elsewhere, notes };
    }
  };
}
function displaced({ path, mode }) {
  const what = mode === "symlink" ? "a symbolic link" : mode === "gitlink" ? "a submodule" : "no folder";
  const message = `is ${what} where the records of decisions lie, so what they deny cannot be read; put the folder back on the default branch`;
  return new GateFailure("configuration-invalid", message, { path });
}
async function isMentioned(trusted, dossiers) {
  const place = await ledgerPlace(trusted);
  if (typeof place !== "string") return true;
  const { brought } = stemsOf({ blocked: [], dossiers });
  const { listed } = await stateOf(trusted);
  return [...listed.keys()].some((path) => {
    const stem = readName(path)?.stem;
    return stem !== void 0 && (stem.startsWith("file-") || brought.has(stem));
  });
}
var unknownRepository = "Records approved nothing: the repository's id is not known here (`--repository-id`). What they deny is denied, whichever repository they are about.";
var unknownProposer = "Who proposes the change is not known here: the check on the pull request lets a record count only where none of its people does.";
var nothing = {
  ...{ settled: /* @__PURE__ */ new Set(), open: /* @__PURE__ */ new Set(), people: /* @__PURE__ */ new Set(), denials: [] },
  approvalsOf: () => [],
  letsIn: () => false,
  report: () => void 0
};
var isDenied = (entry, denials) => entry.kind === "package" && denials.some(
  ({ name, version, sha512 }) => name === entry.name && version === entry.version && sha512 === entry.preimage.sha512
);
async function isLockedAlready(entry, { trusted, head, ledger }, { policy, locked }) {
  if (entry.kind !== "package") return false;
  if (trusted !== head && isLockedIn(await locked(trusted), entry, policy)) return true;
  for (const open of ledger?.baselines?.(policy.baselines) ?? []) {
    const snapshot = await open();
    if (snapshot !== void 0 && isLockedIn(await locked(snapshot), entry, policy)) return true;
  }
  return false;
}
function isLockedIn({ changes }, { name, version, preimage: { sha512, use, profile } }, policy) {
  return changes.some(
    (change) => change.kind !== "removed" && change.source.kind === "registry" && purlOf(change.name, change.version) === purlOf(name, version) && lockedSha512(change) === sha512 && isSame2([...new Set(change.dependencyTypes)].sort(compareText), use) && isSame2(profilesOf(change, policy), profile)
  );
}
var isSame2 = (one, other) => JSON.stringify(one) === JSON.stringify(other);
function usedIn(entries, letIn, { covering, denials }) {
  const approving = entries.flatMap((entry) => {
    const all = letIn.has(entry.digest) ? covering.get(entry.digest) ?? [] : [];
    return [...new Set(all.map(({ record }) => record))].map((record) => {
      const own = all.filter((one) => one.record === record);
      return {
        ...{ record, decision: "approve" },
        name: entry.kind === "package" ? entry.name : null,
        version: entry.kind === "package" ? entry.version : null,
        path: entry.kind === "file" ? entry.path : null,
        by: own.map(({ account }) => account.login),
        ...{ reason: own[0]?.reason ?? "", expiresAt: own[0]?.expiresAt ?? null }
      };
    });
  });
  const denying = denials.map(({ record, name, version, by, reason }) => ({
    ...{ record, decision: "deny", name, version, path: null, by, reason, expiresAt: null }
  }));
  return [...approving, ...denying].sort((a, b) => compareText(a.record, b.record));
}
var distinct2 = (all) => [...new Map([...all].reverse().map((one) => [one.record, one])).values()].sort(
  (a, b) => compareText(a.record, b.record)
);

// src/run/reported-decisions.ts
function notCountedWords(words, teams) {
  const of = teams.map(({ slug }) => quoted(slug)).join(", ");
  const ofTeams = `Members of ${of} do not count in this run: who is in a team is asked only where an organisation requires the workflow. Accounts that the policy lists by their ids count.`;
  const all = [...words === void 0 ? [] : [words], ...teams.length === 0 ? [] : [ofTeams]];
  return all.length === 0 ? {} : { notCounted: all.join(" ") };
}
function reportedDecisions({
  approvals,
  blocked,
  counted,
  proposers,
  letsIn,
  ledger,
  ...said
}) {
  const { refusals, deleted, denials, required } = counted;
  const { asked, repositoryId, pulls, notCounted, isMerged = false, isLocal, denied = [], proofs = [] } = said;
  const { users, keys, ownChanges } = approvals;
  const unasked = said.cannotAskTeams ? approvals.teams : [];
  const teams = approvals.teams.filter((team) => !unasked.includes(team));
  const isOpen = !isLocal && users.length + approvals.teams.length > 0 && blocked.length > 0;
  const isSaid = refusals.length + deleted.length + denials.length + proofs.length > 0 || (notCounted ?? ledger) !== void 0;
  if (!isOpen && !isSaid) return void 0;
  return {
    ...{ asked, required },
    ...repositoryId === void 0 ? {} : { repositoryId },
    ...pulls === void 0 ? {} : { pulls },
    ...notCountedWords(notCounted, isOpen ? unasked : []),
    ...proposers.because === void 0 ? {} : { because: proposers.because },
    approvers: { users, teams },
    ...keys.length === 0 ? {} : {
      keyHolders: { ids: [...new Set(keys.map(({ id: holder }) => holder))], own: ownChanges === "security-key" }
    },
    proposers: proposers.marks,
    offers: blocked.flatMap((entry) => {
      if (entry.kind === "undecidable") return [];
      const { digest, codes, unread } = entry;
      const named = entry.kind === "file" ? null : entry;
      const isLetIn = letsIn(entry);
      const isUseless = isLocal || isMerged && !isLetIn || entry.kind === "package" && isDenied(entry, denied);
      const line = isUseless ? null : offeredLine(entry) ?? null;
      return {
        ...{ kind: entry.kind, name: named?.name ?? null, version: named?.version ?? null },
        ...{ path: entry.kind === "file" ? entry.path : null, digest, codes, line, unread },
        ...entry.kind === "file" && entry.byOne === true ? { byOne: true } : {},
        approvals: counted.approvals.filter((one) => one.digest === digest).map(reportedDecision),
        isApproved: isLetIn
      };
    }),
    undecidable: blocked.flatMap((entry) => {
      if (entry.kind !== "undecidable") return [];
      const { name, version, lockfile, codes, why } = entry;
      return { name, version, lockfile, codes, why };
    }),
    denials: denials.map((denial) => ({ ...reportedDecision(denial), name: denial.name, version: denial.version })),
    ...{ refusals, deleted },
    ...ledger === void 0 ? {} : { ledger },
    ...proofs.length === 0 ? {} : { proofs }
  };
}

// src/run/brought-in.ts
async function isPackageBrought({ purl, sha512, use, profile }, { before, after, policy }, { compare }) {
  const { changes, errors } = await compare(after, before);
  const isAbout = (change) => isVersion2(change, purl) && change.pins.every((pin) => mayBeOf(pin, sha512)) && isSame3([...new Set(change.dependencyTypes)].sort(compareText), use) && isSame3(profilesOf(change, policy), profile);
  return errors.length === 0 && changes.some(isAbout);
}
async function isFileBrought({ path, mode, sha256 }, { before, after }) {
  const [former, now] = await Promise.all([before, after].map(async (state) => (await bytesIn(state, [path]))(path)));
  const isSame4 = (bytes) => bytes !== void 0 && (bytes?.mode ?? null) === mode && (bytes?.sha256 ?? null) === sha256;
  return isSame4(now) && !isSame4(former);
}
async function isProposed({ purl, sha512 }, { head, merged, open, formerHeads }, { trusted, locked }) {
  const isLockedIn2 = async (state) => {
    const { changes = [] } = await locked?.(state) ?? {};
    return changes.some(
      (change) => isVersion2(change, purl) && (change.pins.length === 0 || change.pins.some((pin) => mayBeOf(pin, sha512)))
    );
  };
  if (await isLockedIn2(trusted)) return true;
  const commits = [.../* @__PURE__ */ new Set([head, ...merged === void 0 ? [] : [merged.commit]])];
  for (const commit of commits) if (await isLockedIn2(await open(commit))) return true;
  for (const commit of await formerHeads()) {
    if (!commits.includes(commit) && await isLockedIn2(await open(commit))) return true;
  }
  return false;
}
function isVersion2({ kind, source, ...change }, purl) {
  const { name, version } = packageOf(purl);
  return kind !== "removed" && source.kind === "registry" && change.name === name && change.version === version;
}
var isSame3 = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// src/run/recorded-before.ts
async function whyRecordedBefore({ path, record }, trusted) {
  const { stem = "" } = readName(path) ?? {};
  const { entries, unusable } = await readLedger(trusted, { blocked: /* @__PURE__ */ new Set([stem]), brought: /* @__PURE__ */ new Set() });
  const others = entries.filter((entry) => entry.path !== path);
  const isRevoked = others.some(
    ({ record: one }) => one.decision === "revoke" && readName(LEDGER + one.about.file)?.decision === "approve" && !(Date.parse(one.issuedAt) < Date.parse(record.issuedAt))
  );
  if (isRevoked || unusable.some((one) => readName(one.path)?.decision === "revoke")) return "revoked";
  const digest = digestOf(record.about);
  const isAgain = others.some(
    ({ record: one }) => (one.decision === "approve" || one.decision === "approve-file") && one.pull === record.pull && digestOf(one.about) === digest
  );
  return isAgain ? "recorded-already" : void 0;
}

// src/run/proven-records.ts
var maxRecords = 100;
var maxPulls = 10;
async function proveRecords(given) {
  const { observations, request } = given;
  const paths = [...new Set(observations.flatMap(({ code, path }) => code === "record-unproven" ? [path] : []))];
  if (paths.length === 0) return [];
  const read = await Promise.all(paths.slice(0, maxRecords).map((path) => readAt(request.head, path)));
  const proving = new Proving(
    given,
    read.flatMap((one) => "why" in one ? [] : [one])
  );
  const judged = [];
  for (const one of read) {
    if ("why" in one) judged.push({ ...one, state: "unproven" });
    else judged.push(await proving.judge(one));
  }
  const rest = paths.slice(maxRecords).map((path) => ({ path, state: "unproven", why: "too-many" }));
  return [...judged, ...rest];
}
var riding = (judged) => judged.flatMap((one) => one.state === "signed" ? [one.entry] : []);
async function readAt(head, path) {
  const { listed, reader } = await stateOf(head);
  const file = listed.get(path);
  if (file === void 0) return { path, why: "not-a-record" };
  const record = readRecord(path, await reader.read(file));
  return typeof record === "string" ? { path, why: record } : record;
}
var Proving = class {
  #given;
  /** Of each pull request, the files that its records are about: who changed one of them proposed it. */
  #files = /* @__PURE__ */ new Map();
  #pulls = /* @__PURE__ */ new Map();
  #said = /* @__PURE__ */ new Map();
  constructor(given, entries) {
    this.#given = given;
    for (const { record } of entries) {
      if (record.decision !== "approve-file" || record.pull === null) continue;
      this.#files.set(record.pull, (this.#files.get(record.pull) ?? /* @__PURE__ */ new Set()).add(record.about.path));
    }
  }
  async judge(entry) {
    const { path, sha256 } = entry;
    if (await this.#isKept(path, sha256)) return { path, state: "kept", entry };
    const why = await this.#whyNot(entry);
    if (why === void 0) return { path, state: entry.signatures.length > 0 ? "signed" : "derived", entry };
    return { path, state: "unproven", why, entry };
  }
  /** Whether the default branch has the record: a release branch takes it from there. What is judged itself proves nothing. */
  async #isKept(path, sha256) {
    const { trusted, head } = this.#given.request;
    if (trusted === head) return false;
    const kept = await readAt(trusted, path);
    return "sha256" in kept && kept.sha256 === sha256;
  }
  #whyNot(entry) {
    const { record, signatures } = entry;
    const { repositoryId, port } = this.#given;
    if (port?.recorded === void 0 || repositoryId === void 0) return "no-platform";
    if (record.about.repositoryId !== repositoryId) return "other-repository";
    if (signatures.length > 0) return whyNotSigned(entry, this.#given);
    if (record.decision === "revoke") return "not-derivable";
    return this.#whyNotDerived(entry);
  }
  async #whyNotDerived({ record, ...entry }) {
    if (record.pull === null) return "no-pull";
    const pull = await this.#pull(record.pull);
    if (pull === "too-many") return "too-many";
    if (pull === void 0) return "no-pull";
    if (record.decision === "revoke") return "not-derivable";
    return record.decision === "deny" ? this.#whyNoDenial(record, pull) : this.#whyNoApproval({ ...entry, record }, pull);
  }
  async #whyNoDenial(record, pull) {
    const { approvals, policy, opened, request } = this.#given;
    const own = { approvals, digest: policy.digest };
    const said = await this.#hear(pull);
    if (!isDerived(record, { pull: pull.number, said, policy: own, rules })) return "not-derived";
    const isAbout = await isProposed(record.about, pull, { ...opened, trusted: request.trusted });
    return isAbout ? void 0 : "not-brought-in";
  }
  async #whyNoApproval(entry, pull) {
    const { approvals, policy, opened, request } = this.#given;
    const { merged } = pull;
    if (merged === void 0) return "not-merged";
    if (!merged.isDefault && !policy.baselines.includes(merged.into)) return "careless-branch";
    if (merged.before === void 0) return "not-brought-in";
    const [before, after] = await Promise.all([pull.open(merged.before), pull.open(merged.commit)]);
    const then = await this.#policyAt(before);
    if (then?.approvals === void 0) return "policy-unknown";
    const { record } = entry;
    const merge = { before, after, policy: then };
    const isBrought = record.decision === "approve" ? await isPackageBrought(record.about, merge, opened) : await isFileBrought(record.about, merge);
    if (!isBrought) return "not-brought-in";
    const own = { approvals: stillListed(then.approvals, approvals), digest: then.digest };
    const said = await this.#hear(pull);
    if (!isDerived(record, { pull: pull.number, said, policy: own, rules })) return "not-derived";
    return whyRecordedBefore(entry, request.trusted);
  }
  #pull(number) {
    const known = this.#pulls.get(number);
    if (known !== void 0) return known;
    if (this.#pulls.size >= maxPulls) return "too-many";
    const asked = this.#given.port?.recorded?.(number) ?? Promise.resolve(void 0);
    this.#pulls.set(number, asked);
    return asked;
  }
  /** Once, for all of its records: whoever counted then and is listed today is among those who are listed today. */
  #hear(pull) {
    const known = this.#said.get(pull.number) ?? this.#heard(pull);
    this.#said.set(pull.number, known);
    return known;
  }
  async #heard({ number, merged, open, hear }) {
    const { request, now, approvals, policy } = this.#given;
    const files = [...this.#files.get(number) ?? []];
    const ends = files.length === 0 || merged?.before === void 0 ? [] : [merged.before, merged.commit];
    const place = { policyPath: request.policyPath, extended: policy.extended };
    const isWatched = await watchedIn(await Promise.all(ends.map(open)), place, files);
    const told = await hear({ approvals, isWatched });
    return { ...told, now };
  }
  /** The policy that the state had; of an operator's own, the one that is in force. Undefined where it cannot be read. */
  async #policyAt(state) {
    const { request, policy } = this.#given;
    if (request.policy !== void 0) return policy;
    try {
      const { policy: file } = await readBaseFiles(state, request.policyPath);
      const outline = await outlinePolicy(file, {
        ...request.preset === void 0 || file !== void 0 && request.presetYields === true ? {} : { preset: request.preset },
        readExtended: request.readExtended
      });
      return await outline.compose();
    } catch (cause) {
      if (cause instanceof GateFailure && asGateError(cause).code === "policy-invalid") return void 0;
      throw cause;
    }
  }
};

// src/run/admitted-records.ts
var recordRule = "approval-record";
async function provenIn({ comparison: { observations }, now }, request, given) {
  const port = request.decisions;
  try {
    return {
      records: await proveRecords({ ...given, observations, request, port, now, repositoryId: port?.repositoryId })
    };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { records: [], failure: cause };
  }
}
function withoutProven(findings, records, how) {
  const proven = new Set(records.flatMap(({ path, state }) => how.includes(state) ? [path] : []));
  const isProven = ({ rule: rule2, lockfile, codes }) => rule2 === recordRule && codes.join() === "record-unproven" && proven.has(lockfile);
  return proven.size === 0 ? findings : findings.filter((finding) => !isProven(finding));
}
var signersIn = (records, approvals) => records.flatMap((one) => one.state === "signed" ? signersOf(one.entry, approvals) : []);
function takenBackByOne(blocked, records) {
  const revoking = new Set(
    records.flatMap(({ path, entry }) => entry !== void 0 && tightens(entry) ? [path] : [])
  );
  return blocked.map((one) => one.kind === "file" && revoking.has(one.path) ? { ...one, byOne: true } : one);
}
function admittedRecords({ judged, decided, blocked, approvals, policy, ...given }) {
  const entries = blocked.flatMap((one) => one.kind === "undecidable" ? [] : [one]);
  const byPath = new Map(judged.map((one) => [one.path, one]));
  const fileOf = (path) => entries.find((entry) => entry.kind === "file" && entry.path === path);
  const whyNot = (entry) => {
    const record = entry.kind === "file" ? byPath.get(entry.path) : void 0;
    if (record === void 0) return void 0;
    if (record.entry === void 0) return record.state === "unproven" ? record.why : "not-a-record";
    const people = decided.counted.approvals.flatMap((one) => one.digest === entry.digest ? [one.account] : []);
    const { standings = /* @__PURE__ */ new Map() } = decided;
    return whyNotAsNamed(record.entry, {
      ...{ people, blocked: entries, approvals, standings, policy: policy.digest, ...given }
    });
  };
  const proposedBy = (path) => {
    const entry = fileOf(path);
    const record = byPath.get(path);
    if (record?.state !== "signed") return void 0;
    const proposing = (entry && decided.proposing?.(entry)) ?? "unknown";
    return whyProposed(record.entry, proposing, approvals);
  };
  const signed = judged.filter(({ path, state }) => state === "signed" && proposedBy(path) === void 0);
  const proofs = judged.map((one) => {
    const { path: record } = one;
    const entry = fileOf(record);
    const isLetIn = entry !== void 0 && decided.letsIn(entry);
    if (one.state === "derived" || one.state === "kept") return { record, state: one.state };
    const why = one.state === "unproven" ? one.why : proposedBy(record);
    if (why === void 0) return { record, state: "signed" };
    const wrong = entry !== void 0 && isLetIn ? whyNot(entry) : why;
    if (wrong === void 0) return { record, state: "decided-here" };
    const says = one.entry === void 0 ? {} : { says: saidBy(one.entry) };
    return { record, state: "unproven", why: wrong, ...says };
  });
  return { signed, isAsNamed: (entry) => whyNot(entry) === void 0, proofs };
}
function whyProposed(entry, proposing, approvals) {
  if (approvals.ownChanges === "security-key" || tightens(entry)) return void 0;
  if (proposing === "nobody") return void 0;
  if (proposing === "unknown") return "proposers-unknown";
  const isProposer = (id) => markOf({ id, login: "", type: "User" }, proposing) !== void 0;
  return signersOf(entry, approvals).some(isProposer) ? "proposer" : void 0;
}
function saidBy({ record }) {
  const { decision, about, by, expiresAt } = record;
  const subject = "purl" in about ? about.purl : "path" in about ? about.path : about.file;
  return {
    ...{ decision, subject, by: by.map(({ login }) => login), expiresAt },
    reason: by[0]?.reason ?? ""
  };
}

// src/run/with-decisions.ts
async function withDecisions(run, request, opened) {
  const { effective: policy } = run;
  if (policy === void 0) return run;
  const approvals = policy.approvals ?? approvalsOf({});
  const proof = await provenIn(run, request, { policy, approvals, opened });
  return decidedUnder(run, request, opened, { proof });
}
async function decidedUnder(run, request, opened, { proof, permitted }) {
  const { compare, locked } = opened;
  const { decisions: port, ledger, focus } = request;
  const { effective: policy, comparison, collected, now } = run;
  if (policy === void 0 || locked === void 0 || port !== void 0 && focus !== void 0) return run;
  const { dossiers } = collected;
  const { observations } = comparison;
  const judged = { comparison, dossiers, policy, now, ...focus !== void 0 && { isPart: true } };
  const approvals = policy.approvals ?? approvalsOf({});
  const found = judgedEach(judged).filter(({ fingerprint }) => permitted?.has(fingerprint) !== true);
  const findings = withoutProven(found, proof.records, ["derived", "kept"]);
  const blocking = { findings, observations, policy, rules };
  if (port === void 0 && !await isMentioned(request.trusted, dossiers)) return run;
  const repositoryId = port?.repositoryId ?? await ledger?.repositoryId();
  const author = port?.author ?? noProposers;
  const paths = pathsOf(blocking);
  const bytesOf = await bytesIn(request.head, paths);
  const blocked = takenBackByOne(
    decidableEverywhere(
      blockedOf({ ...blocking, dossiers, repositoryId, bytesOf }),
      blockedElsewhere(run, policy, repositoryId)
    ),
    proof.records
  );
  const brought = broughtIn(dossiers);
  if (blocked.length === 0 && dossiers.length === 0 && proof.records.length === 0) return run;
  const files = blocked.flatMap((one) => one.kind === "file" ? [one.path] : []);
  const place = { policyPath: request.policyPath, extended: run.policy?.extended };
  const isWatched = await watchedIn([request.base, request.head], place, [.../* @__PURE__ */ new Set([...paths, ...files])]);
  const known = {
    ...{ approvals, blocked, isLocal: port === void 0, repositoryId },
    cannotAskTeams: port?.cannotAskTeams === true
  };
  const sides = { base: request.base, head: request.head, compare };
  try {
    if (proof.failure !== void 0) throw proof.failure;
    const carried = riding(proof.records);
    const about = { blocked, dossiers, policy, approvals, repositoryId, now, riding: carried, locked };
    const records = await recordedAbout(request, about);
    const signers = signersIn(proof.records, approvals);
    const settle = /* @__PURE__ */ new Set([...records.people, ...signers]);
    const order = { approvals, isWatched, settle, patience: patienceFor(known) };
    const isAsked = blocked.length > 0 || brought.size > 0;
    const each = isAsked ? await port?.hearEach?.(order) : void 0;
    const settled = each === void 0 ? void 0 : await settledBy(each, run);
    if (port !== void 0 && settled !== void 0 && each !== void 0) {
      const heard = { ...request, decisions: { ...port, hearEach: () => Promise.resolve(each) } };
      const judgement = judge({ ...judged, comparison: settled.comparison });
      return await decidedUnder({ ...settled, judgement }, heard, opened, { proof, ...permitted && { permitted } });
    }
    if (port !== void 0 && each !== void 0 && permitted === void 0) {
      const lifted = await permittedIn({
        ...sides,
        heard: each,
        findings,
        observations,
        dossiers,
        policy,
        now,
        blocked
      });
      const heard = { ...request, decisions: { ...port, hearEach: () => Promise.resolve(each) } };
      if (lifted.size > 0) return await decidedUnder(run, heard, opened, { proof, permitted: lifted });
    }
    const decided = each === void 0 ? await decidedAlone(port, order, { ...known, records, author, brought, now, isAsked, signers }) : await decidedEach(each, {
      ...{ ...known, records, brought, findings, observations, dossiers, policy, now, ...sides },
      ...{
        signers,
        signed: new Set(proof.records.flatMap(({ path, state }) => state === "signed" ? [path] : []))
      }
    });
    const { counted, recorded, proposing = () => "unknown", unproposed } = decided;
    const admitted = admittedRecords({ ...known, judged: proof.records, decided, policy, now });
    const letsIn = (entry) => decided.letsIn(entry) && admitted.isAsNamed(entry);
    const signed = withoutProven(findings, admitted.signed, ["signed"]);
    const context = contextUnder(policy, { now, mode: comparison.mode });
    const covering = { ...counted, approvals: [...counted.approvals, ...records.approvalsOf(recorded)] };
    const after = applyDecisions({
      ...{ findings: signed, blocked, counted: covering, recorded: records.denials },
      ...{ letsIn, dossiers, policy, context, rules }
    });
    const told = records.report(recorded, proposing, unproposed);
    const decisions = reportedDecisions({
      ...{ ...known, ...decided, letsIn, counted: covering, ledger: told, denied: records.denials },
      proofs: admitted.proofs
    });
    const written = writtenRecords({ ...known, decided, letsIn, dossiers, policy, repositoryId, pull: port?.pull });
    const ended = { ...run, judgement: concluded(judged, after), ...decisions && { decisions } };
    return written.length === 0 ? ended : { ...ended, records: written };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const unknown = { ...known, ...nothingDecided, proposers: author };
    return unheard(run, cause, reportedDecisions(unknown));
  }
}
async function settledBy(each, run) {
  const comparison = await withFirstAlone(run.comparison, each);
  return comparison && { ...run, comparison, whole: await withFirstAlone(run.whole, each) ?? run.whole };
}
function patienceFor({ approvals, blocked }) {
  if (blocked.length === 0) return "short";
  const isOpen = approvals.users.length + approvals.teams.length > 0;
  return isOpen && blocked.every(({ kind }) => kind !== "undecidable") ? "long" : "none";
}
function blockedElsewhere({ looks = [], now }, policy, repositoryId) {
  return looks.flatMap(({ comparison, collected: { dossiers } }) => {
    const findings = judgedEach({ comparison, dossiers, policy, now });
    const { observations } = comparison;
    return blockedOf({ findings, observations, policy, rules, dossiers, repositoryId, bytesOf: () => void 0 });
  });
}
function unheard(run, cause, decisions) {
  const failed = (comparison) => ({
    ...comparison,
    errors: [...comparison.errors, asGateError(cause)]
  });
  const { findings } = run.judgement;
  return {
    ...{ ...run, comparison: failed(run.comparison), whole: failed(run.whole) },
    judgement: { verdict: "error", findings },
    ...decisions && { decisions }
  };
}
var broughtIn = (dossiers) => new Set(
  dossiers.flatMap(
    ({ change: { kind, source, name, version } }) => kind === "removed" || source.kind !== "registry" ? [] : [`${name}@${version}`]
  )
);
var noProposers = { marks: [], extra: 0 };
var nothing2 = { approvals: [], denials: [], refusals: [], required: 1, deleted: [] };
var nothingDecided = { asked: false, counted: nothing2, letsIn: () => false, recorded: /* @__PURE__ */ new Set() };
export {
  withDecisions
};
