import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  proposedExceptions
} from "./chunk-report-view-proposed-exceptions.js";
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
  isOfferedFor,
  isOpen,
  isShort,
  ledgerNotes,
  offeredLines,
  openLines,
  openOffers,
  provenRecords,
  recordWords,
  refusalWords,
  unprovenRecords
} from "./chunk-report-view-decisions.js";
import {
  blockedRows,
  familyOf,
  groupFindings
} from "./chunk-report-view-blocked.js";
import {
  asBefore,
  compareUrlOf,
  comparedWords,
  missingGroups,
  missingWords,
  packageUrl,
  recordUrl,
  shownInTheList,
  sourcesWords
} from "./chunk-report-view-links.js";
import {
  withOneDate
} from "./chunk-report-view-one-date.js";
import {
  titleWords,
  verdictMeaning,
  waitsUntil
} from "./chunk-report-view-verdict-words.js";
import {
  coverVerb,
  coverWords
} from "./chunk-report-view-cover-words.js";
import {
  isOutage,
  packageTallyWords,
  rulesWords,
  subjectsWords,
  tally
} from "./chunk-report-view-tally.js";
import {
  changeWords,
  evidenceWords,
  pathWords,
  placeWords,
  placesWords,
  policyWords,
  registryRoles,
  roleWords,
  scopeWords,
  silentRegistries,
  silentWords,
  subjectPlaces,
  trustWords
} from "./chunk-report-view-words.js";
import {
  levelWords,
  list,
  minute,
  number,
  packageTitle,
  plural
} from "./chunk-report-view-text-words.js";
import {
  repositoryProblem
} from "./chunk-policy-remote.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  codeSpan,
  prose,
  tableCell
} from "./chunk-report-escape.js";
import {
  aboutRules,
  ruleUrl,
  wrongResult
} from "./chunk-report-view-project.js";
import {
  rankOfRule,
  wordsOfRule
} from "./chunk-report-view-rule-words.js";
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
  const wanted = sections2.map(({ items, reserve: reserve3 = 0 }) => Math.min(reserve3, whole(items, measure)));
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
var tableRow = (cells) => `| ${cells.map(tableCell).join(" | ")} |
`;
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
function changeMarkdown(change, mode) {
  const words = changeWords(change, mode, codeSpan);
  const url = compareUrlOf(change);
  return words === "" || url === void 0 ? words : `${words} ([compare](${url}))`;
}

