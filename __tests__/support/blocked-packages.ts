import { blockedOf } from '../../src/decisions/blocked.ts';
import type { BlockedPackage } from '../../src/model/index.ts';
import { rules } from '../../src/rules/index.ts';
import { runGate } from '../../src/run/pipeline.ts';
import { judgedEach } from '../../src/run/verdict.ts';
import type { MemoryFile } from './memory-snapshot.ts';
import { memorySnapshot } from './memory-snapshot.ts';

type Files = Readonly<Record<string, MemoryFile>>;

export interface Sides {
  readonly base: Files;
  readonly head: Files;
}

/**
 * The packages that block in a change, by name, as a run of the sources finds them: what a record is written about, because no
 * report has all of it. The policy is the base's.
 */
export async function blockedPackages(
  { base, head }: Sides,
  {
    registry,
    repositoryId,
    now = new Date().toISOString(),
  }: {
    readonly registry: string;
    readonly repositoryId: number;
    readonly now?: string;
  },
): Promise<ReadonlyMap<string, BlockedPackage>> {
  const [before, after] = [memorySnapshot(base), memorySnapshot(head)];
  const {
    effective: policy,
    comparison,
    collected,
  } = await runGate({
    ...{ mode: 'check', base: before, head: after, trusted: before, policyPath: '.github/dependency-policy.yml' },
    ...{ registry, now, offline: false, env: {}, workTree: '/nonexistent' },
  });
  if (policy === undefined) throw new TypeError(JSON.stringify(comparison.errors));
  const { dossiers } = collected;
  const { observations } = comparison;
  const findings = judgedEach({ comparison, dossiers, policy, now });
  const bytesOf = () => undefined;
  const blocked = blockedOf({ findings, dossiers, observations, policy, repositoryId, rules, bytesOf });
  return new Map(blocked.flatMap((entry) => (entry.kind === 'package' ? [[entry.name, entry] as const] : [])));
}
