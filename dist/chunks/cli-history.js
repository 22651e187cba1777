import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  daysToWait
} from "./chunk-managers-bots-bot.js";
import {
  aboutOf,
  namedAtMost,
  obstaclesOf,
  outcomeOf,
  rehearsalEvidence
} from "./chunk-run-rehearsal-evidence.js";
import {
  branchTip,
  lockfileHistory
} from "./chunk-repository-git-history.js";
import {
  totalsWords,
  withoutUser
} from "./chunk-report-history-words.js";
import {
  startProgress
} from "./chunk-cli-progress.js";
import {
  readEvidence
} from "./chunk-cli-request.js";
import {
  givenTrust
} from "./chunk-cli-trust-flags.js";
import {
  extendedReader,
  operatorPolicy
} from "./chunk-cli-extended-policy.js";
import "./chunk-cli-repository-id.js";
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
import {
  gitAuthorship
} from "./chunk-repository-git-authorship.js";
import "./chunk-repository-git-process.js";
import "./chunk-cli-program.js";
import {
  openSession
} from "./chunk-registry-session.js";
import {
  subjectOf
} from "./chunk-registry-answer.js";
import "./chunk-registry-limits.js";
import {
  demandSameRegistries,
  demandSameTrust
} from "./chunk-run-recorded-trust.js";
import {
  registryOf
} from "./chunk-registry-registry-map.js";
import {
  acceptPolicy
} from "./chunk-policy-load.js";
import "./chunk-policy-lint-values.js";
import "./chunk-policy-complaints.js";
import "./chunk-model-proposal.js";
import "./chunk-policy-schema-options.js";
import {
  require_dist
} from "./chunk-yaml.js";
import "./chunk-policy-effective.js";
import "./chunk-policy-approvals.js";
import "./chunk-policy-presets.js";
import "./chunk-policy-schema-exceptions.js";
import "./chunk-text-security-key.js";
import "./chunk-policy-publishers.js";
import "./chunk-policy-lists.js";
import "./chunk-policy-rule-settings.js";
import "./chunk-policy-profiles.js";
import "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import "./chunk-judge-finding.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-policy-nearest.js";
import "./chunk-spdx-expression-parse.js";
import "./chunk-platform-github-policy-of.js";
import {
  runGate
} from "./chunk-run-pipeline.js";
import {
  openSubject
} from "./chunk-run-open.js";
import "./chunk-repository-update-bots.js";
import "./chunk-managers-node-options.js";
import "./chunk-compare-open-with-manifests.js";
import "./chunk-run-trust-settings.js";
import "./chunk-run-base-files.js";
import "./chunk-run-verdict-of.js";
import "./chunk-text-record-name.js";
import "./chunk-compare-open-lockfile.js";
import "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-repository-contents.js";
import "./chunk-managers-bin.js";
import {
  serializeEvidence
} from "./chunk-recording-evidence-file.js";
import "./chunk-model-co-authors.js";
import {
  reportedPolicy
} from "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import {
  isCoverable
} from "./chunk-policy-waivable.js";
import {
  milliseconds
} from "./chunk-model-options.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
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
import "./chunk-report-escape.js";
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
import {
  effectOf
} from "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import {
  quoted,
  visible
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/cli/history.ts
import { resolve } from "node:path";

