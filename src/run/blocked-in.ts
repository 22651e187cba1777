import { blockedOf } from '../decisions/blocked.ts';
import { pathsOf } from '../decisions/blocked-file.ts';
import type { Blocked } from '../model/index.ts';
import { rules } from '../rules/index.ts';
import { bytesIn } from './bytes-in.ts';
import type { GateRequest, Run } from './request.ts';
import { judgedEach } from './verdict.ts';

/** What blocks by the rules alone, whatever anybody has decided about it. */
export async function blockedIn(
  { effective: policy, comparison, collected: { dossiers }, now }: Run,
  { head }: GateRequest,
  repositoryId: number | undefined,
): Promise<readonly Blocked[]> {
  if (policy === undefined) return [];
  const findings = judgedEach({ comparison, dossiers, policy, now });
  const { observations } = comparison;
  const blocking = { findings, observations, policy, rules };
  return blockedOf({ ...blocking, dossiers, repositoryId, bytesOf: await bytesIn(head, pathsOf(blocking)) });
}
