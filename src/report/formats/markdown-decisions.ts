/** Decisions in a comment and a summary: the lines to copy, what was approved, and what does not count. */
import type { Report, ReportedDecision, ReportedDecisions } from '../../model/index.ts';
import { codeSpan, prose } from '../escape.ts';
import {
  approverWords,
  deniedBy,
  denialsHere,
  isOffered,
  isOpen,
  ledgerNotes,
  provenRecords,
  unprovenRecords,
  offeredLines,
  openLines,
  openOffers,
  recordWords,
  refusalWords,
} from '../view/decisions.ts';
import type { Section } from '../view/fit.ts';
import { waitsUntil } from '../view/verdict-words.ts';
import { number, plural } from '../view/words.ts';
import { folded, foldedEnd, list, longest, packageSpan, text } from './markdown-parts.ts';

/** Everything about decisions; nothing where there is nothing to decide and nothing was said. */
export function decisionSections(report: Report): Section[] {
  const { decisions } = report;
  if (decisions === undefined) return [];
  return [
    uncounted(decisions),
    ...offer(report, decisions),
    approved(decisions),
    denied(decisions),
    refused(report, decisions),
    deleted(decisions),
    ...ledger(decisions),
    unproven(decisions),
    proven(decisions),
  ];
}

const uncounted = ({ notCounted }: ReportedDecisions): Section =>
  text(notCounted === undefined ? '' : `${prose(notCounted, longest)}\n\n`);

/** Space for the lines: a comment that is cut leaves out reasons before lines, and the summary has the reasons. */
const reserve = 16_000;

function offer(report: Report, decisions: ReportedDecisions): Section[] {
  if (!isOpen(decisions)) return [];
  const title = `#### Who can let it in${waitsUntil(report) === undefined ? '' : ' earlier'}\n\n`;
  const words = approverWords(decisions).map((sentence) => prose(sentence, longest));
  const people = text(`${title}${words.join(' ')}\n\n`);
  return isOffered(report) ? [people, ...lines(report, decisions)] : [people];
}

function lines(report: Report, decisions: ReportedDecisions): Section[] {
  const all = openLines(report);
  const shown = all.slice(0, offeredLines);
  const left = all.length - shown.length;
  const without = openOffers(decisions)
    .filter(({ unread }) => unread.length > 0)
    .map(
      ({ name, version, path, unread: kinds }) =>
        `${name === null ? codeSpan(path ?? '') : packageSpan({ name, version })} would be approved without ${kinds.map((kind) => codeSpan(kind)).join(', ')}, which could not be read. `,
    );
  return [
    text(without.length === 0 ? '' : `${without.join('')}\n\n`),
    text(
      'Read what blocks, then copy the lines that you approve, whole, into one new comment; a reason may follow on each line:\n\n',
    ),
    {
      // Only what reads back as a line of ours is inside: nothing can end the fence.
      open: '```\n',
      items: shown.map((line) => ({ text: `${line}\n`, findings: 1 })),
      more: (others) => `(left out here for length: ${number(others)}; the summary of the check has them)\n`,
      close: '```\n\n',
      reserve,
    },
    text(
      left === 0 ? '' : `When these are approved and the check has run again, ${plural(left, 'more line')} follow.\n\n`,
    ),
    text(
      `${decisions.pulls === undefined ? 'Then choose “Re-run failed jobs” on the check, which needs write access.' : 'Then put the pull request into the merge queue again.'} To keep a package version out: \`/deny NAME@VERSION REASON\`.\n\n`,
    ),
  ];
}

const said = ({ login, record, reason }: ReportedDecision) =>
  `${codeSpan(login)}${record === undefined ? '' : ` in record ${codeSpan(record)}`}${reason === '' ? '' : `: ${codeSpan(reason, longest)}`}`;

function approved({ offers, required }: ReportedDecisions): Section {
  const some = offers.filter(({ approvals }) => approvals.length > 0);
  const items = some.map(({ name, version, path, approvals, isApproved }) => {
    const what = name === null ? codeSpan(path ?? '') : packageSpan({ name, version });
    const missing = isApproved ? '' : ` (${number(approvals.length)} of ${number(required)} people)`;
    return { text: `- ${what}${missing}, by ${approvals.map(said).join('; ')}\n`, findings: 1 };
  });
  const title = some.every(({ isApproved }) => isApproved) ? 'Approved' : 'Approved so far';
  return list(`#### ${title}\n\n`, items, '', 'approval');
}

function denied(decisions: ReportedDecisions): Section {
  const items = denialsHere(decisions).map(({ name, version, ...decision }) => ({
    text: `- ${packageSpan({ name, version })}, by ${said(decision)}. No approval counts until ${codeSpan(decision.login)} writes ${codeSpan(`/withdraw ${name}@${version}`)}\n`,
    findings: 1,
  }));
  const recorded = (decisions.ledger?.used ?? []).flatMap((one) => {
    const { decision, name, version, record } = one;
    if (decision !== 'deny' || name === null || version === null) return [];
    return [
      {
        text: `- ${packageSpan({ name, version })}, ${prose(deniedBy(one), longest)} (record ${codeSpan(record)}). No approval counts until that record is revoked\n`,
        findings: 1,
      },
    ];
  });
  return list('#### Denied\n\n', [...items, ...recorded], '', 'denial');
}

/** Records that were read and do not count, where something blocks or not: whoever added one looks for it. */
function ledger({ ledger: told }: ReportedDecisions): Section[] {
  if (told === undefined) return [];
  const { notCounted, commit } = told;
  const items = notCounted.map((one) => ({ text: `- ${prose(recordWords(one), longest)}\n`, findings: 1 }));
  const notes = ledgerNotes(told).map((sentence) => prose(sentence, longest));
  const title = folded(`Records at ${codeSpan(commit)} that do not count: ${plural(items.length, 'record')}`);
  return [text(notes.length === 0 ? '' : `${notes.join(' ')}\n\n`), list(title, items, foldedEnd, 'record')];
}

/** Records that the change brings along, and that block. */
function unproven(decisions: ReportedDecisions): Section {
  const items = unprovenRecords(decisions).map((words) => ({ text: `- ${prose(words, longest)}\n`, findings: 1 }));
  return list('#### Records that nothing proves\n\n', items, '', 'record');
}

function proven(decisions: ReportedDecisions): Section {
  const items = provenRecords(decisions).map((words) => ({ text: `- ${prose(words, longest)}\n`, findings: 1 }));
  return list(
    folded(`Records of decisions that come in: ${plural(items.length, 'record')}`),
    items,
    foldedEnd,
    'record',
  );
}

/** Refused lines that stand open where something blocks: whoever wrote one looks for it. More of them are folded. */
const openRefusals = 5;

function refused({ verdict }: Report, { refusals }: ReportedDecisions): Section {
  const items = refusals.map((refusal) => ({
    text: `- ${prose(refusalWords(refusal), longest)}\n`,
    findings: 1,
  }));
  const isRed = verdict === 'fail' || verdict === 'error';
  if (isRed && items.length <= openRefusals) return list('#### Lines that do not count\n\n', items, '', 'line');
  return list(folded(`Lines that do not count: ${plural(items.length, 'line')}`), items, foldedEnd, 'line');
}

function deleted({ deleted: comments }: ReportedDecisions): Section {
  const items = comments.map(({ author, by }) => ({
    text: `- A comment of ${codeSpan(author?.login ?? 'a deleted account')} was deleted by ${codeSpan(by?.login ?? 'a deleted account')}: what it said no longer counts.\n`,
    findings: 1,
  }));
  return list('#### Deleted comments of approvers\n\n', items, '', 'comment');
}