// src/run/policy-edits.ts
var import_yaml = __toESM(require_dist(), 1);
var reason = "Say here why it is needed.";
var plain = /^[A-Za-z][\w./-]*$/;
var scalar = (text) => plain.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
var list = (texts) => `[${texts.map(scalar).join(", ")}]`;
function editLines(edits) {
  const exclude = edits.flatMap((edit) => edit.exclude ?? []);
  const rules = [...new Set(edits.flatMap(({ rule }) => rule ?? []))].sort();
  const lines = rules.map((rule) => {
    const own = edits.filter((edit) => edit.rule === rule);
    const allow = [...new Set(own.flatMap((edit) => edit.allow ?? []))];
    const warn = [...new Set(own.flatMap((edit) => edit.warn ?? []))];
    const members = [...allow.length === 0 ? [] : [`allow: ${list(allow)}`], ...warn.map((code) => `${code}: warn`)];
    return `  ${rule}: { ${members.join(", ")} }`;
  });
  const exceptions = edits.flatMap(({ exception }) => exception ?? []);
  const entries = exceptions.map(
    (each) => `  - { package: ${scalar(each.package)}, rules: ${list(each.rules)}, expires: ${each.expires}, reason: ${reason} }`
  );
  return [
    ...exclude.length === 0 ? [] : [`lockfiles: { exclude: ${list(exclude)} }`],
    ...lines.length === 0 ? [] : ["rules:", ...lines],
    ...entries.length === 0 ? [] : ["exceptions:", ...entries]
  ].join("\n");
}
function withEdits(text, edits) {
  const document = (0, import_yaml.parseDocument)(text);
  const add = (path, more) => {
    const known = document.getIn(path);
    const before = known === void 0 || known === null ? [] : JSON.parse(JSON.stringify(known));
    document.setIn(path, document.createNode([.../* @__PURE__ */ new Set([...before, ...more])]));
  };
  for (const { exclude = [], rule, allow = [], warn = [], exception } of edits) {
    if (exception !== void 0) add(["exceptions"], [{ ...exception, reason }]);
    if (exclude.length > 0) add(["lockfiles", "exclude"], exclude);
    if (rule === void 0) continue;
    const own = document.getIn(["rules", rule], true);
    if (!(0, import_yaml.isMap)(own)) {
      document.setIn(["rules", rule], document.createNode((0, import_yaml.isScalar)(own) ? { level: own.value } : {}));
    }
    if (allow.length > 0) add(["rules", rule, "allow"], allow);
    for (const code of warn) document.setIn(["rules", rule, code], "warn");
  }
  return document.toString();
}

