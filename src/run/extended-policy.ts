import type { RecordedPolicy } from '../recording/evidence-types.ts';
import { extendedUnavailable } from '../policy/open.ts';
import type { ReadExtended } from '../policy/open.ts';

/** The policy recorded with the evidence, if the policy extends exactly that one; else what `read` returns. */
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
    throw extendedUnavailable(
      reference,
      'the recorded evidence has a different one; judge again without recorded evidence',
    );
  };
}
