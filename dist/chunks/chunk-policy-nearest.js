import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/policy/nearest.ts
function distance(a, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i, j) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change, swap));
    }
  }
  return at(a.length, b.length);
}
var isStartOf = (one, other) => Math.min(one.length, other.length) >= 3 && (one.startsWith(other) || other.startsWith(one));
function nearest(word, words) {
  if (word.length > 64) return void 0;
  const plain = (text) => text.toLowerCase().replaceAll(/[-_\s]/g, "");
  const ranked = words.map((candidate) => ({ candidate, steps: distance(plain(word), plain(candidate)) })).filter(({ candidate, steps }) => steps <= Math.max(1, Math.floor(candidate.length / 3))).sort((a, b) => a.steps - b.steps);
  if (ranked[0] !== void 0) return ranked[0].candidate;
  const [begun, another] = words.filter((candidate) => isStartOf(plain(word), plain(candidate)));
  return another === void 0 ? begun : void 0;
}

export {
  nearest
};