// src/run/rehearsal-candidates.ts
var allowing = {
  "install-scripts": "Their install scripts are no longer reported, in any version: also one that an attacker adds.",
  "name-similarity": "These names are no longer compared with well-known ones."
};
var relaxable = {
  abandonment: ["deprecated", "dormant", "no-times"],
  alias: ["new-alias"],
  lockfile: [
    ...["competes", "missing-optional", "moved-folder", "moved-manager", "no-lockfile", "not-locked"],
    ...["unread-documents", "unsupported"]
  ],
  override: ["override-changed", "override-unapplied"],
  provenance: ["missing"]
};
var aside = /^((?:[\w.@-]+\/)*?(?:examples?|tests?|__tests__|__fixtures__|fixtures?|e2e|playgrounds?|benchmarks?|demos?|samples?|templates?))\//;
var packageName = /^(?:@[a-z\d~][\w.~-]*\/)?[a-z\d~][\w.~-]*$/i;
var day = 864e5;
function candidatesFor(changes, clock) {
  const found = changes.flat();
  const blocking = found.flatMap(
    ([finding, { kind }]) => kind === "blocks" && finding.outcome === "violation" ? finding : []
  );
  return [
    ...allowCandidates(blocking),
    ...hostCandidates(blocking),
    ...recurringSources(changes, clock),
    ...codeCandidates(blocking),
    ...asideCandidates(found)
  ];
}
function allowCandidates(blocking) {
  return Object.entries(allowing).flatMap(([rule, cost]) => {
    const own = blocking.filter((each) => each.rule === rule);
    const names = new Set(own.flatMap(({ name }) => name !== null && packageName.test(name) ? name : []));
    if (rule === "install-scripts") {
      for (const { name, codes } of own) if (!codes.every(isFirst)) names.delete(name ?? "");
    }
    const allow = [...names].sort();
    const covers = (finding) => finding.rule === rule && names.has(finding.name ?? "");
    return allow.length === 0 ? [] : [{ edit: { rule, allow }, rule, cost, covers }];
  });
}
var isFirst = (code) => code === "first-seen" || code === "unestablished";
function recurringSources(changes, clock) {
  const isSource = ({ rule, codes }) => rule === "source" && !codes.includes("import");
  const names = changes.map((found) => new Set(found.flatMap(([each]) => isSource(each) ? each.name ?? [] : [])));
  const recurring = [...new Set(names.flatMap((each) => [...each]))].filter(
    (name) => packageName.test(name) && names.filter((each) => each.has(name)).length > 1
  );
  const expires = new Date(Date.parse(clock) + 90 * day).toISOString().slice(0, 10);
  return recurring.sort().map((name) => ({
    edit: { exception: { package: name, rules: ["source"], expires } },
    rule: "source",
    cost: "Until then every version of this package may come from anywhere, without a registry that says who published it.",
    covers: (finding) => isSource(finding) && finding.name === name
  }));
}
function hostCandidates(blocking) {
  const isImport = ({ rule, codes }) => rule === "source" && codes.every((code) => code === "import");
  const hosts = new Set(
    blocking.flatMap((each) => isImport(each) && /^[\w.-]+(?::\d+)?$/.test(each.name ?? "") ? each.name ?? [] : [])
  );
  if (hosts.size === 0) return [];
  const cost = "Modules of these hosts are only a warning when they are new; no other rule judges what they hold.";
  const covers = (finding) => isImport(finding) && hosts.has(finding.name ?? "");
  return [{ edit: { rule: "source", allow: [...hosts].sort() }, rule: "source", cost, covers }];
}
function codeCandidates(blocking) {
  const groups = groupBy(
    blocking.filter(({ rule, codes }) => codes.every((code) => relaxable[rule]?.includes(code) === true)),
    ({ rule, codes }) => `${rule} ${codes.join(" ")}`
  );
  return [...groups].map(([key, [first]]) => {
    const { rule, codes } = first;
    return {
      ...{ edit: { rule, warn: codes }, rule },
      cost: "Such findings are only warnings, for every package.",
      covers: (finding) => `${finding.rule} ${finding.codes.join(" ")}` === key
    };
  });
}
function asideCandidates(found) {
  const folders = new Set(found.flatMap(([{ lockfile }]) => aside.exec(lockfile)?.[1] ?? []));
  return [...folders].sort().map((folder) => ({
    edit: { exclude: [`${folder}/**`] },
    rule: null,
    cost: "Nothing below this folder is judged, by any rule: neither lockfiles nor settings nor scripts.",
    covers: ({ lockfile }) => lockfile.startsWith(`${folder}/`)
  }));
}

// src/run/rehearsal-totals.ts
function totalsOf(changes) {
  const totals = { unanswered: 0, blocked: 0, "past-judging": 0, decision: 0, waits: 0, passed: 0 };
  for (const { outcome } of changes) totals[outcome] += 1;
  return totals;
}

