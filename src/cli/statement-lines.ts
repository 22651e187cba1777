import { canonicalJson } from '../judge/fingerprint.ts';
import type { Json } from '../model/json.ts';

/**
 * Everything that a statement says, one line for each value: `predicate.pull: 12`. Texts stand in quotes, as JSON has them; what
 * cannot be seen is for the caller to escape. Undefined for bytes that could say more than the lines do: another JSON than the
 * canonical one (a key twice, a number that is rounded), or none.
 */
export function statementLines(statement: Uint8Array): readonly string[] | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(statement);
    const value = JSON.parse(text) as Json;
    return canonicalJson(value) === text ? linesOf(value, '').map((line) => line.replace(/^\./, '')) : undefined;
  } catch {
    return undefined;
  }
}

function linesOf(value: Json, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    return [`${path}: ${JSON.stringify(value)}`];
  }
  return Object.entries(value).flatMap(([key, member]) => linesOf(member, path + step(key, Array.isArray(value))));
}

function step(key: string, isIndex: boolean): string {
  if (isIndex) return `[${key}]`;
  return /^\w[\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
