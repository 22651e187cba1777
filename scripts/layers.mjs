/**
 * Checks the imports of src/ against scripts/layers/layers.mjs: no cycle of files, types included, and no room (a top folder or single
 * file) that imports what it may not. Prints how many rooms, layers and imports there are; if something is wrong, says where and exits with 1.
 *
 *   npm run layers                          this repository
 *   npm run layers -- --list                with the layers from the bottom
 *   node scripts/layers.mjs SRC LAYERS.mjs  another tree by another list
 */
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkLayers } from './layers/check.mjs';

const [source, list] = process.argv.slice(2).filter((argument) => argument !== '--list');
const { default: layers } = await import(pathToFileURL(resolve(list ?? own('layers/layers.mjs'))).href);
const { problems, numbers } = checkLayers(resolve(source ?? own('../src')), layers);

console.log(`${numbers.files} files, ${numbers.imports} imports between them, types included`);
console.log(`${numbers.rooms} rooms in ${numbers.layers.length} layers, ${numbers.edges} import edges between rooms`);
console.log(`${numbers.circles} circles of rooms, ${Object.keys(layers.circles ?? {}).length} excepted imports`);
if (process.argv.includes('--list')) {
  for (const [index, names] of numbers.layers.entries()) console.log(`${index + 1}  ${names.join(', ')}`);
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function own(path) {
  return fileURLToPath(new URL(path, import.meta.url));
}