// src/report/formats/markdown-blocked.ts
var shownRows = 5;
function blockedTable(report, links) {
  const rows = blockedRows(report);
  if (rows.length === 0) return [];
  const title = isOutage(report) ? "What could not be judged" : "What blocks";
  const shown2 = rows.length > shownRows + 1 ? shownRows : rows.length;
  const rest = rows.slice(shown2);
  const packages = rest.reduce((sum2, { subject }) => sum2 + subject.alike.length + 1, 0);
  return [
    tableOf(`#### ${title}

`, rows.slice(0, shown2), "\n", report, links),
    ...rest.length === 0 ? [] : [tableOf(folded(`and ${number(packages)} more`), rest, `
${foldedEnd}`, report, links)]
  ];
}
var head = ["Package", "Change", "Why", "What to do", "Who may decide"];
function tableOf(open, rows, close, report, links) {
  return {
    open: `${open}${tableRow(head)}${tableRow(head.map(() => "---"))}`,
    items: rows.map((row) => ({ text: tableRow(cellsOf(row, report, links)), findings: row.subject.alike.length + 1 })),
    more: (left, packages) => `
\u2026 left out here for length: ${plural(left, "row")} about ${plural(packages, "package")}.
`,
    close,
    reserve
  };
}
function cellsOf(row, report, links) {
  const { subject } = row;
  return [
    ...[titleOf(subject, report), changeOf(subject, report), reasonOf(row, links)],
    ...[nextOf(row, report), whoDecides(row, report)]
  ];
}
function whoDecides({ subject, decides }, report) {
  const named = [subject, ...subject.alike];
  const { decisions } = report;
  const isOffer = isOffered(report) && named.every((one) => isOfferedFor(report, one));
  if (!isOffer || decisions === void 0) return deciders[decides];
  return isShort(decisions) ? "approvers: too few are left" : "approvers: lines below";
}
function changeOf({ change, alike, family }, { mode }) {
  if (change === void 0) return "";
  if (alike.length === 0) return changeMarkdown(change, mode);
  return family === void 0 ? "" : changeWords(change, mode, codeSpan);
}
var deciders = {
  time: "no decision needed",
  exception: "owners of the policy",
  "deny-list": "owners of the policy (`deny`)",
  denial: "whoever denied it",
  nobody: "nobody: cannot be waived",
  rerun: "nobody: run it again",
  fix: "nobody: needs a fix"
};
function titleOf({ name, version, lockfile, change, alike, family }, report) {
  if (name === null) return codeSpan(lockfile);
  if (family !== void 0) {
    return `${packageSpan({ name: family, version })} (${plural(alike.length + 1, "package")})`;
  }
  const title = packageSpan({ name, version });
  if (alike.length > 0) {
    const others = alike.slice(0, 2).map(packageSpan);
    const rest = alike.length > 2 ? [`${number(alike.length - 2)} more`] : [];
    return `${plural(alike.length + 1, "package")}: ${list([title, ...others, ...rest])}`;
  }
  const url = change === void 0 ? void 0 : packageUrl(report, change);
  return url === void 0 ? title : `[${title}](${url})`;
}
var namedRecords = 2;
function reasonOf({ worst, others }, { rulesUrl }) {
  const [rule = ""] = worst.rules;
  const words = wordsOfRule(rule);
  const label = ruleLabel(rule, rulesUrl);
  const more = others === 0 ? "" : `, and ${plural(others, "more reason")}`;
  if (worst.outcome === "indeterminate") {
    const ranked = [...worst.rules].sort((a, b) => rankOfRule(a) - rankOfRule(b));
    const unjudged = ranked.map((each) => wordsOfRule(each)?.what ?? "other rules");
    return `could not judge ${list(several([...new Set(unjudged)]))}${more}`;
  }
  const ids = worst.findings.flatMap(({ about = [] }) => about);
  const named = several([...new Set(ids)].map(recordLabel), namedRecords);
  return `${label}${words === void 0 ? "" : `: ${words.reason}`}${named.length === 0 ? "" : ` (${list(named)})`}${more}`;
}
function several(words, most = 3) {
  return words.length <= most ? [...words] : [...words.slice(0, most), `${number(words.length - most)} more`];
}
function ruleLabel(rule, rulesUrl) {
  const label = codeSpan(rule, limits.name);
  const url = ruleUrl(rule, rulesUrl);
  return url === void 0 ? label : `[${label}](${url})`;
}
function recordLabel(id) {
  const url = recordUrl(id);
  return url === void 0 ? codeSpan(id, limits.name) : `[${codeSpan(id)}](${url})`;
}
var shortStep = 120;
function nextOf({ worst, until, decides }, report) {
  if (decides === "time" && until !== void 0) {
    return waitsUntil(report) === void 0 ? `wait until ${codeSpan(until)}` : "wait";
  }
  const [first = ""] = /^(?:`[^`]*`|[^`.;]|[.;](?! ))*/u.exec(worst.remediation) ?? [];
  return prose(unopened(shortened(first.replace(/[.;]$/u, ""))), longest);
}
var shownExceptions = 20;
var leastClause = 40;
function unopened(sentence) {
  const open = [];
  for (const { 0: found, index } of sentence.matchAll(/`[^`]*`|[()]/gu)) {
    if (found === "(") open.push(index);
    else if (found === ")") open.pop();
  }
  const [first] = open;
  return first === void 0 || first === 0 ? sentence : `${sentence.slice(0, first).trimEnd()} \u2026`;
}
function shortened(sentence) {
  if (sentence.length <= shortStep) return sentence;
  let short = "";
  for (const [word] of sentence.matchAll(/\s*(?:`[^`]*`|[^\s`]+|`)+/gu)) {
    if (short.length + word.length > shortStep) break;
    short += word;
  }
  if (short === "") return sentence;
  const clauses = [...short.matchAll(/`[^`]*`|[,:](?= )/gu)].filter(({ 0: found }) => !found.startsWith("`"));
  const end = clauses.at(-1)?.index ?? 0;
  return `${(end < leastClause ? short : short.slice(0, end)).replace(/[,:(]$/u, "")} \u2026`;
}
function exceptionSection(report) {
  const entries = proposedExceptions(report);
  if (entries.length === 0) return [];
  const isPreset = report.policy.source.startsWith("preset ") || report.policy.source === "none";
  const file = codeSpan(isPreset ? ".github/dependency-policy.yml" : report.policy.source);
  const start = isPreset ? "version: 1\n" : "";
  const shown2 = entries.slice(0, shownExceptions);
  const left = entries.length - shown2.length;
  const what = plural(entries.length, "exception");
  return [
    text(folded(`${isOffered(report) ? "Instead of approvals" : "If it has to go in as it is"}: ${what} to paste`)),
    text(
      `Whoever owns ${file} on the default branch may add this there, with the reason. This pull request cannot.

`
    ),
    {
      // Only validated text is inside: nothing can end the fence.
      open: `\`\`\`yaml
${start}exceptions:
`,
      items: shown2.map((entry) => ({ text: entry, findings: 1 })),
      more: (others) => `  # left out here for length: ${number(others)}
`,
      close: `${left === 0 ? "" : `  # and ${number(left)} more
`}\`\`\`

`,
      reserve
    },
    text(foldedEnd)
  ];
}

// src/report/formats/markdown-findings.ts
function findingItems(report, wanted) {
  const listed = shownInTheList(report);
  const findings = report.findings.filter(
    (finding) => effectOf(finding, report.policy.mode) === wanted && !listed(finding)
  );
  const groups = groupFindings(report, findings, { equal: true });
  return (wanted === "blocks" ? asInTable(groups, report) : groups).flatMap((group) => groupItems(group, report));
}
function asInTable(groups, report) {
  const rows = /* @__PURE__ */ new Map();
  for (const [at, { subject }] of blockedRows(report).entries()) {
    for (const { findings } of subject.statements) for (const finding of findings) rows.set(finding, at);
  }
  const rowOf = ({ statements }) => Math.min(...statements.flatMap(({ findings }) => findings.map((each) => rows.get(each) ?? Infinity)));
  const firstOf = ({ subjects }) => Math.min(...subjects.map(rowOf));
  return groups.map((group) => {
    const [head2, ...rest] = group.subjects;
    const sorted = group.headed && head2 !== void 0 ? [head2, ...byRow(rest, rowOf)] : byRow(group.subjects, rowOf);
    return { ...group, subjects: sorted };
  }).sort((a, b) => firstOf(a) - firstOf(b));
}
var byRow = (subjects, rowOf) => [...subjects].sort((a, b) => rowOf(a) - rowOf(b));
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
      text: subject === first ? statementLines(subject, "  ", step, report) : `${titleLine("  - pulls in ", subject, report)}${statementLines(subject, "    ", step, report)}`,
      findings: subject.findings
    }));
  }
  const indent = root === void 0 || subjects.every(({ name }) => name === root) ? "" : "  ";
  const heading = indent === "" ? {} : { heading: `${pulledIn(group, report)}${shared}` };
  const below = indent === "" ? void 0 : step;
  return subjects.map((subject) => ({
    ...heading,
    text: `${titleLine(`${indent}- `, subject, report)}${statementLines(subject, `${indent}  `, below, report)}`,
    findings: subject.findings
  }));
}
var sharedWords = ({ remediation, ofAll }) => `**${ofAll ? "Next for all of these" : "Next, unless stated otherwise"}:** ${prose(remediation, longest)}`;
function pulledIn({ root = "", change }, { mode }) {
  const how = change === void 0 ? "" : changeMarkdown(change, mode);
  const what = packageSpan({ name: root, version: change?.version ?? null });
  return `- Pulled in by **${what}**${how === "" ? "" : `, ${how}`}
`;
}
function subjectItem(subject, report, places) {
  return `${titleLine("- ", subject, report, places)}${statementLines(subject, "  ", void 0, report)}`;
}
function titleLine(start, subject, report, places = subjectPlaces(subject)) {
  const { change, alike, family } = subject;
  const facts = places.length === 0 ? [] : [placesWords(places, 3, codeSpan)];
  if (change !== void 0 && alike.length === 0) {
    const [path] = change.direct ? [] : change.via;
    if (path !== void 0) facts.unshift(pathWords(path, codeSpan, "\u2192"));
    facts.push(...evidenceWords(change, codeSpan));
  } else if (family !== void 0 && change !== void 0) {
    const parents = (change.via[0] ?? []).slice(0, -1);
    if (parents.length > 0) facts.unshift(pathWords(parents, codeSpan, "\u2192"));
  }
  const details = facts.length === 0 ? "" : `<br><sub>${facts.join(" \xB7 ")}</sub>`;
  return `${start}${subjectTitle(subject, report)}${details}
`;
}
function statementLines({ statements, alike }, indent, step, report) {
  return byNextStep(statements).map((together) => {
    const [{ decision, remediation, findings }] = together;
    const [finding] = findings;
    const next = decision !== null ? `<br>**${coverVerb(finding) === "approved by" ? "Approved by" : "Covered by"}** ${coverWords(finding, codeSpan)}` : remediation === step?.remediation ? "" : `<br>**Next:** ${prose(remediation, longest)}`;
    return `${indent}- ${together.map((each) => statementWords(each, alike.length > 0, report)).join("<br>")}${next}
`;
  }).join("");
}
function subjectTitle({ name, version, lockfile, change, alike, family }, report) {
  const { mode } = report;
  const title = name === null ? codeSpan(lockfile) : packageSpan({ name, version });
  if (family !== void 0) {
    const how = change === void 0 ? "" : changeWords(change, mode, codeSpan);
    const several2 = `${plural(alike.length + 1, "platform package")}${how === "" ? "" : `, ${how}`}`;
    return `**${packageSpan({ name: family, version })}**, ${several2}`;
  }
  if (alike.length > 0) {
    return `**${plural(alike.length + 1, "package")}**: ${namesOf([title, ...alike.map(packageSpan)])}`;
  }
  const words = change === void 0 ? [] : [changeMarkdown(change, mode), roleWords(change)];
  const url = change === void 0 ? void 0 : packageUrl(report, change);
  const linked = url === void 0 ? title : `[${title}](${url})`;
  return [`**${linked}**`, ...words.filter((word) => word !== "")].join(", ");
}
function namesOf(titles) {
  const [first, rest] = [titles.slice(0, namedPackages), titles.slice(namedPackages)];
  if (rest.length === 0) return first.join(", ");
  const left = rest.length > foldedNames ? `, \u2026 and ${number(rest.length - foldedNames)} more` : "";
  const others = `${rest.slice(0, foldedNames).join(", ")}${left}`;
  return `${first.join(", ")}<details><summary>and ${number(rest.length)} more</summary>${others}</details>`;
}
var namedPackages = 5;
var foldedNames = 100;
var signs = { error: "\u{1F6D1}", warn: "\u26A0\uFE0F", note: "\u2139\uFE0F" };
function statementWords({ rules, level, floor, outcome, message, findings }, isOfSeveral, { rulesUrl }) {
  const named = rules.map((rule) => ruleLabel(rule, rulesUrl)).join(", ");
  const label = `${signs[level]} ${levelWords[level]} **${named}**`;
  const unknown = outcome === "indeterminate" ? " could not judge" : isOfSeveral ? ", for example" : "";
  const fixed = floor ? " (cannot be waived)" : "";
  return `${label}${fixed}${unknown}: ${prose(message, longest)}${recordLinks(findings)}`;
}
var linkedRecords = 5;
function recordLinks(findings) {
  const known = [...new Set(findings.flatMap(({ about = [] }) => about))].filter((id) => recordUrl(id) !== void 0);
  return known.length === 0 ? "" : `<br>See ${known.slice(0, linkedRecords).map(recordLabel).join(", ")}.`;
}

