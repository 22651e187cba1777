/**
 * Cuts the JSON Schema of SARIF 2.1.0 (OASIS) to what a validator reads, so that the SARIF report is held to it.
 *
 *     node scripts/cut-sarif-schema.mjs            fetches the package below with npm, into a temporary folder
 *     node scripts/cut-sarif-schema.mjs FILE       cuts a copy that is already there
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const origin = {
  package: '@microsoft/jest-sarif',
  version: '1.0.0-beta.0',
  file: 'lib/schemas/sarif-2.1.0-rtm.5.json',
  licence: 'MIT',
};
const target = new URL('../__tests__/fixtures/sarif/schema.json', import.meta.url);

const schema = cut(JSON.parse(readSchema(process.argv[2])));
writeFileSync(target, `${JSON.stringify({ origin, schema })}\n`);

function readSchema(file) {
  if (file !== undefined) return readFileSync(file, 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'lockgate-sarif-'));
  try {
    execFileSync('npm', ['pack', `${origin.package}@${origin.version}`, '--silent', '--pack-destination', folder]);
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    execFileSync('tar', ['-xzf', tarball, `package/${origin.file}`], { cwd: folder });
    return readFileSync(join(folder, 'package', origin.file), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Drops keys that are only for people. Keys below `properties` and `definitions` are names, never dropped. */
function cut(node, names = false) {
  if (Array.isArray(node)) return node.map((member) => cut(member));
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.entries(node).filter(([key]) => names || (key !== 'description' && key !== 'title'));
  return Object.fromEntries(
    members.map(([key, value]) => [key, cut(value, !names && (key === 'properties' || key === 'definitions'))]),
  );
}
