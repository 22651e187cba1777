import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  openSnapshot
} from "./chunk-VYJIZBBN.js";
import {
  givenTrust,
  readEvidence,
  readPolicyFlag
} from "./chunk-V3ORLVWD.js";
import {
  writeText
} from "./chunk-6U2LDYUK.js";
import {
  collectingFlags,
  readFlags
} from "./chunk-EQNUDLEI.js";
import {
  collectEvidence,
  judge,
  trustUsed
} from "./chunk-WDAVHKXY.js";
import "./chunk-PTSMBBZR.js";
import "./chunk-KO5YH57X.js";
import "./chunk-WLHVLVJZ.js";
import "./chunk-DZYFZIBG.js";
import "./chunk-KPCFTMGI.js";
import {
  compareSnapshots
} from "./chunk-RAW5NA3P.js";
import {
  painter
} from "./chunk-W4VUMROW.js";
import {
  jsonText
} from "./chunk-43VHH7GZ.js";
import "./chunk-2KL5BDDY.js";
import "./chunk-DPUHDEVI.js";
import {
  buildReport,
  openPolicy,
  outcomeWord,
  readSettings,
  readTrust,
  refreshedTrust
} from "./chunk-EXS7CL3R.js";
import "./chunk-5OEJXJA7.js";
import "./chunk-F5APZ5GK.js";
import "./chunk-UGDQMIYZ.js";
import "./chunk-ODT43KEI.js";
import "./chunk-ALBO32AQ.js";
import {
  GateFailure
} from "./chunk-NAH4THA5.js";
import "./chunk-YWI3HA45.js";
import "./chunk-2CDHEGBJ.js";
import "./chunk-ON57WLYR.js";
import "./chunk-4AJNMMZB.js";
import "./chunk-TGW5JD3U.js";
import "./chunk-32SLBMN6.js";
import "./chunk-AN77JZH3.js";
import "./chunk-7OO4MMI6.js";
import "./chunk-7NFCZGBL.js";
import "./chunk-AB7D7C3D.js";
import "./chunk-EITPHCUU.js";
import {
  errorLine,
  minute,
  pathWords,
  placeWords,
  policyWords,
  roleWords,
  trustWords
} from "./chunk-UQOSLVYH.js";
import {
  logText
} from "./chunk-4UAX2OY4.js";
import {
  limits,
  visible
} from "./chunk-VVPQZMOF.js";
import "./chunk-U2RJDSLN.js";

// src/cli/explain.ts
import { resolve } from "node:path";

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
  const { head, trusted, policyPath, preset, now } = request;
  const settings = await readSettings(trusted, policyPath);
  const file = request.policy ?? (settings.policy && { source: policyPath, text: settings.policy });
  const policy = await openPolicy(file, preset === void 0 ? {} : { preset });
  const given = await readTrust(request.trust ?? {}, policy, trusted, request.recorded?.trust);
  const whole = await compareSnapshots(void 0, head, { mode: "audit", isGated: policy.isGated });
  const changes = whole.changes.filter(
    ({ name, version, aliases }) => (name === wanted.name || aliases.includes(wanted.name)) && (wanted.version === void 0 || version === wanted.version)
  );
  const names = new Set(changes.map(({ name }) => name));
  const observations = whole.observations.filter(({ name }) => name !== void 0 && names.has(name));
  const comparison = { ...whole, changes, observations };
  const trust = await refreshedTrust(given, request.trust?.refresh, comparison);
  const { dossiers } = await collectEvidence(request, settings, policy, trust, comparison, always);
  const judgement = judge({ comparison, dossiers, policy, now });
  const findings = judgement.findings.filter(({ name }) => name !== null && names.has(name));
  const report = buildReport({
    comparison,
    dossiers,
    judgement: { ...judgement, findings },
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
    similar: changes.length > 0 ? [] : similarNames(wanted.name, whole.changes),
    errors: report.errors
  };
}
function sameChange(own, change) {
  return own.name === change.name && own.version === change.version && own.lockfile === change.lockfile && own.line === change.line && own.source.kind === change.source;
}

