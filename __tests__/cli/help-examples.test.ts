import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { flagsOf, readFlags } from '../../src/cli/flags.ts';
import { examples, overviewExamples } from '../../src/cli/help-examples.ts';
import { commandHelp, overview } from '../../src/cli/help.ts';
import { repositoryRoot, runCli } from '../support/cli.ts';
import { type GitRepositoryFixture, gitRepository } from '../support/git-repository.ts';
import { type LoopbackRegistry, pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** Every example of the help is a command that works, as written, in a repository that has what it names. */

let registry: LoopbackRegistry;
let repository: GitRepositoryFixture;

beforeAll(async () => {
  const published = (...versions: readonly string[]) => pkg(Object.fromEntries(versions.map((each) => [each, {}])));
  registry = await startRegistry({
    packages: {
      ...{ 'left-pad': published('1.3.0'), ms: published('2.1.2', '2.1.3'), express: published('5.0.0') },
    },
  });
  repository = gitRepository();
  const lock = (ms: string, folder = '') => {
    const packages = { 'node_modules/left-pad': { version: '1.3.0' }, 'node_modules/ms': { version: ms } };
    const described = { dependencies: { 'left-pad': '*', ms: '*' }, packages };
    repository.write(`${folder}package.json`, npmManifest(described));
    repository.write(`${folder}package-lock.json`, npmLockfile(registry, described));
  };
  const policy = 'version: 1\nextends: strict\n';
  repository.write('.github/dependency-policy.yml', policy.replace('strict', 'recommended'));
  repository.write('.npmrc', `registry=${registry.url}\n`);
  lock('2.1.2');
  repository.commit();
  repository.git('tag', 'v1.2.0');
  repository.git('checkout', '--quiet', '-b', 'my-branch');
  lock('2.1.3');
  repository.commit();
  for (const [folder, version] of [
    ['before', '2.1.2'],
    ['after', '2.1.3'],
  ] as const) {
    lock(version, `${folder}/`);
  }
  repository.write('stricter.yml', policy);
  const cases = (evidence: string) =>
    `version: 1\nevidence: ${evidence}\ncases:\n  - { package: axios@1.14.1, expect: fail }\n`;
  repository.write('.github/dependency-policy.cases.yml', cases('../evidence.json'));
  repository.write('stricter.cases.yml', cases('./evidence.json'));
  copyFileSync(join(repositoryRoot, 'examples/takeover/evidence.json'), join(repository.folder, 'evidence.json'));
  writeFileSync(join(repository.folder, '.git/info/exclude'), 'before\nafter\n*.json\n!package*.json\n');
});
afterAll(() => registry.close());

const all = Object.entries(examples).flatMap(([command, lines]) => lines.map((line) => [line, command] as const));

test('every command has one to three, and its help shows them', () => {
  expect(Object.keys(examples).sort()).toEqual([...Object.keys(flagsOf), 'policy schema'].sort());
  for (const [command, lines] of Object.entries(examples)) {
    expect([1, 2, 3]).toContain(lines.length);
    for (const line of lines) expect(commandHelp(command)).toContain(`\n  lockgate ${line}\n`);
  }
  for (const line of overviewExamples) expect(overview()).toContain(`\n  lockgate ${line}\n`);
  expect(all.map(([line]) => line)).toEqual(expect.arrayContaining(overviewExamples));
});

/** As a shell splits it. */
const wordsOf = (line: string): readonly string[] =>
  (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'));

/** They need a GitHub, a change that blocks, or records. */
const apart: readonly string[] = ['doctor', 'approve', 'decisions verify'];

test.each(all.filter(([, command]) => apart.includes(command)))('%s is understood', (line, command) => {
  expect(() => readFlags(wordsOf(line).slice(1), command as 'doctor')).not.toThrow();
});

test.each(all.filter(([, command]) => !apart.includes(command)))('%s works', async (line, command) => {
  const args = wordsOf(line);
  const own =
    ['check', 'audit', 'vet', 'explain', 'policy explain PACKAGE'].includes(command) && !line.includes('--rule');
  const registryFlag = own ? ['--registry', registry.url] : [];
  const { status, stdout, stderr } = await runCli([...args, ...registryFlag], { cwd: repository.folder });
  expect(stderr).toBe('');
  expect([0, 1]).toContain(status);
  if (!line.includes('--output')) expect(stdout).not.toBe('');
});
