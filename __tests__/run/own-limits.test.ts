import { describe, expect, test } from '@jest/globals';

import gateConfig from '../../src/rules/gate-config.ts';
import { reportOf } from '../../src/run/report-of.ts';
import { runGate } from '../../src/run/pipeline.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** A change that loosens a limit of the package managers or the update bots is named in words: what, and from what to what. */

type Files = Readonly<Record<string, MemoryFile>>;

async function findings(base: Files, head: Files) {
  const before = memorySnapshot(base, { ids: true });
  const run = await runGate({
    ...{ mode: 'check', base: before, head: memorySnapshot(head, { ids: true }), trusted: before },
    ...{ policyPath: '.github/dependency-policy.yml', now: '2020-06-01T00:00:00.000Z' as const },
    ...{ offline: true, env: {}, workTree: '/nonexistent' },
  });
  return reportOf(run).findings.filter(({ rule }) => rule === 'gate-config');
}

const npm: Files = {
  'package-lock.json': { name: 'a', lockfileVersion: 3, packages: { '': { name: 'a' } } },
  'package.json': { name: 'a' },
};
const yarn: Files = { 'yarn.lock': '__metadata:\n  version: 8\n  cacheKey: 10c0\n', 'package.json': { name: 'a' } };
const pnpm: Files = {
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n",
  'package.json': { name: 'a' },
};
const bun: Files = {
  'bun.lock': '{\n  "lockfileVersion": 1,\n  "workspaces": { "": { "name": "a" } },\n  "packages": {}\n}\n',
  'package.json': { name: 'a' },
};
const deno: Files = { 'deno.lock': '{ "version": "5" }\n' };

const [rc, workspace] = ['.yarnrc.yml', 'pnpm-workspace.yaml'];

