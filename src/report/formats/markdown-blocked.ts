/** What blocks, in ten seconds: a table with one row for each package or file, and the exceptions that would let some of them in. */
import type { Report } from '../../model/index.ts';
import { limits } from '../../text/visible.ts';
import { codeSpan, prose } from '../escape.ts';
import type { BlockedRow, Decider } from '../view/blocked.ts';
import { blockedRows } from '../view/blocked.ts';
import { isOffered, isOfferedFor, isShort } from '../view/decisions.ts';
import type { Section } from '../view/fit.ts';
import { packageUrl, recordUrl } from '../view/links.ts';
import { ruleUrl } from '../view/project.ts';
import { proposedExceptions } from '../view/proposed-exceptions.ts';
import { rankOfRule, wordsOfRule } from '../view/rule-words.ts';
import { isOutage } from '../view/tally.ts';
import type { Subject } from '../view/subject.ts';
import { waitsUntil } from '../view/verdict-words.ts';
import { changeWords, list, number, plural } from '../view/words.ts';
import { changeMarkdown, folded, foldedEnd, longest, packageSpan, reserve, tableRow, text } from './markdown-parts.ts';

/** Rows that are shown; the others are folded. */
export const shownRows = 5;

export interface Links {
  /** The folder with the rules' pages, of validated parts; absent: rules are not linked. */
  readonly rulesUrl?: string | undefined;
  /** lockgate's own repository, of validated parts, and the version that runs; absent: no link for a wrong result. */
  readonly project?: { readonly url: string; readonly version: string } | undefined;
  /** Where repositories are (`https://github.com`), validated; absent: no commit is linked. */
  readonly serverUrl?: string | undefined;
}

/** The table, folded beyond five rows. */
export function blockedTable(report: Report, links: Links): Section[] {
  const rows = blockedRows(report);
  if (rows.length === 0) return [];
  const title = isOutage(report) ? 'What could not be judged' : 'What blocks';
  const shown = rows.length > shownRows + 1 ? shownRows : rows.length;
  const rest = rows.slice(shown);
  const packages = rest.reduce((sum, { subject }) => sum + subject.alike.length + 1, 0);
  return [
    tableOf(`#### ${title}\n\n`, rows.slice(0, shown), '\n', report, links),
    ...(rest.length === 0
      ? []
      : [tableOf(folded(`and ${number(packages)} more`), rest, `\n${foldedEnd}`, report, links)]),
  ];
}

const head = ['Package', 'Change', 'Why', 'What to do', 'Who may decide'];

function tableOf(open: string, rows: readonly BlockedRow[], close: string, report: Report, links: Links): Section {
  return {
    open: `${open}${tableRow(head)}${tableRow(head.map(() => '---'))}`,
    items: rows.map((row) => ({ text: tableRow(cellsOf(row, report, links)), findings: row.subject.alike.length + 1 })),
    more: (left, packages) =>
      `\n… left out here for length: ${plural(left, 'row')} about ${plural(packages, 'package')}.\n`,
    close,
    reserve,
  };
}

function cellsOf(row: BlockedRow, report: Report, links: Links): readonly string[] {
  const { subject } = row;
  return [
    ...[titleOf(subject, report), changeOf(subject, report), reasonOf(row, links)],
    ...[nextOf(row, report), whoDecides(row, report)],
  ];
}

/** Approvers where a line is offered for every package of the row; else what only the policy, time or nobody decides. */
function whoDecides({ subject, decides }: BlockedRow, report: Report): string {
  const named = [subject, ...subject.alike];
  const { decisions } = report;
  const isOffer = isOffered(report) && named.every((one) => isOfferedFor(report, one));
  if (!isOffer || decisions === undefined) return deciders[decides];
  return isShort(decisions) ? 'approvers: too few are left' : 'approvers: lines below';
}

/** Of a family each package has a source of its own, so no page compares them all. */
function changeOf({ change, alike, family }: Subject, { mode }: Report): string {
  if (change === undefined) return '';
  if (alike.length === 0) return changeMarkdown(change, mode);
  return family === undefined ? '' : changeWords(change, mode, codeSpan);
}

const deciders: Readonly<Record<Decider, string>> = {
  time: 'no decision needed',
  exception: 'owners of the policy',
  'deny-list': 'owners of the policy (`deny`)',
  denial: 'whoever denied it',
  nobody: 'nobody: cannot be waived',
  rerun: 'nobody: run it again',
  fix: 'nobody: needs a fix',
};

function titleOf({ name, version, lockfile, change, alike, family }: Subject, report: Report): string {
  if (name === null) return codeSpan(lockfile);
  if (family !== undefined) {
    return `${packageSpan({ name: family, version })} (${plural(alike.length + 1, 'package')})`;
  }
  const title = packageSpan({ name, version });
  if (alike.length > 0) {
    const others = alike.slice(0, 2).map(packageSpan);
    const rest = alike.length > 2 ? [`${number(alike.length - 2)} more`] : [];
    return `${plural(alike.length + 1, 'package')}: ${list([title, ...others, ...rest])}`;
  }
  const url = change === undefined ? undefined : packageUrl(report, change);
  return url === undefined ? title : `[${title}](${url})`;
}

