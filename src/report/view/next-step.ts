/** Says a next step once where several findings have the same one. */
import type { Group } from './grouping.ts';
import type { Statement } from './statements.ts';

/** A next step that a group's heading gives for the packages below it. */
export interface SharedStep {
  readonly remediation: string;
  /** Whether it is the only next step in the group. */
  readonly ofAll: boolean;
}

/**
 * The next step that most packages of a group have, if at least three have it: repeating it for every package
 * would make the one that differs harder to see.
 */
export function sharedStep({ subjects }: Pick<Group, 'subjects'>): SharedStep | undefined {
  const counts = new Map<string, number>();
  for (const { statements } of subjects) {
    for (const remediation of new Set(statements.flatMap(open))) {
      counts.set(remediation, (counts.get(remediation) ?? 0) + 1);
    }
  }
  const [[remediation, count] = ['', 0]] = [...counts].sort(([, a], [, b]) => b - a);
  return count < 3 ? undefined : { remediation, ofAll: counts.size === 1 };
}

/** Statements with one next step, together, in the order of the first of each; what a decision covers stays alone. */
export function byNextStep(statements: readonly Statement[]): (readonly Statement[])[] {
  const steps = new Map<string, Statement[]>();
  for (const [index, statement] of statements.entries()) {
    const [key = `covered ${index}`] = open(statement).map((remediation) => `next ${remediation}`);
    steps.set(key, [...(steps.get(key) ?? []), statement]);
  }
  return [...steps.values()];
}

const open = ({ decision, remediation }: Statement) => (decision === null ? [remediation] : []);
