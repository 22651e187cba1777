/** Every package without a verified provenance: information for a reviewer, not a finding by itself. */
import type { MissingProvenance, Report } from '../../model/index.ts';
import { groupBy } from '../../text/group-by.ts';
import { codeSpan } from '../escape.ts';
import { familyOf } from '../view/families.ts';
import type { Item, Section } from '../view/fit.ts';
import { asBefore, comparedWords, missingGroups, missingWords } from '../view/missing-provenance.ts';
import { number, plural } from '../view/words.ts';
import { folded, foldedEnd, list, packageSpan } from './markdown-parts.ts';

/** The list, folded; what had none before either comes last, apart. A platform family is one line with a count. */
export function missingList(report: Report): Section {
  const before = report.missingProvenance.filter((entry) => asBefore(entry, report.mode));
  const rest = report.missingProvenance.filter((entry) => !before.includes(entry));
  const items = [
    ...missingGroups({ missingProvenance: rest }).flatMap(({ title, entries }) => itemsOf(title, entries, report.mode)),
    ...itemsOf('As before: the version before had none either', before, report.mode),
  ];
  return list(folded(`Without verified provenance: ${missingWords(report)}`), withBreaks(items), foldedEnd, 'package');
}

function itemsOf(title: string, entries: readonly MissingProvenance[], mode: Report['mode']): Item[] {
  return [...groupBy(entries, (entry) => lineOf(entry, mode)).values()].map((alike): Item => {
    const [entry] = alike as [MissingProvenance];
    const words = [entry.direct ? 'direct dependency' : '', comparedWords(entry, mode, codeSpan)];
    const details = words.filter((word) => word !== '').map((word) => ` · ${word}`);
    const family = alike.length < 2 ? undefined : familyOf(entry.name);
    const named = family === undefined ? entry : { ...entry, name: family };
    const count = family === undefined ? '' : ` (${plural(alike.length, 'platform package')})`;
    return {
      heading: `**${title}** (${number(entries.length)})\n\n`,
      text: `- ${packageSpan(named)}${count}${details.join('')}\n`,
      findings: alike.length,
    };
  });
}

/** Equal for the members of a platform family. */
function lineOf(entry: MissingProvenance, mode: Report['mode']): string {
  const { name, version, direct } = entry;
  const family = direct ? undefined : familyOf(name);
  return JSON.stringify([family === undefined, family ?? name, version, direct, comparedWords(entry, mode, codeSpan)]);
}

/** Markdown needs a blank line between two lists. */
function withBreaks(items: readonly Item[]): Item[] {
  return items.map((item, index) =>
    index === 0 || items[0]?.heading === item.heading ? item : { ...item, heading: `\n${item.heading ?? ''}` },
  );
}
