import { effectOf } from '../model/effect.ts';
import type { Comparison, Finding, Report, VerdictWord } from '../model/index.ts';

/** The verdict of a run: `error` if anything could not be read, else by the effects of its findings. */
export function verdictOf(
  { errors }: Comparison,
  findings: readonly Finding[],
  mode: Report['policy']['mode'],
): VerdictWord {
  if (errors.length > 0) return 'error';
  const effects = new Set(findings.map((finding) => effectOf(finding, mode)));
  return effects.has('blocks') ? 'fail' : effects.has('warns') ? 'warn' : 'pass';
}
