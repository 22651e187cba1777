import { GateFailure } from '../errors.ts';
import type { RecordedPolicy } from '../recording/evidence-types.ts';
import type { PolicyText } from '../policy/load.ts';
import { extendedUnavailable } from '../policy/open.ts';
import type { ReadExtended } from '../policy/open.ts';
import { quoted } from '../text/visible.ts';

/** The policy recorded with the evidence, if the policy extends exactly that one; else what `read` returns. */
export function recordedExtended(
  recorded: RecordedPolicy | undefined,
  read: ReadExtended | undefined,
): ReadExtended | undefined {
  const { extended } = recorded ?? {};
  if (extended === undefined || !('commit' in extended)) return read;
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

/** The recorded policy file, with the file beside it that it extends; undefined where only a preset applied. */
export function recordedFile({ source, text, from, extended }: RecordedPolicy): PolicyText | undefined {
  if (text === null) return undefined;
  const file = { source, text, ...(from && { from }) };
  if (extended === undefined || 'commit' in extended) return file;
  const beside: PolicyText['beside'] = (path, place) =>
    path === extended.path
      ? Promise.resolve({ source: extended.source, text: extended.text })
      : Promise.reject(new GateFailure('policy-unavailable', `the evidence does not have ${quoted(path)}`, place));
  return { ...file, beside };
}

/** What a recording says of where a policy was read. */
export const recordedOrigin = (file: PolicyText | undefined): Pick<RecordedPolicy, 'from'> =>
  file?.from === undefined ? {} : { from: file.from };
