/** Decisions at a terminal and in a job's log. */
import type { Report } from '../../model/index.ts';
import { limits, quoted, visible } from '../../text/visible.ts';
import {
  approverWords,
  deniedBy,
  denialsHere,
  isOffered,
  isOpen,
  ledgerNotes,
  provenRecords,
  unprovenRecords,
  openLines,
  recordWords,
  refusalWords,
} from '../view/decisions.ts';
import { number, plural } from '../view/words.ts';
import type { Paint } from './paint.ts';
import { wrap } from './wrap.ts';

/** Lines of each kind that are shown; the JSON report has all. */
const shown = 20;

/** Who may decide, what was approved, and what does not count; nothing where there is nothing to say. */
export function decisionLines(report: Report, paint: Paint, width: number): readonly string[] {
  const { decisions } = report;
  if (decisions === undefined) return [];
  const approved = decisions.offers.flatMap(({ name, version, path, approvals, isApproved }) => {
    if (approvals.length === 0) return [];
    const what = name === null ? quoted(path ?? '') : quoted(`${name}@${version ?? ''}`);
    const by = approvals.map(
      ({ login, record, reason }) =>
        `${quoted(login)}${record === undefined ? '' : ` in record ${quoted(record)}`}${reason === '' ? '' : ` (${quoted(reason)})`}`,
    );
    return [
      `${what}, by ${by.join(', ')}${isApproved ? '' : ` (${number(approvals.length)} of ${number(decisions.required)} people)`}`,
    ];
  });
  const block = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? []
      : [
          ...['', paint.strong(title), ''],
          ...lines.slice(0, shown).flatMap((line) => wrap(line, '  ', width)),
          ...(lines.length > shown
            ? [`  … and ${plural(lines.length - shown, 'more line')}; --format json shows all`]
            : []),
        ];
  const open = openLines(report);
  const left = open.length - shown;
  const lines = [
    // A line is copied whole, so it is not wrapped.
    ...['', ...open.slice(0, shown).map((line) => `  ${visible(line, limits.message)}`)],
    ...(left > 0 ? [`  … and ${plural(left, 'more line')}; --format json shows all`] : []),
  ];
  const denied = denialsHere(decisions).map(
    ({ name, version, login, reason }) =>
      `${quoted(`${name}@${version}`)}, by ${quoted(login)} (${quoted(reason)}): no approval counts until ${quoted(login)} writes ${quoted(`/withdraw ${name}@${version}`)}`,
  );
  const recorded = (decisions.ledger?.used ?? []).flatMap((one) =>
    one.decision === 'deny'
      ? [`${quoted(`${one.name ?? ''}@${one.version ?? ''}`)}, ${deniedBy(one)} (record ${quoted(one.record)})`]
      : [],
  );
  return [
    ...(decisions.notCounted === undefined ? [] : ['', ...wrap(decisions.notCounted, '', width)]),
    ...(isOpen(decisions) ? block('Who can let it in', [approverWords(decisions).join(' ')]) : []),
    ...(isOffered(report) ? lines : []),
    ...block('Approved', approved),
    ...block('Denied', [...denied, ...recorded]),
    ...block(
      `Lines that do not count: ${plural(decisions.refusals.length, 'line')}`,
      decisions.refusals.map(refusalWords),
    ),
    ...block(
      'Deleted comments of approvers',
      decisions.deleted.map(
        ({ author, by }) =>
          `a comment of ${quoted(author?.login ?? 'a deleted account')} was deleted by ${quoted(by?.login ?? 'a deleted account')}: what it said no longer counts`,
      ),
    ),
    ...block('Records that nothing proves', unprovenRecords(decisions)),
    ...block('Records of decisions that come in', provenRecords(decisions)),
    ...(decisions.ledger === undefined
      ? []
      : [
          ...block('Records that do not count', decisions.ledger.notCounted.map(recordWords)),
          ...ledgerNotes(decisions.ledger).flatMap((sentence) => ['', ...wrap(sentence, '', width)]),
        ]),
  ];
}
