import { isFloor } from '../judge/finding.ts';
import type { Level } from '../model/index.ts';
import type { Rule } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import type { AcceptedFile } from './effective-policy.ts';
import type { Warning } from './lint-warning.ts';
import type { RuleEntry } from './schema/rules.ts';

/** Levels that a file gives to rules whose findings are, in whole or in part, those that nothing can lower. */

type Entries = Readonly<Record<string, RuleEntry | undefined>>;

/**
 * A level below error has no effect on a rule that reports nothing but such findings and advice: `off` asks for what cannot be. For a
 * rule that also has others, `off` turns off those alone.
 */
export function loweredFloors({ file }: AcceptedFile, rules: readonly Rule[]): readonly Warning[] {
  const profiles = Object.entries(file.profiles ?? {});
  const places = [
    { members: ['rules'], entries: (file.rules ?? {}) as Entries },
    ...profiles.map(([name, { rules: own }]) => ({ members: ['profiles', name, 'rules'], entries: own })),
  ];
  return places.flatMap(({ members, entries }) =>
    rules
      .filter(({ id, floor }) => floor === 'part' && Object.hasOwn(entries, id))
      .flatMap((rule) => {
        const entry = entries[rule.id];
        const level = (typeof entry === 'object' ? entry['level'] : entry) as Level | undefined;
        const at = [...members, rule.id, ...(typeof entry === 'object' ? ['level'] : [])];
        return level === undefined || level === 'error' ? [] : lowered(rule, level, at);
      }),
  );
}

function lowered(rule: Rule, level: Level, at: readonly PropertyKey[]): readonly Warning[] {
  const all = Object.entries(rule.messages);
  const stays = all.filter(([, { severity }]) => isFloor(rule.floor, severity));
  const settable = all.filter(([, { severity }]) => severity !== 'mandatory' && severity !== 'advisory');
  const codes = stays.map(([code]) => quoted(code)).join(', ');
  const what = `${quoted(level)} for the rule ${quoted(rule.id)}`;
  if (settable.length === 0) {
    return [
      {
        ...{ grade: level === 'off' ? 'weakening' : 'advice', at, of: 'value' },
        message: `${what} has no effect on ${codes}, which cannot be waived and stays an error; remove it`,
      },
    ];
  }
  if (level !== 'off') return [];
  return [
    {
      ...{ grade: 'advice', at, of: 'value' },
      message: `${what} turns off only a part of it: ${codes} cannot be waived and ${stays.length === 1 ? 'stays an error' : 'stay errors'}`,
    },
  ];
}