describe('a package manager’s own limit that is loosened is named, with both values', () => {
  test.each<[string, Files, string, string | undefined, string, string]>([
    [
      'pnpm waits no more',
      ...([pnpm, workspace, 'minimumReleaseAge: 4320\n', 'minimumReleaseAge: 0\n'] as const),
      'The waiting time of pnpm is switched off: `minimumReleaseAge` `4320` → `0`.',
    ],
    [
      'pnpm does not wait the day that it waits by itself',
      ...([pnpm, workspace, 'packages: []\n', 'packages: []\nminimumReleaseAge: 0\n'] as const),
      'The waiting time of pnpm is switched off: `minimumReleaseAge` not set → `0`.',
    ],
    [
      'pnpm waits less',
      ...([pnpm, workspace, 'minimumReleaseAge: 4320\n', 'minimumReleaseAge: 60\n'] as const),
      'The waiting time of pnpm is lowered: `minimumReleaseAge` `4320` → `60`.',
    ],
    [
      'pnpm is no longer told to wait',
      ...([pnpm, workspace, 'a: 1\nminimumReleaseAge: 4320\n', 'a: 1\n'] as const),
      'The waiting time of pnpm is no longer set here: `minimumReleaseAge` `4320` → not set.',
    ],
    [
      'pnpm waits for no package of a scope',
      ...([pnpm, workspace, 'a: 1\n', 'a: 1\nminimumReleaseAgeExclude:\n  - "@acme/*"\n'] as const),
      'The waiting time of pnpm has more exceptions: `minimumReleaseAgeExclude` not set → `@acme/*`.',
    ],
    [
      'pnpm waits for nothing',
      ...([pnpm, workspace, 'a: 1\n', 'a: 1\nminimumReleaseAgeExclude:\n  - "*"\n'] as const),
      'The waiting time of pnpm is switched off: `minimumReleaseAgeExclude` not set → `*`.',
    ],
    [
      'the trust policy of pnpm',
      ...([pnpm, workspace, 'trustPolicy: no-downgrade\n', 'trustPolicy: off\n'] as const),
      'The check of trust of pnpm is switched off: `trustPolicy` `no-downgrade` → `off`.',
    ],
    [
      'pnpm runs every install script',
      ...([pnpm, workspace, 'a: 1\n', 'a: 1\ndangerouslyAllowAllBuilds: true\n'] as const),
      'The limit on install scripts of pnpm is switched off: `dangerouslyAllowAllBuilds` not set → `true`.',
    ],
    [
      'pnpm runs the install script of one more package',
      ...([pnpm, workspace, 'a: 1\n', 'a: 1\nallowBuilds:\n  esbuild: true\n'] as const),
      'The limit on install scripts of pnpm has more exceptions: `allowBuilds.esbuild` not set → `true`.',
    ],
    [
      'pnpm leaves out a script in silence',
      ...([pnpm, workspace, 'strictDepBuilds: true\n', 'strictDepBuilds: false\n'] as const),
      'The limit on install scripts of pnpm is lowered: `strictDepBuilds` `true` → `false`.',
    ],
    [
      'pnpm takes what dependencies take from git',
      ...([pnpm, workspace, 'a: 1\n', 'a: 1\nblockExoticSubdeps: false\n'] as const),
      'The limit on git repositories and addresses of pnpm is switched off: `blockExoticSubdeps` not set → `false`.',
    ],
    [
      'Yarn waits no more',
      ...([yarn, rc, 'a: 1\n', 'a: 1\nnpmMinimalAgeGate: 0\n'] as const),
      'The waiting time of Yarn is switched off: `npmMinimalAgeGate` not set → `0`.',
    ],
    [
      'Yarn waits less, in other units',
      ...([yarn, rc, 'npmMinimalAgeGate: 3d\n', 'npmMinimalAgeGate: 4000\n'] as const),
      'The waiting time of Yarn is lowered: `npmMinimalAgeGate` `3d` → `4000`.',
    ],
    [
      'Yarn runs install scripts',
      ...([yarn, rc, 'a: 1\n', 'a: 1\nenableScripts: true\n'] as const),
      'The limit on install scripts of Yarn is switched off: `enableScripts` not set → `true`.',
    ],
    [
      'Yarn takes every git repository',
      ...([yarn, rc, 'a: 1\n', 'a: 1\napprovedGitRepositories: ["**"]\n'] as const),
      'The limit on git repositories and addresses of Yarn is switched off: `approvedGitRepositories` not set → `**`.',
    ],
    [
      'the hardened mode of Yarn',
      ...([yarn, rc, 'enableHardenedMode: true\n', 'enableHardenedMode: false\n'] as const),
      'The check of trust of Yarn is switched off: `enableHardenedMode` `true` → `false`.',
    ],
    [
      'npm waits no more',
      ...([npm, '.npmrc', 'min-release-age=3\n', 'min-release-age=0\n'] as const),
      'The waiting time of npm is switched off: `min-release-age` `3` → `0`.',
    ],
    [
      'npm takes git dependencies',
      ...([npm, '.npmrc', 'fund=false\n', 'fund=false\nallow-git=all\n'] as const),
      'The limit on git repositories and addresses of npm is switched off: `allow-git` not set → `all`.',
    ],
    [
      'the managers that read .npmrc run install scripts',
      ...([npm, '.npmrc', 'ignore-scripts=true\n', 'ignore-scripts=false\n'] as const),
      'The limit on install scripts of npm, Yarn, pnpm is switched off: `ignore-scripts` `true` → `false`.',
    ],
    [
      'npm runs the install script of one more package',
      ...([npm, 'package.json', '{ "name": "a" }', '{ "name": "a", "allowScripts": { "esbuild": true } }'] as const),
      'The limit on install scripts of npm has more exceptions: `allowScripts.esbuild` not set → `true`.',
    ],
    [
      'bun waits no more',
      ...([
        bun,
        'bunfig.toml',
        '[install]\nminimumReleaseAge = 259200\n',
        '[install]\nminimumReleaseAge = 0\n',
      ] as const),
      'The waiting time of bun is switched off: `install.minimumReleaseAge` `259200` → `0`.',
    ],
    [
      'deno waits no more',
      ...([deno, 'deno.json', '{ "minimumDependencyAge": 4320 }', '{ "minimumDependencyAge": 0 }'] as const),
      'The waiting time of deno is switched off: `minimumDependencyAge` `4320` → `0`.',
    ],
  ])('%s', async (_, files, path, before, after, words) => {
    const base = before === undefined ? files : { ...files, [path]: before };
    const [found, ...more] = await findings(base, { ...files, [path]: after });
    expect(found).toMatchObject({ level: 'warn', codes: ['setting-changed'], lockfile: path });
    expect(found?.message).toContain(words);
    expect(more).toEqual([]);
  });

  test('several of one file are named one by one', async () => {
    const [found] = await findings(
      { ...yarn, [rc]: 'npmMinimalAgeGate: 3d\nenableScripts: false\n' },
      { ...yarn, [rc]: 'npmMinimalAgeGate: 0\nenableScripts: true\n' },
    );
    expect(found?.message).toMatch(/^The waiting time .*\. The limit on install scripts .*\. `\.yarnrc\.yml` changes/);
  });

  test('a waiting time that is shorter than the manager’s own', async () => {
    const [found] = await findings(
      { ...pnpm, [workspace]: 'a: 1\n' },
      { ...pnpm, [workspace]: 'a: 1\nminimumReleaseAge: 60\n' },
    );
    expect(found?.message).toContain('The waiting time of pnpm is lowered: `minimumReleaseAge` not set → `60`.');
  });

  test('what a limit gains in the same file is not said to be loosened', async () => {
    const found = await findings(
      { ...yarn, [rc]: 'npmMinimalAgeGate: 1d\nenableScripts: false\n' },
      { ...yarn, [rc]: 'npmMinimalAgeGate: 3d\nenableScripts: true\n' },
    );
    expect(found.map(({ codes, level }) => [level, ...codes])).toEqual([
      ['warn', 'setting-changed'],
      ['note', 'setting-noted'],
    ]);
    expect(found[0]?.message).not.toContain('waiting time');
    expect(found[0]?.message).toContain('The limit on install scripts of Yarn is switched off');
  });

  test('a limit that is raised is a note without these words', async () => {
    const found = await findings(
      { ...pnpm, [workspace]: 'minimumReleaseAge: 1440\n' },
      { ...pnpm, [workspace]: 'minimumReleaseAge: 4320\n' },
    );
    expect(found.map(({ codes, level }) => [level, ...codes])).toEqual([['note', 'setting-noted']]);
    expect(found[0]?.message).not.toContain('waiting time');
  });

  test('bun waits on request only: a first waiting time is stricter, however short, and none is not', async () => {
    const to = (seconds: number) =>
      findings(
        { ...bun, 'bunfig.toml': '[install]\nexact = true\n' },
        { ...bun, 'bunfig.toml': `[install]\nexact = true\nminimumReleaseAge = ${seconds}\n` },
      );
    expect((await to(600)).map(({ level, codes }) => [level, ...codes])).toEqual([['note', 'setting-noted']]);
    expect((await to(0))[0]?.message).toContain('The waiting time of bun is switched off');
  });

  test('what is no number, word or pattern is not repeated', async () => {
    const hostile = 'minimumReleaseAge: "0 <b>[click](https://evil.example)</b>"\n';
    const [found] = await findings(
      { ...pnpm, [workspace]: 'minimumReleaseAge: 4320\n' },
      { ...pnpm, [workspace]: hostile },
    );
    expect(found?.message).toContain('is changed: `minimumReleaseAge` `4320` → a value that is not shown.');
    expect(found?.message).not.toContain('evil');
  });

  test('a secret of a registry beside it is not shown', async () => {
    const [found] = await findings(
      { ...npm, '.npmrc': '//r.example/:_authToken=aaa\nignore-scripts=true\n' },
      { ...npm, '.npmrc': '//r.example/:_authToken=sesame\nignore-scripts=false\n' },
    );
    expect(found?.message).toContain('is switched off');
    expect(JSON.stringify(found)).not.toContain('sesame');
  });

  test('an exception for the file outlives other words: what identifies the finding has none of them', () => {
    const args = { changed: 'minimumReleaseAge', digest: 'a'.repeat(64) };
    const loosens = 'waiting off pnpm minimumReleaseAge 4320 0';
    const observation = { code: 'setting-changed', path: workspace, line: 1, args: { ...args, loosens } };
    const [violation] = gateConfig.check({ observation } as never) as readonly { readonly stable?: object }[];
    expect(violation?.stable).toEqual(args);
  });
});

