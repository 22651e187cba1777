import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runCli } from '../support/cli.ts';
import type { GitRepositoryFixture } from '../support/git-repository.ts';
import { cloneOf, gitRepository } from '../support/git-repository.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** `vet` in a git repository: whose policy counts, which lockfile is built on, and what is judged that is locked already. */

let registry: LoopbackRegistry;
const policyPath = '.github/dependency-policy.yml';
const denies = (name: string) => `version: 1\ndeny: [{ package: ${name}, reason: "Not here." }]\n`;
const malware = {
  ...{ id: 7, url: 'https://github.example/advisories/GHSA-aaaa-bbbb-cccc', title: 'Malware', severity: 'critical' },
  ...{ vulnerable_versions: '1.0.0', cwe: ['CWE-506'], cvss: {} },
};

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      app: pkg({ '1.0.0': { dependencies: { leaf: '1' } }, '2.0.0': { dependencies: { leaf: '1' } } }),
      leaf: pkg({ '1.0.0': {} }),
      poison: pkg({ '1.0.0': {} }),
    },
    advisories: { poison: [malware] },
  });
});
afterAll(() => registry.close());

const project = (names: Readonly<Record<string, string>>) => {
  const described = {
    dependencies: names,
    packages: Object.fromEntries(Object.entries(names).map(([name, version]) => [`node_modules/${name}`, { version }])),
  };
  return { 'package.json': npmManifest(described), 'package-lock.json': npmLockfile(registry, described) };
};

function put(repository: GitRepositoryFixture, files: Readonly<Record<string, string>>, folder = ''): void {
  for (const [name, text] of Object.entries(files)) repository.write(join(folder, name), text);
}

/** A repository on `main` that locks some packages, with a policy. */
function repositoryWith(names: Readonly<Record<string, string>>, policy = denies('leaf')): GitRepositoryFixture {
  const repository = gitRepository();
  put(repository, { ...project(names), [policyPath]: policy });
  repository.commit('Start');
  return repository;
}

async function vet(cwd: string, specs: readonly string[], ...more: readonly string[]) {
  const args = ['vet', ...specs, '--now', '2026-06-01T00:00:00Z', '--registry', registry.url, ...more];
  const [json, text] = await Promise.all([runCli([...args, '--format', 'json'], { cwd }), runCli(args, { cwd })]);
  const report = parseReport(json.stdout);
  return {
    ...{ report, text: text.stdout, status: json.status, first: text.stdout.split('\n')[0] ?? '' },
    changes: report.changes.map(({ name, version, previousVersion, lockfile }) =>
      [lockfile, name, previousVersion ?? '-', version].join(' '),
    ),
    said: report.findings.map(({ rule, name, level }) => `${rule} ${name ?? ''} ${level}`),
  };
}

describe('a sub-folder', () => {
  test('finds the policy and the lockfile of the root', async () => {
    const repository = repositoryWith({ app: '1.0.0' });
    put(repository, { 'package.json': '{"name":"x"}' }, 'packages/x');
    const { report, changes, said, status, first } = await vet(join(repository.folder, 'packages/x'), ['app@^2']);
    expect(changes).toEqual(['package-lock.json app 1.0.0 2.0.0', 'package-lock.json leaf - 1.0.0']);
    expect(report.policy.source).toBe(policyPath);
    expect(said).toContain('deny leaf error');
    expect(status).toBe(1);
    expect(first).toMatch(/^FAIL {2}lockgate: /);
  });

  test('with a lockfile of its own builds on that, under the policy of the root', async () => {
    const repository = repositoryWith({ leaf: '1.0.0' });
    put(repository, project({ app: '1.0.0' }), 'tools');
    const { changes, said } = await vet(join(repository.folder, 'tools'), ['app@^2']);
    expect(changes).toEqual(['tools/package-lock.json app 1.0.0 2.0.0', 'tools/package-lock.json leaf - 1.0.0']);
    expect(said).toContain('deny leaf error');
  });
});

