import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, relative, resolve, sep } from 'node:path';

import { GateFailure } from '../errors.ts';
import type { Translation } from '../init/from/option.ts';
import type { FromFile } from '../init/from/recognise.ts';
import { translate } from '../init/from/recognise.ts';

/** The largest file that is read; real ones are a page. */
const MAX_BYTES = 256 * 1024;

/**
 * Reads what other tools are configured with.
 * @param files as the command line names them
 * @param folder the root of the repository
 * @throws GateFailure `usage` for a file that cannot be read, or is none that is known
 */
export async function readFrom(
  files: readonly string[],
  folder: string,
  today: string,
): Promise<readonly Translation[]> {
  const translations: Translation[] = [];
  for (const file of files) {
    translations.push(...(await translate(await open(resolve(file), folder), today, (path) => inside(folder, path))));
  }
  return translations;
}

/** A file that another one names: in the repository, and nowhere else. */
async function inside(folder: string, path: string): Promise<FromFile> {
  const place = { path: pathIn(folder, resolve(folder, path)) };
  const refuse = () =>
    new GateFailure('usage', 'is named by the workflow as `config-file`, and is not in the repository', place);
  const whole = await realpath(resolve(folder, path)).catch(() => undefined);
  if (whole === undefined || !whole.startsWith((await realpath(folder)) + sep)) throw refuse();
  return open(resolve(folder, path), folder);
}

async function open(file: string, folder: string): Promise<FromFile> {
  const path = pathIn(folder, file);
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) {
    throw new GateFailure(
      'usage',
      `${found === undefined ? 'There is no such file' : 'This is no file'}; name one with --from FILE`,
      { path },
    );
  }
  if (found.size > MAX_BYTES) {
    throw new GateFailure(
      'usage',
      `The file is larger than ${MAX_BYTES / 1024} KiB, the most that is read; name a smaller one`,
      { path },
    );
  }
  try {
    return { path, bytes: await readFile(file) };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    throw new GateFailure('usage', `cannot be read (${code})`, { path });
  }
}

/** From the root of the repository; of a file elsewhere only the name, because the policy names it and is committed. */
function pathIn(folder: string, file: string): string {
  const path = relative(folder, file);
  return path.startsWith('..') || isAbsolute(path) ? basename(file) : path.split(sep).join('/');
}
