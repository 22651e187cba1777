import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { PolicyExplanation } from '../../src/report/formats/policy-explanation.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';
import { gitRepository } from '../support/git-repository.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';
import { adding } from '../support/pull-request.ts';

/** `lockgate policy explain PACKAGE`: which settings hold it, and why each finding weighs what it does. */

const path = '.github/dependency-policy.yml';
const policy = `version: 1
unavailable: warn
rules:
  abandonment: { level: error, dormantAfter: 30d }
apply:
  - { profile: sandbox, paths: ['experiments/**'] }
exceptions:
  - { id: SEC-1, package: both, rules: [abandonment], reason: Ours., expires: 2026-12-31 }
  - { id: OLD-1, package: both, rules: [cooldown], reason: Ours., expires: 2026-01-01 }
deny:
  - { package: request, reason: Unmaintained., useInstead: undici }
publishers:
  - packages: [ours]
    identity: { account: alice }
    start: 2026-01-01
    end: 2026-12-31
    waives: [cooldown]
    reason: Our own.
  - packages: [ours]
    identity: { account: mallory }
    start: 2026-01-01
    end: 2026-12-31
    waives: [abandonment]
    reason: Not ours.
`;
const young = { publishedAt: '2026-05-31T12:00:00.000Z', manifest: { _npmUser: { name: 'alice' } } };
const spent = { ...young, deprecated: 'gone' };
const old = { publishedAt: '2025-01-01T00:00:00.000Z' };
let registry: LoopbackRegistry;
let folder: ReturnType<typeof temporaryFolder>;

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      both: pkg({ '1.0.0': spent }),
      lone: pkg({ '1.0.0': young }),
      ours: pkg({ '1.0.0': spent }),
      request: pkg({ '2.0.0': old }),
      dark: pkg({ '1.0.0': old }),
    },
  });
  const dependencies = { both: '*', ours: '*', request: '*', dark: '*' };
  const description = { dependencies, workspaces: ['experiments/a'] };
  const workspace = { name: 'a', version: '1.0.0', devDependencies: { both: '*', lone: '*' } };
  folder = temporaryFolder({
    [path]: policy,
    'package.json': npmManifest(description),
    'experiments/a/package.json': JSON.stringify(workspace),
    'package-lock.json': npmLockfile(registry, {
      ...description,
      packages: {
        'experiments/a': workspace,
        'node_modules/a': { resolved: 'experiments/a', link: true },
        'node_modules/both': { version: '1.0.0' },
        'node_modules/lone': { version: '1.0.0', dev: true },
        'node_modules/ours': { version: '1.0.0' },
        'node_modules/request': { version: '2.0.0' },
        'node_modules/dark': { version: '1.0.0' },
        'node_modules/ghost': { version: '1.0.0', resolved: `${registry.url}ghost/-/ghost-1.0.0.tgz`, integrity: null },
      },
    }),
  });
  registry.fail('dark', { status: 503 });
});
afterAll(async () => {
  folder.remove();
  await registry.close();
});

const common = ['--now', '2026-06-01T00:00:00Z'];
const ask = (name: string, ...args: readonly string[]) =>
  runCli(['policy', 'explain', name, '--dir', folder.path, '--registry', registry.url, ...common, ...args]);
async function explained(name: string) {
  const ended = await ask(name, '--format', 'json');
  expect([ended.status, ended.stderr]).toEqual([0, '']);
  return JSON.parse(ended.stdout) as PolicyExplanation;
}
const reasonsIn = ({ packages }: PolicyExplanation, rule: string) =>
  packages
    .flatMap(({ findings }) => findings)
    .filter((finding) => finding.rule === rule)
    .map(({ level, status, reasons }) => [level, status, reasons.map(({ because, origin }) => [because, origin])]);

test('a package that is reached several ways: each with its profile, and of each rule the strictest', async () => {
  const explanation = await explained('both');
  expect(explanation.packages[0]?.profiles).toEqual([
    {
      profile: null,
      entry: null,
      ways: [
        { importer: '', dependencyType: 'prod' },
        { importer: '', dependencyType: 'dev' },
      ],
    },
    {
      profile: 'sandbox',
      entry: `${path}:6`,
      ways: [
        { importer: 'experiments/a', dependencyType: 'prod' },
        { importer: 'experiments/a', dependencyType: 'dev' },
      ],
    },
  ]);
  expect(reasonsIn(explanation, 'cooldown')).toEqual([
    [
      'error',
      'reported',
      [
        ['not-covered', `${path}:9`],
        ['level', 'preset recommended'],
        ['strictest', null],
      ],
    ],
  ]);
  expect(reasonsIn(explanation, 'abandonment')).toEqual([
    [
      'error',
      'excepted',
      [
        ['exception', `${path}:8`],
        ['level', `${path}:4`],
        ['strictest', null],
      ],
    ],
  ]);
  expect(explanation.packages[0]?.mentions.map(({ id, origin }) => [id, origin])).toEqual([
    ['SEC-1', `${path}:8`],
    ['OLD-1', `${path}:9`],
  ]);
  const [own, sandbox] = explanation.settings.map(({ profile, rules }) => {
    const found = rules.find(({ id }) => id === 'cooldown');
    return [profile, found?.level, found?.origin];
  });
  expect([own, sandbox]).toEqual([
    [null, 'error', 'preset recommended'],
    ['sandbox', 'warn', 'built in'],
  ]);
});