// src/report/formats/markdown-decisions.ts
function decisionSections(report) {
  const { decisions } = report;
  if (decisions === void 0) return [];
  return [
    uncounted(decisions),
    ...offer(report, decisions),
    approved(decisions),
    denied(decisions),
    refused(report, decisions),
    deleted(decisions),
    ...ledger(decisions),
    unproven(decisions),
    proven(decisions)
  ];
}
var uncounted = ({ notCounted }) => text(notCounted === void 0 ? "" : `${prose(notCounted, longest)}

`);
var reserve2 = 16e3;
function offer(report, decisions) {
  if (!isOpen(decisions)) return [];
  const title = `#### Who can let it in${waitsUntil(report) === void 0 ? "" : " earlier"}

`;
  const words = approverWords(decisions).map((sentence) => prose(sentence, longest));
  const people = text(`${title}${words.join(" ")}

`);
  return isOffered(report) ? [people, ...lines(report, decisions)] : [people];
}
function lines(report, decisions) {
  const all = openLines(report);
  const shown2 = all.slice(0, offeredLines);
  const left = all.length - shown2.length;
  const without = openOffers(decisions).filter(({ unread }) => unread.length > 0).map(
    ({ name, version, path, unread: kinds }) => `${name === null ? codeSpan(path ?? "") : packageSpan({ name, version })} would be approved without ${kinds.map((kind) => codeSpan(kind)).join(", ")}, which could not be read. `
  );
  return [
    text(without.length === 0 ? "" : `${without.join("")}

`),
    text(
      "Read what blocks, then copy the lines that you approve, whole, into one new comment; a reason may follow on each line:\n\n"
    ),
    {
      // Only what reads back as a line of ours is inside: nothing can end the fence.
      open: "```\n",
      items: shown2.map((line) => ({ text: `${line}
`, findings: 1 })),
      more: (others) => `(left out here for length: ${number(others)}; the summary of the check has them)
`,
      close: "```\n\n",
      reserve: reserve2
    },
    text(
      left === 0 ? "" : `When these are approved and the check has run again, ${plural(left, "more line")} follow.

`
    ),
    text(
      `${decisions.pulls === void 0 ? "Then choose \u201CRe-run failed jobs\u201D on the check, which needs write access." : "Then put the pull request into the merge queue again."} To keep a package version out: \`/deny NAME@VERSION REASON\`.

`
    )
  ];
}
var said = ({ login, record, reason }) => `${codeSpan(login)}${record === void 0 ? "" : ` in record ${codeSpan(record)}`}${reason === "" ? "" : `: ${codeSpan(reason, longest)}`}`;
function approved({ offers, required }) {
  const some = offers.filter(({ approvals }) => approvals.length > 0);
  const items = some.map(({ name, version, path, approvals, isApproved }) => {
    const what = name === null ? codeSpan(path ?? "") : packageSpan({ name, version });
    const missing = isApproved ? "" : ` (${number(approvals.length)} of ${number(required)} people)`;
    return { text: `- ${what}${missing}, by ${approvals.map(said).join("; ")}
`, findings: 1 };
  });
  const title = some.every(({ isApproved }) => isApproved) ? "Approved" : "Approved so far";
  return list2(`#### ${title}

`, items, "", "approval");
}
function denied(decisions) {
  const items = denialsHere(decisions).map(({ name, version, ...decision }) => ({
    text: `- ${packageSpan({ name, version })}, by ${said(decision)}. No approval counts until ${codeSpan(decision.login)} writes ${codeSpan(`/withdraw ${name}@${version}`)}
`,
    findings: 1
  }));
  const recorded = (decisions.ledger?.used ?? []).flatMap((one) => {
    const { decision, name, version, record } = one;
    if (decision !== "deny" || name === null || version === null) return [];
    return [
      {
        text: `- ${packageSpan({ name, version })}, ${prose(deniedBy(one), longest)} (record ${codeSpan(record)}). No approval counts until that record is revoked
`,
        findings: 1
      }
    ];
  });
  return list2("#### Denied\n\n", [...items, ...recorded], "", "denial");
}
function ledger({ ledger: told }) {
  if (told === void 0) return [];
  const { notCounted, commit } = told;
  const items = notCounted.map((one) => ({ text: `- ${prose(recordWords(one), longest)}
`, findings: 1 }));
  const notes = ledgerNotes(told).map((sentence) => prose(sentence, longest));
  const title = folded(`Records at ${codeSpan(commit)} that do not count: ${plural(items.length, "record")}`);
  return [text(notes.length === 0 ? "" : `${notes.join(" ")}

`), list2(title, items, foldedEnd, "record")];
}
function unproven(decisions) {
  const items = unprovenRecords(decisions).map((words) => ({ text: `- ${prose(words, longest)}
`, findings: 1 }));
  return list2("#### Records that nothing proves\n\n", items, "", "record");
}
function proven(decisions) {
  const items = provenRecords(decisions).map((words) => ({ text: `- ${prose(words, longest)}
`, findings: 1 }));
  return list2(
    folded(`Records of decisions that come in: ${plural(items.length, "record")}`),
    items,
    foldedEnd,
    "record"
  );
}
var openRefusals = 5;
function refused({ verdict }, { refusals }) {
  const items = refusals.map((refusal) => ({
    text: `- ${prose(refusalWords(refusal), longest)}
`,
    findings: 1
  }));
  const isRed = verdict === "fail" || verdict === "error";
  if (isRed && items.length <= openRefusals) return list2("#### Lines that do not count\n\n", items, "", "line");
  return list2(folded(`Lines that do not count: ${plural(items.length, "line")}`), items, foldedEnd, "line");
}
function deleted({ deleted: comments }) {
  const items = comments.map(({ author, by }) => ({
    text: `- A comment of ${codeSpan(author?.login ?? "a deleted account")} was deleted by ${codeSpan(by?.login ?? "a deleted account")}: what it said no longer counts.
`,
    findings: 1
  }));
  return list2("#### Deleted comments of approvers\n\n", items, "", "comment");
}

