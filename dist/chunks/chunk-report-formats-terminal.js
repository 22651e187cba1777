import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  painter
} from "./chunk-report-formats-paint.js";
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import {
  byNextStep,
  proposerWords,
  sharedStep
} from "./chunk-report-view-next-step.js";
import {
  approverWords,
  denialsHere,
  deniedBy,
  isOffered,
  isOpen,
  ledgerNotes,
  openLines,
  provenRecords,
  recordWords,
  refusalWords,
  unprovenRecords
} from "./chunk-report-view-decisions.js";
import {
  groupFindings
} from "./chunk-report-view-blocked.js";
import {
  compareUrlOf,
  comparedWords,
  missingGroups,
  missingWords,
  shownInTheList,
  sourcesWords
} from "./chunk-report-view-links.js";
import {
  withOneDate
} from "./chunk-report-view-one-date.js";
import {
  waitsUntil
} from "./chunk-report-view-verdict-words.js";
import {
  coverVerb,
  coverWords
} from "./chunk-report-view-cover-words.js";
import {
  isOutage,
  rulesWords,
  tallies,
  tallyWords
} from "./chunk-report-view-tally.js";
import {
  changeWords,
  checkedWords,
  errorLine,
  pathWords,
  placesWords,
  roleWords,
  subjectPlaces
} from "./chunk-report-view-words.js";
import {
  levelWords,
  number,
  packageTitle,
  plural
} from "./chunk-report-view-text-words.js";
import {
  logText
} from "./chunk-report-escape.js";
import {
  aboutRules,
  rulesUrlOf,
  wrongResult
} from "./chunk-report-view-project.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import {
  limits,
  quoted,
  visible
} from "./chunk-text-visible.js";

// src/report/formats/terminal-decisions.ts
var shown = 20;
function decisionLines(report, paint, width) {
  const { decisions } = report;
  if (decisions === void 0) return [];
  const approved = decisions.offers.flatMap(({ name, version, path, approvals, isApproved }) => {
    if (approvals.length === 0) return [];
    const what = name === null ? quoted(path ?? "") : quoted(`${name}@${version ?? ""}`);
    const by = approvals.map(
      ({ login, record, reason }) => `${quoted(login)}${record === void 0 ? "" : ` in record ${quoted(record)}`}${reason === "" ? "" : ` (${quoted(reason)})`}`
    );
    return [
      `${what}, by ${by.join(", ")}${isApproved ? "" : ` (${number(approvals.length)} of ${number(decisions.required)} people)`}`
    ];
  });
  const block = (title, lines2) => lines2.length === 0 ? [] : [
    ...["", paint.strong(title), ""],
    ...lines2.slice(0, shown).flatMap((line) => wrap(line, "  ", width)),
    ...lines2.length > shown ? [`  \u2026 and ${plural(lines2.length - shown, "more line")}; --format json shows all`] : []
  ];
  const open = openLines(report);
  const left = open.length - shown;
  const lines = [
    // A line is copied whole, so it is not wrapped.
    ...["", ...open.slice(0, shown).map((line) => `  ${visible(line, limits.message)}`)],
    ...left > 0 ? [`  \u2026 and ${plural(left, "more line")}; --format json shows all`] : []
  ];
  const denied = denialsHere(decisions).map(
    ({ name, version, login, reason }) => `${quoted(`${name}@${version}`)}, by ${quoted(login)} (${quoted(reason)}): no approval counts until ${quoted(login)} writes ${quoted(`/withdraw ${name}@${version}`)}`
  );
  const recorded = (decisions.ledger?.used ?? []).flatMap(
    (one) => one.decision === "deny" ? [`${quoted(`${one.name ?? ""}@${one.version ?? ""}`)}, ${deniedBy(one)} (record ${quoted(one.record)})`] : []
  );
  return [
    ...decisions.notCounted === void 0 ? [] : ["", ...wrap(decisions.notCounted, "", width)],
    ...isOpen(decisions) ? block("Who can let it in", [approverWords(decisions).join(" ")]) : [],
    ...isOffered(report) ? lines : [],
    ...block("Approved", approved),
    ...block("Denied", [...denied, ...recorded]),
    ...block(
      `Lines that do not count: ${plural(decisions.refusals.length, "line")}`,
      decisions.refusals.map(refusalWords)
    ),
    ...block(
      "Deleted comments of approvers",
      decisions.deleted.map(
        ({ author, by }) => `a comment of ${quoted(author?.login ?? "a deleted account")} was deleted by ${quoted(by?.login ?? "a deleted account")}: what it said no longer counts`
      )
    ),
    ...block("Records that nothing proves", unprovenRecords(decisions)),
    ...block("Records of decisions that come in", provenRecords(decisions)),
    ...decisions.ledger === void 0 ? [] : [
      ...block("Records that do not count", decisions.ledger.notCounted.map(recordWords)),
      ...ledgerNotes(decisions.ledger).flatMap((sentence) => ["", ...wrap(sentence, "", width)])
    ]
  ];
}

