import type { ErrorCode } from '../errors.ts';
import { GateFailure } from '../errors.ts';
import type { JsonFaults } from './json.ts';
import { placeIn } from './json-object.ts';

/** Largest lockfile or manifest that is read, in bytes: 64 MiB. The largest of the real ones that this was tried on has 1.3 MB. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** Which error speaks for which fault of the bytes and of the text in them. */
export interface TextFaults extends JsonFaults {
  readonly empty: ErrorCode;
  readonly tooLarge: ErrorCode;
  readonly encoding: ErrorCode;
  readonly conflict: ErrorCode;
}

export const lockfileFaults: TextFaults = {
  empty: 'lockfile-empty',
  tooLarge: 'lockfile-too-large',
  encoding: 'lockfile-encoding',
  conflict: 'lockfile-conflict',
  syntax: 'lockfile-syntax',
  duplicateKey: 'lockfile-duplicate-key',
  depth: 'lockfile-depth',
  mend: 'restore the file or let its package manager write it again',
};

/** For a lockfile that is YAML: what is refused of the language has a code of its own. */
export const lockfileYamlFaults: TextFaults = {
  ...lockfileFaults,
  syntax: 'lockfile-yaml',
  duplicateKey: 'lockfile-yaml',
};

/** For a kind of file whose every fault has one code. */
export function oneFault(code: ErrorCode, mend: string): TextFaults {
  const codes = { empty: code, tooLarge: code, encoding: code, conflict: code };
  return { ...codes, syntax: code, duplicateKey: code, depth: code, mend };
}

/**
 * Bytes of a lockfile or manifest to text, without the one UTF-8 byte order mark that npm tolerates too.
 * @throws GateFailure for nothing but white space, more than `MAX_BYTES`, bytes that are not UTF-8 (UTF-16 among
 *   them), a NUL, or the conflict markers by which npm switches to a parser that guesses.
 */
export function decodeText(bytes: Uint8Array, path: string, faults: TextFaults): string {
  if (bytes.length > MAX_BYTES) {
    throw new GateFailure(faults.tooLarge, `The file has ${bytes.length} bytes, more than ${MAX_BYTES}.`, { path });
  }
  const text = utf8(bytes, path, faults);
  if (text.trim() === '') throw new GateFailure(faults.empty, `The file is empty; ${faults.mend}.`, { path });
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const { line } = placeIn(path, text, nul);
    throw new GateFailure(faults.encoding, `The file holds a NUL character; ${faults.mend}.`, { path, line });
  }
  refuseConflict(text, path, faults);
  return text;
}

function utf8(bytes: Uint8Array, path: string, faults: TextFaults): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new GateFailure(faults.encoding, `The file is not UTF-8; ${faults.mend}.`, { path });
  }
}

/** The condition of npm's parse-conflict-json: all three markers anywhere, strings included. */
function refuseConflict(text: string, path: string, faults: TextFaults): void {
  const ours = text.indexOf('<<<<<<<');
  if (ours < 0 || !text.includes('=======') || !text.includes('>>>>>>>')) return;
  const { line } = placeIn(path, text, ours);
  throw new GateFailure(
    faults.conflict,
    'The file holds merge-conflict markers, between which npm would choose by itself; resolve the conflict.',
    { path, line },
  );
}