// src/report/formats/markdown-missing.ts
function missingList(report) {
  const before = report.missingProvenance.filter((entry) => asBefore(entry, report.mode));
  const rest = report.missingProvenance.filter((entry) => !before.includes(entry));
  const items = [
    ...missingGroups({ missingProvenance: rest }).flatMap(({ title, entries }) => itemsOf(title, entries, report.mode)),
    ...itemsOf("As before: the version before had none either", before, report.mode)
  ];
  return list2(folded(`Without verified provenance: ${missingWords(report)}`), withBreaks(items), foldedEnd, "package");
}
function itemsOf(title, entries, mode) {
  return [...groupBy(entries, (entry) => lineOf(entry, mode)).values()].map((alike) => {
    const [entry] = alike;
    const words = [entry.direct ? "direct dependency" : "", comparedWords(entry, mode, codeSpan)];
    const details = words.filter((word) => word !== "").map((word) => ` \xB7 ${word}`);
    const family = alike.length < 2 ? void 0 : familyOf(entry.name);
    const named = family === void 0 ? entry : { ...entry, name: family };
    const count = family === void 0 ? "" : ` (${plural(alike.length, "platform package")})`;
    return {
      heading: `**${title}** (${number(entries.length)})

`,
      text: `- ${packageSpan(named)}${count}${details.join("")}
`,
      findings: alike.length
    };
  });
}
function lineOf(entry, mode) {
  const { name, version, direct } = entry;
  const family = direct ? void 0 : familyOf(name);
  return JSON.stringify([family === void 0, family ?? name, version, direct, comparedWords(entry, mode, codeSpan)]);
}
function withBreaks(items) {
  return items.map(
    (item, index) => index === 0 || items[0]?.heading === item.heading ? item : { ...item, heading: `
${item.heading ?? ""}` }
  );
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
function table(title, head2, rows) {
  if (rows.length === 0) return void 0;
  return {
    open: `**${title}: ${number(rows.length)}**

${tableRow(head2)}${tableRow(head2.map(() => "---"))}`,
    items: rows.map((cells) => ({ text: tableRow(cells), findings: 0 })),
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
    changeMarkdown(change, mode),
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
function commentMarkdown(report, { maxLength = commentLength, all, commit, ...around } = {}) {
  const measure = (text2) => text2.length;
  const judged = commit === void 0 ? "" : commitWords(commit);
  const until = waitsUntil(report);
  const marker = until === void 0 || commit === void 0 ? "" : waitingMarker(until, commit);
  const whole2 = fit(sections(report, { ...around, judged, marker }), Infinity, measure);
  if (whole2.length <= maxLength) return whole2;
  return fit(sections(report, { ...around, judged, marker, cut: cutWords(all) }), maxLength, measure);
}
var commitWords = (commit) => `commit ${codeSpan(shortCommit(commit))}`;
var policyCommit = (serverUrl) => (commit, repository) => {
  const shown2 = codeSpan(shortCommit(commit));
  const isPlain = repositoryProblem(repository) === void 0 && /^[0-9a-f]{40}$/.test(commit);
  return serverUrl === void 0 || !isPlain ? shown2 : `[${shown2}](${serverUrl}/${repository}/commit/${commit})`;
};
var shortCommit = (commit) => commit.slice(0, 12);
var withNote = (comment, note) => comment.replace(/^### .*\n\n/m, (headline) => `${headline}${note}

`);
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
function summaryMarkdown(report, { maxBytes = summaryBytes, commit, ...links } = {}) {
  const encoder = new TextEncoder();
  const head2 = commit === void 0 ? "" : `${commitWords(commit)} as `;
  const judged = `${head2}${revisions(report)} at ${codeSpan(minute(report.evaluatedAt))}`;
  return fit(sections(report, { judged, ...links }), maxBytes, (text2) => encoder.encode(text2).length);
}
function cutWords(all) {
  const rest = all === void 0 ? "" : `[the summary of the check](${all}) has the rest, and `;
  return `This comment is cut for length; ${rest}the JSON report has everything.

`;
}
var sign = { pass: "\u2705", warn: "\u26A0\uFE0F", fail: "\u274C", error: "\u274C" };
function sections(given, { judged = "", marker = "", cut = "", rulesUrl, project, serverUrl, isFirstTime = false, program }) {
  const report = withOneDate(given);
  const until = waitsUntil(report);
  const isListed = shownInTheList(report);
  const of = (effect) => report.findings.filter((finding) => !isListed(finding) && effectOf(finding, report.policy.mode) === effect);
  const items = (wanted) => findingItems({ ...report, rulesUrl }, wanted);
  const byRule = rulesWords(report, (rule) => ruleLabel(rule, rulesUrl));
  const asked = sourcesWords(report, codeSpan);
  const trust = trustWords(report);
  const warnings = report.policy.mode === "observe" ? "Not blocking in mode observe" : "Warnings";
  const isOpen2 = report.verdict === "fail" || report.verdict === "error";
  return [
    text(`${commentMarker}
${marker}### ${signOf(report)} lockgate: ${titleWords(report)}

`),
    text(until === void 0 ? "" : waiting(until)),
    text(isFirstTime && isOpen2 && report.mode === "check" && until === void 0 ? firstTimeWords(report) : ""),
    text(`**${capital(packageTallyWords(report))}.** ${capital(scopeWords(report))}.

`),
    text(proposerText(report)),
    text(asked === "" ? "" : `${capital(asked)}.

`),
    text(cut),
    text(byRule === "" ? "" : `Blocked by ${byRule}.

`),
    list2("#### Could not be evaluated\n\n", errorItems(report), "", "input"),
    ...blockedTable(report, { rulesUrl }),
    ...blockedDetails(report, items("blocks")),
    text(report.mode === "check" && until === void 0 ? nextStep(report) : ""),
    ...decisionSections(report),
    ...exceptionSection(report),
    list2(folded(`${warnings}: ${subjectsWords(of("warns"))}`), items("warns"), foldedEnd),
    list2(
      folded(`Notes, which do not affect the verdict: ${subjectsWords(of("notes"))}`),
      items("notes"),
      foldedEnd,
      "note"
    ),
    missingList(report),
    list2(folded(`Covered by exceptions and approvals: ${subjectsWords(of("covered"))}`), items("covered"), foldedEnd),
    ...checkedTables(report),
    text(
      `Judged${judged === "" ? "" : ` ${judged}`} by ${policyWords(report, codeSpan, policyCommit(serverUrl))}${trust === void 0 ? "" : `; ${trust}`}.
`
    ),
    text(program === void 0 || rulesUrl !== void 0 ? "" : aboutWords(report, program)),
    text(wrongWords(report, project))
  ];
}
function aboutWords(report, program) {
  const says = aboutRules(report, (rule) => codeSpan(`${program} explain --rule ${rule}`, limits.path));
  return says === "" ? "" : `
${says}
`;
}
var proposerText = (report) => {
  const words = proposerWords(report, codeSpan);
  return words === "" ? "" : `${words}

`;
};
function wrongWords(report, project) {
  const wrong = project && wrongResult(report, project.url, project.version);
  if (wrong === void 0) return "";
  return `
Wrong result? [Report a false alarm](${wrong.falseAlarm}), or [report in private](${wrong.falsePass}) what should have been blocked.
`;
}
function blockedDetails(report, items) {
  const blocking = report.findings.filter((finding) => effectOf(finding, report.policy.mode) === "blocks");
  const isLong = blockedRows(report).length > shownRows + 1;
  const open = isLong ? folded(`Every reason, and what to do: ${plural(blocking.length, "finding")} on ${subjectsWords(blocking)}`) : "#### Every reason, and what to do\n\n";
  return [list2(open, items, isLong ? foldedEnd : "")];
}
var signOf = (report) => waitsUntil(report) === void 0 ? sign[report.verdict] : "\u23F3";
var waiting = (until) => `**Nothing has to be done.** Only the age of what is new blocks. From ${codeSpan(until)} on the check can pass; the scheduled run (input \`rerun\`) or \u201CRe-run jobs\u201D runs it again then.

`;
function firstTimeWords(report) {
  const among = new Set(blockedRows(report).map(({ decides }) => decides));
  const isForMaintainers = among.has("exception") || among.has("deny-list");
  const isForProposer = among.has("nobody") || among.has("fix");
  const say = (words) => `**Is this your first contribution here?** ${words}

`;
  if (isForProposer) {
    const others = isForMaintainers ? " A maintainer decides about the others." : "";
    return say(`Please remove or replace what cannot be waived: the table says how.${others}`);
  }
  if (!isForMaintainers) return "";
  const which = among.size > [...among].filter((each) => each === "exception" || each === "deny-list").length ? "those below that need a decision" : "the packages below";
  return say(`You need not do anything: a maintainer decides about ${which}.`);
}
function nextStep(report) {
  if (isOutage(report)) {
    return "Nothing is known against these packages. Run the check again when what could not be read can be read.\n\n";
  }
  if (tally(report).blocks === 0) return "";
  const approval = isOffered(report) ? "an approval (below) or " : "";
  return `The check passes when everything above is resolved or, where it can be waived, covered by ${approval}an exception in the policy on the default branch.

`;
}
var capital = (words) => words.replace(/^[a-z]/u, (letter) => letter.toUpperCase());
function revisions({ base, head: head2, mode }) {
  const judged = head2 === null ? "the given state" : codeSpan(head2);
  return mode === "audit" || base === null ? judged : `${judged} against ${codeSpan(base)}`;
}
function errorItems({ errors }) {
  return errors.map((error) => {
    const { code, message, path } = error;
    const place = path === void 0 ? "" : `${codeSpan(placeWords({ ...error, path }))}: `;
    return { text: `- ${place}${prose(message, longest)} (${codeSpan(code)})
`, findings: 1 };
  });
}

export {
  fit,
  readWaiting,
  subjectItem,
  commentMarker,
  commentMarkdown,
  withNote,
  unjudgedMarkdown,
  summaryMarkdown,
  signOf,
  capital,
  errorItems
};
