import { existsSync, readFileSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';

/**
 * How this program was started, for the commands that it tells a person to run: `lockgate` where that is installed; from a clone
 * `node dist/cli.js`; from a packed file by npx `npx --yes --offline ./lockgate-1.2.3.tgz`. Never a name that a registry would resolve.
 * @param script the path that node was given
 * @param cwd where the commands will be run
 */
export function programName(script = process.argv[1] ?? '', cwd = process.cwd()): string {
  const name = basename(script).replace(/\.(?:cmd|exe)$/, '');
  const folders = script.split(sep);
  const ofNpx = folders.lastIndexOf('_npx');
  if (ofNpx >= 0) {
    const packed = packedFile(folders.slice(0, ofNpx + 2).join(sep));
    const shown = packed === undefined ? undefined : shownPath(packed, cwd);
    return shown === undefined ? installed : `npx --yes --offline ${shown}`;
  }
  if (!/^cli\.[cm]?js$/.test(name)) return installed;
  const shown = shownPath(script, cwd);
  return shown === undefined ? installed : `node ${shown}`;
}

/** What it is called where it is installed. */
export const installed = 'lockgate';

/** The file that npx unpacked into a folder of its cache; undefined for a name, and for a file that is gone. */
function packedFile(folder: string): string | undefined {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly dependencies?: Readonly<Record<string, unknown>>;
    };
    const [spec, ...others] = Object.values(manifest.dependencies ?? {});
    if (typeof spec !== 'string' || others.length > 0 || !/^file:.*\.tgz$/.test(spec)) return undefined;
    const path = resolve(folder, spec.slice('file:'.length));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The shorter of the path and the path from here, as a shell takes it; undefined for one that a shell would have to be told about. */
function shownPath(path: string, cwd: string): string | undefined {
  const from = relative(cwd, path);
  const near = from.startsWith('..') || isAbsolute(from) || !path.endsWith('.tgz') ? from : `.${sep}${from}`;
  const shown = near.length < path.length ? near : path;
  if (/^[\w./:\\@+,=-]+$/.test(shown)) return shown;
  return /^[ -~]+$/.test(shown) && !shown.includes("'") ? `'${shown}'` : undefined;
}
