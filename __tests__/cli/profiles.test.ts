import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';
import type { Sides } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import type { EntryDescription } from '../support/npm-lockfile.ts';
import { pullRequest } from '../support/pull-request.ts';

/** Profiles, publishers, `allow` and `deny` through the front door: one repository with a workspace, many policies. */

const path = '.github/dependency-policy.yml';
const young = { publishedAt: '2026-05-31T12:00:00.000Z', manifest: { _npmUser: { name: 'alice' } } };
const old = { publishedAt: '2025-06-01T00:00:00.000Z' };
let registry: LoopbackRegistry;
let sides: Sides;

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      ...Object.fromEntries(
        ['prod', 'both', 'lone', 'dev', 'claims-dev', 'below-dev', 'moved', 'ours', 'theirs'].map((name) => [
          name,
          pkg({ '0.9.0': old, '1.0.0': young }),
        ]),
      ),
      hooked: pkg({ '0.9.0': old, '1.0.0': { ...young, scripts: { postinstall: 'node x.js' } } }),
      request: pkg({ '2.0.0': old }),
    },
  });
  const locked: EntryDescription = { version: '1.0.0' };
  const workspace = { name: 'a', version: '1.0.0', dependencies: { both: '*', lone: '*', hooked: '*', ghost: '*' } };
  const empty = { name: 'a', version: '1.0.0' };
  const link = { resolved: 'experiments/a', link: true };
  const ghost = { version: '1.0.0', resolved: null, integrity: integrityOf('ghost', '1.0.0') };
  const workspaces = ['experiments/a'];
  sides = pullRequest(
    registry,
    {
      workspaces,
      devDependencies: { moved: '*' },
      packages: {
        'experiments/a': empty,
        'node_modules/a': link,
        'node_modules/moved': { ...locked, dev: true },
      },
      files: { 'experiments/a/package.json': JSON.stringify(empty) },
    },
    {
      workspaces,
      dependencies: { prod: '*', both: '*', 'claims-dev': '*', moved: '*', ours: '*', theirs: '*', request: '*' },
      devDependencies: { dev: '*' },
      packages: {
        'experiments/a': workspace,
        'node_modules/a': link,
        ...Object.fromEntries(
          ['prod', 'both', 'lone', 'moved', 'ours', 'theirs', 'hooked'].map((name) => [`node_modules/${name}`, locked]),
        ),
        'node_modules/dev': { ...locked, dev: true, dependencies: { 'below-dev': '*' } },
        'node_modules/below-dev': { ...locked, dev: true },
        'node_modules/claims-dev': { ...locked, dev: true },
        'node_modules/request': { version: '2.0.0' },
        'node_modules/ghost': ghost,
      },
      files: { 'experiments/a/package.json': JSON.stringify(workspace) },
    },
  );
});
afterAll(() => registry.close());

async function judged(policy: string) {
  const base = { ...sides.base, [path]: `version: 1\n${policy}` };
  const { report, status, stderr } = await checkFolders({ ...sides, base }, ['--registry', registry.url]);
  /** What one rule says, by package. */
  const by = (rule: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      report.findings
        .filter((one) => one.rule === rule)
        .map(({ name, level, status: state }) => [name ?? '', `${level} ${state}`]),
    );
  return { report, status, stderr, by };
}

const error = 'error reported';
const warn = 'warn reported';

describe('profiles', () => {
  test('without any, every young version is an error', async () => {
    const { by } = await judged('');
    expect(by('cooldown')).toMatchObject({ prod: error, both: error, lone: error, dev: error, 'below-dev': error });
  });

  test.each([
    ['by path', 'paths: ["experiments/**"]'],
    ['by workspace', 'workspaces: ["experiments/*"]'],
  ])(
    '%s: the sandbox eases what it names there, and a package that the root reaches too gets the strictest',
    async (_, where) => {
      const { by, status } = await judged(`apply: [{ profile: sandbox, ${where} }]\n`);
      expect(by('cooldown')).toMatchObject({ lone: warn, hooked: warn, both: error, prod: error, dev: error });
      // Neither what the sandbox leaves out, nor the floor, is eased.
      expect(by('install-scripts')).toEqual({ hooked: error });
      expect(by('existence')).toEqual({ ghost: error });
      expect(status).toBe(1);
    },
  );

  test('by type of dependency, which is computed: a claim of the lockfile counts for nothing', async () => {
    const { by } = await judged(
      'profiles: { tools: { rules: { cooldown: warn } } }\napply: [{ profile: tools, dependencyTypes: [dev] }]\n',
    );
    expect(by('cooldown')).toMatchObject({
      ...{ dev: warn, 'below-dev': warn },
      ...{ prod: error, 'claims-dev': error, moved: error },
    });
  });

  test('the first entry that fits counts, and a profile may be stricter than the policy', async () => {
    const { by } = await judged(`rules: { cooldown: warn }
profiles:
  payments: { rules: { cooldown: { level: error, minimumReleaseAge: 600d } } }
apply:
  - { profile: payments, packages: [prod, request] }
  - { profile: sandbox, packages: [prod] }
`);
    expect(by('cooldown')).toMatchObject({ prod: error, request: error, both: warn, lone: warn });
  });
});

