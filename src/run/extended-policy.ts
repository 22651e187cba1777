import type { RecordedPolicy } from '../recording/evidence-types.ts';
import { extendedUnavailable } from '../policy/open.ts';
import type { ReadExtended } from '../policy/open.ts';

/** What was recorded with the evidence, where the policy extends just that; else whatever `read` does. */
export function recordedExtended(
  recorded: RecordedPolicy | undefined,
  read: ReadExtended | undefined,
): ReadExtended | undefined {
  const { extended } = recorded ?? {};
  if (extended === undefined) return read;
  return async (reference) => {
    const isSame = (['repository', 'path', 'commit'] as const).every((key) => extended[key] === reference[key]);
    if (isSame) return extended.text;
    if (read !== undefined) return read(reference);
    throw extendedUnavailable(reference, 'the recorded evidence holds another one; judge anew, without it');
  };
}
