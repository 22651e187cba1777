import { effectiveLevel } from '../judge/finding.ts';
import type { Settings } from '../judge/engine.ts';
import type { Finding } from '../model/index.ts';
import type { Rule } from '../model/rule.ts';
import { compareText } from '../text/order.ts';

/** Codes of findings as a decision names them: `rule/code`. */

/** These ask for nothing but a decision by somebody who did not propose the package. Each approval that counts is one. */
const askForDecision: ReadonlySet<string> = new Set([
  'new-direct-dependency/by-agent',
  'new-direct-dependency/undecided',
  'provenance/agent-unproven',
]);

/** Whether a decision that names some codes is about all that block. */
export function coversCodes(named: readonly string[], blocking: readonly string[]): boolean {
  return blocking.every((code) => askForDecision.has(code) || named.includes(code));
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