// src/run/rehearsal-advice.ts
async function adviceOf(judged, { file, preset, policy, now: clock }, judge) {
  const obstacles = new Map(judged.map((each) => [each, obstaclesOf(each.run)]));
  const open = judged.filter(({ change }) => change.outcome !== "passed");
  const policyText = textOf(file) ?? `version: 1
extends: ${preset ?? "recommended"}
`;
  const edited = (edits2) => ({
    source: policy.source,
    text: withEdits(policyText, edits2)
  });
  const candidates = candidatesFor(
    open.map((each) => (obstacles.get(each) ?? []).filter(([finding]) => isCoverable(finding))),
    clock
  ).filter(({ edit }) => acceptPolicy(edited([edit])).accepted !== void 0);
  const countOf = (covers) => {
    const covered = open.map((each) => (obstacles.get(each) ?? []).filter((pair) => covers(...pair)).length);
    return {
      changes: covered.filter((count) => count > 0).length,
      findings: covered.reduce((sum, count) => sum + count, 0)
    };
  };
  const advice = candidates.map(({ edit, rule, cost, covers }) => ({
    ...{ kind: "policy", lines: editLines([edit]), rule, cost, ...countOf(covers) },
    letsThrough: open.filter((each) => isFreed(each.change, obstacles.get(each) ?? [], covers)).length
  }));
  const isLeft = (finding, obstacle) => obstacle.kind === "blocks" && finding.outcome === "violation" && !candidates.some(({ covers }) => covers(finding, obstacle));
  const left = open.flatMap(
    (each) => (obstacles.get(each) ?? []).flatMap((pair) => isLeft(...pair) ? pair[0].rule : [])
  );
  const rest = [...new Set(left)].sort(compareText).map((rule) => ({
    ...{ rule, ...countOf((finding, obstacle) => finding.rule === rule && isLeft(finding, obstacle)) }
  }));
  const waiting = botAdvice(open);
  const all = [...advice, ...waiting].sort((a, b) => b.letsThrough - a.letsThrough || b.changes - a.changes);
  if (candidates.length === 0) return { advice: all, rest, together: null };
  const edits = candidates.map(({ edit }) => edit);
  const isCovered = (each) => (obstacles.get(each) ?? []).some((pair) => candidates.some(({ covers }) => covers(...pair)));
  const changes = [];
  for (const each of judged) {
    const again = isCovered(each) ? await judge(each.commit, againBy(edited(edits), edits)) : each;
    changes.push(again.change);
  }
  return { advice: all, rest, together: { lines: editLines(edits), totals: totalsOf(changes) } };
}
var againBy = (policy, edits) => ({
  policy,
  ...edits.some(({ exclude }) => exclude !== void 0) && { compared: void 0 }
});
var textOf = (file) => typeof file?.text === "object" ? new TextDecoder().decode(file.text) : file?.text;
function isFreed({ unanswered, pastJudging }, obstacles, covers) {
  const isRead = !pastJudging.some(({ reason: reason2 }) => reason2 === "unreadable" || reason2 === "not-evaluated");
  return unanswered === 0 && isRead && obstacles.length > 0 && obstacles.every((pair) => covers(...pair));
}
function botAdvice(open) {
  const waiting = open.filter(({ change: { waits } }) => waits?.rules.includes("cooldown") === true);
  const ages = waiting.flatMap(({ run: { effective } }) => {
    const options = effective?.settings.get("cooldown")?.options;
    return options?.minimumReleaseAge === void 0 ? [] : [milliseconds(options.minimumReleaseAge)];
  });
  if (ages.length === 0) return [];
  const days = daysToWait(Math.max(...ages));
  const freed = waiting.filter(({ change }) => change.outcome === "waits" && change.waits?.rules.length === 1);
  return [
    {
      ...{ kind: "bot", rule: "cooldown" },
      lines: `Renovate: "minimumReleaseAge": "${days} days"
Dependabot: cooldown: { default-days: ${days} }`,
      ...{ changes: waiting.length, letsThrough: freed.length },
      findings: waiting.reduce(
        (sum, { run }) => sum + obstaclesOf(run).filter(([{ rule }, { kind }]) => rule === "cooldown" && kind === "waits").length,
        0
      ),
      cost: `The bot proposes updates ${days} days later; the policy stays as it is.`
    }
  ];
}

