import { describe, expect, test } from '@jest/globals';

import { limitsText } from '../../src/report/formats/limits-table.ts';
import { readAgreement } from '../../src/policy/agreement.ts';
import { loadPolicy } from '../support/load-policy.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** What `init` and `doctor` say of the waiting times, scripts, git sources and trust of the tools in use, beside the policy's. */

type Files = Readonly<Record<string, MemoryFile>>;

const agreement = (files: Files, policy = 'version: 1\n') =>
  readAgreement(loadPolicy({ source: 'policy.yml', text: policy }), memorySnapshot(files));
const text = async (files: Files, policy?: string) => limitsText(await agreement(files, policy), 80).join('\n');

const named = (packageManager?: string): MemoryFile => ({ name: 'a', ...(packageManager && { packageManager }) });
const npm = { 'package-lock.json': { name: 'a', lockfileVersion: 3, packages: {} } };
const pnpm = { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" };
const yarn = { 'yarn.lock': '__metadata:\n  version: 8\n' };
const classic = { 'yarn.lock': '# yarn lockfile v1\n' };
const bun = { 'bun.lock': '{ "lockfileVersion": 1 }' };
const deno = { 'deno.lock': '{ "version": "5" }' };

describe('what each manager keeps out, by its settings and the defaults of its version', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'npm 11',
      { ...npm, 'package.json': named('npm@11.21.2') },
      ['none (default)', 'all run (default)', 'all taken (default)', 'no setting'],
    ],
    [
      'npm 12',
      { ...npm, 'package.json': named('npm@12.2.2') },
      ['none (default)', 'listed only (default)', 'none taken (default)', 'no setting'],
    ],
    [
      'npm of no named version',
      { ...npm, '.npmrc': 'min-release-age=7\nallow-git=root\n' },
      ['7 days', 'all run before npm 12', 'direct ones taken', 'no setting'],
    ],
    [
      'npm, a date',
      { ...npm, '.npmrc': 'before=2026-01-01\nignore-scripts=true\nallow-git=all\n' },
      ['a fixed date (before)', 'none run', 'all taken', 'no setting'],
    ],
    [
      'pnpm 10',
      { ...pnpm, 'package.json': named('pnpm@10.34.5') },
      ['none (default)', 'listed only (default)', 'all taken (default)', 'off (default)'],
    ],
    [
      'pnpm 11',
      { ...pnpm, 'package.json': named('pnpm@11.28.11') },
      ['1 day (default)', 'listed only (default)', 'direct ones taken (default)', 'off (default)'],
    ],
    [
      'pnpm with settings',
      {
        ...pnpm,
        'pnpm-workspace.yaml':
          'minimumReleaseAge: 10080\nminimumReleaseAgeExclude: [a, b]\ndangerouslyAllowAllBuilds: true\nblockExoticSubdeps: false\ntrustPolicy: no-downgrade\n',
      },
      ['7 days, 2 excepted', 'all run', 'all taken', 'no downgrade'],
    ],
    [
      'pnpm 10 with an .npmrc',
      { ...pnpm, 'package.json': named('pnpm@10.34.5'), '.npmrc': 'minimum-release-age=60\n' },
      ['1 hour', 'listed only (default)', 'all taken (default)', 'off (default)'],
    ],
    [
      'pnpm 11, which reads no such .npmrc',
      { ...pnpm, 'package.json': named('pnpm@11.28.11'), '.npmrc': 'minimum-release-age=0\n' },
      ['1 day (default)', 'listed only (default)', 'direct ones taken (default)', 'off (default)'],
    ],
    [
      'Yarn 4.14',
      { ...yarn, 'package.json': named('yarn@4.14.1') },
      ['none (default)', 'listed only (default)', 'none taken (default)', 'hardened in public pull requests (default)'],
    ],
    [
      'Yarn 4.15',
      { ...yarn, 'package.json': named('yarn@4.15.0') },
      [
        '1 day (default)',
        'listed only (default)',
        'none taken (default)',
        'hardened in public pull requests (default)',
      ],
    ],
    [
      'Yarn 4.9, which is older than 4.14',
      { ...yarn, 'package.json': named('yarn@4.9.0') },
      ['none (default)', 'all run (default)', 'all taken (default)', 'hardened in public pull requests (default)'],
    ],
    [
      'Yarn with settings',
      {
        ...yarn,
        '.yarnrc.yml':
          'npmMinimalAgeGate: 0\nenableScripts: true\napprovedGitRepositories: ["**"]\nenableHardenedMode: false\n',
      },
      ['none', 'all run', 'all taken', 'off'],
    ],
    ['Yarn 1', classic, ['no setting', 'all run (default)', 'no setting', 'no setting']],
    [
      'bun',
      { ...bun, 'bunfig.toml': '[install]\nminimumReleaseAge = 604800\n' },
      ['7 days', 'listed only (default)', 'no setting', 'no setting'],
    ],
    [
      'deno',
      { ...deno, 'deno.json': '{ "minimumDependencyAge": { "age": 2880, "exclude": ["npm:a"] } }' },
      ['2 days, 1 excepted', 'listed only (default)', 'no setting', 'no setting'],
    ],
    [
      'a file that cannot be read',
      { ...pnpm, 'pnpm-workspace.yaml': 'a: *b\n' },
      Array.from({ length: 4 }, () => 'unknown: a settings file cannot be read'),
    ],
  ])('%s', async (_, files, cells) => {
    const { rows } = await agreement(files);
    const [policy, manager, ...more] = rows;
    expect(policy).toEqual({
      who: 'policy',
      waiting: '3 days, new names 7 days',
      scripts: 'error',
      sources: 'error',
      trust: 'error',
    });
    expect([manager?.waiting, manager?.scripts, manager?.sources, manager?.trust]).toEqual(cells);
    expect(more).toEqual([]);
  });

  test('Yarn reads the nearest file of the folders above; folders that say the same are one row', async () => {
    const { rows } = await agreement({
      '.yarnrc.yml': 'npmMinimalAgeGate: 7d\n',
      'a/yarn.lock': yarn['yarn.lock'],
      'b/yarn.lock': yarn['yarn.lock'],
      'c/yarn.lock': yarn['yarn.lock'],
      'c/.yarnrc.yml': 'npmMinimalAgeGate: 1d\n',
    });
    expect(rows.slice(1).map(({ who, waiting }) => [who, waiting])).toEqual([
      ['Yarn in a and 1 more', '7 days'],
      ['Yarn in c', '1 day'],
    ]);
  });

  test('what the policy does not judge has no row', async () => {
    const files = {
      'test/fixtures/a/pnpm-lock.yaml': pnpm['pnpm-lock.yaml'],
      'node_modules/a/package-lock.json': npm['package-lock.json'],
    };
    const { rows } = await agreement(files, 'version: 1\nlockfiles: { exclude: ["**/fixtures/**"] }\n');
    expect(rows.map(({ who }) => who)).toEqual(['policy']);
  });
});