describe('allow, deny and publishers', () => {
  test('what is denied says what to use instead, and no exception, publisher or profile covers it', async () => {
    const { report, by } = await judged(`deny:
  - { package: request, reason: Unmaintained since 2020., useInstead: undici }
publishers:
  - { packages: [request], identity: { account: alice }, start: 2026-01-01, end: 2026-12-31, waives: [cooldown], reason: r }
apply: [{ profile: sandbox, packages: [request] }]
`);
    expect(by('deny')).toEqual({ request: error });
    const [denied] = report.findings.filter(({ rule }) => rule === 'deny');
    expect(denied?.message).toContain('`Unmaintained since 2020.`');
    expect(denied?.remediation).toBe('Use `undici` instead.');
  });

  test('allow lets in nothing else, and waives nothing', async () => {
    const { by } = await judged('allow: [prod, "b*", request@^2.0.0, ours@^2.0.0]\n');
    const kept = by('allow');
    expect(Object.keys(kept).sort()).toEqual([
      'claims-dev',
      'dev',
      'ghost',
      'hooked',
      'lone',
      'moved',
      'ours',
      'theirs',
    ]);
    expect(by('cooldown')).toMatchObject({ prod: error, both: error });
  });

  test('a publisher waives what it names for what it published, while it counts', async () => {
    const entry = (name: string, account: string, end = '2026-12-31') =>
      `  - { packages: [${name}], identity: { account: ${account} }, start: 2026-01-01, end: ${end}, waives: [cooldown], reason: r }\n`;
    const { by, report } = await judged(
      `publishers:\n${entry('ours', 'alice')}${entry('theirs', 'mallory')}${entry('prod', 'alice', '2026-05-31')}`,
    );
    expect(by('cooldown')).toMatchObject({ ours: 'error excepted', theirs: error, prod: error });
    expect(report.findings.find(({ name, rule }) => name === 'ours' && rule === 'cooldown')?.decision).toBe(
      'publishers[0]',
    );
    // Whoever else publishes a listed package is spoken of; a publisher that has ended is too.
    expect(by('publisher')).toMatchObject({ theirs: warn });
    expect(report.findings.filter(({ rule }) => rule === 'exception-hygiene').map(({ codes }) => codes)).toEqual([
      ['publisher-ended'],
    ]);
  });
});

test('what lowers the floor, or waives it, or names nothing, is no policy: an error, never the defaults', async () => {
  const publisher = (rest: string) =>
    `publishers: [{ identity: { account: a }, start: 2026-01-01, end: 2026-12-31, reason: r, ${rest} }]\n`;
  const policies = [
    'profiles: { lab: { rules: { existence: warn } } }\n',
    'profiles: { lab: { rules: { registry: { level: off } } } }\n',
    'profiles: { lab: { rules: { deny: off } } }\n',
    'apply: [{ profile: sandbx, paths: ["a/**"] }]\n',
    'apply: [{ profile: sandbox }]\n',
    publisher('packages: ["*"]'),
    publisher('packages: [a], waives: [existence]'),
    publisher('packages: [a], waives: [deny]'),
    publisher('packages: [a], waives: [cooldown]').replace('2026-12-31', '2027-12-31'),
    'deny: [{ package: request }]\n',
    'deny: [{ package: "*", reason: r }]\n',
    'allow: ["{a,b}"]\n',
  ];
  for (const policy of policies) {
    const { report, status, stderr } = await judged(policy);
    expect([policy, status, report.errors.map(({ code, path: file }) => [code, file]), report.changes]).toEqual([
      policy,
      2,
      [['policy-invalid', path]],
      [],
    ]);
    expect(stderr).toMatch(/^lockgate: \.github\/dependency-policy\.yml:2:\d+: .*\(policy-invalid\)\n$/);
  }
}, 60_000);
