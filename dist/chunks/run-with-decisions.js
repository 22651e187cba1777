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
  readLedger,
  reportedDecision,
  stemsOf,
  whyNotLetIn
} from "./chunk-decisions-ledger-match.js";
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
  pinnedSha512s,
  profilesOf
} from "./chunk-decisions-preimage.js";
import {
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
  markOf,
  mayDeny
} from "./chunk-decisions-who.js";
import {
  linesOf,
  mayDecide
} from "./chunk-decisions-lines.js";
import "./chunk-policy-load.js";
import "./chunk-policy-lint-values.js";
import "./chunk-policy-complaints.js";
import "./chunk-policy-schema-options.js";
import "./chunk-yaml.js";
import "./chunk-policy-effective.js";
import "./chunk-policy-approvals.js";
import "./chunk-policy-presets.js";
import "./chunk-policy-schema-exceptions.js";
import "./chunk-text-security-key.js";
import "./chunk-policy-publishers.js";
import "./chunk-policy-lists.js";
import "./chunk-policy-rule-settings.js";
import "./chunk-policy-profiles.js";
import {
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
import {
  isRead,
  watchedAs
} from "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-text-group-by.js";
import {
  lockedVersion,
  purlOf
} from "./chunk-model-identity.js";
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
import "./chunk-text-visible.js";
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

// src/decisions/offer.ts
function offeredLine(blocked) {
  const subject = blocked.kind === "package" ? `${blocked.name}@${blocked.version}` : blocked.path;
  const plain = subject.replaceAll("~", "\\~");
  const line = blocked.kind === "package" ? `/approve ${plain} ${blocked.codes.join(",")} ${blocked.digest}` : `/approve-file ${plain} ${blocked.digest}`;
  const read = linesOf(line);
  const statement = read.length === 1 ? read[0]?.statement : void 0;
  if (statement?.say === "approve" && blocked.kind === "package") {
    const isSame3 = statement.name === blocked.name && statement.version === blocked.version && statement.digest === blocked.digest && statement.codes.join(",") === [...blocked.codes].sort().join(",");
    return isSame3 ? line : void 0;
  }
  if (statement?.say !== "approve-file" || blocked.kind !== "file") return void 0;
  return statement.path === blocked.path && statement.digest === blocked.digest ? line : void 0;
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
      const isSame3 = await textOf2(snapshot) === now;
      if (isSame3 || isChanged) proposing.push(pull.number);
      if (isSame3 && isChanged) covering.push(pull.number);
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
async function decidedEach(heard, { approvals, now, blocked: all, brought: allBrought, records, ...given }) {
  const { pulls, steps, unknown, isMerged } = heard;
  const decidable = all.filter((entry) => entry.kind !== "undecidable" && !records.settled.has(entry.digest));
  const entries = decidable;
  const isSaid = pulls.some(({ comments }) => comments.some(({ body }) => mayDecide(body)));
  const { origins, brought } = (isSaid || records.open.size > 0) && entries.length > 0 && unknown === void 0 ? await findOrigins({ ...given, heard, entries }) : { origins: /* @__PURE__ */ new Map(), brought: new Map(pulls.map(({ number }) => [number, allBrought])) };
  const asked = proposersToAsk({ pulls, approvals, origins });
  const byRecord = new Set([...records.open].flatMap((digest) => origins.get(digest)?.proposing ?? []));
  const settle = /* @__PURE__ */ new Set([...asked.settle, ...records.people]);
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

// src/decisions/ledger/derive.ts
function stillListed(then, today) {
  const isKept = (ids) => (one) => ids.some(({ id }) => id === one.id);
  return {
    ...then,
    users: then.users.filter(isKept(today.users)),
    teams: then.teams.filter(isKept(today.teams)),
    never: [...then.never, ...today.never]
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
    const about = dossiers.filter(({ change }) => change.kind !== "removed" && isOf(change, { name, version }));
    const bytes = [...new Set(about.flatMap(everySha512))];
    return bytes.flatMap((sha512) => {
      const record = derivedDenial({ repositoryId, purl: purlOf(name, version), sha512 }, comment, derive);
      return record === void 0 ? [] : [record];
    });
  });
}
var isOf = (one, other) => one.name === other.name && one.version === other.version;

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

// src/run/proven-records.ts
var maxRecords = 100;
var maxPulls = 10;
async function proveRecords(given) {
  const { observations, request } = given;
  const paths = [...new Set(observations.flatMap(({ code, path }) => code === "record-unproven" ? [path] : []))];
  if (paths.length === 0) return [];
  const read = await Promise.all(paths.slice(0, maxRecords).map((path) => readAt(request.head, path)));
  const proving = new Proving(given);
  const judged = [];
  for (const one of read) {
    if ("why" in one) judged.push({ ...one, state: "unproven" });
    else judged.push(await proving.judge(one));
  }
  const rest = paths.slice(maxRecords).map((path) => ({ path, state: "unproven", why: "too-many" }));
  return [...judged, ...rest];
}
var riding = (judged) => judged.flatMap((one) => one.state === "signed" ? [one.entry] : []);
function signersOf({ statement, signatures }, approvals) {
  return whoSigned(statement, signatures, approvals, verifiesCurve).people.map(({ id }) => id);
}
async function readAt(head, path) {
  const { listed, reader } = await stateOf(head);
  const file = listed.get(path);
  if (file === void 0) return { path, why: "not-a-record" };
  const record = readRecord(path, await reader.read(file));
  return typeof record === "string" ? { path, why: record } : record;
}
var Proving = class {
  #given;
  #pulls = /* @__PURE__ */ new Map();
  #said = /* @__PURE__ */ new Map();
  constructor(given) {
    this.#given = given;
  }
  async judge(entry) {
    const { path } = entry;
    const why = await this.#whyNot(entry);
    if (why === void 0) return { path, state: entry.signatures.length > 0 ? "signed" : "derived", entry };
    return { path, state: "unproven", why, entry };
  }
  #whyNot(entry) {
    const { record, signatures } = entry;
    const { repositoryId, port } = this.#given;
    if (port?.recorded === void 0 || repositoryId === void 0) return "no-platform";
    if (record.about.repositoryId !== repositoryId) return "other-repository";
    if (signatures.length > 0) return this.#whyNotSigned(entry);
    if (record.decision === "revoke") return "not-derivable";
    return this.#whyNotDerived(entry);
  }
  /** Everybody whom it names has signed it, and nobody else; each may decide, and they are enough. Whether they propose it is asked elsewhere. */
  async #whyNotSigned(entry) {
    const { approvals, port, now, policy } = this.#given;
    const { record, signatures, statement } = entry;
    const { people, refused } = whoSigned(statement, signatures, approvals, verifiesCurve);
    const named = new Set(record.by.map(({ id }) => id));
    if (refused.length > 0 || people.length !== signatures.length) return "signature";
    const isAll = named.size === record.by.length && named.size === people.length;
    if (!isAll || !people.every(({ id }) => named.has(id))) return "signer";
    if (record.by.some(({ authenticated }) => authenticated !== "security-key")) return "signer";
    if (record.policy !== policy.digest) return "policy-unknown";
    const issued = Date.parse(record.issuedAt);
    const ends = record.expiresAt === null ? void 0 : Date.parse(record.expiresAt);
    const isOpen = record.decision === "deny" || record.decision === "revoke";
    if (isOpen !== (ends === void 0) || issued > Date.parse(now)) return "wrong-time";
    if (ends !== void 0 && (ends > issued + approvals.maximumAge || ends <= Date.parse(now))) return "wrong-time";
    const listed = approvals.users.filter(({ id }) => named.has(id));
    if (listed.length !== named.size) return "signer";
    const accounts = listed.map(({ id, login }) => ({ id, login, type: "User" }));
    const standings = await port?.standings?.(accounts, { ...approvals, teams: [] });
    const isAllowed = ({ id }) => {
      const permission = standings?.get(id)?.permission;
      return permission !== void 0 && isAtLeast(permission, approvals.minimumPermission);
    };
    if (!listed.every(isAllowed) || listed.some(({ id }) => approvals.never.some((one) => one.id === id))) {
      return "signer";
    }
    const byOne = record.decision === "deny" || isRevokedApproval(entry);
    return byOne || named.size >= approvals.required ? void 0 : "too-few";
  }
  async #whyNotDerived({ record }) {
    const { approvals, policy } = this.#given;
    if (record.pull === null) return "no-pull";
    const pull = await this.#pull(record.pull);
    if (pull === "too-many") return "too-many";
    if (pull === void 0) return "no-pull";
    if (record.decision === "deny") {
      if (!await this.#isLockedSomewhere(record.about, pull)) return "not-brought-in";
      const said2 = await this.#hear(pull, approvals, []);
      const own2 = { approvals, digest: policy.digest };
      return isDerived(record, { pull: pull.number, said: said2, policy: own2, rules }) ? void 0 : "not-derived";
    }
    if (record.decision === "revoke") return "not-derivable";
    const { merged } = pull;
    if (merged === void 0) return "not-merged";
    if (!merged.isDefault && !policy.baselines.includes(merged.into)) return "careless-branch";
    if (merged.before === void 0) return "not-brought-in";
    const [before, after] = await Promise.all([pull.open(merged.before), pull.open(merged.commit)]);
    const then = await this.#policyAt(before);
    if (then?.approvals === void 0) return "policy-unknown";
    const isBrought = record.decision === "approve" ? await this.#isBrought(record.about, before, after) : await isFileBrought(record.about, before, after);
    if (!isBrought) return "not-brought-in";
    const people = stillListed(then.approvals, approvals);
    const files = record.decision === "approve-file" ? [record.about.path] : [];
    const said = await this.#hear(pull, people, files, [before, after]);
    const own = { approvals: people, digest: then.digest };
    return isDerived(record, { pull: pull.number, said, policy: own, rules }) ? void 0 : "not-derived";
  }
  #pull(number) {
    const known = this.#pulls.get(number);
    if (known !== void 0) return known;
    if (this.#pulls.size >= maxPulls) return "too-many";
    const asked = this.#given.port?.recorded?.(number) ?? Promise.resolve(void 0);
    this.#pulls.set(number, asked);
    return asked;
  }
  async #hear(pull, approvals, files, states = []) {
    const { request, now } = this.#given;
    const key = JSON.stringify([pull.number, approvals, files]);
    const known = this.#said.get(key);
    if (known !== void 0) return known;
    const policyPaths = [request.policyPath];
    const linked = await behindLinks(states, files, policyPaths);
    const isWatched = watching(policyPaths, [...files, ...linked]);
    const said = pull.hear({ approvals, isWatched }).then((told) => ({ ...told, now }));
    this.#said.set(key, said);
    return said;
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
  /** Whether the state locks these bytes for this use, and the one before did not. */
  async #isBrought(about, before, after) {
    const { changes, errors } = await this.#given.opened.compare(after, before);
    const { purl, sha512, use } = about;
    const isAbout = (change) => isVersion2(change, purl) && lockedSha512(change) === sha512 && isUsed(change, use);
    return errors.length === 0 && changes.some(isAbout);
  }
  /** Whether the head of the pull request, its merge, or the default branch locks the bytes. */
  async #isLockedSomewhere(about, { head, merged, open }) {
    const { opened, request } = this.#given;
    for (const state of [request.trusted, await open(merged?.commit ?? head)]) {
      const locked = await opened.locked?.(state);
      const isAbout = (change) => isVersion2(change, about.purl) && pinnedSha512s(change).includes(about.sha512);
      if (locked?.changes.some(isAbout) === true) return true;
    }
    return false;
  }
};
function isVersion2({ kind, source, ...change }, purl) {
  const { name, version } = packageOf(purl);
  return kind !== "removed" && source.kind === "registry" && change.name === name && change.version === version;
}
var isUsed = ({ dependencyTypes }, use) => [...new Set(dependencyTypes)].sort().join() === use.join();
async function isFileBrought({ path, mode, sha256 }, before, after) {
  const [former, now] = await Promise.all([before, after].map(async (state) => (await bytesIn(state, [path]))(path)));
  const isSame3 = (bytes) => bytes !== void 0 && (bytes?.mode ?? null) === mode && (bytes?.sha256 ?? null) === sha256;
  return isSame3(now) && !isSame3(former);
}
var isRevokedApproval = ({ record }) => record.decision === "revoke" && /-approve-/.test(record.about.file);

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
function withProven(findings, records, how) {
  const proven = new Map(records.flatMap((one) => one.state === how ? [[one.path, one.entry]] : []));
  if (proven.size === 0) return findings;
  return findings.map((finding) => {
    const entry = finding.rule === recordRule ? proven.get(finding.lockfile) : void 0;
    if (entry === void 0 || finding.status !== "reported" || finding.codes.join() !== "record-unproven") {
      return finding;
    }
    const coveredBy = coveringOf(entry);
    return { ...finding, status: "approved", decision: coveredBy.id, coveredBy };
  });
}
function coveringOf({ path, sha256, record }) {
  const by = record.by.map(({ id, login, comment, reason, at }) => ({ login, id, comment, reason, at, record: path }));
  return { kind: "decision", id: sha256, by };
}
var signersIn = (records, approvals) => records.flatMap((one) => one.state === "signed" ? signersOf(one.entry, approvals) : []);
function takenBackByOne(blocked, records) {
  const revoking = new Set(
    records.flatMap(({ path, entry }) => entry !== void 0 && tightens(entry) ? [path] : [])
  );
  return blocked.map((one) => one.kind === "file" && revoking.has(one.path) ? { ...one, byOne: true } : one);
}
function admittedRecords({ judged, decided, blocked, approvals }) {
  const entries = blocked.flatMap((one) => one.kind === "undecidable" ? [] : [one]);
  const byPath = new Map(judged.map((one) => [one.path, one]));
  const fileOf = (path) => entries.find((entry) => entry.kind === "file" && entry.path === path);
  const isAsNamed = (entry) => {
    const record = entry.kind === "file" ? byPath.get(entry.path) : void 0;
    if (record === void 0) return true;
    if (record.entry === void 0) return false;
    const people = decided.counted.approvals.flatMap((one) => one.digest === entry.digest ? [one.account.id] : []);
    return isDecided(record.entry, people, entries);
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
    if (one.state === "derived") return { record, state: "derived" };
    const why = one.state === "unproven" ? one.why : proposedBy(record);
    if (why === void 0) return { record, state: "signed" };
    if (entry !== void 0 && isLetIn && isAsNamed(entry)) return { record, state: "decided-here" };
    return { record, state: "unproven", why: isLetIn ? "not-as-named" : why };
  });
  return { signed, isAsNamed, proofs };
}
function isDecided({ record }, people, entries) {
  const named = new Set(record.by.map(({ id }) => id));
  const isSame3 = named.size === new Set(people).size && people.every((id) => named.has(id));
  if (!isSame3 || record.decision === "deny" || record.decision === "revoke") return isSame3;
  const digest = digestOf(record.about);
  const entry = entries.find((one) => one.digest === digest);
  if (entry === void 0) return false;
  const now = entry.codes.join();
  return record.decision === "approve-file" || record.by.every(({ codes }) => codes.join() === now);
}
function whyProposed(entry, proposing, approvals) {
  if (approvals.ownChanges === "security-key" || tightens(entry)) return void 0;
  if (proposing === "nobody") return void 0;
  if (proposing === "unknown") return "proposer";
  const isProposer = (id) => markOf({ id, login: "", type: "User" }, proposing) !== void 0;
  return signersOf(entry, approvals).some(isProposer) ? "proposer" : void 0;
}
var tightens = ({ record }) => record.decision === "deny" || record.decision === "revoke" && /-approve-/.test(record.about.file);

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
  const isProposed = mode === "check" && asked.isLocal !== true;
  const settled = /* @__PURE__ */ new Set();
  const open = /* @__PURE__ */ new Set();
  for (const entry of candidates) {
    const isSettled = !isProposed || await isLockedAlready(entry, request, given);
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

// src/run/with-decisions.ts
async function withDecisions(run, request, opened) {
  const { compare, locked } = opened;
  const { decisions: port, ledger, focus } = request;
  const { effective: policy, comparison, collected, now } = run;
  if (policy === void 0 || locked === void 0 || port !== void 0 && focus !== void 0) return run;
  const { dossiers } = collected;
  const { observations } = comparison;
  const judged = { comparison, dossiers, policy, now, ...focus !== void 0 && { isPart: true } };
  const approvals = policy.approvals ?? nobody;
  const proof = await provenIn(run, request, { policy, approvals, opened });
  const findings = withProven(judgedEach(judged), proof.records, "derived");
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
  const { extended } = run.policy ?? {};
  const beside = extended !== void 0 && "source" in extended ? [extended.source] : [];
  const policyPaths = [request.policyPath, ...beside];
  const named = [.../* @__PURE__ */ new Set([...paths, ...files])];
  const isWatched = watching(policyPaths, [
    ...named,
    ...await behindLinks([request.base, request.head], named, policyPaths)
  ]);
  const known = { approvals, blocked, isLocal: port === void 0, repositoryId };
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
      return await withDecisions({ ...settled, judgement }, heard, opened);
    }
    const decided = each === void 0 ? await decidedAlone(port, order, { ...known, records, author, brought, now, isAsked, signers }) : await decidedEach(each, {
      ...{ ...known, records, brought, findings, observations, dossiers, policy, now, ...sides }
    });
    const { counted, recorded, proposing = () => "unknown", unproposed } = decided;
    const admitted = admittedRecords({ ...known, judged: proof.records, decided });
    const letsIn = (entry) => decided.letsIn(entry) && admitted.isAsNamed(entry);
    const signed = withProven(findings, admitted.signed, "signed");
    const context = contextUnder(policy, { now, mode: comparison.mode });
    const covering = { ...counted, approvals: [...counted.approvals, ...records.approvalsOf(recorded)] };
    const after = applyDecisions({
      ...{ findings: signed, blocked, counted: covering, recorded: records.denials },
      ...{ letsIn, dossiers, policy, context, rules }
    });
    const told = records.report(recorded, proposing, unproposed);
    const decisions = reported({
      ...{ ...known, ...decided, letsIn, counted: covering, ledger: told, denied: records.denials },
      proofs: admitted.proofs
    });
    const written = writtenRecords({ ...known, decided, letsIn, dossiers, policy, repositoryId, pull: port?.pull });
    const ended = { ...run, judgement: concluded(judged, after), ...decisions && { decisions } };
    return written.length === 0 ? ended : { ...ended, records: written };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    const unknown = { ...known, ...nothingDecided, proposers: author };
    return unheard(run, cause, reported(unknown));
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
    ...heard && { said: { ...heard, now: known.now } },
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
var nobody = {
  ...{ accept: ["comment"], users: [], teams: [], minimumPermission: "write", never: [], required: 1 },
  ...{ keys: [], ownChanges: "never", maximumAge: 180 * 864e5 }
};
var silence = { comments: [], deleted: [], reviews: [], standings: /* @__PURE__ */ new Map(), tampered: [] };
var noProposers = { marks: [], extra: 0 };
var nothing2 = { approvals: [], denials: [], refusals: [], required: 1, deleted: [] };
var nothingDecided = { asked: false, counted: nothing2, letsIn: () => false, recorded: /* @__PURE__ */ new Set() };
function reported({
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
  const { users, teams } = approvals;
  const isOpen = !isLocal && users.length + teams.length > 0 && blocked.length > 0;
  const isSaid = refusals.length + deleted.length + denials.length + proofs.length > 0 || (notCounted ?? ledger) !== void 0;
  if (!isOpen && !isSaid) return void 0;
  return {
    ...{ asked, required },
    ...repositoryId === void 0 ? {} : { repositoryId },
    ...pulls === void 0 ? {} : { pulls },
    ...notCounted === void 0 ? {} : { notCounted },
    ...proposers.because === void 0 ? {} : { because: proposers.because },
    approvers: { users, teams },
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
export {
  withDecisions
};
