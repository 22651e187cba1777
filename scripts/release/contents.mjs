import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadedWith } from './loaded-with.mjs';

/** Beside dist/: each file of the package by the file of the repository. */
const documents = {
  'README.md': 'README.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'report.d.ts': 'docs/report.d.ts',
  'report.schema.json': 'docs/report.schema.json',
  'history.d.ts': 'docs/history.d.ts',
  'history.schema.json': 'docs/history.schema.json',
  'answer.schema.json': 'docs/answer.schema.json',
};

/** What is packed: the command line with what it can load and its licences, the documents, the types of the report and of a rehearsal, the schemas. */
export function packedFiles(root) {
  const dist = [...loadedWith(root, 'dist/cli.js'), 'dist/licenses.txt'];
  return { ...Object.fromEntries(dist.map((path) => [path, path])), ...documents };
}

/**
 * The manifest of the package. It has no dependencies, because dist/ contains them, and no scripts, so that nothing can run when
 * it is installed. `publishConfig` makes npm refuse to publish it where no provenance can be made: on anybody's own machine.
 */
export function packedManifest(root) {
  const { name, version, description, license, type, engines, bin, repository } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return {
    ...{ name, version, description, license, repository, type, engines, bin },
    exports: {
      './report': { types: './report.d.ts' },
      './report/1': { types: './report.d.ts' },
      './history': { types: './history.d.ts' },
      './history/1': { types: './history.d.ts' },
      './report.schema.json': './report.schema.json',
      './history.schema.json': './history.schema.json',
      './answer.schema.json': './answer.schema.json',
      './package.json': './package.json',
    },
    publishConfig: { access: 'public', provenance: true },
  };
}
