import { severityOf } from '../model/effect.ts';
import type { Finding, Level } from '../model/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import { compareText } from '../text/order.ts';
import type { Args, Rule, RuleSetting, Violation, Weight } from '../model/rule.ts';

/** The part of a rule that turns what it says into findings: `exception-hygiene` has no check, and still speaks. */
export type Speaker = Pick<Rule, 'id' | 'floor' | 'messages'>;

/** What a finding is about. The name is null for a lockfile or a policy as a whole. */
export interface Subject {
  readonly name: string | null;
  readonly version: string | null;
  /** Tells apart one name and version from two sources: git or a file have a spec, a registry has none. */
  readonly source?: string;
  readonly lockfile: string;
  readonly line: number;
}

/** One thing that a rule says of one subject, weighed. */
export interface Utterance extends Pick<
  Finding,
  'level' | 'floor' | 'outcome' | 'cause' | 'message' | 'remediation' | 'line' | 'places' | 'about' | 'aliases'
> {
  readonly code: string;
  /** Place in the rule's own list of messages, which stands worst first. */
  readonly rank: number;
  readonly stable: Args;
}

/** A level, and whether no setting can lower it. */
export interface Weighed {
  readonly level: Level;
  readonly floor: boolean;
}

/** What a message of this weight counts as. In a rule that is wholly floor, whatever is not mere advice is floor. */
export function weigh(floor: Speaker['floor'], weight: Weight, setting: RuleSetting): Weighed {
  if (weight === 'floor' || (weight === 'level' && floor === 'whole')) return { level: 'error', floor: true };
  if (typeof weight === 'object') {
    return { level: stricter(setting.level, optionLevel(setting, weight.option)), floor: false };
  }
  const advised = weight === 'advice' && setting.level === 'error' ? setting.advice : setting.level;
  return { level: advised, floor: false };
}

const strictness: readonly Level[] = ['off', 'warn', 'error'];

function stricter(a: Level, b: Level): Level {
  return strictness.indexOf(a) > strictness.indexOf(b) ? a : b;
}

/** @throws TypeError where a rule has no such option, or it is no level: a defect of the rule. */
function optionLevel({ options }: RuleSetting, option: string): Level {
  const value = strictness.find((level) => level === (options as Readonly<Record<string, unknown>>)[option]);
  if (value === undefined) throw new TypeError(`the option ${option} is no level`);
  return value;
}

/** The worst that a rule could say under this setting. */
export function worstOf(speaker: Speaker, setting: RuleSetting): Weighed {
  const all = Object.values(speaker.messages).map(({ weight }) => weigh(speaker.floor, weight, setting));
  return (
    all.find(({ floor }) => floor) ??
    all.find(({ level }) => level === 'error') ??
    all.find(({ level }) => level === 'warn') ?? { level: 'off', floor: false }
  );
}

/**
 * One violation in words, or nothing where its level is off.
 * @throws TypeError for a code that the rule has no message for.
 */
export function utter(
  speaker: Speaker,
  setting: RuleSetting,
  violation: Violation,
  subject: Subject,
): Utterance | undefined {
  const { code, args } = violation;
  const rank = Object.keys(speaker.messages).indexOf(code);
  const message = rank === -1 ? undefined : speaker.messages[code];
  if (message === undefined) throw new TypeError(`the rule ${speaker.id} has no message ${code}`);
  const { level, floor } = weigh(speaker.floor, message.weight, setting);
  if (level === 'off') return undefined;
  return {
    code,
    rank,
    level,
    floor,
    outcome: 'violation',
    message: message.text(args),
    remediation: message.remediation(args),
    line: violation.line ?? subject.line,
    places: violation.places ?? 1,
    stable: violation.stable ?? {},
    ...(violation.about === undefined ? {} : { about: violation.about, aliases: violation.aliases ?? {} }),
  };
}

/** Whether one rule's word on a subject weighs more than another word of the same rule: by the worst of each, then by number. */
export function isWorse(one: readonly Utterance[], other: readonly Utterance[]): boolean {
  const worst = (utterances: readonly Utterance[]) => Math.max(-1, ...utterances.map(severityOf));
  return worst(one) > worst(other) || (worst(one) === worst(other) && one.length > other.length);
}

/** Worst first; then as the rule lists its messages; then by line and words, so that no order of reading shows. */
function worstFirst(a: Utterance, b: Utterance): number {
  return severityOf(b) - severityOf(a) || a.rank - b.rank || a.line - b.line || compareText(a.message, b.message);
}

const distinct = (texts: readonly string[]) => [...new Set(texts)];

/** Entries concerned: those of one code add up; several codes mostly speak of the same entries. */
function placesOf(utterances: readonly Utterance[]): number {
  const sums = new Map<string, number>();
  for (const { code, places } of utterances) sums.set(code, (sums.get(code) ?? 0) + places);
  return Math.max(...sums.values());
}

/** The other ids of a record. An id is third-party text, and may be the name of something that every object has. */
export const ownOf = (aliases: Readonly<Record<string, readonly string[]>>, id: string): readonly string[] =>
  (Object.hasOwn(aliases, id) ? aliases[id] : undefined) ?? [];

/** What all of it speaks of: nothing where one part does not say, because who lists ids has not listed that part. */
function aboutOf(utterances: readonly Utterance[]): Pick<Finding, 'about' | 'aliases'> {
  if (utterances.some(({ about = [] }) => about.length === 0)) return {};
  const about = distinct(utterances.flatMap((each) => each.about ?? [])).sort();
  const others = about.flatMap((id) => {
    const aliases = distinct(utterances.flatMap(({ aliases = {} }) => ownOf(aliases, id))).sort();
    return aliases.length === 0 ? [] : [[id, aliases] as const];
  });
  return { about, ...(others.length === 0 ? {} : { aliases: Object.fromEntries(others) }) };
}

/**
 * The one finding of a rule about one subject: the level of the worst, every distinct message, worst first.
 *
 * The fingerprint hashes what stays the same until the matter itself changes: no line, message, level or time.
 */
export function mergeUtterances(rule: string, subject: Subject, utterances: readonly Utterance[]): Finding {
  const sorted = [...utterances].sort(worstFirst);
  const [worst] = sorted;
  if (worst === undefined) throw new TypeError(`the rule ${rule} says nothing`);
  const { name, version, source, lockfile } = subject;
  const codes = distinct(sorted.map(({ code }) => code));
  const stable = distinct(sorted.map(({ code, stable }) => fingerprintOf([code, stable]))).sort();
  return {
    rule,
    level: worst.level,
    floor: worst.floor,
    outcome: worst.outcome,
    ...(worst.cause === undefined ? {} : { cause: worst.cause }),
    codes,
    name,
    version,
    message: distinct(sorted.map(({ message }) => message)).join(' '),
    remediation: distinct(sorted.map(({ remediation }) => remediation)).join(' '),
    lockfile,
    line: worst.line,
    places: placesOf(sorted),
    ...aboutOf(sorted),
    fingerprint: fingerprintOf({ rule, name, version, source: source ?? null, lockfile, said: stable }),
    status: 'reported',
    decision: null,
  };
}
