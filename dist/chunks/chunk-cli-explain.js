import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot
} from "./chunk-cli-audit.js";
import {
  givenTrust,
  readEvidence,
  readPolicyFlag
} from "./chunk-cli-judge-snapshots.js";
import {
  extendedReader
} from "./chunk-cli-extended-policy.js";
import {
  textStyle,
  writeText
} from "./chunk-cli-output.js";
import {
  readFlags
} from "./chunk-cli-flags.js";
import {
  collectEvidence,
  judge,
  trustUsed,
  withAuthorship
} from "./chunk-judging.js";
import {
  compareSnapshots
} from "./chunk-gate.js";
import {
  painter
} from "./chunk-report-paint.js";
import {
  wrap
} from "./chunk-report-wrap.js";
import {
  jsonText
} from "./chunk-report-json.js";
import {
  buildReport,
  outcomeWord,
  readTrust,
  refreshedTrust
} from "./chunk-report-build.js";
import {
  openPolicy,
  openingOf
} from "./chunk-policy-open.js";
import {
  errorLine,
  minute,
  pathWords,
  placeWords,
  policyWords,
  roleWords,
  trustWords
} from "./chunk-report-words.js";
import {
  logText
} from "./chunk-report-escape.js";
import {
  readSettings
} from "./chunk-settings.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  limits,
  visible
} from "./chunk-text.js";

// src/cli/explain.ts
import { resolve } from "node:path";

// src/look-into.ts
async function lookInto(request, wanted, also = []) {
  const { mode, base, head, trusted, policyPath, now } = request;
  const settings = await readSettings(trusted, policyPath);
  const file = request.policy ?? (settings.policy && { source: policyPath, text: settings.policy });
  const policy = await openPolicy(file, openingOf(request));
  const given = await readTrust(request.trust ?? {}, policy, trusted, request.recorded?.trust);
  const whole = await compareSnapshots(base, head, { mode, isGated: policy.isGated, policyPath });
  const changes = whole.changes.filter(
    ({ kind, name, version, aliases }) => kind !== "removed" && (name === wanted.name || aliases.includes(wanted.name)) && (wanted.version === void 0 || version === wanted.version)
  );
  const names = new Set(changes.map(({ name }) => name));
  const observations = whole.observations.filter(({ name }) => name !== void 0 && names.has(name));
  const comparison = await withAuthorship({ ...whole, changes, observations }, request);
  const trust = await refreshedTrust(given, request.trust?.refresh, comparison);
  const { dossiers } = await collectEvidence(request, settings, policy, trust, comparison, also);
  const judgement = judge({ comparison, dossiers, policy, now });
  const findings = judgement.findings.filter(({ name }) => name !== null && names.has(name));
  return { policy, whole, comparison, dossiers, judgement: { ...judgement, findings }, trust };
}

