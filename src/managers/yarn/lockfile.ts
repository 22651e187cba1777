import { GateFailure } from '../../errors.ts';
import type { Lockfile } from '../../model/index.ts';
import { parseYarnBerry } from './berry.ts';
import { parseYarnClassic } from './classic.ts';

/** The comment by which every Yarn tells its classic format (berry: @yarnpkg/parsers, syml.ts). */
const CLASSIC_HEADER = /^(?:#[^\n]*\n)*#\s+yarn\s+lockfile\s+v([^\s]+)\s*(?:\r?\n|$)/i;

/**
 * Reads `yarn.lock`, of which there are two formats under one name: the first comments, or `__metadata`, tell which.
 * @throws GateFailure `lockfile-version` where neither does, and what the format's own reader throws.
 */
export function parseYarnLockfile(path: string, text: string): Lockfile {
  const header = CLASSIC_HEADER.exec(text)?.[1];
  if (header === '1') return parseYarnClassic(path, text);
  if (header === undefined && /^__metadata:/m.test(text)) return parseYarnBerry(path, text);
  throw new GateFailure(
    'lockfile-version',
    'The file says neither `# yarn lockfile v1` (Yarn 1) nor `__metadata` with a version of 4 to 10 (Yarn 2 and later); let Yarn write it again.',
    { path, line: 1 },
  );
}
