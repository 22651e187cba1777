import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  byNextStep,
  groupFindings,
  sharedStep
} from "./chunk-report-view-grouping.js";
import {
  comparedWords,
  missingGroups,
  missingWords,
  shownInTheList
} from "./chunk-report-view-missing-provenance.js";
import {
  changeWords,
  evidenceWords,
  levelWords,
  list,
  minute,
  number,
  packageTitle,
  pathWords,
  placeWords,
  placesWords,
  plural,
  policyWords,
  registryRoles,
  roleWords,
  rulesWords,
  scopeWords,
  silentRegistries,
  silentWords,
  subjectPlaces,
  tally,
  tallyWords,
  titleWords,
  trustWords,
  verdictMeaning,
  waitsUntil
} from "./chunk-report-view-words.js";
import {
  codeSpan,
  prose,
  tableCell
} from "./chunk-report-escape.js";
import {
  effectOf
} from "./chunk-model-effect.js";
import {
  limits
} from "./chunk-text-visible.js";

// src/report/view/fit.ts
var whole = (items, measure) => sum(items.map(({ heading = "", text: text2 }) => measure(heading) + measure(text2)));
var sum = (numbers) => numbers.reduce((total, each) => total + each, 0);
function fit(sections2, limit, measure) {
  const frames = sections2.map(({ open, close, items, more }) => {
    const findings = sum(items.map((item) => item.findings));
    return measure(open) + measure(close) + (items.length === 0 ? 0 : measure(more(items.length, findings)));
  });
  let room = limit - sum(frames);
  if (room < 0) throw new RangeError(`a report does not fit into ${limit}`);
  const wanted = sections2.map(({ items, reserve: reserve2 = 0 }) => Math.min(reserve2, whole(items, measure)));
  let document = "";
  for (const [index, { open, items, close, more }] of sections2.entries()) {
    const kept = sum(wanted.slice(index + 1));
    document += open;
    let heading;
    let left = 0;
    let findings = 0;
    for (const item of items) {
      const text2 = `${item.heading === heading ? "" : item.heading ?? ""}${item.text}`;
      const cost = measure(text2);
      if (cost <= room - kept) {
        room -= cost;
        document += text2;
        heading = item.heading;
      } else {
        left += 1;
        findings += item.findings;
      }
    }
    document += `${left === 0 ? "" : more(left, findings)}${close}`;
  }
  return document;
}