// src/report/chain.ts
var quoted = (text) => `\`${text.replaceAll("`", "'")}\``;
function chainOf(dossier, findings, rules) {
  if (dossier.change.source.kind !== "registry") return [policyLink(findings, rules)];
  return [integrityLink(dossier), signatureLink(dossier), publishLink(dossier), provenanceLink(dossier)].concat(
    policyLink(findings, rules)
  );
}
function integrityLink({ change, evidence: { release } }) {
  const link = "integrity";
  const checked = "the SHA-512 that the lockfile pins against the one that the registry states";
  const pinned = [...new Set(change.pins.map(({ integrity }) => integrity ?? ""))];
  if (pinned.includes("") && change.pins.every(({ integrity, checksum }) => (integrity ?? checksum) !== void 0)) {
    const says = "Yarn berry's lockfile knows no integrity; what is verified is bound to the registry's";
    return { link, state: "not-applicable", checked, says };
  }
  if (pinned.includes("")) {
    return { link, state: "absent", checked, says: "the lockfile pins an entry without integrity" };
  }
  const shown = pinned.map(quoted).join(", ");
  if (release.state !== "present") {
    return { link, state: release.state, checked, says: `the lockfile pins ${shown}; ${why(release)}` };
  }
  const stated = release.value.integrity;
  if (stated === void 0) return { link, state: "absent", checked, says: `${shown}; the registry states none` };
  const parts = new Set(stated.split(/\s+/u));
  const matches = pinned.every(
    (each) => each.split(/\s+/u).some((part) => part.startsWith("sha512-") && parts.has(part))
  );
  return matches ? { link, state: "matches", checked, says: shown } : { link, state: "differs", checked, says: `the lockfile pins ${shown}, the registry states ${quoted(stated)}` };
}
var bytes = {
  lockfile: "the integrity that the lockfile pins",
  registry: "the registry's integrity, as the lockfile pins none by SHA-512"
};
function signatureLink({ evidence: { registrySignature: evidence } }) {
  const link = "registry signature";
  const state = outcomeWord(evidence);
  const checked = "the registry's ECDSA signature over name, version and integrity";
  if (evidence.state !== "present") return { link, state, checked, says: why(evidence, "this version is not signed") };
  const outcome = evidence.value;
  switch (outcome.state) {
    case "verified":
      return { link, state, checked, says: `signed with key ${quoted(outcome.keyid)} over ${bytes[outcome.boundTo]}` };
    case "invalid": {
      const key = outcome.keyid === void 0 ? "" : `, key ${quoted(outcome.keyid)}`;
      return { link, state, checked, says: `failed at ${outcome.check}${key}` };
    }
    case "not-applicable":
      return { link, state, checked, says: "the registry offers no keys and need not sign" };
  }
}
function publishLink({ evidence: { provenance: evidence } }) {
  const link = "publish attestation";
  const checked = "the registry's own statement that it published these bytes under this name and version";
  if (evidence.state !== "present") return { link, ...unheard(evidence, checked) };
  const outcome = evidence.value;
  if (outcome.state === "invalid") {
    const failed = outcome.failed.filter(({ kind }) => kind === "publish" || kind === "document");
    return failed.length === 0 ? { link, state: "not-evaluated", checked, says: "other attestations of this version do not verify" } : { link, state: "invalid", checked, says: failedWords(failed) };
  }
  if (outcome.state === "not-applicable") return { link, state: outcome.state, checked, says: noAttestations };
  return outcome.publishKeyid === void 0 ? { link, state: "absent", checked, says: "none among the attestations" } : { link, state: "verified", checked, says: `signed with key ${quoted(outcome.publishKeyid)}` };
}
var noAttestations = "this registry is not asked for attestations";
function unheard(evidence, checked) {
  return { state: outcomeWord(evidence), checked, says: why(evidence, "the registry claims no attestation") };
}
function provenanceLink({ evidence: { provenance: evidence } }) {
  const link = "provenance";
  const checked = "certificate, transparency log, signature, and the statement about name, version and bytes";
  if (evidence.state !== "present") return { link, ...unheard(evidence, checked) };
  const outcome = evidence.value;
  const state = outcomeWord(evidence);
  switch (outcome.state) {
    case "verified":
      return { link, state, checked, says: builtWords(outcome) };
    case "invalid": {
      const failed = outcome.failed.filter(({ kind }) => kind !== "publish");
      return { link, state, checked, says: failedWords(failed.length === 0 ? outcome.failed : failed) };
    }
    case "no-provenance":
      return { link, state, checked, says: "the attestations verify, and none of them is a provenance" };
    case "not-applicable":
      return { link, state, checked, says: noAttestations };
  }
}
function builtWords({ identity, signedAt, boundTo }) {
  const { sourceRepository, workflow, ref, commit, runner, trigger, issuer, claimed } = identity;
  const parts = [
    `built from ${quoted(sourceRepository)}`,
    ...named("commit", commit),
    ...named("workflow", workflow),
    ...named("ref", ref),
    ...runner === void 0 ? [] : [`on a ${runner} runner`],
    ...named("triggered by", trigger),
    `issuer ${quoted(issuer)}`,
    `signed ${quoted(signedAt)}`,
    `about ${bytes[boundTo]}`,
    ...claimed.length === 0 ? [] : [`only the statement says: ${claimed.map(quoted).join(", ")}`]
  ];
  return parts.join("; ");
}
var named = (what, value) => value === void 0 ? [] : [`${what} ${quoted(value)}`];
function failedWords(failed) {
  return failed.map(({ kind, check, expected, found }) => {
    const wanted = expected === void 0 ? "" : `, expected ${quoted(expected)}`;
    return `${kind} failed at ${check}${wanted}${found === void 0 ? "" : `, found ${quoted(found)}`}`;
  }).join("; ");
}
function policyLink(findings, rules) {
  const open = findings.filter(({ status }) => status === "reported");
  const state = open.some(({ level }) => level === "error") ? "error" : open.length > 0 ? "warn" : "pass";
  const spoken = [
    ...new Set(findings.map(({ rule, status }) => status === "reported" ? rule : `${rule} (${status})`))
  ];
  const says = spoken.length === 0 ? "no rule has anything to say" : spoken.join(", ");
  return { link: "policy", state, checked: `${rules} rules that are on`, says };
}
function why(evidence, gone = "the registry has no such version") {
  return evidence.state === "absent" ? gone : `not known: ${evidence.detail} (${evidence.reason})`;
}

