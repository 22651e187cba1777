import type { DecisionsDocument, RecordState, StandingRecord } from '../../model/index.ts';
import { limits, quoted, visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import { whyNoRecord } from '../view/decisions.ts';
import { plural } from '../view/words.ts';
import { wrap } from './wrap.ts';

const stateWords: Readonly<Record<RecordState, string>> = {
  'in-force': 'in force',
  expiring: 'expiring',
  expired: 'expired',
  unused: 'unused',
  revoked: 'revoked',
  elsewhere: 'elsewhere',
  unreadable: 'unreadable',
  'not-counted': 'not counted',
};

const verbs = { approve: 'approved', 'approve-file': 'approved', deny: 'denied', revoke: 'revoked' } as const;

/** The records of a ledger for a terminal or a pipe: what each says, and below it why, and where it lies. */
export function decisionsText(document: DecisionsDocument, width: number): string {
  const { records, branch, commit, notes } = document;
  const where = `on ${quoted(branch)} at ${commit.slice(0, 12)}`;
  const counts = Object.entries(stateWords).flatMap(([state, words]) => {
    const count = records.filter((one) => one.state === state).length;
    return count === 0 ? [] : `${count} ${words}`;
  });
  const title =
    records.length === 0
      ? `No decision is recorded ${where}.`
      : `${plural(records.length, 'record')} of decisions ${where}: ${counts.join(', ')}.`;
  const lines = [
    ...wrap(title, '', width, ''),
    ...notes.flatMap((note) => wrap(note, '', width, '')),
    ...records.flatMap((record) => ['', ...rowOf(record, width)]),
    '',
  ];
  return logText(lines.join('\n'));
}

/** What its lines begin with after the first. */
const indent = '             ';

function rowOf(record: StandingRecord, width: number): readonly string[] {
  const { state, by, why, issuedAt, endsAt, pull } = record;
  const people = by.map(({ login }) => quoted(login, limits.name)).join(', ');
  const ends = endsAt === null ? '' : `, until ${endsAt.slice(0, 10)}`;
  const where = pull === null ? '' : `, pull request ${pull}`;
  const said =
    record.decision === null || issuedAt === null
      ? (record.decision ?? 'no record')
      : `${verbs[record.decision]} by ${people}, ${issuedAt.slice(0, 10)}${where}${ends}`;
  const claims = by.filter(({ authenticated }) => authenticated === 'claim').length;
  const shown = subjectWords(record);
  const [first = '', ...rest] = wrap(`${shown === '' ? '' : `${shown}: `}${said}`, indent, width, '');
  return [
    `${stateWords[state].padEnd(indent.length)}${first.trimStart()}`,
    ...rest,
    ...by.flatMap(({ reason }) => (reason === '' ? [] : wrap(quoted(reason, 600), indent, width, ''))),
    ...(claims === 0 || claims < by.length ? [] : [`${indent}a claim: let in on its own pull request, or not at all`]),
    ...(why === null ? [] : wrap(whyNoRecord(why), indent, width, '')),
    `${indent}${visible(record.record)}`,
  ];
}

/** What a record is about; empty where it cannot be read. */
function subjectWords({ name, version, path }: StandingRecord): string {
  return name === null ? (path === null ? '' : quoted(path)) : quoted(`${name}@${version ?? ''}`);
}