// src/report/formats/waiting-marker.ts
var shown = /[Ww]aiting until (\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC/u;
function waitingMarker(until, commit) {
  return `<!-- lockgate:${commit.slice(0, 12)} waiting until ${until} -->
`;
}
function readWaiting(text2, commit) {
  const line = commit === void 0 ? text2 : text2.split(/\r?\n/u).find((each) => each.startsWith(`<!-- lockgate:${commit.slice(0, 12)} `));
  const [, day, clock] = shown.exec(line ?? "") ?? [];
  if (day === void 0 || clock === void 0) return void 0;
  const time = Date.parse(`${day}T${clock}:00Z`);
  return Number.isNaN(time) ? void 0 : time;
}

// src/report/formats/markdown-parts.ts
var longest = 1e3;
var text = (open) => ({ open, items: [], close: "", more: () => "" });
var reserve = 4e3;
function list2(open, items, close, counted = "finding") {
  const more = (_left, findings) => `- \u2026 left out here for length: ${plural(findings, counted)}; the JSON report has them all.
`;
  return items.length === 0 ? text("") : { open, items, close: `
${close}`, more, reserve };
}
var folded = (summary) => `<details><summary>${summary}</summary>

`;
var foldedEnd = "</details>\n\n";
var packageSpan = (named) => packageTitle(named, codeSpan);

// src/report/formats/markdown-findings.ts
function findingItems(report, wanted) {
  const listed = shownInTheList(report);
  const findings = report.findings.filter(
    (finding) => effectOf(finding, report.policy.mode) === wanted && !listed(finding)
  );
  return groupFindings(report, findings).flatMap((group) => groupItems(group, report));
}
function groupItems(group, report) {
  const { root, headed, subjects } = group;
  const step = sharedStep(group);
  const shared = step === void 0 ? "" : `  - ${sharedWords(step)}
`;
  const [first] = subjects;
  if (headed && first !== void 0) {
    const heading2 = `${titleLine("- ", first, report)}${shared}`;
    return subjects.map((subject) => ({
      heading: heading2,
      text: subject === first ? statementLines(subject, "  ", step) : `${titleLine("  - pulls in ", subject, report)}${statementLines(subject, "    ", step)}`,
      findings: subject.findings
    }));
  }
  const indent = root === void 0 || subjects.every(({ name }) => name === root) ? "" : "  ";
  const heading = indent === "" ? {} : { heading: `${pulledIn(group, report)}${shared}` };
  const below = indent === "" ? void 0 : step;
  return subjects.map((subject) => ({
    ...heading,
    text: `${titleLine(`${indent}- `, subject, report)}${statementLines(subject, `${indent}  `, below)}`,
    findings: subject.findings
  }));
}
var sharedWords = ({ remediation, ofAll }) => `**${ofAll ? "Next for all of these" : "Next, unless stated otherwise"}:** ${prose(remediation, longest)}`;
function pulledIn({ root = "", change }, { mode }) {
  const how = change === void 0 ? "" : changeWords(change, mode, codeSpan);
  const what = packageSpan({ name: root, version: change?.version ?? null });
  return `- Pulled in by **${what}**${how === "" ? "" : `, ${how}`}
`;
}
function subjectItem(subject, report, places) {
  return `${titleLine("- ", subject, report, places)}${statementLines(subject, "  ", void 0)}`;
}
function titleLine(start, subject, report, places = subjectPlaces(subject)) {
  const { change, alike } = subject;
  const facts = places.length === 0 ? [] : [placesWords(places, 3, codeSpan)];
  if (change !== void 0 && alike.length === 0) {
    const [path] = change.direct ? [] : change.via;
    if (path !== void 0) facts.unshift(pathWords(path, codeSpan, "\u2192"));
    facts.push(...evidenceWords(change, codeSpan));
  }
  const details = facts.length === 0 ? "" : `<br><sub>${facts.join(" \xB7 ")}</sub>`;
  return `${start}${subjectTitle(subject, report)}${details}
`;
}
function statementLines({ statements }, indent, step) {
  return byNextStep(statements).map((together) => {
    const [{ decision, remediation }] = together;
    const next = decision !== null ? `<br>**Covered by** ${codeSpan(decision, limits.name)}` : remediation === step?.remediation ? "" : `<br>**Next:** ${prose(remediation, longest)}`;
    return `${indent}- ${together.map(statementWords).join("<br>")}${next}
`;
  }).join("");
}
function subjectTitle({ name, version, lockfile, change, alike }, { mode }) {
  const title = name === null ? codeSpan(lockfile) : packageSpan({ name, version });
  if (alike.length > 0) {
    const named = [title, ...alike.slice(0, 9).map(packageSpan)].join(", ");
    const rest = alike.length > 9 ? ` and ${number(alike.length - 9)} more` : "";
    return `**${plural(alike.length + 1, "package")}**: ${named}${rest}`;
  }
  const words = change === void 0 ? [] : [changeWords(change, mode, codeSpan), roleWords(change)];
  return [`**${title}**`, ...words.filter((word) => word !== "")].join(", ");
}
var signs = { error: "\u{1F6D1}", warn: "\u26A0\uFE0F", note: "\u2139\uFE0F" };
function statementWords({ rules, level, floor, outcome, message }) {
  const label = `${signs[level]} ${levelWords[level]} **${rules.map((rule) => codeSpan(rule)).join(", ")}**`;
  const unknown = outcome === "indeterminate" ? " could not judge" : "";
  const fixed = floor ? " (cannot be waived)" : "";
  return `${label}${fixed}${unknown}: ${prose(message, longest)}`;
}

// src/report/formats/markdown-tables.ts
function checkedTables(report) {
  const { lockfiles, registries, changes, mode } = report;
  const tables = [lockfileTable(report), registryTable(report), changeTable(report)].flatMap((each) => each ?? []);
  const words = [
    plural(lockfiles.length, "lockfile"),
    changes.length === 0 ? "no change" : plural(changes.length, mode === "audit" ? "locked package" : "change"),
    ...registries.length === 0 ? [] : [plural(registries.length, "registry", "registries")]
  ];
  return tables.length === 0 ? [] : [text(folded(`What was checked: ${list(words)}`)), ...tables, text(foldedEnd)];
}
function table(title, head, rows) {
  const row = (cells) => `| ${cells.map(tableCell).join(" | ")} |
`;
  if (rows.length === 0) return void 0;
  return {
    open: `**${title}: ${number(rows.length)}**

${row(head)}${row(head.map(() => "---"))}`,
    items: rows.map((cells) => ({ text: row(cells), findings: 0 })),
    more: (left) => `
\u2026 left out here for length: ${plural(left, "row")}; the JSON report has them all.
`,
    close: "\n",
    reserve
  };
}
function changeTable({ changes, mode }) {
  const noteworthy = mode === "audit" ? [] : changes;
  const rows = noteworthy.map((change) => [
    packageSpan(change),
    changeWords(change, mode, codeSpan),
    roleWords(change),
    change.direct ? "" : codeSpanOf(change.via[0]?.[0]),
    codeSpan(placeWords({ path: change.lockfile, line: change.line }))
  ]);
  return table("Changes", ["Package", "Change", "Role", "Pulled in by", "Where"], rows);
}
var codeSpanOf = (name) => name === void 0 ? "" : codeSpan(name, limits.name);
function lockfileTable({ lockfiles }) {
  const rows = lockfiles.map(({ path, format, formatVersion, status, packages, former }) => [
    codeSpan(path),
    `${format} ${codeSpan(formatVersion, limits.version)}`,
    former === void 0 ? status : `${status}, compared with ${codeSpan(former.path)} (${former.format})`,
    number(packages)
  ]);
  return table("Lockfiles", ["Lockfile", "Format", "Status", "Packages"], rows);
}
function registryTable(report) {
  const silent = silentRegistries(report);
  const rows = report.registries.map(({ role, url, packages }) => [
    silent.has(url) ? `${registryRoles[role]}; ${silentWords}` : registryRoles[role],
    codeSpan(url),
    number(packages)
  ]);
  return table("Registries", ["Registry", "Address", "Packages judged"], rows);
}

// src/report/formats/markdown.ts
var commentMarker = "<!-- lockgate:report -->";
var commentLength = 6e4;
var summaryBytes = 1e6;
function commentMarkdown(report, {
  maxLength = commentLength,
  all,
  commit
} = {}) {
  const measure = (text2) => text2.length;
  const judged = commit === void 0 ? "" : commitWords(commit);
  const until = waitsUntil(report);
  const marker = until === void 0 || commit === void 0 ? "" : waitingMarker(until, commit);
  const whole2 = fit(sections(report, { judged, marker }), Infinity, measure);
  if (whole2.length <= maxLength) return whole2;
  return fit(sections(report, { judged, marker, cut: cutWords(all) }), maxLength, measure);
}
var commitWords = (commit) => `commit ${codeSpan(shortCommit(commit))}`;
var shortCommit = (commit) => commit.slice(0, 12);
function unjudgedMarkdown(error, commit) {
  const [reason] = errorItems({ errors: [error] });
  return [
    `${commentMarker}
### ${sign.error} lockgate: ${verdictMeaning.error}

`,
    `**${capital(commitWords(commit))} was not judged.** The run ended before it:

`,
    `${reason?.text ?? ""}
Run the workflow again when that is fixed.
`
  ].join("");
}
function summaryMarkdown(report, { maxBytes = summaryBytes, commit } = {}) {
  const encoder = new TextEncoder();
  const head = commit === void 0 ? "" : `${commitWords(commit)} as `;
  const judged = `${head}${revisions(report)} at ${codeSpan(minute(report.evaluatedAt))}`;
  return fit(sections(report, { judged }), maxBytes, (text2) => encoder.encode(text2).length);
}
function cutWords(all) {
  const rest = all === void 0 ? "" : `[the summary of the check](${all}) has the rest, and `;
  return `This comment is cut for length; ${rest}the JSON report has everything.

`;
}
var sign = { pass: "\u2705", warn: "\u26A0\uFE0F", fail: "\u274C", error: "\u274C" };
function sections(report, { judged = "", marker = "", cut = "" } = {}) {
  const { blocks, warns, notes, covered } = tally(report);
  const until = waitsUntil(report);
  const isListed = shownInTheList(report);
  const folds = (effect) => report.findings.filter((finding) => isListed(finding) && effectOf(finding, report.policy.mode) === effect).length;
  const items = (wanted) => findingItems(report, wanted);
  const byRule = rulesWords(report, codeSpan);
  const trust = trustWords(report);
  const warnings = report.policy.mode === "observe" ? "Not blocking in mode observe" : "Warnings";
  return [
    text(`${commentMarker}
${marker}### ${signOf(report)} lockgate: ${titleWords(report)}

`),
    text(until === void 0 ? "" : waiting(until)),
    text(`**${capital(tallyWords(report))}.** ${capital(scopeWords(report))}.

`),
    text(cut),
    text(byRule === "" ? "" : `Blocked by ${byRule}.

`),
    list2("#### Could not be evaluated\n\n", errorItems(report), "", "input"),
    list2("#### What blocks\n\n", items("blocks"), ""),
    text(blocks > 0 && report.mode === "check" && until === void 0 ? nextStep : ""),
    list2(folded(`${warnings}: ${plural(warns - folds("warns"), "finding")}`), items("warns"), foldedEnd),
    list2(
      folded(`Notes, which do not affect the verdict: ${number(notes - folds("notes"))}`),
      items("notes"),
      foldedEnd,
      "note"
    ),
    missingList(report),
    list2(folded(`Covered by exceptions and approvals: ${plural(covered, "finding")}`), items("covered"), foldedEnd),
    ...checkedTables(report),
    text(
      `Judged${judged === "" ? "" : ` ${judged}`} by ${policyWords(report, codeSpan)}${trust === void 0 ? "" : `; ${trust}`}.
`
    )
  ];
}
var signOf = (report) => waitsUntil(report) === void 0 ? sign[report.verdict] : "\u23F3";
var waiting = (until) => `**Nothing has to be done.** Only the age of what is new blocks. From ${codeSpan(until)} on the check can pass; the scheduled run (input \`rerun\`) or \u201CRe-run jobs\u201D runs it again then.

`;
var nextStep = "The check passes when everything above is resolved or, where it can be waived, covered by an exception in the policy on the default branch.\n\n";
var capital = (words) => words.replace(/^[a-z]/u, (letter) => letter.toUpperCase());
function revisions({ base, head, mode }) {
  const judged = head === null ? "the given state" : codeSpan(head);
  return mode === "audit" || base === null ? judged : `${judged} against ${codeSpan(base)}`;
}
function errorItems({ errors }) {
  return errors.map(({ code, message, path, line }) => {
    const place = path === void 0 ? "" : `${codeSpan(placeWords(line === void 0 ? { path } : { path, line }))}: `;
    return { text: `- ${place}${prose(message, longest)} (${codeSpan(code)})
`, findings: 1 };
  });
}
function missingList(report) {
  const items = missingGroups(report).flatMap(
    ({ title, entries }) => entries.map((entry) => {
      const words = [entry.direct ? "direct dependency" : "", comparedWords(entry, report.mode, codeSpan)];
      const details = words.filter((word) => word !== "").map((word) => ` \xB7 ${word}`);
      return {
        heading: `**${title}** (${number(entries.length)})

`,
        text: `- ${packageSpan(entry)}${details.join("")}
`,
        findings: 1
      };
    })
  );
  return list2(folded(`Without verified provenance: ${missingWords(report)}`), withBreaks(items), foldedEnd, "package");
}
function withBreaks(items) {
  return items.map(
    (item, index) => index === 0 || items[0]?.heading === item.heading ? item : { ...item, heading: `
${item.heading ?? ""}` }
  );
}

export {
  fit,
  readWaiting,
  subjectItem,
  commentMarker,
  commentMarkdown,
  unjudgedMarkdown,
  summaryMarkdown,
  signOf,
  capital,
  errorItems
};