/** Records that a row names; the details have all. */
const namedRecords = 2;

function reasonOf({ worst, others }: BlockedRow, { rulesUrl }: Links): string {
  const [rule = ''] = worst.rules;
  const words = wordsOfRule(rule);
  const label = ruleLabel(rule, rulesUrl);
  const more = others === 0 ? '' : `, and ${plural(others, 'more reason')}`;
  if (worst.outcome === 'indeterminate') {
    const ranked = [...worst.rules].sort((a, b) => rankOfRule(a) - rankOfRule(b));
    const unjudged = ranked.map((each) => wordsOfRule(each)?.what ?? 'other rules');
    return `could not judge ${list(several([...new Set(unjudged)]))}${more}`;
  }
  const ids = worst.findings.flatMap(({ about = [] }) => about);
  const named = several([...new Set(ids)].map(recordLabel), namedRecords);
  return `${label}${words === undefined ? '' : `: ${words.reason}`}${named.length === 0 ? '' : ` (${list(named)})`}${more}`;
}

function several(words: readonly string[], most = 3): string[] {
  return words.length <= most ? [...words] : [...words.slice(0, most), `${number(words.length - most)} more`];
}

/** A rule by its id, linked to its page where there is such a page. */
export function ruleLabel(rule: string, rulesUrl: string | undefined): string {
  const label = codeSpan(rule, limits.name);
  const url = ruleUrl(rule, rulesUrl);
  return url === undefined ? label : `[${label}](${url})`;
}

/** A record by its id, linked to its page where the id is of a kind that we know. */
export function recordLabel(id: string): string {
  const url = recordUrl(id);
  return url === undefined ? codeSpan(id, limits.name) : `[${codeSpan(id)}](${url})`;
}

/** Characters of what to do, cut between words; the details have all of it. */
const shortStep = 120;

function nextOf({ worst, until, decides }: BlockedRow, report: Report): string {
  if (decides === 'time' && until !== undefined) {
    return waitsUntil(report) === undefined ? `wait until ${codeSpan(until)}` : 'wait';
  }
  const [first = ''] = /^(?:`[^`]*`|[^`.;]|[.;](?! ))*/u.exec(worst.remediation) ?? [];
  return prose(unopened(shortened(first.replace(/[.;]$/u, ''))), longest);
}

/** Nobody should paste hundreds of them unread. */
const shownExceptions = 20;

/** Characters that are worth a cell of their own: a clause that ends earlier is cut between words. */
const leastClause = 40;

/** Without a parenthesis that is opened and not closed; quotations are no part of it. */
function unopened(sentence: string): string {
  const open: number[] = [];
  for (const { 0: found, index } of sentence.matchAll(/`[^`]*`|[()]/gu)) {
    if (found === '(') open.push(index);
    else if (found === ')') open.pop();
  }
  const [first] = open;
  return first === undefined || first === 0 ? sentence : `${sentence.slice(0, first).trimEnd()} …`;
}

/** Whole clauses, or else whole words, and whole quotations, as many as fit. */
function shortened(sentence: string): string {
  if (sentence.length <= shortStep) return sentence;
  let short = '';
  for (const [word] of sentence.matchAll(/\s*(?:`[^`]*`|[^\s`]+|`)+/gu)) {
    if (short.length + word.length > shortStep) break;
    short += word;
  }
  if (short === '') return sentence;
  const clauses = [...short.matchAll(/`[^`]*`|[,:](?= )/gu)].filter(({ 0: found }) => !found.startsWith('`'));
  const end = clauses.at(-1)?.index ?? 0;
  return `${(end < leastClause ? short : short.slice(0, end)).replace(/[,:(]$/u, '')} …`;
}

/** The exceptions to paste, folded. */
export function exceptionSection(report: Report): Section[] {
  const entries = proposedExceptions(report);
  if (entries.length === 0) return [];
  const isPreset = report.policy.source.startsWith('preset ') || report.policy.source === 'none';
  const file = codeSpan(isPreset ? '.github/dependency-policy.yml' : report.policy.source);
  const start = isPreset ? 'version: 1\n' : '';
  const shown = entries.slice(0, shownExceptions);
  const left = entries.length - shown.length;
  const what = plural(entries.length, 'exception');
  return [
    text(folded(`${isOffered(report) ? 'Instead of approvals' : 'If it has to go in as it is'}: ${what} to paste`)),
    text(
      `Whoever owns ${file} on the default branch may add this there, with the reason. This pull request cannot.\n\n`,
    ),
    {
      // Only validated text is inside: nothing can end the fence.
      open: `\`\`\`yaml\n${start}exceptions:\n`,
      items: shown.map((entry) => ({ text: entry, findings: 1 })),
      more: (others) => `  # left out here for length: ${number(others)}\n`,
      close: `${left === 0 ? '' : `  # and ${number(left)} more\n`}\`\`\`\n\n`,
      reserve,
    },
    text(foldedEnd),
  ];
}