describe('an update bot that waits less is named, at the level of the rule', () => {
  const dependabot = '.github/dependabot.yml';
  const every = (more: string) =>
    `version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    schedule: { interval: weekly }\n${more}`;
  const four = every('    cooldown:\n      default-days: 4\n');
  test.each<[string, string, string, string, string]>([
    [
      'Dependabot waits no more',
      ...([dependabot, four, every('')] as const),
      'The waiting time of Dependabot is no longer set here: `cooldown` `4d` → `0d`.',
    ],
    [
      'Dependabot waits less',
      ...([dependabot, four, every('    cooldown:\n      default-days: 1\n')] as const),
      'The waiting time of Dependabot is lowered: `cooldown` `4d` → `1d`.',
    ],
    [
      'Dependabot waits less for one kind of release',
      ...([dependabot, four, every('    cooldown:\n      default-days: 4\n      semver-patch-days: 0\n')] as const),
      'The waiting time of Dependabot is switched off: `cooldown` `4d` → `0d`.',
    ],
    [
      'Dependabot waits for the packages of a list alone',
      ...([dependabot, four, every('    cooldown:\n      default-days: 4\n      include: [react]\n')] as const),
      'The waiting time of Dependabot is switched off: `cooldown` `4d` → `0d`.',
    ],
    [
      'Dependabot does not wait for one more package',
      ...([dependabot, four, every('    cooldown:\n      default-days: 4\n      exclude: [react]\n')] as const),
      'The waiting time of Dependabot has more exceptions: `cooldown` `0` → `1`.',
    ],
    [
      'the file of Dependabot cannot be read any more',
      ...([dependabot, four, `${four}  - *anchor\n`] as const),
      'The waiting time of Dependabot is changed: `cooldown` `4d` → a value that is not shown.',
    ],
    [
      'Renovate waits no more',
      ...(['renovate.json', '{ "minimumReleaseAge": "4 days" }', '{ "minimumReleaseAge": "0 days" }'] as const),
      'The waiting time of Renovate is switched off: `minimumReleaseAge` `4d` → `0d`.',
    ],
    [
      'Renovate is no longer told by a preset to wait',
      ...([
        'renovate.json',
        '{ "extends": ["config:best-practices"] }',
        '{ "extends": ["config:recommended"] }',
      ] as const),
      'The waiting time of Renovate is no longer set here: `minimumReleaseAge` `3d` → `0d`.',
    ],
    [
      'a rule of Renovate for all npm packages',
      ...([
        'renovate.json',
        '{ "minimumReleaseAge": "1 week" }',
        '{ "minimumReleaseAge": "1 week", "packageRules": [{ "matchDatasources": ["npm"], "minimumReleaseAge": "2 hours" }] }',
      ] as const),
      'The waiting time of Renovate is lowered: `minimumReleaseAge` `7d` → `2h`.',
    ],
    [
      'a rule of Renovate for one package',
      ...([
        'renovate.json',
        '{ "minimumReleaseAge": "1 week" }',
        '{ "minimumReleaseAge": "1 week", "packageRules": [{ "matchPackageNames": ["x"], "minimumReleaseAge": null }] }',
      ] as const),
      'The waiting time of Renovate has more exceptions: `minimumReleaseAge` `0` → `1`.',
    ],
    [
      'Renovate opens its pull requests at once',
      ...([
        'renovate.json',
        '{ "minimumReleaseAge": "1 week" }',
        '{ "minimumReleaseAge": "1 week", "internalChecksFilter": "none" }',
      ] as const),
      'The waiting time of Renovate is switched off: `minimumReleaseAge` `7d` → `0d`.',
    ],
  ])('%s', async (_, path, before, after, words) => {
    const found = await findings({ ...npm, [path]: before }, { ...npm, [path]: after });
    expect(found.map(({ level, codes, lockfile }) => [level, codes.join(), lockfile])).toEqual([
      ['warn', 'setting-changed', path],
    ]);
    expect(found[0]?.message).toContain(words);
  });

  test.each<[string, Files, Files]>([
    ['waits longer', { [dependabot]: four }, { [dependabot]: four.replace('4', '9') }],
    ['is new', {}, { [dependabot]: every('') }],
    ['is gone', { [dependabot]: four }, {}],
    ['changes what else it does', { [dependabot]: four }, { [dependabot]: four.replace('weekly', 'daily') }],
    [
      'updates something else',
      { [dependabot]: four },
      { [dependabot]: `${four}  - package-ecosystem: docker\n    directory: /\n    schedule: { interval: weekly }\n` },
    ],
    [
      'moves its file',
      { 'renovate.json': '{ "minimumReleaseAge": "4 days" }' },
      { '.renovaterc': '{ "minimumReleaseAge": "4 days" }' },
    ],
    [
      'waits less for another kind of package',
      { 'renovate.json': '{ "minimumReleaseAge": "4 days" }' },
      {
        'renovate.json':
          '{ "minimumReleaseAge": "4 days", "packageRules": [{ "matchDatasources": ["docker"], "minimumReleaseAge": null }] }',
      },
    ],
    [
      'extends a preset of another repository, which nobody reads',
      { 'renovate.json': '{ "extends": ["local>acme/a"] }' },
      { 'renovate.json': '{ "extends": ["local>acme/b"] }' },
    ],
  ])('a bot that %s is nothing', async (_, before, after) => {
    expect(await findings({ ...npm, ...before }, { ...npm, ...after })).toEqual([]);
  });
});
