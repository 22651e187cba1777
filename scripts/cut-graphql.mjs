/**
 * Holds the GraphQL documents that decisions are read by to GitHub's own schema, and cuts what they use of it into a small
 * fixture, by which the loopback GitHub of the tests answers them: it knows no other field, type or argument.
 *
 *     node scripts/cut-graphql.mjs           fetches the package below with npm, into a temporary folder
 *     node scripts/cut-graphql.mjs FOLDER    uses a folder in which it is installed already
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { loadModules } from './generate/load.mjs';

const origin = { package: '@octokit/graphql-schema', version: '15.26.1', file: 'schema.graphql', licence: 'MIT' };
const target = new URL('../__tests__/fixtures/github/graphql.json', import.meta.url);

const given = process.argv[2];
const folder = given === undefined ? install() : resolve(given);
try {
  await cut(folder);
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}

function install() {
  const made = mkdtempSync(join(tmpdir(), 'lockgate-graphql-'));
  const options = ['--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', made];
  execFileSync('npm', ['install', `${origin.package}@${origin.version}`, ...options], { stdio: 'inherit' });
  return made;
}

async function cut(installed) {
  const require = createRequire(join(installed, 'package.json'));
  const graphql = require('graphql');
  const text = readFileSync(join(installed, 'node_modules', origin.package, origin.file), 'utf8');
  // The schema that GitHub publishes defines a few fields twice.
  const schema = graphql.buildSchema(text, { assumeValidSDL: true });
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { read } = await loadModules(root, { read: 'src/platform/github/decisions/documents.ts' });
  const types = {};
  const leaves = {};
  for (const document of read.documents) {
    const parsed = graphql.parse(document);
    const wrong = graphql.validate(schema, parsed);
    if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'));
    collect(graphql, schema, parsed, { types, leaves });
  }
  writeFileSync(target, `${JSON.stringify({ origin, types: sorted(types), leaves: sorted(leaves) })}\n`);
  console.log(`${read.documents.length} documents, ${Object.keys(types).length} types`);
}

/** Every field that a document asks for, with its arguments, in the type that it is asked of. */
function collect(graphql, schema, document, { types, leaves }) {
  const info = new graphql.TypeInfo(schema);
  const keepLeaf = (type) => {
    const named = graphql.getNamedType(type);
    if (!graphql.isLeafType(named)) return;
    leaves[named.name] = graphql.isEnumType(named) ? named.getValues().map(({ name }) => name) : null;
  };
  const keep = (type) => {
    const possible = graphql.isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : undefined;
    return (types[type.name] ??= { ...(possible && { possible }), fields: {} });
  };
  const visitor = {
    Field({ name: { value } }) {
      const parent = info.getParentType();
      const field = info.getFieldDef();
      if (value === '__typename') return;
      const args = Object.fromEntries(field.args.map(({ name, type }) => [name, String(type)]));
      keep(parent).fields[value] = { type: String(field.type), args };
      keepLeaf(field.type);
      const below = graphql.getNamedType(field.type);
      if (graphql.isCompositeType(below)) keep(below);
    },
    Argument() {
      keepLeaf(info.getArgument().type);
    },
    InlineFragment() {
      keep(info.getType());
    },
    VariableDefinition() {
      keepLeaf(info.getInputType());
    },
  };
  graphql.visit(document, graphql.visitWithTypeInfo(info, visitor));
}

function sorted(members) {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}
