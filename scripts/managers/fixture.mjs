/** The fixture: what every run wrote, each text once, in one brotli stream. `__tests__/support/manager-steps.ts` reads it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** @param {string} path @returns {{ versions: object, runs: Map<string, any[]> }} */
export function readFixture(path) {
  if (!existsSync(path)) return { versions: {}, runs: new Map() };
  const { versions, texts, runs } = JSON.parse(brotliDecompressSync(readFileSync(path)).toString());
  const unfolded = Object.entries(runs).map(([key, states]) => [
    key,
    states.map((state) => ({
      ...state,
      files: Object.fromEntries(Object.entries(state.files).map(([name, text]) => [name, texts[text]])),
    })),
  ]);
  return { versions, runs: new Map(unfolded) };
}

/**
 * @param {string} path
 * @param {{ versions: object, runs: ReadonlyMap<string, readonly any[]> }} made
 * @returns {{ steps: number, bytes: number }}
 */
export function writeFixture(path, { versions, runs }) {
  const texts = new Map();
  const indexOf = (text) => {
    if (!texts.has(text)) texts.set(text, texts.size);
    return texts.get(text);
  };
  const folded = Object.fromEntries(
    [...runs].map(([key, states]) => [
      key,
      states.map((state) => ({
        ...state,
        files: Object.fromEntries(Object.entries(state.files).map(([name, text]) => [name, indexOf(text)])),
      })),
    ]),
  );
  const content = Buffer.from(JSON.stringify({ versions, texts: [...texts.keys()], runs: folded }));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const bytes = brotliCompressSync(content, { params });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return { steps: [...runs.values()].reduce((sum, states) => sum + states.length, 0), bytes: bytes.length };
}