// src/report/explain.ts
function explanationText(explanation, colour = false) {
  const paint = painter(colour);
  const { wanted, packages, head, similar, policy } = explanation;
  const asked = `${visible(wanted.name, limits.name)}${wanted.version === null ? "" : ` ${visible(wanted.version, limits.version)}`}`;
  const meant = similar.map((name) => visible(name, limits.name)).join(", ");
  const lines = packages.length === 0 ? [`${asked} is not locked in ${visible(head)}.${meant === "" ? "" : ` Locked here: ${meant}.`}`] : packages.flatMap((each) => [...packageLines(each, paint), ""]);
  const words = [`Judged ${visible(head)}`, policyWords({ policy }, visible), trustWords(explanation)];
  const end = packages.length === 0 ? [] : [paint.faint(`${words.filter((word) => word !== void 0).join("; ")}.`)];
  return logText(`${[...lines, ...end].join("\n")}
`);
}
function packageLines(each, paint) {
  const { name, version, lockfile, line, via, direct, manifests, source, registry, evidence, chain, findings } = each;
  const paths = direct ? [] : via.map((path) => `  why        ${pathWords(path, visible, ">")}`);
  const declared = manifests.map((place) => placeWords(place)).join(", ");
  const published = evidence.publishedAt === null ? "" : `, published ${minute(evidence.publishedAt)}`;
  return [
    `${paint.strong(`${visible(name, limits.name)} ${visible(version, limits.version)}`)}  ${roleWords(each)}`,
    `  locked at  ${placeWords({ path: lockfile, line })}`,
    ...declared === "" ? [] : [`  asked for  ${declared}`],
    ...paths,
    `  source     ${registry === null ? source : visible(registry)}${published}`,
    `  trust      ${evidence.trust}`,
    "",
    ...chain.flatMap((link, index) => linkLines(link, index, paint)),
    ...findings.flatMap((finding) => findingLines(finding, paint))
  ];
}
var good = ["matches", "verified", "pass"];
var bad = ["differs", "invalid", "error"];
function linkLines({ link, state, checked, says }, index, paint) {
  const word = good.includes(state) ? paint.verdict("pass", state) : paint.level(bad.includes(state) ? "error" : "warn", state);
  return [
    `  ${index === 0 ? "  " : "\u2192 "}${paint.strong(link)}: ${state === "not-applicable" ? state : word}`,
    `      ${visible(says)}`,
    `      ${paint.faint(`checked: ${checked}`)}`
  ];
}
function findingLines({ rule, level, outcome, message, remediation, status, decision }, paint) {
  const label = `${level === "error" ? "error" : "warning"}[${visible(rule, limits.name)}]`;
  const unknown = outcome === "indeterminate" ? "not judged: " : "";
  return [
    `    ${paint.level(level, label)} ${unknown}${visible(message)}`,
    `      ${status === "reported" ? `next: ${visible(remediation)}` : `covered by ${visible(decision ?? "a decision")}`}`
  ];
}

// src/cli/explain.ts
var flagsOfExplain = collectingFlags.filter((flag) => flag !== "evidence-out");
async function run(args) {
  const flags = readFlags(args, [...flagsOfExplain, "rev", "repo", "dir"]);
  const wanted = wantedOf(flags.positionals);
  if (flags.format === "markdown" || flags.format === "sarif") {
    throw new GateFailure("usage", `explain writes text or json; not ${flags.format}.`);
  }
  const recorded = flags.evidence === void 0 ? void 0 : await readEvidence(flags.evidence);
  const trust = await givenTrust(flags);
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
    const { NO_COLOR: never, FORCE_COLOR: always2 } = process.env;
    const colour = !never && (Boolean(always2) || flags.output === void 0 && process.stdout.isTTY);
    const text = flags.format === "json" ? jsonText(explanation) : explanationText(explanation, colour);
    if (flags.output === void 0) process.stdout.write(text);
    else await writeText(flags.output, text);
    for (const error of explanation.errors) process.stderr.write(`lockgate: ${errorLine(error)}
`);
    return explanation.packages.length > 0 && explanation.errors.length === 0 ? 0 : 2;
  } finally {
    await head.close?.();
  }
}
function wantedOf([asked, ...more]) {
  const at = asked?.lastIndexOf("@") ?? -1;
  if (asked === void 0 || asked === "" || more.length > 0 || at === asked.length - 1) {
    throw new GateFailure("usage", "explain takes one package: lockgate explain PACKAGE[@VERSION]");
  }
  return at > 0 ? { name: asked.slice(0, at), version: asked.slice(at + 1) } : { name: asked };
}
export {
  run
};
