import type { Bin } from '../model/index.ts';
import { JsonObject } from '../text/json-object.ts';
import { compareText } from '../text/order.ts';

/**
 * The programs of a package as npm normalises them (npm-normalize-package-bin): a text stands for one program that is
 * called like the package, names lose their folders, and paths begin at the package's folder and never leave it.
 * @param bin as a manifest or a lockfile has it, of whatever type
 * @returns in the order of the names; empty where nothing of it names a program
 */
export function normalBin(name: string, bin: unknown): Bin {
  const programs: [string, string][] = [];
  for (const [program, target] of stated(name, bin)) {
    const called = segments(baseName(program.replaceAll(/[\\:]/g, '/')));
    const file = typeof target === 'string' ? segments(target.replaceAll('\\', '/')) : '';
    if (called !== '' && file !== '') programs.push([called, file]);
  }
  return Object.fromEntries(programs.sort((a, b) => compareText(a[0], b[0])));
}

function stated(name: string, bin: unknown): Iterable<readonly [string, unknown]> {
  if (typeof bin === 'string') return [[name, bin]];
  if (Array.isArray(bin)) return bin.map((each) => [typeof each === 'string' ? baseName(each) : '', each] as const);
  if (bin instanceof JsonObject) return bin.keys.map((key) => [key, bin.get(key)] as const);
  return typeof bin === 'object' && bin !== null ? Object.entries(bin) : [];
}

const baseName = (path: string): string =>
  path
    .split('/')
    .filter((each) => each !== '')
    .at(-1) ?? '';

function segments(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  return kept.join('/');
}