// src/run/rehearsal-difference.ts
function comparedPolicies(first, second) {
  const [[a, ones], [b, others]] = [first, second];
  const pairs = ones.flatMap((one, at) => {
    const other = others[at];
    return other === void 0 ? [] : [pairOf(one, other)];
  });
  const changes = others.map(({ change }) => change);
  return {
    ...{ a: titleOf(a), b: titleOf(b), changes, totals: totalsOf(changes) },
    differences: pairs.flatMap(({ commit, effect }) => effect === void 0 ? [] : [{ commit, effect }]),
    warningsOnly: pairs.filter(({ effect, haveOtherWarnings }) => effect === void 0 && haveOtherWarnings).length,
    letsIn: byRule(pairs.map(({ effect, before }) => effect === "lets-in" ? before : [])),
    stops: byRule(pairs.map(({ effect, after }) => effect === "stops" ? after : []))
  };
}
var titleOf = ({ policy, preset }) => ({
  ...reportedPolicy({ ...policy, ...policy.from }),
  preset: preset ?? null
});
function pairOf(one, other) {
  const [before, after] = [stopsOf(one), stopsOf(other)];
  const isAlike = before.size === after.size && [...before].every(([key, { how }]) => after.get(key)?.how === how);
  return {
    commit: one.change.commit,
    effect: isAlike ? void 0 : effectBetween(one.change, other.change),
    haveOtherWarnings: warningsOf(one) !== warningsOf(other),
    before: [...before.values()],
    after: [...after.values()]
  };
}
function effectBetween(one, other) {
  const [first, second] = [one.outcome, other.outcome];
  if (first === "unanswered" || second === "unanswered") return "unknown";
  if (isOpen(one) !== isOpen(other)) return "unknown";
  if (first === second || first !== "passed" && second !== "passed") return "otherwise";
  return second === "passed" ? "lets-in" : "stops";
}
var isOpen = ({ outcome, pastJudging }) => outcome === "past-judging" && pastJudging.some(({ reason: reason2 }) => reason2 !== "unreadable");
function stopsOf({ run }) {
  const found = obstaclesOf(run).map(([finding, obstacle]) => {
    const { rule, name, version, lockfile } = finding;
    const how = [obstacle.kind, "until" in obstacle && obstacle.until, "reason" in obstacle && obstacle.reason];
    const stop = { rule, about: aboutOf(finding), how: JSON.stringify(how) };
    return [JSON.stringify([rule, lockfile, name, version]), stop];
  });
  const failed = run.comparison.errors.map(({ code, path = "" }) => {
    const stop = { rule: code, about: path === "" ? code : path, how: "error" };
    return [JSON.stringify([code, path]), stop];
  });
  return new Map([...found, ...failed]);
}
var warningsOf = ({ run: { judgement, policy } }) => JSON.stringify(
  judgement.findings.filter((finding) => effectOf(finding, policy?.mode ?? "enforce") === "warns").map(({ rule, name, version, lockfile }) => [rule, lockfile, name, version])
);
function byRule(stops) {
  const all = stops.flatMap((each, change) => each.map((stop) => ({ ...stop, change })));
  return [...groupBy(all, ({ rule }) => rule)].map(([rule, those]) => ({
    ...{ rule, findings: those.length, changes: new Set(those.map(({ change }) => change)).size },
    about: [...new Set(those.map(({ about }) => about))].slice(0, namedAtMost)
  })).sort((x, y) => y.changes - x.changes || compareText(x.rule, y.rule));
}

// src/run/rehearsal-policy.ts
async function openRehearsed(request, { repository, snapshotOf, trusted, clock }) {
  const opened = await openSubject({ ...request, mode: "check", head: trusted, trusted, now: clock });
  const requestFor = (commit) => ({
    ...request,
    mode: "check",
    base: snapshotOf(commit.parent),
    head: snapshotOf(commit.id),
    trusted,
    now: commit.committedAt < clock ? commit.committedAt : clock,
    authorship: () => gitAuthorship(repository, commit.parent, commit.id)
  });
  const compared = /* @__PURE__ */ new Map();
  return {
    opened,
    compare: async (commit) => {
      const comparison = await comparisonOf(requestFor(commit));
      if (comparison !== void 0) compared.set(commit, comparison);
    },
    comparisons: () => compared.values(),
    judge: async (commit, session, instead = {}) => {
      const comparison = compared.get(commit);
      const asked = { ...requestFor(commit), session, ...comparison && { compared: comparison }, ...instead };
      const run = await runGate(asked);
      const wrong = run.comparison.errors.find(({ code }) => code === "usage");
      if (wrong !== void 0) throw new GateFailure("usage", wrong.message);
      const { id, parent, committedAt, subject } = commit;
      const change = { commit: id, parent, committedAt, judgedAt: asked.now, subject, ...outcomeOf(run, asked.now) };
      return { commit, change, run };
    }
  };
}
async function comparisonOf(request) {
  try {
    const { compare } = await openSubject(request);
    return await compare();
  } catch {
    return void 0;
  }
}

