import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** The imports between the TypeScript files below `folder`, types and `import()` included: paths from there, with the line. */
export function readImports(folder) {
  const files = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => path.split(sep).join('/'))
    .sort();
  const imports = files.flatMap((from) => {
    const text = readFileSync(join(folder, from), 'utf8');
    return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName, pos }) => {
      if (!fileName.startsWith('.')) return [];
      const to = relative(folder, join(folder, dirname(from), fileName))
        .split(sep)
        .join('/');
      return [{ from, to, line: text.slice(0, pos).split('\n').length }];
    });
  });
  return { files, imports };
}

/** The room of a file: its top folder, or itself where it lies in none. */
export const roomOf = (path) => path.split('/', 1)[0];
