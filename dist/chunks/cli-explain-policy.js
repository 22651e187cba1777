import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  askAbout,
  refuseFormats,
  similarNames,
  wantedOf,
  writeExplanation
} from "./chunk-cli-ask-about.js";
import {
  changesAbout,
  findingsAbout,
  isOf
} from "./chunk-run-findings-about.js";
import "./chunk-cli-subject.js";
import "./chunk-cli-request.js";
import "./chunk-cli-trust-flags.js";
import "./chunk-cli-extended-policy.js";
import "./chunk-cli-repository-id.js";
import "./chunk-cli-github-connection.js";
import {
  textStyle
} from "./chunk-cli-output.js";
import "./chunk-report-view-basis.js";
import "./chunk-cli-judged-repository.js";
import "./chunk-repository-directory.js";
import "./chunk-cli-program.js";
import "./chunk-run-focus.js";
import {
  appliedProfiles,
  contextUnder,
  originUnder,
  rulesUnder,
  runRules,
  settingsUnder
} from "./chunk-judge-engine.js";
import "./chunk-run-recorded-trust.js";
import "./chunk-registry-registry-map.js";
import {
  covers,
  isExpired,
  isPublisherOf,
  listedIn,
  mentionsOf
} from "./chunk-policy-publishers.js";
import "./chunk-policy-lists.js";
import "./chunk-policy-rule-settings.js";
import {
  occurrencesOf
} from "./chunk-policy-profiles.js";
import {
  isAbout,
  isInForce,
  rules
} from "./chunk-rules.js";
import {
  keepsOut
} from "./chunk-rules-package-lists.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import {
  effectiveLevel,
  levelOfCode,
  worstOf
} from "./chunk-judge-finding.js";
import "./chunk-judge-fingerprint.js";
import {
  reportOf
} from "./chunk-run-report-of.js";
import "./chunk-platform-github-policy-of.js";
import "./chunk-run-pipeline.js";
import "./chunk-run-open.js";
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
  jsonText
} from "./chunk-report-formats-json.js";
import {
  painter
} from "./chunk-report-formats-paint.js";
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import "./chunk-report-view-links.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import {
  placeWords,
  policyWords,
  reportedPolicy
} from "./chunk-report-view-words.js";
import {
  levelWords,
  list
} from "./chunk-report-view-text-words.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import {
  denyRule,
  isCoverable,
  isExactSelector,
  needsExactVersion
} from "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
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
import {
  logText
} from "./chunk-report-escape.js";
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-net-loopback.js";
import "./chunk-errors.js";
import "./chunk-report-view-project.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import {
  limits,
  quoted,
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/formats/policy-explanation.ts
var width = 80;
var wrap2 = (...wrapped) => wrap(...wrapped).join("\n");
var set = (text) => wrap2(text, "    ", width);
function policyExplanationText(explanation, colour = false) {
  const paint = painter(colour);
  const { packages, settings } = explanation;
  const [first, ...others] = settings;
  const lines = [
    ...packages.flatMap((each) => packageLines(each, paint)),
    ...unlockedLines(explanation, paint),
    ...explanation.findings.flatMap((finding) => [...findingLines({ ...finding, reasons: [] }, paint), ""]),
    ...first === void 0 ? [] : [paint.strong(`Rules under ${nameOf(first.profile)}`), ...ruleLines(first.rules), ""],
    ...others.flatMap(({ profile, rules: rules2 }) => [
      paint.strong(`Rules under ${nameOf(profile)}, where they differ`),
      ...ruleLines(rules2.filter((rule, index) => JSON.stringify(rule) !== JSON.stringify(first?.rules[index]))),
      ""
    ]),
    paint.faint(wrap2(`${judged(explanation)}; ${policyWords(explanation, visible)}.`, "", width))
  ];
  return logText(`${lines.join("\n")}
`);
}
var judged = ({ mode, base, head }) => mode === "audit" ? `Judged ${visible(head)} as in an audit` : `Judged ${visible(base ?? "nothing")} .. ${visible(head)}`;
var nameOf = (profile) => profile === null ? "the policy itself" : `the profile ${visible(profile, limits.name)}`;
function packageLines({ name, version, lockfile, line, profiles, mentions, findings }, paint) {
  return [
    `${paint.strong(`${visible(name, limits.name)} ${visible(version, limits.version)}`)}  ${placeWords({ path: lockfile, line })}`,
    ...profiles.map(profileWords),
    ...profiles.length > 1 ? ["  For each rule, the strictest result of these wins."] : [],
    ...mentionLines(mentions),
    "",
    ...findings.length === 0 ? ["  No findings."] : [],
    ...findings.flatMap((finding) => findingLines(finding, paint)),
    ""
  ];
}
function profileWords({ profile, entry, ways }) {
  const from = entry === null ? " (no entry of `apply` matches)" : ` (${visible(entry)})`;
  const named = ways.slice(0, 6).map(wayWords);
  const more = ways.length > named.length ? [`${ways.length - named.length} more`] : [];
  const reached = named.some((word) => word !== "") ? `: ${list([...named, ...more])}` : "";
  return wrap2(`Judged under ${nameOf(profile)}${from}${reached}`, "  ", width);
}
function wayWords({ importer, dependencyType }) {
  const dependent = importer === "" ? "the root" : visible(importer ?? "an unknown workspace", limits.path);
  return importer === null && dependencyType === null ? "" : `${dependencyType ?? "unknown"} dependency of ${dependent}`;
}
function mentionLines(mentions) {
  return mentions.map(
    ({ id, selector, origin, says }) => wrap2(
      `Matched by ${visible(id, limits.name)}, ${visible(selector)} (${visible(origin)}): ${visible(says)}`,
      "  ",
      width
    )
  );
}
function findingLines(finding, paint) {
  const { rule, level, outcome, message, status, reasons } = finding;
  const label = `${levelWords[level]}[${visible(rule, limits.name)}]`;
  const covered = status === "reported" ? "" : `${status}: `;
  const unknown = outcome === "indeterminate" ? "not judged: " : "";
  const text = wrap2(`${label} ${covered}${unknown}${visible(message)}`, "  ", width);
  return [
    text.replace(label, () => paint.level(level, label)),
    ...reasons.map(({ says, origin }) => set(`- ${visible(says)}${fromWords(origin)}`))
  ];
}
var fromWords = (origin) => origin === null || origin.startsWith("preset ") ? "" : ` (${visible(origin)})`;
function unlockedLines({ unlocked, wanted, head, mode, similar }, paint) {
  if (unlocked === null) return [];
  const asked = [wanted.name, ...wanted.version === null ? [] : [wanted.version]].map(
    (text) => visible(text, limits.name)
  );
  const absent = mode === "audit" ? `is not locked in ${visible(head)}` : "does not change between the two states";
  const meant = similar.length === 0 ? "" : ` Locked here: ${similar.map((one) => visible(one, limits.name)).join(", ")}.`;
  const apply = unlocked.apply.map(({ profile, origin }) => `${visible(profile)} (${visible(origin)})`);
  const depends = apply.length === 0 ? "No entry of `apply` could change this." : `Depending on where it is added, an entry of \`apply\` may match: ${apply.join(", ")}.`;
  return [
    wrap2(`${paint.strong(asked.join(" "))} ${absent}, so there are no findings to explain.${meant}`, "", width),
    ...unlocked.profiles.map(profileWords),
    wrap2(depends, "  ", width),
    ...mentionLines(unlocked.mentions),
    ""
  ];
}
var floorWords = "Floor: findings that cannot be waived by any policy, exception or approval.";
function ruleLines(rules2) {
  const off = rules2.filter(({ level, options }) => level === "off" && options.length === 0);
  return [
    ...rules2.filter((rule) => !off.includes(rule)).flatMap(({ id, level, floor: floor2, origin, options }) => [
      row(id, floor2 === "whole" ? "floor" : floor2 === "part" ? `${level}, floor in part` : level, origin),
      ...options.filter(({ value }) => !(Array.isArray(value) && value.length === 0)).map(
        (option) => row(`  ${option.name}`, valueWords(option.value), option.origin === origin ? "" : option.origin)
      )
    ]),
    ...off.length === 0 ? [] : [wrap2(`Off: ${off.map(({ id }) => id).join(", ")}`, "  ", width)],
    ...rules2.some(({ floor: floor2 }) => floor2 !== "none") ? [`  ${floorWords}`] : []
  ];
}
var row = (name, value, origin) => `  ${visible(name, limits.name).padEnd(24)} ${value.padEnd(20)} ${visible(origin)}`.trimEnd();
function valueWords(value) {
  if (Array.isArray(value)) return value.length === 1 ? "1 entry" : `${value.length} entries`;
  return visible(typeof value === "string" ? value : JSON.stringify(value), 40);
}

