import type { EffectivePolicy } from '../../policy/effective-policy.ts';
import { milliseconds, spelled } from '../../model/options.ts';
import { quoted, visible } from '../../text/visible.ts';
import type { Option, OptionWish, Translation, Wish } from './option.ts';
import { severities } from './option.ts';

/** What became of one option. */
export interface Settled {
  /** Made visible, with its value. */
  readonly option: string;
  /** `FILE:12`; of a default, the file alone. */
  readonly from: string;
  /** What the policy says for it; absent where it says nothing. */
  readonly line?: string;
  /** In which way it says nothing. */
  readonly without?: 'nothing needed' | 'no counterpart' | 'not taken over' | 'unknown option';
  readonly why: string;
}

/** The lines of the policy file that the options become, each with where it comes from. */
export interface PolicyLines {
  /** Below `rules:`, `deny:` and `report:`, which are theirs. */
  readonly lines: readonly string[];
  /** Below an `exceptions:` that the file may have for other reasons. */
  readonly exceptions: readonly string[];
}

/** What is compared with: a preset, or the policy that is there already. */
export type Compared = Pick<EffectivePolicy, 'settings' | 'comment'> & { readonly source: string };

type Placed = Option & { readonly path: string };
/** A wish that becomes a line; `raises` where the policy's level is below an error. */
interface Taken {
  readonly wish: Wish;
  readonly raises: boolean;
}
type Written = Taken & { readonly option: Placed };

/** The most entries of a list that are taken over: a policy takes 500 exceptions, and those of what is locked already count too. */
const MAX_ENTRIES = 100;

/**
 * What each option becomes beside a policy. A setting that is looser than the policy's is not taken over, and of two files the
 * stricter one counts.
 */
export function settle(
  translations: readonly Translation[],
  policy: Compared,
): PolicyLines & { readonly settled: readonly Settled[] } {
  const options = translations.flatMap(({ path, options: all }) => all.map((option): Placed => ({ ...option, path })));
  const strictest = strictestOf(options);
  const rules = new Map<string, Written[]>();
  const entries = { deny: new Map<string, Placed>(), exceptions: new Map<string, Placed>() };
  const comments: Placed[] = [];
  const settled = options.map((option): Settled => {
    const about = { option: wordsOf(option), from: placeOf(option) };
    const { becomes } = option;
    switch (becomes.is) {
      case 'nothing':
        return { ...about, without: 'nothing needed', why: becomes.why };
      case 'no-counterpart':
        return { ...about, without: 'no counterpart', why: becomes.why };
      case 'looser':
        return { ...about, without: 'not taken over', why: becomes.why };
      case 'unknown':
        return { ...about, without: 'unknown option', why: becomes.why };
      case 'comment': {
        if (becomes.value === policy.comment) return { ...about, without: 'nothing needed', why: hasIt(policy) };
        if (comments.length > 0) return { ...about, without: 'not taken over', why: 'an earlier file says it already' };
        comments.push(option);
        return { ...about, line: `report.comment: ${becomes.value}`, why: '' };
      }
      case 'entry': {
        const list = entries[becomes.list];
        if (!list.has(becomes.text) && list.size >= MAX_ENTRIES) {
          const why = `more than ${MAX_ENTRIES} entries are not taken over; write it by hand`;
          return { ...about, without: 'not taken over', why };
        }
        if (!list.has(becomes.text)) list.set(becomes.text, option);
        const [, selector = ''] = /^\{ package: ("(?:[^"\\]|\\.)*")/.exec(becomes.text) ?? [];
        return { ...about, line: `${becomes.list}: ${selector}`, why: '' };
      }
      case 'rule': {
        const { wish } = becomes;
        const found = judge(wish, policy, strictest);
        if ('why' in found) return { ...about, ...found };
        rules.set(wish.rule, [...(rules.get(wish.rule) ?? []), { ...found.taken, option }]);
        return { ...about, line: found.says, why: '' };
      }
    }
  });
  const [comment] = comments;
  const [firstDenied] = entries.deny.values();
  if (firstDenied !== undefined && policy.settings.get('deny')?.level !== 'error') {
    rules.set('deny', [{ wish: { rule: 'deny' }, raises: true, option: firstDenied }]);
  }
  return {
    settled,
    lines: [
      ...(rules.size === 0 ? [] : ['rules:', ...[...rules].flatMap(([rule, all]) => ruleLines(rule, all))]),
      ...listLines('deny', entries.deny),
      ...(comment?.becomes.is === 'comment'
        ? ['report:', `  # ${origin(comment)}`, `  comment: ${comment.becomes.value}`]
        : []),
    ],
    exceptions: listLines('exceptions', entries.exceptions).slice(1),
  };
}

