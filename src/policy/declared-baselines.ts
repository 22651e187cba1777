import { GateFailure } from '../errors.ts';
import type { Snapshot } from '../model/index.ts';
import type { ReadExtended } from './open.ts';
import { outlinePolicy } from './open.ts';
import { readPolicyFile } from './policy-file.ts';

/**
 * The baselines that the policy of a snapshot declares. None where the policy cannot be read: the run itself ends in that
 * error then.
 */
export async function declaredBaselines(
  trusted: Snapshot,
  policyPath: string,
  readExtended: ReadExtended,
): Promise<readonly string[]> {
  try {
    const text = await readPolicyFile(trusted, policyPath);
    const file = text && { source: policyPath, text };
    return (await outlinePolicy(file, { readExtended })).baselines;
  } catch (cause) {
    if (cause instanceof GateFailure) return [];
    throw cause;
  }
}