// src/run/rehearsal-unanswered.ts
function gapsIn(judged) {
  const all = judged.flatMap(
    (each) => obstaclesOf(each.run).flatMap(
      ([finding, { kind }]) => kind === "unanswered" && finding.cause !== void 0 ? [gapOf(each, finding, finding.cause)] : []
    )
  );
  return [...groupBy(all, ({ source, reason: reason2 }) => JSON.stringify([source, reason2])).values()].map((those) => {
    const [{ source, reason: reason2 }] = those;
    const details = [...new Set(those.map(({ detail }) => detail))];
    return {
      ...{ source, reason: reason2, detail: details.sort(plainestFirst)[0] ?? "" },
      ...{ findings: those.length, changes: new Set(those.map(({ commit }) => commit)).size }
    };
  });
}
var plainestFirst = (a, b) => Number(a.startsWith("not requested")) - Number(b.startsWith("not requested")) || a.length - b.length || compareText(a, b);
function gapOf({ commit, run }, finding, cause) {
  const source = sourceOf(finding, cause, run.collected.dossiers, run.effective?.sources);
  return { commit: commit.id, source, reason: cause.reason, detail: cause.detail };
}
function sourceOf({ name, version, lockfile }, { asked, evidence, reason: reason2 }, dossiers, sources) {
  if (asked === "osv") return "OSV";
  if (asked === "authorship") return "git";
  const named = [addressFor(asked, evidence, sources) ?? []].flat().filter((each) => each.includes("://"));
  if (named.length === 1 && named[0] !== void 0) return named[0];
  const isOwn = ({ change }) => change.name === name && change.version === version && change.lockfile === lockfile;
  const lacks = ({ evidence: { [evidence]: given } }) => given.state === "unavailable" && given.reason === reason2;
  return (dossiers.find(isOwn) ?? dossiers.find(lacks))?.registry ?? "the registry";
}
function addressFor(asked, evidence, sources) {
  if (asked === "advisories") return evidence === "malware" ? sources?.malware : sources?.advisories;
  if (asked === "attestations") return sources?.attestations;
  return asked === "downloads" ? sources?.popularity : void 0;
}

// src/run/snapshot-cache.ts
var mostFiles = 4e5;
function snapshotCache(repository, files) {
  const kept = /* @__PURE__ */ new Map();
  const most = Math.max(2, Math.floor(mostFiles / Math.max(1, files)));
  return (commit) => {
    const snapshot = kept.get(commit) ?? commitSnapshot(repository, commit);
    kept.delete(commit);
    kept.set(commit, snapshot);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== void 0) kept.delete(oldest);
    return { ...snapshot };
  };
}

