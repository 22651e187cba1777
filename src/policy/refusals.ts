import { asOneFailure, GateFailure } from '../errors.ts';
import { worstOf } from '../judge/finding.ts';
import type { Rule } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import { inFileOrder, spell } from './complaints.ts';
import type { AcceptedFile, EffectivePolicy, RefusedEntry } from './effective-policy.ts';
import { loweredFloors } from './lint-floor.ts';
import { exceptionWords } from './exception-words.ts';
import { unwrittenReasons } from './lint-reasons.ts';
import { publisherWords, shadowedEntries } from './lint-shadows.ts';
import { partialRefs, unknownLicenses } from './lint-values.ts';
import type { Warning } from './lint-warning.ts';
import { uselessCode, uselessWaiver } from './lint-windows.ts';
import { elsewhereCodes } from './waivable.ts';
import { publishersOf } from './publishers.ts';

/**
 * Entries that can never have an effect, whatever is judged and whenever (docs/decisions/0241), with advice about the same members.
 * `accepted` is the file with what it extends.
 */
export function refusals(policy: EffectivePolicy, accepted: AcceptedFile, rules: readonly Rule[]): readonly Warning[] {
  return [
    ...silentRules(policy, accepted, rules),
    ...loweredFloors(accepted, rules),
    ...partialRefs(accepted),
    ...unknownLicenses(accepted),
    ...unwrittenReasons(policy),
    ...shadowedEntries(policy, accepted),
    ...uselessWaivers(policy, accepted, rules),
    ...ownExceptions(policy),
  ];
}

/** Exceptions for a file that the policy itself is read from: people decide about it. */
function ownExceptions({ source, extended, exceptions }: EffectivePolicy): readonly Warning[] {
  const own = [source, ...(extended !== undefined && 'source' in extended ? [extended.source] : [])];
  return exceptions.flatMap((exception, index): readonly Warning[] =>
    exception.about === 'file' &&
    own.includes(exception.path) &&
    !exception.codes.every((code) => elsewhereCodes.has(code))
      ? [
          {
            ...{ grade: 'weakening', at: ['exceptions', index, 'path'], of: 'value' },
            message: `${exceptionWords(exception)} is about the policy itself, about which people decide (\`/approve-file\`), never an exception; remove it`,
          },
        ]
      : [],
  );
}

/** Rules with options in the file that are off, here and under every profile. */
function silentRules(policy: EffectivePolicy, accepted: AcceptedFile, rules: readonly Rule[]): readonly Warning[] {
  const all = [policy.settings, ...[...policy.profiles.values()].map(({ settings }) => settings)];
  return rules.flatMap((rule): readonly Warning[] => {
    const options = accepted.written(rule.id).filter((key) => key !== 'level');
    const isOff = all.every((settings) => {
      const setting = settings.get(rule.id);
      return setting === undefined || worstOf(rule, setting).level === 'off';
    });
    // An option that is the level of a message is what turns it off.
    const levels = Object.values(rule.messages).flatMap(({ severity }) =>
      typeof severity === 'object' && 'option' in severity ? [severity.option] : [],
    );
    if (options.length === 0 || !isOff || options.some((option) => levels.includes(option))) return [];
    const message = `the rule ${quoted(rule.id)} is off, so its options have no effect; give it a level`;
    return [{ grade: 'refused', message, at: ['rules', rule.id] }];
  });
}

/** Exceptions and publishers that waive what is off, or what cannot be waived. */
function uselessWaivers(policy: EffectivePolicy, accepted: AcceptedFile, rules: readonly Rule[]): readonly Warning[] {
  const count = ((accepted.file.publishers ?? []) as readonly unknown[]).length;
  const excepted = policy.exceptions.flatMap((exception, index) => {
    const at = ['exceptions', index, exception.about === 'file' ? 'codes' : 'rules'];
    const found =
      exception.about === 'file'
        ? exception.codes.map((code) => uselessCode(code, policy, rules))
        : exception.rules.map((id) => uselessWaiver(id, policy, rules));
    return found.map((useless, nth) => ({ useless, who: exceptionWords(exception), at: [...at, nth] }));
  });
  const listed = publishersOf(policy)
    .slice(0, count)
    .flatMap((entry, index) =>
      entry.waives.map((id, nth) => ({
        ...{ useless: uselessWaiver(id, policy, rules), who: publisherWords(entry) },
        at: ['publishers', index, 'waives', nth],
      })),
    );
  return [...excepted, ...listed].flatMap(({ useless, who, at }): readonly Warning[] =>
    useless === undefined ? [] : [{ grade: useless.grade, message: `${who} ${useless.message}`, at }],
  );
}

/**
 * The entries that a run goes on without, those of the file itself.
 * @throws GateFailure `policy-invalid` where one asks for less than what stays: everything of that kind, with line and column.
 */
export function refusedEntries(
  policy: EffectivePolicy,
  accepted: AcceptedFile,
  rules: readonly Rule[],
): readonly RefusedEntry[] {
  const found = refusals(policy, accepted, rules).map((warning) => ({
    ...warning,
    place: accepted.placeOf(warning.at, warning.of),
  }));
  const [first, ...others] = found
    .filter(({ grade }) => grade === 'weakening')
    .map(({ message, place }) => new GateFailure('policy-invalid', message, place))
    .sort(inFileOrder);
  if (first !== undefined) throw asOneFailure([first, ...others]);
  return found
    .filter(({ grade, at }) => grade === 'refused' && accepted.lineOf(at) > 0)
    .map(({ at, place }) => ({ entry: spell(at), line: place.line, column: place.column }))
    .sort(inFileOrder);
}