const placeOf = ({ path, line }: Placed): string => visible(line === undefined ? path : `${path}:${line}`);
const wordsOf = ({ name, value, line }: Option): string =>
  visible(`${name}${value === undefined ? '' : `: ${value}`}`, 120) +
  (line === undefined && value !== undefined ? ' (default)' : '');

/** What a comment says of where a line comes from. */
const origin = (option: Placed): string => `${placeOf(option)}, ${wordsOf(option)}`;

/** By rule and option, the strictest wish. */
function strictestOf(options: readonly Option[]): ReadonlyMap<string, OptionWish> {
  const found = new Map<string, OptionWish>();
  for (const { becomes } of options) {
    if (becomes.is !== 'rule' || becomes.wish.option === undefined) continue;
    const { rule, option } = becomes.wish;
    const before = found.get(rule);
    if (before === undefined || isStricter(option, before)) found.set(rule, option);
  }
  return found;
}

/** Whether the first is stricter. Of two lists, neither is. */
function isStricter(one: OptionWish, other: { readonly name: string; readonly value: unknown }): boolean {
  if (one.name === 'minimumSeverity') {
    return severities.indexOf(one.value) < severities.findIndex((each) => each === other.value);
  }
  if (one.name === 'minimumReleaseAge') return milliseconds(one.value) > milliseconds(String(other.value));
  return false;
}

const isSame = (one: OptionWish, other: { readonly name: string; readonly value: unknown }): boolean => {
  if (one.name === 'minimumReleaseAge') return milliseconds(one.value) === milliseconds(String(other.value));
  return JSON.stringify([one.value].flat().toSorted()) === JSON.stringify([other.value].flat().toSorted());
};

type Judged = { readonly taken: Taken; readonly says: string } | Pick<Settled, 'without' | 'why'>;

/** Whether the policy has what is wished, or something stricter. */
function judge({ rule, option }: Wish, policy: Compared, strictest: ReadonlyMap<string, OptionWish>): Judged {
  const setting = policy.settings.get(rule);
  const isError = setting?.level === 'error';
  const same: Judged = { without: 'nothing needed', why: hasIt(policy) };
  if (option === undefined) {
    return isError ? same : { taken: { wish: { rule }, raises: true }, says: `rules.${rule}: error` };
  }
  const most = strictest.get(rule);
  if (most !== undefined && !isSame(option, most)) {
    const why = `another value of the same option is ${option.name === 'allow' ? 'taken over; join the lists by hand' : 'stricter and counts'}`;
    return { without: 'not taken over', why };
  }
  const theirs = (setting?.options as Readonly<Record<string, unknown>> | undefined)?.[option.name];
  const taken = { wish: { rule, option }, raises: !isError };
  const says = `rules.${rule}.${option.name}: ${flow(option.value)}`;
  // Of a rule that is off, no list or number says anything yet.
  if (setting === undefined || setting.level === 'off') return { taken, says };
  const before = { name: option.name, value: theirs };
  if (isSame(option, before)) return isError ? same : { taken, says: `rules.${rule}: error` };
  // Below an error the policy blocks nothing by it, whatever its bar: what the other tool blocked stays blocked.
  if (isStricter(option, before) || (!isError && option.name !== 'allow')) return { taken, says };
  const line = `rules: { ${rule}: { ${option.name}: ${flow(option.value)} } }`;
  const less =
    option.name === 'allow'
      ? `the policy has another list; join them by hand: ${line}`
      : `it would let more through than ${policy.source}, which asks for ${wordsOfValue(theirs)}; if you mean it, write ${line}`;
  return { without: 'not taken over', why: less };
}

const hasIt = ({ source }: Compared): string => `${source} has it`;
const wordsOfValue = (value: unknown): string =>
  typeof value === 'string' && /^\d+[hd]$/.test(value) ? spelled(value) : quoted(String(value), 40);

const flow = (value: string | readonly string[]): string =>
  typeof value === 'string' ? value : `[${value.map((each) => JSON.stringify(each)).join(', ')}]`;

/** A rule with what several options make of it. */
function ruleLines(rule: string, all: readonly Written[]): readonly string[] {
  const option = all.find(({ wish }) => wish.option !== undefined)?.wish.option;
  const comments = [...new Set(all.map(({ option: of }) => `  # ${origin(of)}`))];
  const level = all.some(({ raises }) => raises) ? 'level: error, ' : '';
  const setting = option === undefined ? 'error' : `{ ${level}${option.name}: ${flow(option.value)} }`;
  return [...comments, `  ${rule}: ${setting}`];
}

function listLines(name: string, entries: ReadonlyMap<string, Placed>): readonly string[] {
  if (entries.size === 0) return [];
  const lines: string[] = [`${name}:`];
  let before = '';
  for (const [text, option] of entries) {
    const comment = `  # ${origin(option)}`;
    if (comment !== before) lines.push(comment);
    before = comment;
    lines.push(`  - ${text}`);
  }
  return lines;
}
