import type { Severity } from '../model/index.ts';

/** Weights of CVSS 3.1's base metrics (https://www.first.org/cvss/v3.1/specification-document, 7.4); 3.0 has the same. */
const weights = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  PR: { N: 0.85, L: 0.62, H: 0.27 },
  UI: { N: 0.85, R: 0.62 },
  S: { U: 0, C: 1 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
} as const;
type Metric = keyof typeof weights;
/** Privileges weigh more where the scope changes. */
const changedPrivileges: Readonly<Record<string, number>> = { N: 0.85, L: 0.68, H: 0.5 };

/** The severity of a CVSS 3.0 or 3.1 vector by its base score; undefined for a text that is none. */
export function severityOfVector(vector: string): Severity | undefined {
  const score = baseScore(vector);
  if (score === undefined) return undefined;
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'moderate' : 'low';
}

/** From 0 to 10, as the specification's equations (7.1) give it. */
export function baseScore(vector: string): number | undefined {
  const [head = '', ...parts] = vector.length > 200 ? [] : vector.split('/');
  if (!/^CVSS:3\.[01]$/.test(head)) return undefined;
  const values = new Map(parts.map((part) => part.split(':', 2) as [string, string]));
  if (values.size !== parts.length) return undefined;
  const found = {} as Record<Metric, number>;
  for (const metric of Object.keys(weights) as Metric[]) {
    const table: Readonly<Record<string, number>> = weights[metric];
    const value = values.get(metric) ?? '';
    if (!Object.hasOwn(table, value)) return undefined;
    found[metric] = table[value] as number;
  }
  const changed = found.S === 1;
  if (changed) found.PR = changedPrivileges[values.get('PR') ?? ''] as number;
  const lost = 1 - (1 - found.C) * (1 - found.I) * (1 - found.A);
  const impact = changed ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost;
  if (impact <= 0) return 0;
  const exploitability = 8.22 * found.AV * found.AC * found.PR * found.UI;
  return roundUp(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10));
}

/** To one decimal, upwards, without what binary fractions add (appendix A of the specification). */
function roundUp(score: number): number {
  const whole = Math.round(score * 100_000);
  return whole % 10_000 === 0 ? whole / 100_000 : (Math.floor(whole / 10_000) + 1) / 10;
}
