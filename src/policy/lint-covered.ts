import { repositoryPattern } from '../text/git-reference.ts';
import { quoted } from '../text/visible.ts';
import type { AcceptedFile } from './effective-policy.ts';
import type { Warning } from './lint-warning.ts';
import { entryWords } from './lint-warning.ts';
import { entriesOf, optionsOf } from './lint-values.ts';
import { redundantSelectors } from './unreachable-entries.ts';

/** Entries of a list of a rule's options that another entry of the same list covers: they admit nothing more. */

interface Redundant {
  readonly index: number;
  readonly by: number;
}

const lists: readonly (readonly [string, (entries: readonly string[]) => readonly Redundant[]])[] = [
  ['install-scripts', redundantSelectors],
  ['name-similarity', redundantSelectors],
  ['source', redundantRepositories],
];

/** Advice: such a list works, and its author may believe that the narrower entry limits it. */
export function coveredEntries(accepted: AcceptedFile): readonly Warning[] {
  return lists.flatMap(([rule, redundant]) =>
    optionsOf(accepted, rule, 'allow').flatMap((list) => {
      const texts = entriesOf(list).map(({ value }) => String(value));
      return redundant(texts).map(({ index, by }): Warning => ({
        ...{ grade: 'advice', at: [...list.at, index], of: 'value' },
        message: `${quoted(texts[index])} in \`allow\` of the rule ${quoted(rule)} is already covered by ${quoted(texts[by])} in ${entryWords(accepted, [...list.at, by])}; keep the one that you mean`,
      }));
    }),
  );
}

/** As `redundantSelectors`: of two that mean the same, the later one. */
function redundantRepositories(patterns: readonly string[]): readonly Redundant[] {
  const plain = patterns.map(repositoryPattern);
  return plain.flatMap((narrow, index): readonly Redundant[] => {
    const folder = /[*?]/.test(narrow) ? undefined : `${narrow.slice(0, narrow.lastIndexOf('/'))}/*`;
    const by = plain.findIndex((wide, other) => other !== index && (wide === narrow ? other < index : wide === folder));
    return by === -1 ? [] : [{ index, by }];
  });
}