// src/policy/coverage-reasons.ts
function coverageReasons(asked) {
  const { finding, policy } = asked;
  return [
    ...finding.rule === denyRule ? denials(asked) : [],
    ...finding.rule === "allow" ? [
      {
        because: "not-listed",
        says: notListed,
        origin: policy.origins.get("rules.allow.packages") ?? null
      }
    ] : [],
    ...finding.status === "approved" ? [approval(finding)] : [],
    ...policy.exceptions.flatMap(
      (exception) => exception.about === "package" ? exceptionReason(exception, asked) : []
    ),
    ...listedIn(policy, "publishers").flatMap((listed) => publisherReason(listed, asked))
  ];
}
function approval({ decision, coveredBy: cover }) {
  const by = cover?.kind === "decision" ? cover.by : [];
  const said = by.map(({ login, comment, record, reason }) => {
    const where = record === void 0 ? `comment ${quoted(comment ?? "")}` : `record ${quoted(record)}`;
    return `${quoted(login)} approved it in ${where}${reason === "" ? "" : `: ${quoted(reason)}`}`;
  });
  const says = said.length === 0 ? "People approved it." : `${said.join("; ")}.`;
  return { because: "approval", says, origin: decision };
}
var notListed = "The policy lists the allowed packages, and no entry matches this version.";
function denials({ policy, finding: { name, version }, dossiers }) {
  const names = [name ?? "", ...dossiers.flatMap(({ change }) => change.aliases)];
  return listedIn(policy, "deny").filter(({ entry }) => names.some((one) => keepsOut(entry.package)(one, version ?? ""))).map(({ entry, origin }) => ({
    because: "denied",
    says: `The policy denies ${quoted(entry.package)}; no exception, publisher or approval covers that.`,
    origin
  }));
}
function exceptionReason(exception, { finding, now }) {
  const { id, rules: rules2, selects, expires, reason, origin } = exception;
  const { name, version, rule, status, decision } = finding;
  if (name === null || version === null || !rules2.includes(rule) || !selects(name, version)) return [];
  const not = (why) => [
    { because: "not-covered", says: `The exception ${quoted(id)} does not apply: ${why}.`, origin }
  ];
  if (!isCoverable(finding)) return not("the finding cannot be waived");
  if (isExpired(exception, now)) return not(`it expired on ${expires}`);
  if (needsExactVersion(finding) && !isExactSelector(exception.package)) {
    return not("the finding needs an exception for exactly this version");
  }
  if (!covers(exception, finding)) return not("the finding is about advisories that it does not list");
  if (status !== "excepted" || decision !== id) return not("another entry or an approval covers the finding already");
  return [
    {
      because: "exception",
      says: `The exception ${quoted(id)} covers it until ${expires}: ${quoted(reason)}.`,
      origin
    }
  ];
}
function publisherReason({ entry, id, origin }, { finding, dossiers, now }) {
  const { rule, status, decision } = finding;
  if (!entry.waives.includes(rule) || !dossiers.some(({ change }) => isAbout(entry, change))) return [];
  const not = (why) => [
    { because: "not-covered", says: `The listed publisher ${quoted(id)} waives nothing here: ${why}.`, origin }
  ];
  if (!isCoverable(finding)) return not("the finding cannot be waived");
  if (needsExactVersion(finding)) return not("the finding needs an exception for exactly this version");
  if (!isInForce(entry, now)) return not(`it applies from ${entry.start} to ${entry.end}`);
  if (!dossiers.every((dossier) => isPublisherOf(entry, dossier))) {
    return not("it is not certain that this identity published the version");
  }
  if (status !== "excepted" || decision !== id) return not("another entry or an approval covers the finding already");
  return [
    {
      because: "publisher",
      says: `The listed publisher ${quoted(id)} published it, which waives the rule until ${entry.end}: ${quoted(entry.reason)}.`,
      origin
    }
  ];
}

