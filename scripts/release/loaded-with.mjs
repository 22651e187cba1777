import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Every file of dist/ that is loaded with these: at once, on demand, or as a thread.
 * @param {string} folder what the paths start from
 * @param {readonly string[]} entries
 * @returns {string[]} in code-unit order
 * @throws where one of them is not there
 */
export function loadedWith(folder, ...entries) {
  const loaded = new Set(entries);
  for (const file of loaded) {
    const text = readFileSync(join(folder, file), 'utf8');
    const imports = /(?:^import |^\} from |\bimport\(|\bnew URL\()"(\.\.?\/[^"\n]+\.js)"/gm;
    for (const [, to] of text.matchAll(imports)) loaded.add(join(dirname(file), to));
  }
  return [...loaded].sort();
}
