import type {
  Change,
  Dossier,
  EvidenceKind,
  FileStates,
  Finding,
  FindingLevel,
  Level,
  Observation,
} from '../model/index.ts';
import type { RuleMessage, Subject } from './finding.ts';
import { isWorse, mergeMessages, messageOf, worstOf } from './finding.ts';
import type { Known, LockfileRule, PackageRule, Rule, RuleContext, RuleSetting, Violation } from '../model/rule.ts';
import type { MissingEvidence } from './unavailable.ts';
import { causeOf, missingMessage, missingRemediation } from './unavailable.ts';

/** The rule that decides for a package that does not exist: no other rule can judge such a package. */
const existenceRule = 'existence';

export interface RunRules {
  readonly rules: readonly Rule[];
  /** One setting per rule id. They apply where `profiles` does not override them. */
  readonly settings: Settings;
  readonly profiles?: AppliedProfiles;
  readonly dossiers: readonly Dossier[];
  readonly observations: readonly Observation[];
  readonly context: RuleContext;
  /** The highest level of an indeterminate finding that is not floor. */
  readonly unavailable: 'error' | 'warn';
}

/** One setting per rule id. */
export type Settings = ReadonlyMap<string, RuleSetting>;

/** The settings that a package, or the lockfile at a path, is judged under: at least one. Of each rule, the worst finding counts. */
export interface AppliedProfiles {
  readonly ofChange: (change: Change) => readonly Settings[];
  readonly ofPath: (path: string) => readonly Settings[];
}

/**
 * Runs every rule on everything that it applies to. No rule sees unavailable evidence: where a rule reads it, the
 * engine reports an indeterminate finding instead, at the worst level that the rule could have reported (docs/decisions/0030).
 *
 * One finding per rule, package version (and source) and lockfile, and a separate one for messages that are only notes;
 * unsorted, each of status `reported`.
 * @throws TypeError for a rule that breaks its own contract; any error that a rule throws ends the run.
 */
export function runRules({
  rules,
  settings,
  profiles,
  dossiers,
  observations,
  context,
  unavailable,
}: RunRules): Finding[] {
  const { ofChange = () => [settings], ofPath = () => [settings] } = profiles ?? {};
  const reported = new Map<string, { rule: string; subject: Subject; messages: RuleMessage[] }>();
  const report = (rule: string, subject: Subject, messages: readonly RuleMessage[]) => {
    const { lockfile, name, version, source } = subject;
    for (const message of messages) {
      const key = JSON.stringify([rule, lockfile, name, version, source ?? null, message.level === 'note']);
      const entry = reported.get(key);
      if (entry === undefined) reported.set(key, { rule, subject, messages: [message] });
      else entry.messages.push(message);
    }
  };

  for (const rule of rules) settingOf(settings, rule);
  const existenceFirst = [...rules].sort((a, b) => rankOf(a) - rankOf(b));
  for (const dossier of dossiers.filter(({ change }) => change.kind !== 'removed')) {
    const subject = subjectOf(dossier.change);
    const applied = ofChange(dossier.change);
    let missing = false;
    for (const rule of existenceFirst) {
      if (rule.subject !== 'package') continue;
      if (missing && rule.needs.some((kind) => kind !== 'existence')) continue;
      const messages = worstUnder(applied, rule, subject, (setting) =>
        applies(rule, setting, dossier)
          ? runPackageRule({ rule, setting, dossier, subject, context, unavailable })
          : [],
      );
      missing ||= rule.id === existenceRule && messages.some(({ floor, outcome }) => floor && outcome === 'violation');
      report(rule.id, subject, messages);
    }
  }
  for (const observation of observations) {
    const { path, line, name, version } = observation;
    const subject = { name: name ?? null, version: version ?? null, lockfile: path, line };
    const applied = ofPath(path);
    for (const rule of rules) {
      if (rule.subject !== 'lockfile' || !Object.hasOwn(rule.messages, observation.code)) continue;
      const messages = worstUnder(applied, rule, subject, (setting) =>
        worstOf(rule, setting).level === 'off' ? [] : runLockfileRule({ rule, setting, observation, subject, context }),
      );
      report(rule.id, subject, messages);
    }
  }
  return [...reported.values()].map(({ rule, subject, messages }) => mergeMessages(rule, subject, messages));
}

/**
 * What a rule reports under each of the settings that apply; the worst result counts. The options of two profiles cannot
 * be ordered, but their results can (docs/decisions/0121).
 * @throws TypeError where no settings apply: a defect, and never a reason to report nothing.
 */
function worstUnder(
  applied: readonly Settings[],
  rule: Rule,
  subject: Subject,
  run: (setting: RuleSetting) => readonly RuleMessage[],
): readonly RuleMessage[] {
  const [first, ...others] = new Set(applied.map((settings) => settingOf(settings, rule)));
  if (first === undefined) throw new TypeError(`no settings apply to ${subject.name ?? subject.lockfile}`);
  return others.map(run).reduce((worst, messages) => (isWorse(messages, worst) ? messages : worst), run(first));
}

