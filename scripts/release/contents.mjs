import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { loadedWith } from './loaded-with.mjs';

/** Beside dist/ and a README of its own: each file of the package by the file of the repository. */
const documents = {
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'report.d.ts': 'docs/report.d.ts',
  'report.schema.json': 'docs/report.schema.json',
  'history.d.ts': 'docs/history.d.ts',
  'history.schema.json': 'docs/history.schema.json',
  'answer.schema.json': 'docs/answer.schema.json',
  'fleet.schema.json': 'docs/fleet.schema.json',
};

/** Pages that the package does not have: the repository has them, at the release's tag. */
const pages = {
  'what it judges, the policy and the action': 'README.md',
  recipes: 'docs/recipes.md',
  'the JSON report and its types': 'docs/report.md',
  'what can be checked about a release': 'docs/releasing.md',
};

/** The package's own README: nothing in it leads to a file that only a clone has. */
export function packedReadme({ version, description, repository }) {
  const address = repository.url.replace(/^git\+|\.git$/g, '');
  const links = Object.entries(pages).map(([title, path]) => `- [${title}](${address}/blob/v${version}/${path})`);
  const file = `lockgate-${version}.tgz`;
  return `# lockgate

${description} It verifies what it can by itself, fails closed, and never executes or installs anything that a pull request chooses.

It needs Node 20.20 or later. With the file of a release, in an empty folder outside of every npm project:

\`\`\`sh
npx --yes --offline ./${file} check --history 20 --repo ../your-repository
\`\`\`

That prints what it would have said of your last 20 lockfile changes. npx unpacks the file at every start. To start quickly, install it once
into a folder of its own and call the program by its path:

\`\`\`sh
npm install --offline --ignore-scripts --prefix ../lockgate ./${file}
../lockgate/node_modules/.bin/lockgate --help
\`\`\`

Never run npx, \`npm run\` or a package manager in a checkout of somebody else's pull request: they obey settings of that folder before lockgate starts.

The repository is <${address}>:

${links.join('\n')}
`;
}

/** What is packed: the command line with what it can load and its licences, the documents, the types of the report and of a rehearsal, the schemas. `packedManifest` and `packedReadme` are the rest. */
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
      './fleet.schema.json': './fleet.schema.json',
      './package.json': './package.json',
    },
    publishConfig: { access: 'public', provenance: true },
  };
}