describe('the lines that make them agree', () => {
  test.each<[string, Files, string, readonly string[]]>([
    ['npm', npm, '.npmrc', ['min-release-age=7']],
    ['pnpm', pnpm, 'pnpm-workspace.yaml', ['minimumReleaseAge: 10080']],
    ['Yarn', yarn, '.yarnrc.yml', ['npmMinimalAgeGate: 10080']],
    ['bun', bun, 'bunfig.toml', ['[install]', 'minimumReleaseAge = 604800']],
    ['deno', deno, 'deno.json', ['"minimumDependencyAge": 10080']],
  ])('%s waits as long as the policy asks for', async (_, files, file, lines) => {
    expect((await agreement(files)).fixes[0]).toMatchObject({
      file,
      lines: expect.arrayContaining([...lines]) as unknown,
    });
    // With them, nothing is left to say about waiting.
    const written = file === 'deno.json' ? `{ ${lines[0] ?? ''} }` : `${lines.join('\n')}\n`;
    const { fixes } = await agreement({ ...files, [file]: written });
    expect(fixes.filter(({ why }) => why.includes('waits'))).toEqual([]);
  });

  test('a manager that may wait less is told to wait', async () => {
    const { fixes } = await agreement({ ...yarn, '.yarnrc.yml': 'enableScripts: false\n' });
    expect(fixes.map(({ lines }) => lines)).toEqual([['npmMinimalAgeGate: 10080']]);
  });

  test('a manager that waits longer than the policy is left alone', async () => {
    const { fixes } = await agreement({ ...npm, '.npmrc': 'min-release-age=9\n' });
    expect(fixes).toEqual([]);
  });

  test.each(['audit', 'attacks'])('under %s, where no age blocks, nobody is told to wait', async (preset) => {
    const bots = { '.github/dependabot.yml': 'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n' };
    const { rows, fixes } = await agreement({ ...npm, ...bots }, `version: 1\nextends: ${preset}\n`);
    expect(fixes).toEqual([]);
    expect(rows[0]?.waiting).toMatch(/^3 days, new names 7 days; does not block$|^none$/);
  });

  test('a line says why it is more than the age of versions, and that a setting that is there is to be changed', async () => {
    expect((await text(npm)).replace(/\s+/g, ' ')).toContain(
      'Add to `.npmrc`, so that npm waits as long as the policy asks for (7 days, not 3 days: npm cannot tell new names apart, which need 7 days): min-release-age=7',
    );
    expect(await text({ ...npm, '.npmrc': 'min-release-age=3\n' })).toContain('Change in `.npmrc`, so that npm waits');
    expect(await text({ ...npm, '.npmrc': 'min-release-age=7\nallow-git=all\n' })).toContain('Change in `.npmrc`');
    const waits = 'minimumReleaseAge: 10080\n';
    expect(await text({ ...pnpm, 'pnpm-workspace.yaml': waits })).toContain('Add to `pnpm-workspace.yaml`');
    expect(await text({ ...pnpm, 'pnpm-workspace.yaml': `${waits}trustPolicy: off\n` })).toContain(
      'Change in `pnpm-workspace.yaml`',
    );
  });

  test('a policy that asks for no age asks nobody to wait', async () => {
    const bots = { '.github/dependabot.yml': 'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n' };
    for (const cooldown of ['off', '{ minimumReleaseAge: 0h }', '{ too-young: off }']) {
      const policy = `rules: { cooldown: ${cooldown}, new-package: off }`;
      const { rows, fixes } = await agreement({ ...npm, ...bots }, `version: 1\n${policy}\n`);
      expect([rows[0]?.waiting, fixes]).toEqual(['none', []]);
    }
  });

  test('what a setting opens and the policy forbids is closed by its line, and left alone where the policy allows it', async () => {
    const files = {
      ...yarn,
      '.yarnrc.yml': 'npmMinimalAgeGate: 7d\nenableScripts: true\napprovedGitRepositories: ["**"]\n',
    };
    expect((await agreement(files)).fixes.map(({ lines }) => lines)).toEqual([
      ['enableScripts: false', 'approvedGitRepositories: []'],
    ]);
    expect((await agreement(files, 'version: 1\nrules: { install-scripts: off, source: off }\n')).fixes).toEqual([]);
  });

  test.each<[string, Files, string]>([
    [
      'Dependabot',
      { '.github/dependabot.yml': 'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n' },
      'default-days: 8',
    ],
    [
      'Dependabot, in days that dates may cut short',
      {
        '.github/dependabot.yml':
          'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    cooldown: { default-days: 3 }\n',
      },
      'default-days: 8',
    ],
    ['Renovate', { 'renovate.json': '{ "extends": ["config:recommended"] }' }, '"8 days"'],
    [
      'Renovate, of which a preset is unknown',
      { 'renovate.json': '{ "extends": ["local>acme/renovate"] }' },
      '"8 days"',
    ],
    [
      'Renovate in package.json',
      { 'package.json': { name: 'a', renovate: { minimumReleaseAge: '2 days' } } },
      '"8 days"',
    ],
  ])('%s waits a day more', async (_, files, words) => {
    const { fixes } = await agreement(files);
    expect(fixes.map(({ lines }) => lines.join('\n'))).toEqual([expect.stringContaining(words)]);
  });

  test.each<[string, Files]>([
    [
      'Dependabot with four days',
      {
        '.github/dependabot.yml':
          'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    cooldown: { default-days: 8 }\n',
      },
    ],
    [
      'Dependabot that updates other things',
      { '.github/dependabot.yml': 'version: 2\nupdates:\n  - package-ecosystem: docker\n    directory: /\n' },
    ],
    ['Renovate with an age', { '.github/renovate.json': '{ "minimumReleaseAge": "1 week" }' }],
  ])('%s waits long enough', async (_, files) => {
    expect((await agreement(files)).fixes).toEqual([]);
  });

  test('Renovate with its best practices waits long enough for versions, and not for the names that they pull in', async () => {
    const files = { 'renovate.json5': '// ours\n{ "extends": ["config:best-practices"], }' };
    expect((await agreement(files)).fixes.map(({ file }) => file)).toEqual(['renovate.json5']);
    expect((await agreement(files, 'version: 1\nrules: { new-package: off }\n')).fixes).toEqual([]);
  });
});

