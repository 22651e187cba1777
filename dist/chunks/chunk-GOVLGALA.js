import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  painter
} from "./chunk-W4VUMROW.js";
import {
  comparedWords,
  missingGroups,
  missingWords,
  saidByTheList
} from "./chunk-5OEJXJA7.js";
import {
  changeWords,
  checkedWords,
  errorLine,
  number,
  pathWords,
  placesWords,
  plural,
  roleWords,
  rulesWords,
  subjectPlaces,
  tallyWords
} from "./chunk-UQOSLVYH.js";
import {
  groupFindings,
  logText,
  standing
} from "./chunk-4UAX2OY4.js";
import {
  limits,
  visible
} from "./chunk-VVPQZMOF.js";

// src/report/terminal.ts
var screen = 40;
function terminalReport(report, options = {}) {
  const { colour = false, width = Infinity, maxPackages = 200 } = options;
  const paint = painter(colour);
  const listed = saidByTheList(report);
  const groups = (wanted) => groupFindings(
    report,
    report.findings.filter((finding) => standing(finding, report.policy.mode) === wanted && !listed(finding))
  );
  const verdict = `${paint.verdict(report.verdict, report.verdict.toUpperCase())}  lockgate: ${tallyWords(report)}`;
  const byRule = rulesWords(report, visible);
  const body = [
    ...byRule === "" ? [] : [`      blocked by ${byRule}`],
    ...evaluationErrors(report, paint),
    ...section("Blocked", groups("blocks"), { report, paint, width, max: maxPackages }),
    ...section(warningsTitle(report), groups("warns"), { report, paint, width, max: maxPackages }),
    ...coveredFindings(groups("covered"), paint, maxPackages),
    ...missingLines(report, paint),
    ...withoutFindings(report, paint, width),
    "",
    paint.faint(`Checked: ${checkedWords(report, visible)}.`)
  ];
  return logText(`${[verdict, ...body, ...body.length > screen ? [verdict] : []].join("\n")}
`);
}
var warningsTitle = ({ policy }) => policy.mode === "observe" ? "Not blocking in mode observe" : "Warnings";
var namedMissing = 5;
function missingLines(report, paint) {
  const groups = missingGroups(report);
  if (groups.length === 0) return [];
  const lines = groups.flatMap(({ title, entries }) => {
    const named = entries.slice(0, namedMissing).map((entry) => {
      const words = [entry.direct ? "direct" : "", comparedWords(entry, report.mode, visible)];
      const said = words.filter((word) => word !== "").join(", ");
      return `    ${packageTitle(entry)}${said === "" ? "" : `  ${paint.faint(said)}`}`;
    });
    const rest = entries.length - named.length;
    return [`  ${title}`, ...named, ...rest === 0 ? [] : [`    \u2026 and ${number(rest)} more; --format json shows all`]];
  });
  return ["", paint.strong(`Without verified provenance: ${missingWords(report)}`), "", ...lines];
}
var namedPasses = 8;
function withoutFindings({ changes, findings, errors }, paint, width) {
  const spoken = new Set(findings.map(({ name, version }) => JSON.stringify([name, version])));
  const passed = /* @__PURE__ */ new Map();
  for (const { kind, name, version } of changes) {
    const key = JSON.stringify([name, version]);
    if (kind !== "removed" && !spoken.has(key)) passed.set(key, packageTitle({ name, version }));
  }
  if (passed.size === 0 || errors.length > 0) return [];
  const named = [...passed.values()].slice(0, namedPasses).join(", ");
  const rest = passed.size > namedPasses ? ` and ${number(passed.size - namedPasses)} more` : "";
  const lines = wrap(`Without findings: ${named}${rest}`, "", width).split("\n");
  return ["", ...lines.map(paint.faint)];
}
function evaluationErrors({ errors }, paint) {
  if (errors.length === 0) return [];
  return [
    "",
    paint.strong(`Could not evaluate: ${plural(errors.length, "input")}`),
    "",
    ...errors.map((error) => `  ${errorLine(error)}`)
  ];
}
function section(title, groups, options) {
  if (groups.length === 0) return [];
  const { paint, max } = options;
  const blocks = groups.flatMap((group) => {
    const through = broughtIn(group, options);
    const indent = through.length === 0 ? "  " : "    ";
    return group.subjects.map((subject, index) => ({
      lines: [...index === 0 ? through : [], "", ...subjectLines(subject, indent, options)],
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
function broughtIn({ root, change, subjects }, { report, paint }) {
  if (root === void 0 || subjects.every(({ name }) => name === root)) return [];
  const version = change === void 0 ? "" : ` ${visible(change.version, limits.version)}`;
  const how = change === void 0 ? "" : changeWords(change, report.mode, visible);
  return ["", `  ${paint.strong(`Through ${visible(root, limits.name)}${version}`)}${how === "" ? "" : `  ${how}`}`];
}
function subjectLines(subject, indent, { report, paint, width }) {
  const { change, statements, alike } = subject;
  const facts = [["at", placesWords(subjectPlaces(subject), 3, visible)]];
  const [path, ...others] = change?.direct === false && alike.length === 0 ? change.via : [];
  if (path !== void 0) {
    const more = others.length === 0 ? "" : ` (and ${plural(others.length, "more path")})`;
    facts.push(["why", `${pathWords(path, visible, ">")}${more}`]);
  }
  return [
    `${indent}${header(subject, report, paint)}`,
    ...facts.map(([label, text]) => `${indent}  ${paint.faint(`${label.padEnd(3)} ${text}`)}`),
    ...statements.flatMap((statement) => statementLines(statement, `${indent}  `, width, paint))
  ];
}
function header({ name, version, lockfile, change, alike }, report, paint) {
  const title = name === null ? visible(lockfile, limits.path) : packageTitle({ name, version });
  if (alike.length > 0) {
    const named = [title, ...alike.slice(0, 5).map(packageTitle)].join(", ");
    const rest = alike.length > 5 ? ` and ${number(alike.length - 5)} more` : "";
    return `${paint.strong(plural(alike.length + 1, "package"))}  ${named}${rest}`;
  }
  if (change === void 0) return paint.strong(title);
  const words = [changeWords(change, report.mode, visible), roleWords(change)].filter((word) => word !== "");
  return `${paint.strong(title)}  ${words.join(", ")}`;
}
function packageTitle({ name, version }) {
  return version === null ? visible(name, limits.name) : `${visible(name, limits.name)} ${visible(version, limits.version)}`;
}
function statementLines(statement, indent, width, paint) {
  const { rules, level, outcome, message, remediation, decision } = statement;
  const names = rules.map((rule) => visible(rule, limits.name)).join(", ");
  const label = `${level === "error" ? "error" : "warning"}[${names}]`;
  const said = wrap(`${label} ${outcome === "indeterminate" ? "not judged: " : ""}${visible(message)}`, indent, width);
  const next = decision === null ? `next: ${visible(remediation)}` : `covered by ${visible(decision)}`;
  return [said.replace(label, () => paint.level(level, label)), wrap(next, `${indent}  `, width)];
}
function wrap(text, indent, width) {
  const lines = [];
  let line = indent;
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + word.length > width) {
      lines.push(line.trimEnd());
      line = `${indent}  `;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join("\n");
}
function coveredFindings(groups, paint, max) {
  const lines = groups.flatMap(
    ({ subjects }) => subjects.flatMap(
      ({ name, version, lockfile, statements }) => statements.map(({ rules, decision }) => {
        const title = name === null ? visible(lockfile, limits.path) : packageTitle({ name, version });
        return `  ${title}: ${rules.map((rule) => visible(rule, limits.name)).join(", ")}, covered by ${visible(decision ?? "a decision")}`;
      })
    )
  );
  if (lines.length === 0) return [];
  const findings = groups.reduce((sum, group) => sum + group.findings, 0);
  const rest = lines.length > max ? [`  \u2026 and ${plural(lines.length - max, "more line")}`] : [];
  return ["", paint.strong(`Covered: ${plural(findings, "finding")}`), "", ...lines.slice(0, max), ...rest];
}

export {
  terminalReport
};