// src/report/formats/terminal-findings.ts
function section(title, groups, options) {
  if (groups.length === 0) return [];
  const { paint, max } = options;
  const blocks = groups.flatMap((group) => {
    const step = sharedStep(group);
    return group.subjects.map((subject, index) => ({
      lines: ["", ...blockLines(group, subject, index === 0, step, options)],
      findings: subject.findings,
      packages: subject.name === null ? 0 : subject.alike.length + 1
    }));
  });
  const findings = (some) => plural(
    some.reduce((sum, block) => sum + block.findings, 0),
    "finding"
  );
  const hidden = blocks.slice(max);
  const packages = hidden.reduce((sum, block) => sum + block.packages, 0);
  return [
    "",
    paint.strong(`${title}: ${findings(blocks)}`),
    ...blocks.slice(0, max).flatMap(({ lines }) => lines),
    ...hidden.length === 0 ? [] : ["", `  \u2026 left out here: ${findings(hidden)} on ${plural(packages, "package")}; --format json shows all`]
  ];
}
function blockLines(group, subject, isFirst, step, options) {
  const { root, headed, subjects } = group;
  const { width } = options;
  const next = step === void 0 ? [] : wrap(sharedWords(step), "    ", width);
  if (headed) {
    if (!isFirst) return subjectLines(subject, { indent: "    ", start: "pulls in ", step }, options);
    const [title = [], ...rest] = subjectParts(subject, { indent: "  ", start: "", step }, options);
    return [title, next, ...rest].flat();
  }
  if (root === void 0 || subjects.every(({ name }) => name === root)) {
    return subjectLines(subject, { indent: "  ", start: "", step: void 0 }, options);
  }
  const heading = isFirst ? [...pulledIn(root, group, options), ...next, ""] : [];
  return [...heading, ...subjectLines(subject, { indent: "    ", start: "", step }, options)];
}
var sharedWords = ({ remediation, ofAll }) => `${ofAll ? "next for all of these" : "next, unless stated otherwise"}: ${visible(remediation)}`;
function pulledIn(root, { change }, { report, paint, width }) {
  const version = change === void 0 ? "" : ` ${visible(change.version, limits.version)}`;
  const how = change === void 0 ? "" : changeWords(change, report.mode, visible);
  return titled("  ", `Pulled in by ${visible(root, limits.name)}${version}`, how, width, paint.strong);
}
var subjectLines = (...parts) => subjectParts(...parts).flat();
function subjectParts(subject, { indent, start, step }, options) {
  const { paint, width } = options;
  const { change, statements, alike } = subject;
  const facts = [`at  ${placesWords(subjectPlaces(subject), 3, visible)}`];
  const [path, ...others] = change?.direct === false && alike.length === 0 ? change.via : [];
  if (path !== void 0) {
    const more = others.length === 0 ? "" : ` (and ${plural(others.length, "more path")})`;
    facts.push(`why ${pathWords(path, visible, ">")}${more}`);
  }
  const compared = change === void 0 || alike.length > 0 ? void 0 : compareUrlOf(change);
  if (compared !== void 0) facts.push(`compare ${compared}`);
  return [
    [
      ...header(subject, indent, start, options),
      ...facts.flatMap((fact) => wrap(fact, `${indent}  `, width).map(paint.faint))
    ],
    ...byNextStep(statements).map(
      (together) => statementLines(together, `${indent}  `, step, { ...options, isOfSeveral: alike.length > 0 })
    )
  ];
}
function header(subject, indent, start, { report, paint, width }) {
  const { name, version, lockfile, change, alike, family } = subject;
  const title = name === null ? visible(lockfile, limits.path) : packageTitle({ name, version }, visible);
  if (family !== void 0) {
    const several = plural(alike.length + 1, "platform package");
    return titled(indent, packageTitle({ name: family, version }, visible), several, width, paint.strong);
  }
  if (alike.length > 0) {
    const named = [title, ...alike.slice(0, 5).map((each) => packageTitle(each, visible))].join(", ");
    const rest = alike.length > 5 ? ` and ${number(alike.length - 5)} more` : "";
    return titled(indent, plural(alike.length + 1, "package"), `${named}${rest}`, width, paint.strong);
  }
  const words = change === void 0 ? [] : [changeWords(change, report.mode, visible), roleWords(change)];
  const description = words.filter((word) => word !== "").join(", ");
  return titled(`${indent}${start}`, title, description, width, paint.strong);
}
function titled(indent, title, words, width, painted) {
  if (words === "") return [`${indent}${painted(title)}`];
  const line = `${indent}${title}  ${words}`;
  if (line.length <= width) return [`${indent}${painted(title)}  ${words}`];
  const inner = " ".repeat(indent.length - indent.trimStart().length + 2);
  return [`${indent}${painted(title)}`, ...wrap(words, inner, width)];
}
function statementLines(together, indent, step, { width, paint, isOfSeveral }) {
  const [{ decision, remediation, findings }] = together;
  const [finding] = findings;
  const isSaid = decision === null && remediation === step?.remediation;
  const next = decision === null ? `next: ${visible(remediation)}` : `${coverVerb(finding)} ${coverWords(finding, visible)}`;
  return [
    ...together.flatMap(
      (statement) => messageLines(
        statement,
        indent,
        width,
        paint,
        isOfSeveral && statement.outcome === "violation" ? "for example: " : ""
      )
    ),
    ...isSaid ? [] : wrap(next, `${indent}  `, width)
  ];
}
function messageLines({ rules, level, outcome, message }, indent, width, paint, about = "") {
  const names = rules.map((rule) => visible(rule, limits.name)).join(", ");
  const label = `${levelWords[level]}[${names}]`;
  const lines = wrap(
    `${label} ${about}${outcome === "indeterminate" ? "not judged: " : ""}${visible(message)}`,
    indent,
    width
  );
  const painted = `${levelWords[level]}[${rules.map((rule) => paint.rule(rule, visible(rule, limits.name))).join(", ")}]`;
  return lines.map((line, index) => index === 0 ? line.replace(label, () => paint.level(level, painted)) : line);
}
function noteLines(subject, statement, width, paint) {
  const { name, version, lockfile, alike } = subject;
  const title = name === null ? visible(lockfile, limits.path) : packageTitle({ name, version }, visible);
  const others = alike.length === 0 ? "" : ` and ${plural(alike.length, "more package")}`;
  return messageLines(statement, "  ", width, paint, `${title}${others}: `);
}

