import type { Comparison, Finding, VerdictWord } from '../model/index.ts';

/** The only place where pass or fail is decided: by what could not be read, and by the findings that nothing covers. */
export function verdictOf(
  { errors }: Comparison,
  findings: readonly Finding[],
  mode: 'enforce' | 'observe',
): VerdictWord {
  if (errors.length > 0) return 'error';
  const reported = findings.filter(({ status }) => status === 'reported');
  if (reported.some(({ level, floor }) => level === 'error' && (floor || mode === 'enforce'))) return 'fail';
  return reported.length > 0 ? 'warn' : 'pass';
}
