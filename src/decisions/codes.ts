import { effectiveLevel } from '../judge/finding.ts';
import type { Settings } from '../judge/engine.ts';
import type { Finding } from '../model/index.ts';
import type { Message, Rule } from '../model/rule.ts';
import { compareText } from '../text/order.ts';

/** Codes of findings as a decision names them: `rule/code`. */

/**
 * Whether a decision that names some codes is about all that block: each is named, or is what a named one turns into by the
 * passing of time, or asks for nothing but such a decision.
 */
export function coversCodes(named: readonly string[], blocking: readonly string[], rules: readonly Rule[]): boolean {
  const all = new Set([...named, ...named.flatMap((code) => laterCodes(code, rules))]);
  return blocking.every((code) => all.has(code) || messageOf(code, rules)?.asksForDecision === true);
}

function laterCodes(code: string, rules: readonly Rule[]): readonly string[] {
  const [rule] = code.split('/', 1);
  return (messageOf(code, rules)?.becomes ?? []).map((later) => `${rule ?? ''}/${later}`);
}

function messageOf(named: string, rules: readonly Rule[]): Message | undefined {
  const [id = '', code = ''] = named.split('/');
  const messages = rules.find((rule) => rule.id === id)?.messages ?? {};
  return Object.hasOwn(messages, code) ? messages[code] : undefined;
}

interface Blocking {
  /** Those that block, sorted. */
  readonly codes: readonly string[];
  /** Those of them that are floor. */
  readonly floor: readonly string[];
}

/**
 * The codes for which a blocking finding blocks; its others only warn. Of a code that the rule has no level for (evidence that is
 * missing, findings that stand for others), and where no code accounts for the block, all.
 */
export function blockingCodes(finding: Finding, rule: Rule, applied: readonly Settings[]): Blocking {
  const levels = finding.codes.map((code) => {
    const message = Object.hasOwn(rule.messages, code) ? rule.messages[code] : undefined;
    const each = applied.flatMap((settings) => settings.get(rule.id) ?? []);
    if (message === undefined || each.length === 0) return { code, isError: true, floor: finding.floor };
    const effective = each.map((setting) => effectiveLevel(rule.floor, message.severity, setting, code));
    return {
      code,
      isError: effective.some(({ level }) => level === 'error'),
      floor: effective.some(({ floor }) => floor),
    };
  });
  const errors = levels.filter(({ isError }) => isError);
  const counted = errors.length > 0 ? errors : levels;
  const codesOf = (of: typeof levels) => [...new Set(of.map(({ code }) => code))].sort(compareText);
  return { codes: codesOf(counted), floor: codesOf(counted.filter(({ floor }) => floor)) };
}