// src/run/rehearse.ts
async function rehearse(request, options) {
  const { repository, most, evidence, clock, progress, against } = options;
  const { branch, tip } = await branchTip(repository, options.branch);
  const trusted = commitSnapshot(repository, tip);
  const place = { repository, trusted, clock, snapshotOf: snapshotCache(repository, (await trusted.list()).length) };
  const own = await openRehearsed(request, place);
  if (evidence !== void 0) demandSameTrust(own.opened.trust, evidence.trust ?? {});
  const { policy, preset } = against ?? {};
  const other = against && await openRehearsed({ ...request, policy, preset }, place);
  const policies = other === void 0 ? [own] : [own, other];
  const isGated = (path) => policies.some(({ opened }) => opened.policy.isGated(path));
  const { commits, isCut } = await lockfileHistory(repository, tip, { most, isGated });
  for (const [at, commit] of commits.entries()) {
    for (const each of policies) await each.compare(commit);
    progress?.("compared", at + 1, commits.length);
  }
  const session = openSession({
    answers: (evidence?.answers ?? []).map((answer) => [subjectOf(answer), answer]),
    versionsOf: versionsIn(policies.flatMap(({ comparisons }) => [...comparisons()])),
    limits: request.limits
  });
  const record = recorder(session, own.opened, clock);
  const judge = async (policy2, commit, instead) => {
    const judged2 = await policy2.judge(commit, session, instead);
    const { registries } = judged2.run.collected;
    if (evidence !== void 0 && registries !== void 0) demandSameRegistries(registries, evidence, []);
    return judged2;
  };
  const judged = [];
  const tell = (asked) => progress?.("judged", judged.length, commits.length, {
    totals: totalsOf(judged.map(({ change }) => change)),
    ...asked && { asked }
  });
  try {
    const again = [];
    for (const commit of commits) {
      const one = await judge(own, commit, { progress: (done, total) => tell({ done, total }) });
      judged.push(one);
      record.add(one.run);
      if (other !== void 0) {
        const two = await judge(other, commit);
        demandOneRegistry(one.run, two.run);
        again.push(two);
        record.add(two.run, false);
      }
      tell();
      await options.onJudged?.(record.file);
    }
    const changes = judged.map(({ change }) => change);
    const rehearsal = {
      schema: "lockgate-history/1",
      ...{
        branch,
        tip,
        evaluatedAt: clock,
        policy: reportedPolicy({ ...own.opened.policy, ...own.opened.policy.from }),
        asked: most,
        isCut
      },
      ...{ changes, totals: totalsOf(changes), notAnswered: gapsIn([...judged, ...again]) },
      ...await adviceOf(judged, own.opened, (commit, instead) => judge(own, commit, { ...instead, offline: true })),
      ...other && { compared: comparedPolicies([own.opened, judged], [other.opened, again]) }
    };
    return { rehearsal, evidence: record.file() };
  } finally {
    session.close();
    await repository.close();
  }
}
function versionsIn(comparisons) {
  const versions = /* @__PURE__ */ new Map();
  const add = (name, more) => {
    const known = versions.get(name) ?? /* @__PURE__ */ new Set();
    versions.set(name, known);
    for (const version of more) known.add(version);
  };
  for (const { changes, bundles = [] } of comparisons) {
    for (const { name, version, baseVersions } of changes) add(name, [version, ...baseVersions]);
    for (const { by } of bundles) if (by !== void 0) add(by.name, [by.version]);
  }
  return (name) => [...versions.get(name) ?? []];
}
function demandOneRegistry(one, two) {
  const [first, second] = [one.collected.registries, two.collected.registries];
  if (first === void 0 || second === void 0) return;
  for (const { name } of [...one.comparison.changes, ...two.comparison.changes]) {
    const [here, there] = [registryOf(first, name), registryOf(second, name)];
    if (here === there && first.publicRegistry === second.publicRegistry) continue;
    throw new GateFailure(
      "usage",
      `The two policies name different registries for ${quoted(name, 200)}, ${quoted(here, 200)} and ${quoted(there, 200)}, so that they cannot be judged by the same evidence: rehearse each by itself`
    );
  }
}
function recorder(session, opened, clock) {
  let registries;
  let extended;
  return {
    add: ({ collected, effective }, isOwn = true) => {
      registries ??= collected.registries;
      if (isOwn) extended ??= effective?.extended;
    },
    file: () => rehearsalEvidence(session.answers.values(), opened, { clock, registries, extended })
  };
}

