import type { ErrorCode } from '../errors.ts';
import { GateFailure } from '../errors.ts';
import type { JsonFaults } from './json.ts';
import { placeIn } from './json-object.ts';

/** The largest lockfile or manifest that is read, in bytes: 64 MiB. The largest real one tested has 1.3 MB. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** The error code for each fault of a file's bytes and text. */
export interface TextFaults extends JsonFaults {
  readonly empty: ErrorCode;
  readonly tooLarge: ErrorCode;
  readonly encoding: ErrorCode;
  readonly conflict: ErrorCode;
  /** What to do about conflict markers. Absent: resolve them by hand. */
  readonly conflictFix?: string;
}

export const lockfileFaults: TextFaults = {
  empty: 'lockfile-empty',
  tooLarge: 'lockfile-too-large',
  encoding: 'lockfile-encoding',
  conflict: 'lockfile-conflict',
  syntax: 'lockfile-syntax',
  duplicateKey: 'lockfile-duplicate-key',
  depth: 'lockfile-depth',
  fix: 'restore the file or let its package manager write it again',
};

/** For a lockfile in YAML: refused parts of the language have a code of their own. */
export const lockfileYamlFaults: TextFaults = {
  ...lockfileFaults,
  syntax: 'lockfile-yaml',
  duplicateKey: 'lockfile-yaml',
};

/** For a kind of file that has one code for all faults. */
export function oneFault(code: ErrorCode, fix: string): TextFaults {
  const codes = { empty: code, tooLarge: code, encoding: code, conflict: code };
  return { ...codes, syntax: code, duplicateKey: code, depth: code, fix };
}

/**
 * Decodes a lockfile or manifest, without the one UTF-8 byte order mark that npm also accepts.
 * @throws GateFailure for only white space, more than `MAX_BYTES`, bytes that are not UTF-8 (such as
 *   UTF-16), a NUL, or the conflict markers for which npm switches to a parser that guesses.
 */
export function decodeText(bytes: Uint8Array, path: string, faults: TextFaults): string {
  if (bytes.length > MAX_BYTES) {
    throw new GateFailure(faults.tooLarge, `The file has ${bytes.length} bytes; lockgate reads at most ${MAX_BYTES}.`, {
      path,
    });
  }
  const text = utf8(bytes, path, faults);
  if (text.trim() === '') throw new GateFailure(faults.empty, `The file is empty; ${faults.fix}.`, { path });
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const { line } = placeIn(path, text, nul);
    throw new GateFailure(faults.encoding, `The file has a NUL character; ${faults.fix}.`, { path, line });
  }
  refuseConflict(text, path, faults);
  return text;
}

function utf8(bytes: Uint8Array, path: string, faults: TextFaults): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new GateFailure(faults.encoding, `The file is not UTF-8; ${faults.fix}.`, { path });
  }
}

/** The condition of npm's parse-conflict-json: all three markers anywhere, inside strings too. */
function refuseConflict(text: string, path: string, faults: TextFaults): void {
  const ours = text.indexOf('<<<<<<<');
  if (ours < 0 || !text.includes('=======') || !text.includes('>>>>>>>')) return;
  const { line } = placeIn(path, text, ours);
  throw new GateFailure(
    faults.conflict,
    `The file has merge-conflict markers; ${faults.conflictFix ?? 'resolve the conflict'}.`,
    { path, line },
  );
}
