import { runGate } from '../../src/run/pipeline.ts';
import { reportOf } from '../../src/run/report-of.ts';
import type { GateRequest } from '../../src/run/request.ts';
import type { Report } from '../../src/model/index.ts';
import type { Sides } from './cli.ts';
import { memorySnapshot } from './memory-snapshot.ts';

/**
 * What `lockgate check` judges, below the process, with four seconds for each request instead of twenty: short for a server
 * that never answers, and long for one that does on a busy machine.
 */
export async function judgeImpatiently(sides: Sides, more: Partial<GateRequest>): Promise<Report> {
  const base = memorySnapshot(sides.base, { ids: false });
  const head = memorySnapshot(sides.head, { ids: false });
  const run = await runGate({
    ...{ mode: 'check', base, head, trusted: base, policyPath: '.github/dependency-policy.yml' },
    ...{ now: '2026-06-01T00:00:00Z', offline: false, env: {}, workTree: '/nonexistent' },
    limits: { deadline: 4_000, idle: 2_000, backOff: 10, attempts: 2, documentBytes: 4 * 1024 * 1024 },
    onDefect: (cause) => {
      throw cause;
    },
    ...more,
  });
  return reportOf(run);
}