// src/report/formats/terminal.ts
var screen = 40;
function terminalReport(given, options = {}) {
  const report = withOneDate(given);
  const { colour = false, width = Infinity, maxPackages = 200, project, hyperlinks = false } = options;
  const paint = painter(colour, hyperlinks && project !== void 0 ? rulesUrlOf(project) : void 0);
  const listed = shownInTheList(report);
  const groups = (wanted) => groupFindings(
    report,
    report.findings.filter((finding) => effectOf(finding, report.policy.mode) === wanted && !listed(finding)),
    { equal: true }
  );
  const until = waitsUntil(report);
  const waits = until === void 0 ? "" : `waiting until ${until}, and nothing has to be done: `;
  const word = report.verdict.toUpperCase();
  const verdict = wrap(`${word}  lockgate: ${waits}${tallyWords(report)}`, "", width, "      ").map(
    (line, index) => index === 0 ? line.replace(word, () => paint.verdict(report.verdict, word)) : line
  );
  const byRule = rulesWords(report, visible);
  const asked = sourcesWords(report, visible);
  const proposer = proposerWords(report, quoted);
  const body = [
    ...asked === "" ? [] : wrap(asked, "      ", width),
    ...proposer === "" ? [] : wrap(proposer, "      ", width),
    ...byRule === "" ? [] : wrap(`blocked by ${byRule}`, "      ", width),
    ...evaluationErrors(report, paint, width),
    ...section(blockedTitle(report), groups("blocks"), { report, paint, width, max: maxPackages }),
    ...decisionLines(report, paint, width),
    ...section(warningsTitle(report), groups("warns"), { report, paint, width, max: maxPackages }),
    ...notedFindings(groups("notes"), { paint, width, max: maxPackages }),
    ...coveredFindings(groups("covered"), { paint, width, max: maxPackages }),
    ...missingLines(report, paint, width),
    ...withoutFindings(report, paint, width),
    "",
    ...wrap(`Checked: ${checkedWords(report, visible)}.`, "", width).map(paint.faint)
  ];
  const further = furtherLines(report, options, paint);
  return logText(`${[...verdict, ...body, ...further, ...body.length > screen ? verdict : []].join("\n")}
`);
}
function furtherLines(report, { width = Infinity, project, version, program }, paint) {
  const says = program === void 0 || paint.link !== void 0 ? "" : aboutRules(report, (rule) => `${program} explain --rule ${rule}`);
  const about = says === "" ? [] : wrap(says, "", width);
  const wrong = project === void 0 || version === void 0 ? void 0 : wrongResult(report, project.url, version);
  if (wrong === void 0) return about.map(paint.faint);
  const { falseAlarm, shortAlarm, falsePass } = wrong;
  const { link } = paint;
  const words = link === void 0 ? `Wrong result? A false alarm: ${shortAlarm} or, in private, what should have been blocked: ${falsePass}` : `Wrong result? ${link("Report a false alarm", falseAlarm)}, or ${link("report in private", falsePass)} what should have been blocked`;
  return [...about, words].map(paint.faint);
}
function blockedTitle(report) {
  if (isOutage(report)) return "Could not judge";
  const unjudged = tallies(report).couldNotJudge.blocks;
  return unjudged === 0 ? "Blocked" : `Blocked, ${number(unjudged)} of them because it could not be judged`;
}
var warningsTitle = ({ policy }) => policy.mode === "observe" ? "Not blocking in mode observe" : "Warnings";
var namedMissing = 5;
function missingLines(report, paint, width) {
  const groups = missingGroups(report);
  if (groups.length === 0) return [];
  const lines = groups.flatMap(({ title, entries }) => {
    const named = entries.slice(0, namedMissing);
    const lines2 = named.flatMap((entry) => {
      const words = [entry.direct ? "direct" : "", comparedWords(entry, report.mode, visible)];
      const description = words.filter((word) => word !== "").join(", ");
      return titled("    ", packageTitle(entry, visible), description, width, (title2) => title2);
    });
    const rest = entries.length - named.length;
    return [`  ${title}`, ...lines2, ...rest === 0 ? [] : [`    \u2026 and ${number(rest)} more; --format json shows all`]];
  });
  return ["", paint.strong(`Without verified provenance: ${missingWords(report)}`), "", ...lines];
}
var namedPasses = 8;
function withoutFindings({ changes, findings, errors }, paint, width) {
  const withFindings = new Set(findings.map(({ name, version }) => JSON.stringify([name, version])));
  const passed = /* @__PURE__ */ new Map();
  for (const { kind, name, version } of changes) {
    const key = JSON.stringify([name, version]);
    if (kind !== "removed" && !withFindings.has(key)) passed.set(key, packageTitle({ name, version }, visible));
  }
  if (passed.size === 0 || errors.length > 0) return [];
  const named = [...passed.values()].slice(0, namedPasses).join(", ");
  const rest = passed.size > namedPasses ? ` and ${number(passed.size - namedPasses)} more` : "";
  return ["", ...wrap(`Without findings: ${named}${rest}`, "", width).map(paint.faint)];
}
function evaluationErrors({ errors }, paint, width) {
  if (errors.length === 0) return [];
  return [
    "",
    paint.strong(`Could not evaluate: ${plural(errors.length, "input")}`),
    "",
    ...errors.flatMap((error) => wrap(errorLine(error), "  ", width))
  ];
}
function notedFindings(groups, { paint, width, max }) {
  const noted = groups.flatMap(
    ({ subjects }) => subjects.flatMap((subject) => subject.statements.map((statement) => noteLines(subject, statement, width, paint)))
  );
  if (noted.length === 0) return [];
  const findings = groups.reduce((sum, group) => sum + group.findings, 0);
  const rest = noted.length > max ? [`  \u2026 and ${plural(noted.length - max, "more note")}; --format json shows all`] : [];
  return ["", paint.strong(`Notes: ${number(findings)}`), "", ...noted.slice(0, max).flat(), ...rest];
}
function coveredFindings(groups, { paint, width, max }) {
  const lines = groups.flatMap(
    ({ subjects }) => subjects.flatMap(
      ({ name, version, lockfile, statements }) => statements.map(({ rules, findings: findings2 }) => {
        const [first] = findings2;
        const title = name === null ? visible(lockfile, limits.path) : packageTitle({ name, version }, visible);
        return `${title}: ${rules.map((rule) => visible(rule, limits.name)).join(", ")}, ${coverVerb(first)} ${coverWords(first, visible)}`;
      })
    )
  );
  if (lines.length === 0) return [];
  const findings = groups.reduce((sum, group) => sum + group.findings, 0);
  const rest = lines.length > max ? [`  \u2026 and ${plural(lines.length - max, "more line")}`] : [];
  return [
    "",
    paint.strong(`Covered: ${plural(findings, "finding")}`),
    "",
    ...lines.slice(0, max).flatMap((line) => wrap(line, "  ", width)),
    ...rest
  ];
}

export {
  terminalReport
};
