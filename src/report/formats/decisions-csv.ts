import type { DecisionsDocument } from '../../model/index.ts';
import { visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';

/** Tables for a spreadsheet (RFC 4180, with line feeds). */

/** The records of a ledger, one a row. */
export function decisionsCsv({ records }: DecisionsDocument): string {
  return csvText([
    [
      ...['record', 'state', 'why', 'decision', 'name', 'version', 'path', 'sha512', 'codes', 'people', 'ids'],
      ...['authenticated', 'reason', 'pull', 'issuedAt', 'endsAt'],
    ],
    ...records.map((each) => [
      ...[each.record, each.state, each.why, each.decision, each.name, each.version, each.path, each.sha512],
      [...new Set(each.by.flatMap(({ codes }) => codes))].join(' '),
      each.by.map(({ login }) => login).join(' '),
      each.by.map(({ id }) => id).join(' '),
      [...new Set(each.by.map(({ authenticated }) => authenticated))].join(' '),
      each.by.map(({ reason }) => reason).join(' | '),
      ...[each.pull, each.issuedAt, each.endsAt],
    ]),
  ]);
}

/** Any table whose cells may be third-party text. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return logText(`${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`);
}

/** A spreadsheet takes what begins like a formula for one, and runs it: an apostrophe in front makes it a text. */
function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const shown = visible(value ?? '', Infinity);
  const inert = /^\s*[=+\-@]/.test(shown) ? `'${shown}` : shown;
  return /[",]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
