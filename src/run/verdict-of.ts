import { effectOf } from '../model/effect.ts';
import type { Comparison, Finding, Report, VerdictWord } from '../model/index.ts';

/** The verdict of a run: by what could not be read, else by what its findings do to it. */
export function verdictOf(
  { errors }: Comparison,
  findings: readonly Finding[],
  mode: Report['policy']['mode'],
): VerdictWord {
  if (errors.length > 0) return 'error';
  const effects = new Set(findings.map((finding) => effectOf(finding, mode)));
  return effects.has('blocks') ? 'fail' : effects.has('warns') ? 'warn' : 'pass';
}