const rankOf = (rule: Rule) => (rule.id === existenceRule ? 0 : 1);

function settingOf(settings: ReadonlyMap<string, RuleSetting>, rule: Rule): RuleSetting {
  const setting = settings.get(rule.id);
  if (setting === undefined) throw new TypeError(`the policy sets nothing for the rule ${rule.id}`);
  return setting;
}

const applies = (rule: PackageRule, setting: RuleSetting, { change, unprovided = [] }: Dossier) =>
  (rule.sources === 'any' || change.source.kind === 'registry') &&
  (rule.restsOn === undefined || !unprovided.includes(rule.restsOn)) &&
  worstOf(rule, setting).level !== 'off';

function subjectOf({ name, version, source, lockfile, line }: Change): Subject {
  const spec = source.kind === 'registry' ? {} : { source: JSON.stringify([source.kind, source.spec ?? null]) };
  return { name, version, ...spec, lockfile, line };
}

interface RuleInput<R extends Rule> {
  readonly rule: R;
  readonly setting: RuleSetting;
  readonly subject: Subject;
  readonly context: RuleContext;
}

function runPackageRule({
  rule,
  setting,
  dossier,
  subject,
  context,
  unavailable,
}: RuleInput<PackageRule> & { dossier: Dossier; unavailable: RunRules['unavailable'] }): readonly RuleMessage[] {
  const { evidence, ...rest } = dossier;
  const reading = readingOf(rule, evidence);
  let violations: readonly Violation[] = [];
  try {
    violations = rule.check({ dossier: rest, evidence: reading.known, options: setting.options, context });
  } catch (cause) {
    if (!(cause instanceof UnavailableRead)) throw cause;
  }
  // Read from the reading, not from what was caught: a check that swallows the interruption is still interrupted.
  const missing = reading.missing();
  if (missing !== undefined) return [indeterminate(rule, setting, missing, dossier.change, unavailable)];
  return violations.flatMap((violation) => messageOf(rule, setting, violation, subject) ?? []);
}

/** Ends a check that reads unavailable evidence. */
class UnavailableRead extends Error {}

/** The evidence that a rule declares, and the first unavailable kind that its check read. Other kinds are not passed to the check. */
function readingOf(rule: PackageRule, evidence: Dossier['evidence']) {
  const known: Partial<Record<EvidenceKind, unknown>> = {};
  let missing: MissingEvidence | undefined;
  for (const kind of rule.optionalEvidence ?? []) {
    known[kind] = evidence[kind].state === 'unavailable' ? { state: 'absent' } : evidence[kind];
  }
  for (const kind of rule.needs) {
    const piece = evidence[kind];
    if (piece.state !== 'unavailable') {
      known[kind] = piece;
      continue;
    }
    Object.defineProperty(known, kind, {
      enumerable: true,
      get: () => {
        missing ??= { kind, evidence: piece };
        throw new UnavailableRead(kind);
      },
    });
  }
  return { known: known as Known<EvidenceKind>, missing: () => missing };
}

function indeterminate(
  rule: PackageRule,
  setting: RuleSetting,
  missing: MissingEvidence,
  change: Change,
  unavailable: RunRules['unavailable'],
): RuleMessage {
  const { level, floor } = worstOf(rule, setting);
  return {
    code: `unavailable-${missing.kind}`,
    rank: 0,
    level: level !== 'error' ? reportedLevel(level) : floor || unavailable === 'error' ? 'error' : 'warn',
    floor,
    outcome: 'indeterminate',
    cause: causeOf(missing),
    message: missingMessage(missing),
    remediation: missingRemediation(missing),
    line: change.line,
    places: change.pins.reduce((sum, pin) => sum + pin.places, 0) || 1,
    stable: {},
  };
}

/** @throws TypeError for a rule that is off: it does not run, and so no evidence is missing for it. */
function reportedLevel(level: Level): FindingLevel {
  if (level === 'off') throw new TypeError('a rule that is off has run');
  return level;
}

function runLockfileRule({
  rule,
  setting,
  observation,
  subject,
  context,
}: RuleInput<LockfileRule> & { observation: Observation }): readonly RuleMessage[] {
  return rule
    .check({ observation, options: setting.options, context })
    .flatMap((violation) => messageOf(rule, setting, violation, subject) ?? [])
    .map((message) => (observation.files === undefined ? message : boundTo(observation.files, message)));
}

/** The content of a file says more than any count of it: so the fingerprint hashes no count together with it. */
function boundTo(files: readonly FileStates[], message: RuleMessage): RuleMessage {
  const facts = Object.entries(message.stable).filter(([, value]) => typeof value !== 'number');
  return { ...message, stable: Object.fromEntries(facts), files };
}
