import type { EnteredBy, EnteredDocument, EnteredVersion } from '../../model/index.ts';
import { limits, quoted } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import { plural } from '../view/words.ts';
import { csvText } from './decisions-csv.ts';
import { wrap } from './wrap.ts';

/** What entered the lockfiles of a branch, and what let it in. */

const words: Readonly<Record<EnteredBy, string>> = {
  decision: 'decision',
  admission: 'verdict',
  none: 'entered without a verdict',
  'not-known': 'no decision; its verdict is not known',
};

/** One version a line, the newest first. */
export function enteredText({ entered, branch, commit, since, notes }: EnteredDocument, width: number): string {
  const when = since === null ? '' : ` since ${since.slice(0, 10)}`;
  const counts = (Object.keys(words) as EnteredBy[]).flatMap((by) => {
    const count = entered.filter((one) => one.by === by).length;
    return count === 0 ? [] : `${count} ${words[by]}`;
  });
  const what = `${plural(entered.length, 'version')} entered the lockfiles of ${quoted(branch)}${when}, at ${commit.slice(0, 12)}`;
  const lines = [
    ...wrap(`${what}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}.`, '', width, ''),
    ...notes.flatMap((note) => wrap(note, '', width, '')),
    ...(entered.length === 0 ? [] : ['']),
    ...entered.map(lineOf),
    '',
  ];
  return logText(lines.join('\n'));
}

function lineOf({ commit, committedAt, name, version, by, people, records, denied }: EnteredVersion): string {
  const who = people.length === 0 ? '' : ` by ${people.map((login) => quoted(login, limits.name)).join(', ')}`;
  const which = records.length === 0 ? '' : `, ${records.join(', ')}`;
  const against = denied.length === 0 ? '' : `; denied before by ${denied.join(', ')}`;
  const what = quoted(`${name}@${version}`);
  return `${committedAt.slice(0, 10)}  ${commit.slice(0, 10)}  ${what}  ${words[by]}${who}${which}${against}`;
}

/** The same for a spreadsheet. */
export function enteredCsv({ entered }: EnteredDocument): string {
  return csvText([
    ['committedAt', 'commit', 'name', 'version', 'lockfiles', 'sha512', 'by', 'people', 'records', 'denied'],
    ...entered.map((one) => [
      ...[one.committedAt, one.commit, one.name, one.version, one.lockfiles.join(' '), one.sha512, one.by],
      ...[one.people.join(' '), one.records.join(' '), one.denied.join(' ')],
    ]),
  ]);
}
