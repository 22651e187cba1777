import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import "./chunk-U2RJDSLN.js";

// src/evidence/nearest-names.ts
var MIN_LENGTH = 3;
var MAX_DISTANCE = 2;
var TOP = 2e4;
async function nearest(name, limit) {
  const { npmHighImpact } = await import("./npm-high-impact-YMNR4O2W.js");
  return nearestOf(npmHighImpact.slice(0, TOP), name, limit);
}
function nearestOf(known, name, limit) {
  const asked = name.toLowerCase();
  if (asked.length < MIN_LENGTH) return [];
  const reach = asked.length < 6 ? 1 : MAX_DISTANCE;
  return known.filter((each) => each.length >= MIN_LENGTH && each !== name && Math.abs(each.length - asked.length) <= reach).map((each, rank) => ({ each, rank, edits: edits(asked, each, reach) })).filter(({ edits: edits2 }) => edits2 <= reach).sort((a, b) => a.edits - b.edits || a.rank - b.rank).slice(0, limit).map(({ each }) => each);
}
function edits(a, b, max) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        last[column] + 1,
        next[column - 1] + 1,
        last[column - 1] + (same ? 0 : 1)
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, before[column - 2] + 1);
      next.push(cost);
    }
    if (Math.min(...next) > max) return max + 1;
    [before, last] = [last, next];
  }
  return last[b.length];
}
export {
  nearest,
  nearestOf
};