// src/cli/history.ts
var savedEvery = 2e4;
async function runHistory(flags) {
  demandOwnFlags(flags);
  const { evidence, evidenceOut, policy, preset, registry, osv, branch, repo = "." } = flags;
  const readExtended = extendedReader(flags);
  const progress = {
    compared: startProgress(process.stderr, "Reading the history"),
    judged: startProgress(process.stderr, "Judging the history")
  };
  let saved = performance.now();
  const save = async (file) => {
    if (evidenceOut !== void 0) await writeText(evidenceOut, serializeEvidence(file));
    saved = performance.now();
  };
  const { rehearsal, evidence: recorded } = await rehearse(
    {
      policyPath: ".github/dependency-policy.yml",
      ...await choiceOf(policy, preset, flags),
      ...readExtended && { readExtended },
      ...registry === void 0 ? {} : { registry },
      ...osv === void 0 ? {} : { osv },
      trust: await givenTrust({ ...flags, offline: flags.offline || evidence !== void 0 }),
      offline: flags.offline,
      env: process.env,
      workTree: resolve(repo),
      ...flags.verbose ? { onDefect: (cause) => console.error(cause) } : {}
    },
    {
      repository: await openRepository(repo),
      ...{ branch, most: flags.history, clock: (/* @__PURE__ */ new Date()).toISOString() },
      against: isCompared(flags) ? await choiceOf(flags.comparePolicy, flags.comparePreset, flags) : void 0,
      evidence: evidence === void 0 ? void 0 : await readEvidence(evidence),
      progress: (stage, done, total, soFar) => {
        if (stage === "judged") progress.compared.end();
        progress[stage].step(done, total, soFar === void 0 ? "" : soFarWords(soFar));
      },
      onJudged: async (file) => {
        if (evidenceOut !== void 0 && performance.now() - saved > savedEvery) await save(file());
      }
    }
  );
  progress.compared.end();
  progress.judged.end();
  await save(recorded);
  const text = await render(rehearsal, flags);
  if (flags.output === void 0) process.stdout.write(text);
  else await writeText(flags.output, text);
  const unanswered = unansweredIn(rehearsal);
  if (unanswered === 0) return 0;
  process.stderr.write(`lockgate: ${unansweredWords(unanswered, rehearsal, flags)}
`);
  return 2;
}
function soFarWords({ totals, asked }) {
  const words = [
    totalsWords(totals),
    asked === void 0 ? "" : `asking about ${asked.done} of ${asked.total} packages`
  ];
  return words.map((each) => each === "" ? "" : `; ${each}`).join("");
}
var isCompared = ({ comparePolicy, comparePreset }) => comparePolicy !== void 0 || comparePreset !== void 0;
async function choiceOf(policy, preset, flags) {
  return { ...policy !== void 0 && { policy: await operatorPolicy(policy, flags) }, ...preset && { preset } };
}
function unansweredIn({ changes, compared }) {
  const all = [...changes, ...compared?.changes ?? []].filter(({ outcome }) => outcome === "unanswered");
  return new Set(all.map(({ commit }) => commit)).size;
}
function unansweredWords(count, { notAnswered }, { evidenceOut, offline }) {
  const [first] = notAnswered;
  const who = offline || first === void 0 ? "" : ` (${withoutUser(first.source)}: ${first.detail})`;
  const what = `${count === 1 ? "1 change was" : `${count} changes were`} not judged, because a request was not ${offline ? "allowed" : `answered${visible(who)}`}`;
  return evidenceOut === void 0 ? `${what}: record the evidence with --evidence-out, and continue with --evidence and --evidence-out` : `${what}: run again with --evidence, which asks for what is missing only`;
}
function demandOwnFlags({ base, head, baseDir, headDir, now, format }) {
  if ([base, head, baseDir, headDir].some((flag) => flag !== void 0)) {
    throw new GateFailure(
      "usage",
      "--history reads a branch: leave out --base, --head, --base-dir and --head-dir, and name the branch with --branch"
    );
  }
  if (now !== void 0) {
    throw new GateFailure("usage", "--history judges each change as of its commit time: leave out --now");
  }
  if (format === "sarif") {
    throw new GateFailure("usage", "--history prints text, json or markdown: choose one of these with --format");
  }
}
async function render(rehearsal, { format, output }) {
  switch (format) {
    case "json":
      return (await import("./report-formats-json.js")).jsonText(rehearsal);
    case "markdown":
      return (await import("./report-formats-history-markdown.js")).historyMarkdown(rehearsal);
    default:
      return (await import("./report-formats-history-text.js")).historyText(rehearsal, textStyle(output));
  }
}
export {
  runHistory
};
