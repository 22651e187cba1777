/** Decisions in a comment and a summary: the lines to copy, what was approved, and what does not count. */
import type { Report, ReportedDecisions } from '../../model/index.ts';
import { codeSpan, prose } from '../escape.ts';
import { approverWords, isOffered, offeredLines, openLines, refusalWords } from '../view/decisions.ts';
import type { Section } from '../view/fit.ts';
import { number, plural } from '../view/words.ts';
import { folded, foldedEnd, list, longest, packageSpan, reserve, text } from './markdown-parts.ts';

/** Everything about decisions; nothing where there is nothing to decide and nothing was said. */
export function decisionSections(report: Report): Section[] {
  const { decisions } = report;
  if (decisions === undefined) return [];
  return [
    uncounted(decisions),
    ...offer(report, decisions),
    approved(decisions),
    refused(decisions),
    deleted(decisions),
  ];
}

const uncounted = ({ notCounted }: ReportedDecisions): Section =>
  text(notCounted === undefined ? '' : `${prose(notCounted, longest)}\n\n`);

function offer(report: Report, decisions: ReportedDecisions): Section[] {
  if (!isOffered(report)) return [];
  const lines = openLines(decisions);
  const shown = lines.slice(0, offeredLines);
  const left = lines.length - shown.length;
  const unread = decisions.offers.filter((one) => !one.isApproved && one.unread.length > 0);
  const without = unread.map(
    ({ name, version, unread: kinds }) =>
      `${packageSpan({ name: name ?? '', version })} would be approved without ${kinds.map((kind) => codeSpan(kind)).join(', ')}, which could not be read. `,
  );
  return [
    text('#### Who can let it in\n\n'),
    text(
      `${approverWords(decisions)
        .map((words) => prose(words, longest))
        .join(' ')}\n\n`,
    ),
    text(without.length === 0 ? '' : `${without.join('')}\n\n`),
    text('Read what blocks, then copy the lines that you approve, whole; a reason may follow on each:\n\n'),
    {
      // Only what reads back as a line of ours is inside: nothing can end the fence.
      open: '```\n',
      items: shown.map((line) => ({ text: `${line}\n`, findings: 1 })),
      more: (others) => `(left out here for length: ${number(others)})\n`,
      close: `${left === 0 ? '' : `(and ${number(left)} more, after these)\n`}\`\`\`\n\n`,
      reserve,
    },
    text(
      decisions.pulls === undefined
        ? 'Then choose “Re-run failed jobs” on the check, which needs write access. '
        : 'Then put the pull request into the merge queue again. ',
    ),
    text('To keep a package out for good: `/deny NAME@VERSION REASON`.\n\n'),
  ];
}

function approved({ offers }: ReportedDecisions): Section {
  const items = offers
    .filter(({ approvals }) => approvals.length > 0)
    .map(({ name, version, path, approvals, isApproved }) => {
      const what = name === null ? codeSpan(path ?? '') : packageSpan({ name, version });
      const by = approvals.map(({ login, reason }) => {
        return `${codeSpan(login)}${reason === '' ? '' : `: ${codeSpan(reason, longest)}`}`;
      });
      const missing = isApproved ? '' : ' (more people have to)';
      return { text: `- ${what}${missing}, by ${by.join('; ')}\n`, findings: 1 };
    });
  return list('#### Approved\n\n', items, '', 'approval');
}

function refused({ refusals }: ReportedDecisions): Section {
  const items = refusals.map((refusal) => ({
    text: `- ${prose(refusalWords(refusal), longest)}\n`,
    findings: 1,
  }));
  return list(folded(`Lines that do not count: ${plural(items.length, 'line')}`), items, foldedEnd, 'line');
}

function deleted({ deleted: comments }: ReportedDecisions): Section {
  const items = comments.map(({ author, by }) => ({
    text: `- A comment of ${codeSpan(author?.login ?? 'a deleted account')} was deleted by ${codeSpan(by?.login ?? 'a deleted account')}: what it said no longer counts.\n`,
    findings: 1,
  }));
  return list('', items, '', 'comment');
}