// src/report/similar-names.ts
function similarNames(wanted, locked) {
  const sameName = locked.filter(({ name }) => name === wanted).map(({ name, version }) => `${name}@${version}`);
  if (sameName.length > 0) return [...new Set(sameName)].slice(0, 5);
  const asked = wanted.slice(0, 214);
  return [...new Set(locked.map(({ name }) => name))].filter((name) => name.length <= 214).map((name) => ({ name, far: distance(asked.toLowerCase(), name.toLowerCase()) })).filter(({ name, far }) => far <= Math.max(2, asked.length / 4) || lastOf(name) === lastOf(asked)).sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1)).slice(0, 5).map(({ name }) => name);
}
var lastOf = (name) => name.slice(name.lastIndexOf("/") + 1);
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

// src/explain.ts
var always = [
  ...["existence", "release", "publishedAt", "history", "registrySignature", "provenance", "publisher"],
  "trust"
];
async function explain(request, wanted) {
  const { head, now } = request;
  const { policy, whole, comparison, dossiers, judgement, trust } = await lookInto(request, wanted, always);
  const { findings } = judgement;
  const report = buildReport({
    comparison,
    dossiers,
    judgement,
    policy,
    now,
    trust: await trustUsed(dossiers, trust, now)
  });
  const rules = [...policy.settings].filter(([, { level }]) => level !== "off").map(([id]) => id);
  return {
    schema: "lockgate-explanation/1",
    wanted: { name: wanted.name, version: wanted.version ?? null },
    evaluatedAt: now,
    head: head.label,
    policy: report.policy,
    rules: rules.sort(),
    ...report.trust === void 0 ? {} : { trust: report.trust },
    packages: report.changes.map((change) => {
      const dossier = dossiers.find(({ change: own }) => sameChange(own, change));
      const about = findings.filter(
        ({ name, version, lockfile }) => name === change.name && version === change.version && lockfile === change.lockfile
      );
      return { ...change, findings: about, chain: dossier === void 0 ? [] : chainOf(dossier, about, rules.length) };
    }),
    similar: comparison.changes.length > 0 ? [] : similarNames(wanted.name, whole.changes),
    errors: report.errors
  };
}
function sameChange(own, change) {
  return own.name === change.name && own.version === change.version && own.lockfile === change.lockfile && own.line === change.line && own.source.kind === change.source;
}

