import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { runCli } from '../support/cli.ts';
import { type GitRepositoryFixture, gitRepository, temporaryFolder } from '../support/git-repository.ts';
import { type LoopbackRegistry, pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** `check --history N --compare-policy FILE`: what another policy would have said. Its guards are in __tests__/run/rehearse-compare.test.ts. */

let registry: LoopbackRegistry;
let repository: GitRepositoryFixture;
const files = temporaryFolder();
const evidence = join(files, 'evidence.json');
const policyFile = (name: string, text: string) => {
  writeFileSync(join(files, name), text);
  return join(files, name);
};
const extended = 'version: 1\nextends: recommended\n';
const slower = policyFile(
  'slower.yml',
  `${extended}rules: { cooldown: { level: error, minimumReleaseAge: 7d }, install-scripts: { allow: [hooky] } }\n`,
);

const run = (...args: readonly string[]) =>
  runCli(['check', '--history', '50', '--registry', registry.url, ...args], { cwd: repository.folder });

function lock(packages: Readonly<Record<string, string>>): void {
  const entries = Object.entries(packages);
  const description = {
    dependencies: Object.fromEntries(entries.map(([name]) => [name, '*'])),
    packages: Object.fromEntries(entries.map(([name, version]) => [`node_modules/${name}`, { version }])),
  };
  repository.write('package.json', npmManifest(description));
  repository.write('package-lock.json', npmLockfile(registry, description));
}

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      'left-pad': pkg({
        '1.0.0': { publishedAt: '2025-12-01T00:00:00.000Z' },
        '1.1.0': { publishedAt: '2026-01-10T00:00:00.000Z' },
        '1.2.0': { publishedAt: '2026-02-01T00:00:00.000Z' },
        '1.3.0': { publishedAt: '2026-03-01T00:00:00.000Z' },
      }),
      hooky: pkg({ '1.0.0': { scripts: { postinstall: 'node x.js' }, publishedAt: '2026-01-05T00:00:00.000Z' } }),
    },
    ...{ downloads: { 'left-pad': 1e6, hooky: 1e6 }, advisories: {} },
  });
  repository = gitRepository();
  lock({ 'left-pad': '1.0.0' });
  repository.commit('first', '2026-01-01T00:00:00Z');
  lock({ 'left-pad': '1.1.0' });
  repository.commit('four days old', '2026-01-14T00:00:00Z');
  lock({ 'left-pad': '1.2.0' });
  repository.commit('one day old', '2026-02-02T00:00:00Z');
  lock({ 'left-pad': '1.2.0', hooky: '1.0.0' });
  repository.commit('with a hook', '2026-02-20T00:00:00Z');
  lock({ 'left-pad': '1.3.0', hooky: '1.0.0' });
  repository.commit('a month old', '2026-04-01T00:00:00Z');
  const recorded = await run('--compare-policy', slower, '--evidence-out', evidence);
  expect([recorded.status, recorded.stderr]).toEqual([0, '']);
});
afterAll(() => registry.close());

describe('the table of two policies', () => {
  const print = (...args: readonly string[]) => run('--evidence', evidence, '--offline', ...args);

  test('has the changes that they judge differently, what each says, the totals, and by which rules', async () => {
    const { status, stdout } = await print('--compare-policy', slower);
    expect(status).toBe(0);
    expect(stdout)
      .toBe(`The last 4 lockfile changes of main, each as of its commit time, by two policies. There are no older ones.
  A: the preset recommended
  B: slower.yml

${commitOf('with a hook')}  2026-02-20  with a hook
          A  blocked: install-scripts (hooky@1.0.0)
          B  pass
${commitOf('one day old')}  2026-02-02  one day old
          A  waits 48 hours, until 2026-02-04 00:00 UTC (cooldown)
          B  waits 6 days, until 2026-02-08 00:00 UTC (cooldown)
${commitOf('four days old')}  2026-01-14  four days old
          A  pass
          B  waits 3 days, until 2026-01-17 00:00 UTC (cooldown)

A and B say the same of 1 of 4 changes. B stops 1 that A lets in; B lets in 1 that A stops; both stop 1 for different reasons or times.

                         A     B
  pass                   2     2
  wait                   1     2
  blocked                1     0

B stops what A lets in
  cooldown: 1 finding in 1 change (left-pad@1.1.0)

B lets in what A stops
  install-scripts: 1 finding in 1 change (hooky@1.0.0)

A rehearsal admits nothing. Ages, and what was published later, are as of each commit; advisories, deprecations and download counts are those of today.
`);
  });

  test('is one of Markdown too', async () => {
    const { stdout } = await print('--compare-policy', slower, '--format', 'markdown');
    expect(stdout).toContain('| Commit | Date | Change | A | B |');
    expect(stdout).toContain('| blocked (install-scripts) | pass |');
    expect(stdout).toContain('| waits 48 hours (cooldown) | waits 6 days (cooldown) |');
    expect(stdout).toContain('|  | A | B |\n| --- | --: | --: |\n| pass | 2 | 2 |');
    expect(stdout).toContain('### B stops what A lets in\n\n- cooldown: 1 finding in 1 change (`left-pad@1.1.0`)');
  });

  test('says plainly that there is no difference', async () => {
    const same = policyFile('same.yml', extended);
    const { stdout, status } = await print('--compare-policy', same);
    expect(status).toBe(0);
    expect(stdout).toContain('\n\nNo difference: A and B say the same of all 4 changes.\n');
    expect(stdout).not.toContain('four days old');
  });

  test('says which preset was chosen where both are of one file', async () => {
    const both = ['--policy', slower, '--preset', 'audit', '--compare-policy', slower, '--compare-preset', 'attacks'];
    const { stdout } = await print(...both);
    expect(stdout).toContain('A: slower.yml with the preset audit instead of what it extends');
    expect(stdout).toContain('B: slower.yml with the preset attacks instead of what it extends');
  });
});

const commitOf = (subject: string) => repository.git('log', '--format=%H', `--grep=^${subject}$`).slice(0, 10);

test('what only the second policy could not judge is status 2, and no difference', async () => {
  const audited = join(files, 'audited.json');
  const unasked = policyFile('unasked.yml', `${extended}sources: { advisories: none, malware: none }\n`);
  expect((await run('--policy', unasked, '--evidence-out', audited)).status).toBe(0);
  const both = ['--policy', unasked, '--compare-preset', 'recommended'];
  const { status, stdout, stderr } = await run(...both, '--evidence', audited, '--offline');
  expect(status).toBe(2);
  expect(stderr).toMatch(/changes were not judged, because a request was not allowed/);
  expect(stdout).toContain('cannot be compared, because one of the two could not be judged');
});

describe('is refused', () => {
  test.each([
    [['--compare-policy', 'x.yml'], '--compare-policy only takes effect with --history'],
    [['--compare-preset', 'strict'], '--compare-preset only takes effect with --history'],
    [['--history', '5', '--compare-preset', 'mild'], '--compare-preset takes'],
    [['--history', '5', '--compare-policy', 'nowhere.yml'], 'nowhere.yml'],
    [['--history', '5', '--compare-policy', policyFile('broken.yml', 'version: 1\nrule: {}\n')], 'broken.yml:2'],
  ])('%j', async (args, words) => {
    const { status, stderr } = await runCli(['check', ...args], { cwd: repository.folder });
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});