describe('the policy', () => {
  test('of the work tree counts for nothing', async () => {
    const repository = repositoryWith({});
    put(repository, { [policyPath]: 'version: 1\nextends: audit\n' });
    const { said, status } = await vet(repository.folder, ['leaf']);
    expect(said).toContain('deny leaf error');
    expect(status).toBe(1);
  });

  test('that the branch has committed counts for nothing either, where the base branch is known', async () => {
    const repository = repositoryWith({});
    repository.git('checkout', '--quiet', '-b', 'change');
    put(repository, { [policyPath]: 'version: 1\n' });
    repository.commit('Loosen');
    const { said, first } = await vet(repository.folder, ['leaf']);
    expect(said).toContain('deny leaf error');
    expect(first).toMatch(/^FAIL /);
  });

  test('that HEAD has committed counts where no base branch is known, and the first line says so', async () => {
    const repository = repositoryWith({});
    repository.git('branch', '--quiet', '-m', 'trunk');
    put(repository, { [policyPath]: 'version: 1\nextends: audit\n' });
    const { said, first } = await vet(repository.folder, ['leaf']);
    expect(said).toContain('deny leaf error');
    expect(first).toMatch(
      /^Judged by the policy that HEAD \([0-9a-f]{12}\) has committed: no base branch is known here\.$/,
    );
    const given = await vet(repository.folder, ['leaf'], '--policy', policyPath);
    expect(given.first).not.toContain('HEAD');
  });

  test('that HEAD has committed counts in a shallow clone that does not reach the base', async () => {
    const origin = repositoryWith({});
    origin.git('checkout', '--quiet', '-b', 'change');
    for (const at of [1, 2]) {
      put(origin, { 'note.txt': String(at) });
      origin.commit(`Note ${at}`);
    }
    origin.git('checkout', '--quiet', 'main');
    const clone = cloneOf(origin, '--depth=1', '--no-single-branch', '--branch=change');
    const { said, first } = await vet(clone.folder, ['leaf']);
    expect(said).toContain('deny leaf error');
    expect(first).toMatch(/^Judged by the policy that HEAD /);
  });

  test('is the preset where nothing is committed', async () => {
    const repository = gitRepository();
    put(repository, { ...project({}), [policyPath]: 'version: 1\nextends: audit\nmode: observe\n' });
    const { report, first } = await vet(repository.folder, ['leaf']);
    expect(report.policy.source).toBe('preset recommended');
    expect(first).toBe('Judged by the preset: nothing is committed here, so no policy is.');
  });
});

test('what is locked already and known as malware is judged when it is named', async () => {
  const repository = repositoryWith({ poison: '1.0.0', leaf: '1.0.0' }, 'version: 1\n');
  const { changes, said, status } = await vet(repository.folder, ['poison']);
  expect(changes).toEqual(['package-lock.json poison 1.0.0 1.0.0']);
  expect(said).toContain('malware poison error');
  expect(status).toBe(1);
  expect((await vet(repository.folder, ['leaf@^1'])).said).not.toContain('malware leaf error');
});

test('a new direct dependency that an agent proposes needs a decision', async () => {
  const repository = repositoryWith({}, 'version: 1\n');
  repository.git('checkout', '--quiet', '-b', 'claude/add-leaf');
  const { said, status } = await vet(repository.folder, ['leaf']);
  expect(said).toContain('new-direct-dependency leaf error');
  expect(said).toContain('provenance leaf error');
  expect(status).toBe(1);
  repository.git('checkout', '--quiet', 'main');
  const byPerson = (await vet(repository.folder, ['leaf'])).said;
  expect(byPerson).not.toContain('new-direct-dependency leaf error');
  expect(byPerson).not.toContain('provenance leaf error');
  put(repository, { [policyPath]: 'version: 1\nextends: strict\n' });
  repository.commit('Be strict');
  expect((await vet(repository.folder, ['leaf'])).said).toContain('new-direct-dependency leaf error');
});

test('what is locked already is said to be so, and is neither updated nor new', async () => {
  const repository = repositoryWith({ leaf: '1.0.0' }, 'version: 1\nextends: strict\n');
  const { report, text } = await vet(repository.folder, ['leaf@^1']);
  expect(report.changes).toMatchObject([{ name: 'leaf', version: '1.0.0', changed: [], alreadyLocked: true }]);
  expect(report.counts).toMatchObject({ added: 0, updated: 0 });
  expect(text).toContain('1 package already locked in 1 lockfile');
  expect(text).not.toMatch(/\bupdated\b|new here/);
  const both = await vet(repository.folder, ['leaf@^1', 'app@1']);
  expect(both.report.changes.map(({ name, alreadyLocked }) => [name, alreadyLocked])).toEqual([
    ['app', undefined],
    ['leaf', true],
  ]);
  expect(both.text).toContain('2 packages (1 added, 1 already locked) in 1 lockfile');
});
