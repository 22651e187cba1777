import { severityOf } from '../model/effect.ts';
import type { FileStates, Finding, Level } from '../model/index.ts';
import type { Json } from '../model/json.ts';
import { fingerprintOf } from './fingerprint.ts';
import { compareText } from '../text/order.ts';
import type { Args, MessageSeverity, Rule, RuleSetting, Violation } from '../model/rule.ts';

/** The part of a rule that turns violations into findings. `exception-hygiene` has no check, and still reports. */
export type ReportingRule = Pick<Rule, 'id' | 'floor' | 'messages'>;

/** What a finding is about. The name is null where the subject is a whole lockfile or policy. */
export interface Subject {
  readonly name: string | null;
  readonly version: string | null;
  /** Distinguishes one name and version from two sources: git or a file has a spec, a registry has none. */
  readonly source?: string;
  readonly lockfile: string;
  readonly line: number;
}

/** One message of a rule about one subject, with its effective level. */
export interface RuleMessage extends Pick<
  Finding,
  | 'level'
  | 'floor'
  | 'outcome'
  | 'cause'
  | 'message'
  | 'remediation'
  | 'line'
  | 'places'
  | 'about'
  | 'aliases'
  | 'passesAt'
> {
  readonly code: string;
  /** Position in the rule's own list of messages, which is sorted worst first. */
  readonly rank: number;
  readonly stable: Args;
  /** The files that the message is about, where that is known. */
  readonly files?: readonly FileStates[];
}

/** A level, and whether no setting can lower it. */
export interface EffectiveLevel {
  readonly level: Level;
  readonly floor: boolean;
}

/** The effective level of the message of a code. In a rule that is floor as a whole, every `configured` message is floor. */
export function effectiveLevel(
  floor: ReportingRule['floor'],
  severity: MessageSeverity,
  setting: RuleSetting,
  code: string,
): EffectiveLevel {
  if (isFloor(floor, severity)) return { level: 'error', floor: true };
  const own = levelOfCode(setting, code);
  if (typeof severity === 'object' && 'presets' in severity) {
    const { atLeast = code } = severity;
    return { level: stricter(own ?? setting.level, levelOfCode(setting, atLeast) ?? setting.level), floor: false };
  }
  if (own !== undefined) return { level: own, floor: false };
  if (typeof severity === 'object') {
    return { level: stricter(setting.level, optionLevel(setting, severity.option)), floor: false };
  }
  if (severity === 'note') return { level: setting.level === 'off' ? 'off' : 'note', floor: false };
  const level = severity === 'advisory' && setting.level === 'error' ? setting.advice : setting.level;
  return { level, floor: false };
}

/** The level that a preset or the policy gives a code by its name. */
export function levelOfCode({ codes = {}, stays = {}, level }: RuleSetting, code: string): Level | undefined {
  if (Object.hasOwn(codes, code)) return codes[code];
  return level !== 'off' && Object.hasOwn(stays, code) ? stays[code] : undefined;
}

/** Whether no setting lowers messages of this severity. */
export const isFloor = (floor: ReportingRule['floor'], severity: MessageSeverity): boolean =>
  severity === 'mandatory' || (severity === 'configured' && floor === 'whole');

const strictness: readonly Level[] = ['off', 'note', 'warn', 'error'];

function stricter(a: Level, b: Level): Level {
  return strictness.indexOf(a) > strictness.indexOf(b) ? a : b;
}

/** @throws TypeError where the rule has no such option, or the option is not a level: a defect of the rule. */
function optionLevel({ options }: RuleSetting, option: string): Level {
  const value = strictness.find((level) => level === (options as Readonly<Record<string, unknown>>)[option]);
  if (value === undefined) throw new TypeError(`the option ${option} is not a level`);
  return value;
}

/** The worst level that a rule could report under this setting. */
export function worstOf(reporter: ReportingRule, setting: RuleSetting): EffectiveLevel {
  const all = Object.entries(reporter.messages).map(([code, { severity }]) =>
    effectiveLevel(reporter.floor, severity, setting, code),
  );
  const nothing: EffectiveLevel = { level: 'off', floor: false };
  return (
    all.find(({ floor }) => floor) ?? all.reduce((a, b) => (stricter(a.level, b.level) === a.level ? a : b), nothing)
  );
}

/**
 * The message of one violation, or nothing where its level is off.
 * @throws TypeError for a code that the rule has no message for.
 */