test('a package of one folder: its profile alone, and the level from there', async () => {
  const explanation = await explained('lone');
  expect(explanation.packages[0]?.profiles.map(({ profile, entry }) => [profile, entry])).toEqual([
    ['sandbox', `${path}:6`],
  ]);
  expect(reasonsIn(explanation, 'cooldown')).toEqual([['warn', 'reported', [['level', 'built in']]]]);
});

test('what a listed publisher waives, and what another one does not', async () => {
  const explanation = await explained('ours');
  expect(reasonsIn(explanation, 'cooldown')[0]).toEqual([
    'error',
    'excepted',
    [
      ['publisher', `${path}:13`],
      ['level', 'preset recommended'],
    ],
  ]);
  expect(reasonsIn(explanation, 'abandonment')[0]?.[2]).toContainEqual(['not-covered', `${path}:19`]);
});

test('what is denied by name, what is floor, and what could not be read', async () => {
  const [denied, floor, unread] = await Promise.all(['request', 'ghost', 'dark'].map(explained));
  expect(denied && reasonsIn(denied, 'deny')).toEqual([
    [
      'error',
      'reported',
      [
        ['denied', `${path}:11`],
        ['level', 'preset recommended'],
      ],
    ],
  ]);
  expect(denied && reasonsIn(denied, 'abandonment')).toEqual([['error', 'reported', [['level', `${path}:4`]]]]);
  expect(floor && reasonsIn(floor, 'existence')).toEqual([['error', 'reported', [['floor', null]]]]);
  expect(unread && reasonsIn(unread, 'cooldown')).toEqual([
    [
      'warn',
      'reported',
      [
        ['level', 'preset recommended'],
        ['unavailable', null],
        ['unavailable', `${path}:2`],
      ],
    ],
  ]);
});

test('a package that is not locked: what holds where nothing but its name is known', async () => {
  const explanation = await explained('undici');
  expect(explanation).toMatchObject({ packages: [], unlocked: { profiles: [{ profile: null }], mentions: [] } });
  expect(explanation.unlocked?.apply).toEqual([{ profile: 'sandbox', origin: `${path}:6` }]);
  const { stdout, status } = await ask('reqest');
  expect(status).toBe(0);
  expect(stdout).toContain('Locked here: request.');
});

test('the text fits 80 columns', async () => {
  const texts = await Promise.all(['both', 'dark', 'ours', 'undici'].map((name) => ask(name)));
  const wide = texts.flatMap(({ stdout }) => stdout.split('\n')).filter((line) => line.length > 80);
  expect(wide).toEqual([]);
  expect(texts[0]?.stdout).toContain('Judged under the profile sandbox (.github/dependency-policy.yml:6)');
});

describe('with the flags of check', () => {
  test('two folders: what changes; a file that is named is explained as before', async () => {
    const { base, head } = adding(registry, 'lone', { version: '1.0.0' });
    const sides = [temporaryFolder({ ...base, 'p.yml': 'version: 1\n' }), temporaryFolder(head)] as const;
    const flags = ['--base-dir', sides[0].path, '--head-dir', sides[1].path, '--registry', registry.url, ...common];
    try {
      const ended = await runCli(['policy', 'explain', 'lone@1.0.0', ...flags, '--format', 'json']);
      const explanation = JSON.parse(ended.stdout) as PolicyExplanation;
      expect(explanation).toMatchObject({ mode: 'check', packages: [{ name: 'lone', version: '1.0.0' }] });
      expect(reasonsIn(explanation, 'cooldown')).toEqual([['error', 'reported', [['level', 'preset recommended']]]]);
      const file = await runCli(['policy', 'explain', 'p.yml'], { cwd: sides[0].path });
      expect([file.status, file.stdout]).toEqual([0, expect.stringContaining('rules.cooldown.level')]);
    } finally {
      sides.forEach((side) => side.remove());
    }
  });

  test('a mark of an agent tightens, and the option that says so is named', async () => {
    const { base, head } = adding(registry, 'request', { version: '2.0.0' });
    const repository = gitRepository();
    for (const [name, content] of Object.entries(base)) repository.write(name, content);
    repository.commit('Start');
    repository.git('checkout', '--quiet', '-b', 'claude/add');
    for (const [name, content] of Object.entries(head)) repository.write(name, content);
    repository.commit('Add request');
    const args = ['--repo', repository.folder, '--base', 'main', '--registry', registry.url, ...common];
    const { stdout } = await runCli(['policy', 'explain', 'request', ...args, '--format', 'json']);
    expect(reasonsIn(JSON.parse(stdout) as PolicyExplanation, 'new-direct-dependency')).toEqual([
      [
        'error',
        'reported',
        [
          ['level', 'preset recommended'],
          ['option', 'preset recommended'],
        ],
      ],
    ]);
  });

  test.each([
    [['left-pad', '--dir', '.', '--base-dir', '.', '--head-dir', '.'], /leave them out to compare two/],
    [['left-pad', 'right-pad'], /policy explain takes one package/],
    [['left-pad', '--format', 'sarif'], /text or json/],
  ])('%j is refused', async (args, says) => {
    const { status, stderr } = await runCli(['policy', 'explain', ...args]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(says)]);
  });
});