// src/policy/reasons.ts
function reasonsOf(asked) {
  const { policy, finding, alone } = asked;
  const { fingerprint, level } = finding;
  const decisive = alone.find((one) => one.finding?.fingerprint === fingerprint && one.finding.level === level);
  const profile = decisive?.profile ?? null;
  const setting = settingsUnder(policy, profile).get(finding.rule);
  if (setting === void 0) return [];
  const severity = asked.rule.messages[finding.codes[0] ?? ""]?.severity ?? "configured";
  return [
    ...finding.floor ? [floor] : [],
    ...coverageReasons(asked),
    ...finding.floor ? [] : levelReasons(asked, profile, setting, severity),
    ...notEased(asked, severity),
    ...strictest(asked),
    ...policy.mode === "observe" && !finding.floor && level === "error" ? [{ because: "observed", says: observed, origin: policy.origins.get("mode") ?? null }] : []
  ];
}
var floor = {
  because: "floor",
  says: "It cannot be waived: it is part of the floor, which no policy, profile, exception, approval or mode can lower.",
  origin: null
};
var observed = "The mode is `observe`: the finding is reported but does not block.";
var ended = (text) => `${text}.`;
function levelReasons({ policy, rule, finding }, profile, setting, severity) {
  const origin = originUnder(policy, profile, rule.id, "level");
  const level = {
    because: "level",
    says: ended(`${setBy(origin, profile)} sets the rule to ${setting.level}`),
    origin
  };
  if (finding.outcome === "indeterminate") return [level, ...unavailableReasons(policy, rule, setting)];
  const [named = ""] = finding.codes;
  const atLeast = typeof severity === "object" && "presets" in severity ? [severity.atLeast ?? named] : [];
  const decisive = [named, ...atLeast].find((one) => levelOfCode(setting, one) === finding.level);
  if (decisive !== void 0) {
    const from = originUnder(policy, profile, rule.id, decisive);
    const says = `${setBy(from, profile)} sets ${quoted(decisive)} to ${finding.level}`;
    return [{ because: "code", says: ended(says), origin: from }];
  }
  if (typeof severity === "object") {
    if ("presets" in severity) return [level];
    const origin2 = originUnder(policy, profile, rule.id, severity.option);
    const stands = effectiveLevel(rule.floor, severity, setting, named).level;
    const says = `The option ${quoted(severity.option)} sets the level of this message to ${stands}; it can only be stricter than the rule's`;
    return stands === setting.level ? [level] : [level, { because: "option", says: ended(says), origin: origin2 }];
  }
  const code = quoted(finding.codes[0]);
  if (severity === "note") {
    const says = `${code} is only ever a note: it is listed, and never in the verdict.`;
    return [level, { because: "note", says, origin: null }];
  }
  if (severity !== "advisory" || setting.level !== "error") return [level];
  return setting.advice === "error" ? [
    level,
    {
      because: "advice",
      says: `${code} is advisory, which the preset \`strict\` counts as an error.`,
      origin: null
    }
  ] : [
    level,
    {
      because: "eased",
      says: `The level is lowered: ${code} is advisory, a warning even if the rule is at error.`,
      origin: null
    }
  ];
}
function setBy(origin, profile) {
  if (origin.startsWith("preset ")) return `The preset ${quoted(origin.slice("preset ".length))}`;
  return profile === null ? "The policy" : `The profile ${quoted(profile)}`;
}
function unavailableReasons(policy, rule, setting) {
  const worst = worstOf(rule, setting).level;
  const says = `Evidence that could not be read counts as the worst level that the rule could have given: ${worst}.`;
  const counted = { because: "unavailable", says, origin: null };
  if (worst !== "error" || policy.unavailable === "error") return [counted];
  const lowered = "The setting `unavailable` lowers that to a warning.";
  return [counted, { because: "unavailable", says: lowered, origin: policy.origins.get("unavailable") ?? null }];
}
function notEased({ rule, finding, dossiers }, severity) {
  if (rule.subject !== "package" || finding.outcome !== "violation" || severity === "advisory") return [];
  const missing = (rule.optionalEvidence ?? []).filter(
    (kind) => dossiers.some(({ evidence }) => evidence[kind].state === "unavailable")
  );
  if (missing.length === 0) return [];
  const says = `Evidence that could have lowered the level could not be read: ${missing.join(", ")}.`;
  return [{ because: "not-eased", says, origin: null }];
}
function strictest({ alone, finding }) {
  const levels = alone.map(({ profile, finding: own }) => {
    const who = profile === null ? "the policy itself" : `the profile ${quoted(profile)}`;
    return {
      who,
      level: own?.level ?? "no finding",
      same: own?.fingerprint === finding.fingerprint && own.level === finding.level
    };
  });
  if (levels.every(({ same }) => same)) return [];
  const words = [...new Set(levels.map(({ who, level }) => `${who}: ${level}`))].join(", ");
  return [
    {
      because: "strictest",
      says: `The paths by which it is reached are judged separately (${words}); the strictest result wins.`,
      origin: null
    }
  ];
}

