import type { RuleSetting } from '../model/rule.ts';
import { optionsOf } from './rule-settings.ts';

/** Keys of the file that are an option of one rule, under the name that an author looks for. */
export const listKeys = [
  { key: 'provenance', rule: 'provenance', option: 'expect' },
  { key: 'publishers', rule: 'publisher', option: 'listed' },
  { key: 'allow', rule: 'allow', option: 'packages' },
  { key: 'deny', rule: 'deny', option: 'packages' },
] as const;

export type ListKey = (typeof listKeys)[number]['key'];

/**
 * Adds what each key lists to its rule, before what the rule's own option lists; `from` is called for each entry
 * (`deny[0]`), and for the option where the key alone fills it.
 */
export function addLists(
  settings: Map<string, RuleSetting>,
  file: Readonly<Partial<Record<ListKey, unknown>>>,
  from: (value: string, path: readonly PropertyKey[]) => void,
): void {
  for (const { key, rule, option } of listKeys) {
    const listed = (file[key] as readonly unknown[] | undefined) ?? [];
    const setting = settings.get(rule);
    if (setting === undefined || listed.length === 0) continue;
    const options = optionsOf(setting);
    const own = (options[option] as readonly unknown[] | undefined) ?? [];
    settings.set(rule, { ...setting, options: { ...options, [option]: [...listed, ...own] } });
    for (const index of listed.keys()) from(`${key}[${index}]`, [key, index]);
    if (own.length === 0) from(`rules.${rule}.${option}`, [key]);
  }
}