export function messageOf(
  reporter: ReportingRule,
  setting: RuleSetting,
  violation: Violation,
  subject: Subject,
): RuleMessage | undefined {
  const { code, args } = violation;
  const rank = Object.keys(reporter.messages).indexOf(code);
  const message = rank === -1 ? undefined : reporter.messages[code];
  if (message === undefined) throw new TypeError(`the rule ${reporter.id} has no message ${code}`);
  const { level, floor } = violation.standsFor ?? effectiveLevel(reporter.floor, message.severity, setting, code);
  if (level === 'off') return undefined;
  return {
    code,
    rank,
    level,
    floor,
    outcome: message.isUnknown === true ? 'indeterminate' : 'violation',
    message: message.text(args),
    remediation: message.remediation(args),
    line: violation.line ?? subject.line,
    places: violation.places ?? 1,
    stable: violation.stable ?? {},
    ...(typeof args.passesAt === 'string' ? { passesAt: args.passesAt } : {}),
    ...(violation.about === undefined ? {} : { about: violation.about, aliases: violation.aliases ?? {} }),
  };
}

/** Whether one result of a rule about a subject is worse than another: by the worst message of each, then by the number of messages. */
export function isWorse(one: readonly RuleMessage[], other: readonly RuleMessage[]): boolean {
  const worst = (messages: readonly RuleMessage[]) => Math.max(-1, ...messages.map(severityOf));
  return worst(one) > worst(other) || (worst(one) === worst(other) && one.length > other.length);
}

/** Worst first; then in the rule's own order; then by line and text, so that the order of reading does not show. */
function worstFirst(a: RuleMessage, b: RuleMessage): number {
  return severityOf(b) - severityOf(a) || a.rank - b.rank || a.line - b.line || compareText(a.message, b.message);
}

const distinct = (texts: readonly string[]) => [...new Set(texts)];

/** Affected entries: those of one code add up; several codes are mostly about the same entries. */
function placesOf(messages: readonly RuleMessage[]): number {
  const sums = new Map<string, number>();
  for (const { code, places } of messages) sums.set(code, (sums.get(code) ?? 0) + places);
  return Math.max(...sums.values());
}

/** The aliases of a record. An id is third-party text, and may equal the name of a property that every object inherits. */
export const ownOf = (aliases: Readonly<Record<string, readonly string[]>>, id: string): readonly string[] =>
  (Object.hasOwn(aliases, id) ? aliases[id] : undefined) ?? [];

/** The records that the messages name. None where a message names no record: an exception that lists ids cannot cover that message. */
function aboutOf(messages: readonly RuleMessage[]): Pick<Finding, 'about' | 'aliases'> {
  if (messages.some(({ about = [] }) => about.length === 0)) return {};
  const about = distinct(messages.flatMap((each) => each.about ?? [])).sort();
  const others = about.flatMap((id) => {
    const aliases = distinct(messages.flatMap(({ aliases = {} }) => ownOf(aliases, id))).sort();
    return aliases.length === 0 ? [] : [[id, aliases] as const];
  });
  return { about, ...(others.length === 0 ? {} : { aliases: Object.fromEntries(others) }) };
}

/** When the messages of the worst level have all disappeared by themselves; none where one of them does not. */
function passesAtOf(messages: readonly RuleMessage[]): Pick<Finding, 'passesAt'> {
  const [worst] = messages;
  const times = messages.filter(({ level }) => level === worst?.level).map(({ passesAt }) => passesAt);
  const known = times.filter((time) => time !== undefined).sort((a, b) => Date.parse(a) - Date.parse(b));
  const last = known.at(-1);
  return last === undefined || known.length < times.length ? {} : { passesAt: last };
}

function stableOf({ code, stable, files }: RuleMessage): string {
  return fingerprintOf(files === undefined ? [code, stable] : [code, stable, files.map(fileOf)]);
}

const fileOf = ({ path, before, after }: FileStates): Json => [path, stateOf(before), stateOf(after)];
const stateOf = (state: FileStates['before']): Json => (state === null ? null : [state.mode, state.id]);

/** Whether the content of all files that the message is about is known. */
function isOfFiles({ files = [] }: RuleMessage): boolean {
  const isKnown = (state: FileStates['before']) => state === null || state.id !== null;
  return files.length > 0 && files.every(({ before, after }) => isKnown(before) && isKnown(after));
}

/**
 * The one finding of a rule about one subject: the worst level, and every distinct message, worst first.
 *
 * The fingerprint hashes only what stays the same until the problem itself changes: no line, message, level or time. For
 * messages about files it hashes their mode and blob id: other content is another problem (docs/decisions/0181).
 */
export function mergeMessages(rule: string, subject: Subject, messages: readonly RuleMessage[]): Finding {
  const sorted = [...messages].sort(worstFirst);
  const [worst] = sorted;
  if (worst === undefined) throw new TypeError(`the rule ${rule} has no message to report`);
  const { name, version, source, lockfile } = subject;
  const codes = distinct(sorted.map(({ code }) => code));
  const stable = distinct(sorted.map(stableOf)).sort();
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
    ...passesAtOf(sorted),
    ...(sorted.every(isOfFiles) ? { ofFiles: true } : {}),
    fingerprint: fingerprintOf({ rule, name, version, source: source ?? null, lockfile, said: stable }),
    status: 'reported',
    decision: null,
  };
}
