import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * The path of a program in a folder that has a package.json and a lockfile of its own, installed where it is not there yet.
 * @param {{ folder: string, program: string, name: string, advice: string }} pinned the folder's path ends in a slash
 * @throws {Error} one line that says how to get it
 */
export function pinnedProgram({ folder, program, name, advice }) {
  const path = `${folder}node_modules/${program}`;
  if (existsSync(path)) return path;
  console.log(`== ${name} is installed, once`);
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder];
  try {
    execFileSync(command, [...before, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  } catch {
    throw new Error(`${name} could not be installed. ${advice}`);
  }
  return path;
}