// src/report/explain.ts
function explanationText(explanation, { colour = false, width = Infinity } = {}) {
  const paint = painter(colour);
  const { wanted, packages, head, similar, policy } = explanation;
  const asked = `${visible(wanted.name, limits.name)}${wanted.version === null ? "" : ` ${visible(wanted.version, limits.version)}`}`;
  const meant = similar.map((name) => visible(name, limits.name)).join(", ");
  const others = meant === "" ? " `lockgate vet` with its name says whether it would be admitted." : ` Locked here: ${meant}.`;
  const lines = packages.length === 0 ? wrap(`${asked} is not locked in ${visible(head)}.${others}`, "", width) : packages.flatMap((each) => [...packageLines(each, paint, width), ""]);
  const words = [`Judged ${visible(head)}`, policyWords({ policy }, visible), trustWords(explanation)];
  const judged = `${words.filter((word) => word !== void 0).join("; ")}.`;
  const end = packages.length === 0 ? [] : wrap(judged, "", width).map(paint.faint);
  return logText(`${[...lines, ...end].join("\n")}
`);
}
function packageLines(each, paint, width) {
  const { name, version, lockfile, line, via, direct, manifests, source, registry, evidence, chain, findings } = each;
  const declared = manifests.map((place) => placeWords(place)).join(", ");
  const published = evidence.publishedAt === null ? "" : `, published ${minute(evidence.publishedAt)}`;
  const facts = [
    ["locked at", placeWords({ path: lockfile, line })],
    ...declared === "" ? [] : [["asked for", declared]],
    ...(direct ? [] : via).map((path) => ["why", pathWords(path, visible, ">")]),
    ["source", `${registry === null ? source : visible(registry)}${published}`],
    ["trust", evidence.trust]
  ];
  return [
    `${paint.strong(`${visible(name, limits.name)} ${visible(version, limits.version)}`)}  ${roleWords(each)}`,
    ...facts.flatMap(([label, words]) => factLines(label, words, width)),
    "",
    ...chain.flatMap((link, index) => linkLines(link, index, paint, width)),
    ...findings.flatMap((finding) => findingLines(finding, paint, width))
  ];
}
var factColumn = 13;
function factLines(label, words, width) {
  const [first = "", ...more] = wrap(words, " ".repeat(factColumn), width, "");
  return [`  ${label.padEnd(factColumn - 2)}${first.slice(factColumn)}`, ...more];
}
var good = ["matches", "verified", "pass"];
var bad = ["differs", "invalid", "error"];
function linkLines({ link, state, checked, says }, index, paint, width) {
  const word = good.includes(state) ? paint.verdict("pass", state) : paint.level(bad.includes(state) ? "error" : "warn", state);
  return [
    `  ${index === 0 ? "  " : "\u2192 "}${paint.strong(link)}: ${state === "not-applicable" ? state : word}`,
    ...wrap(visible(says), "      ", width),
    ...wrap(`checked: ${checked}`, "      ", width).map(paint.faint)
  ];
}
function findingLines({ rule, level, outcome, message, remediation, status, decision }, paint, width) {
  const label = `${level === "error" ? "error" : "warning"}[${visible(rule, limits.name)}]`;
  const unknown = outcome === "indeterminate" ? "not judged: " : "";
  const next = status === "reported" ? `next: ${visible(remediation)}` : `covered by ${visible(decision ?? "a decision")}`;
  const [first = "", ...more] = wrap(`${label} ${unknown}${visible(message)}`, "    ", width);
  return [first.replace(label, () => paint.level(level, label)), ...more, ...wrap(next, "      ", width)];
}

// src/cli/explain.ts
async function run(args) {
  const flags = readFlags(args, "explain");
  const wanted = wantedOf(flags.positionals);
  if (flags.format === "markdown" || flags.format === "sarif") {
    throw new GateFailure("usage", `explain writes text or json; not ${flags.format}.`);
  }
  const recorded = flags.evidence === void 0 ? void 0 : await readEvidence(flags.evidence);
  const trust = await givenTrust(flags);
  const readExtended = extendedReader(flags);
  const policy = flags.policy === void 0 ? {} : { policy: await readPolicyFlag(flags.policy) };
  const head = await openSnapshot(flags);
  try {
    const explanation = await explain(
      {
        mode: "audit",
        head,
        trusted: head,
        policyPath: ".github/dependency-policy.yml",
        ...policy,
        ...flags.preset === void 0 ? {} : { preset: flags.preset },
        ...readExtended && { readExtended },
        ...flags.registry === void 0 ? {} : { registry: flags.registry },
        ...flags.osv === void 0 ? {} : { osv: flags.osv },
        trust,
        ...recorded === void 0 ? {} : { recorded },
        now: flags.now ?? recorded?.evaluatedAt ?? (/* @__PURE__ */ new Date()).toISOString(),
        offline: flags.offline || recorded !== void 0,
        env: process.env,
        workTree: resolve(flags.dir ?? flags.repo ?? ".")
      },
      wanted
    );
    const style = textStyle(flags.output);
    const text = flags.format === "json" ? jsonText(explanation) : explanationText(explanation, style);
    if (flags.output === void 0) process.stdout.write(text);
    else await writeText(flags.output, text);
    for (const error of explanation.errors) process.stderr.write(`lockgate: ${errorLine(error)}
`);
    return explanation.packages.length > 0 && explanation.errors.length === 0 ? 0 : 2;
  } finally {
    await head.close?.();
  }
}
function wantedOf([asked, ...more], command = "explain") {
  const at = asked?.lastIndexOf("@") ?? -1;
  if (asked === void 0 || asked === "" || more.length > 0 || at === asked.length - 1) {
    throw new GateFailure("usage", `${command} takes one package: lockgate ${command} PACKAGE[@VERSION]`);
  }
  return at > 0 ? { name: asked.slice(0, at), version: asked.slice(at + 1) } : { name: asked };
}

export {
  lookInto,
  similarNames,
  run,
  wantedOf
};