describe('the table', () => {
  test('is one, with a row for each, and the lines below it', async () => {
    const files = {
      ...pnpm,
      'package.json': named('pnpm@11.28.11'),
      '.github/dependabot.yml': 'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n',
      'renovate.json': '{ "extends": ["local>acme/renovate"] }',
    };
    expect(`\n${await text(files)}\n`).toBe(`
who         waiting time          install scripts  git sources        trust
policy      3 days, new names 7   error            error              error
            days
pnpm        1 day (default)       listed only      direct ones taken  off (default)
                                  (default)        (default)
Dependabot  none (default)
Renovate    unknown: it extends
            local>acme/renovate,
            which lockgate does
            not read

Add to \`pnpm-workspace.yaml\`, so that pnpm waits as long as the policy asks for
  (7 days, not 3 days: pnpm cannot tell new names apart, which need 7 days) and
  keeps out what the policy keeps out:
    minimumReleaseAge: 10080
    trustPolicy: no-downgrade

Add to \`.github/dependabot.yml\`, so that Dependabot proposes what is old enough
  for the policy (a day more than it asks for):
        # in every entry of \`updates\` for npm, bun and deno
        cooldown:
          default-days: 8

Add to \`renovate.json\`, so that Renovate proposes what is old enough for the
  policy (a day more than it asks for):
    "packageRules": [{ "matchDatasources": ["npm"], "minimumReleaseAge": "8 days" }]
`);
  });

  test('says that they agree', async () => {
    expect(await text({ ...npm, '.npmrc': 'min-release-age=7\n' })).toContain('They agree');
  });

  test('text of the repository cannot write lines of its own', async () => {
    const files = {
      'renovate.json': '{ "extends": ["local>x\\u001b[31m\\n::error::y"] }',
      'a\u202eb/package-lock.json': npm['package-lock.json'],
    };
    const shown = await text(files);
    expect(shown).not.toMatch(/[\u001b\u202e]/);
    expect(shown).not.toMatch(/^::/m);
  });
});
