import { GateFailure } from '../errors.ts';
import type { PolicyText } from './load.ts';
import type { ReadExtended } from './open.ts';
import { outlinePolicy } from './open.ts';

/**
 * The baselines that a policy declares. None where it cannot be read: the run itself ends in that error then.
 * @param read gives the policy; undefined where there is none
 */
export async function declaredBaselines(
  read: () => Promise<PolicyText | undefined>,
  readExtended: ReadExtended,
): Promise<readonly string[]> {
  try {
    return (await outlinePolicy(await read(), { readExtended })).baselines;
  } catch (cause) {
    if (cause instanceof GateFailure) return [];
    throw cause;
  }
}