// src/run/explain-policy.ts
function policyExplanationOf(run2, policy, wanted) {
  const { comparison, whole, now } = run2;
  const changes = changesAbout(run2, wanted);
  const findings = findingsAbout(run2, wanted);
  const packages = changes.map((change) => explainChange(run2, policy, change, findings));
  const unlocked = {
    profiles: appliedProfiles(policy, [{ lockfile: "", ...wanted }]),
    mentions: mentionsOf(policy, wanted, now),
    apply: policy.apply.map(({ profile, origin }) => ({ profile, origin }))
  };
  const held = packages.length === 0 ? unlocked.profiles : packages.flatMap(({ profiles }) => profiles);
  const names = distinct(held.map(({ profile }) => profile));
  return {
    schema: "lockgate-policy-explanation/1",
    wanted: { name: wanted.name, version: wanted.version ?? null },
    evaluatedAt: now,
    mode: comparison.mode,
    base: comparison.base ?? null,
    head: comparison.head,
    policy: reportedPolicy({ ...policy, ...run2.policy?.from }),
    packages,
    findings: findings.filter((finding) => !changes.some((change) => isOf(finding, change))),
    unlocked: packages.length === 0 ? unlocked : null,
    settings: names.map((profile) => ({ profile, rules: rulesUnder(policy, profile, rules) })),
    similar: packages.length > 0 ? [] : similarNames(wanted.name, whole.changes),
    errors: comparison.errors
  };
}
function explainChange({ comparison, collected, now }, policy, change, findings) {
  const { name, version, previousVersion, lockfile, line, direct } = change;
  const isOwn = (one) => one.name === name && one.version === version && one.path === lockfile;
  const dossiers = collected.dossiers.filter(({ change: own }) => own === change);
  const observations = comparison.observations.filter(isOwn);
  const alone = (occurrences) => distinct(appliedProfiles(policy, occurrences).map(({ profile }) => profile)).map((profile) => {
    const settings = settingsUnder(policy, profile);
    const applied = { ofChange: () => [settings], ofPath: () => [settings] };
    const context = contextUnder(policy, { now, mode: comparison.mode });
    const { unavailable } = policy;
    const all = { rules, settings, profiles: applied, dossiers, observations, context, unavailable };
    return { profile, findings: runRules(all) };
  });
  const ofPackage = alone(occurrencesOf(change));
  const ofLockfile = alone([{ lockfile }]);
  return {
    ...{ name, version, previousVersion: previousVersion ?? null, lockfile, line, direct },
    profiles: appliedProfiles(policy, occurrencesOf(change)),
    mentions: mentionsOf(policy, { name, version }, now),
    findings: findings.filter((one) => isOf(one, change)).flatMap((finding) => {
      const rule = rules.find(({ id }) => id === finding.rule);
      if (rule === void 0) return [];
      const asked = rule.subject === "package" ? ofPackage : ofLockfile;
      const underEach = asked.map(({ profile, findings: findings2 }) => {
        const own = ofRule(findings2, finding);
        return own === void 0 ? { profile } : { profile, finding: own };
      });
      return [{ ...finding, reasons: reasonsOf({ policy, rule, finding, dossiers, alone: underEach, now }) }];
    })
  };
}
function ofRule(findings, { rule, fingerprint }) {
  const own = findings.filter((one) => one.rule === rule);
  return own.find((one) => one.fingerprint === fingerprint) ?? own[0];
}
var distinct = (items) => [...new Set(items)];

// src/cli/explain-policy.ts
async function run(flags) {
  const wanted = wantedOf(flags.positionals, "policy explain");
  refuseFormats("policy explain", flags);
  const judged2 = await askAbout(flags, { wanted });
  if (judged2.effective === void 0) {
    const { errors } = reportOf(judged2);
    return writeExplanation(flags.format === "json" ? jsonText({ errors }) : "", { errors }, flags);
  }
  const explanation = policyExplanationOf(judged2, judged2.effective, wanted);
  const isJson = flags.format === "json";
  const text = isJson ? jsonText(explanation) : policyExplanationText(explanation, textStyle(flags.output).colour);
  return writeExplanation(text, explanation, flags);
}
export {
  run
};
