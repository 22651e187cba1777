import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { ownersOf, readOwners } from '../../src/platform/doctor/owners.ts';
import { runCli } from '../support/cli.ts';
import { git, gitRepository } from '../support/git-repository.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** `lockgate init` as a newcomer runs it, in throw-away repositories. */

const policy = '.github/dependency-policy.yml';
const workflow = '.github/workflows/dependency-gate.yml';
const rerun = '.github/workflows/dependency-rerun.yml';
const owners = '.github/CODEOWNERS';
const now = ['--now', '2026-06-01T00:00:00Z'];

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      settled: pkg({ '1.0.0': { publishedAt: '2026-01-01T00:00:00Z' } }),
      hooked: pkg({ '2.0.0': { publishedAt: '2026-05-31T00:00:00Z', scripts: { postinstall: 'node x' } } }),
    },
  });
});
afterAll(() => registry.close());

function project(pins: Readonly<Record<string, string>>, origin = 'git@forge.example:acme/shop.git') {
  const repository = gitRepository();
  const integrity = (name: string, version: string) => integrityOf(name, version);
  const description = {
    dependencies: pins,
    packages: Object.fromEntries(
      Object.entries(pins).map(([name, version]) => [
        `node_modules/${name}`,
        { version, resolved: `${registry.url}${name}/-/${name}-${version}.tgz`, integrity: integrity(name, version) },
      ]),
    ),
  };
  repository.write('package.json', npmManifest(description));
  repository.write('package-lock.json', npmLockfile(registry, description));
  if (origin !== '') git(repository.folder, 'remote', 'add', 'origin', origin);
  const read = (path: string) => readFileSync(join(repository.folder, path), 'utf8');
  const init = (...args: readonly string[]) =>
    runCli(['init', '--dir', repository.folder, '--registry', registry.url, ...now, ...args]);
  return { ...repository, read, init };
}
const audit = (folder: string) => runCli(['audit', '--dir', folder, '--registry', registry.url, ...now]);

describe('a repository with what the rules would block', () => {
  test('is green afterwards, by name and until a date', async () => {
    const { folder, read, init } = project({ settled: '1.0.0', hooked: '2.0.0' });
    expect((await audit(folder)).status).toBe(1);
    const ended = await init();
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toContain('1 already locked package version waived by name for 90 days');
    expect(read(policy)).toContain('{ package: "hooked@2.0.0", rules: [cooldown');
    expect(read(policy)).toContain('expires: 2026-08-30');
    expect((await audit(folder)).status).toBe(0);
    const checked = await runCli(['policy', 'check', join(folder, policy), ...now]);
    expect([checked.status, checked.stderr]).toEqual([0, '']);
  });

  test('is told what no exception covers', async () => {
    const { init, read } = project({ ghost: '1.0.0' });
    const ended = await init();
    expect(read(policy)).not.toContain('block nothing');
    expect(ended.status).toBe(0);
    expect(ended.stdout).toContain('fix first, no exception can cover it: `ghost@1.0.0` [existence]');
    expect(ended.stdout.trimEnd().split('\n').slice(-2)).toEqual([
      expect.stringMatching(/^fix first, /),
      expect.stringMatching(/^Next: pin the action .* then run `node .*cli\.js doctor`\.$/),
    ]);
    expect(ended.stdout).toContain('it blocks what attacks blocks, and what is too young');
  });
});

test('files of other tools are named, with the command that takes over their options', async () => {
  const own = project({ settled: '1.0.0' });
  own.write('.lockfile-lintrc.json', '{}');
  expect((await own.init('--dry-run')).stdout).toMatch(
    /^Found \.lockfile-lintrc\.json of other tools: `.* init --from \.lockfile-lintrc\.json` takes over its options\.$/m,
  );
  own.write('.github/workflows/review.yml', 'jobs: { a: { steps: [{ uses: actions/dependency-review-action@v4 }] } }');
  own.write('.github/workflows/other.yml', 'jobs: { a: { steps: [{ uses: actions/checkout@v4 }] } }');
  expect((await own.init('--dry-run')).stdout).toMatch(
    /init --from \.github\/workflows\/review\.yml --from \.lockfile-lintrc\.json` takes over their options\.$/m,
  );
  expect((await own.init('--dry-run', '--from', join(own.folder, '.lockfile-lintrc.json'))).stdout).not.toContain(
    'Found ',
  );
  expect((await project({ settled: '1.0.0' }).init('--dry-run')).stdout).not.toContain('Found ');
});

test('fixtures of tests are left out where there are any, and what is broken in them is not read', async () => {
  const own = project({ settled: '1.0.0' });
  const { read, init, folder } = own;
  own.write('test/fixtures/bad/package-lock.json', '{ not json');
  expect(await init()).toMatchObject({ status: 0, stderr: '' });
  expect(read(policy)).toContain('exclude: ["**/fixtures/**", "**/__fixtures__/**", "**/test-fixtures/**"]');
  const checked = await runCli(['policy', 'check', join(folder, policy), ...now]);
  expect([checked.status, checked.stderr]).toEqual([0, '']);
  const other = project({ settled: '1.0.0' });
  other.write('test/fixtures/note.md', '');
  await other.init();
  expect(other.read(policy)).not.toContain('exclude');
});

test('the workflows are some, one of them runs again what only waited, and somebody owns the gate', async () => {
  const { read, init } = project({ settled: '1.0.0' });
  await init();
  for (const path of [workflow, rerun]) {
    const pinned = read(path).replace('OWNER/lockgate@<40 hex>', `octo/lockgate@${'0'.repeat(40)}`);
    const { context, value } = parseWorkflow({ name: 'gate.yml', content: pinned }, new NoOperationTraceWriter());
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors()).toEqual([]);
  }
  expect(read(rerun)).toContain(`rerun: ${workflow}`);
  const lines = readOwners(read(owners));
  for (const path of [policy, workflow, owners, '.github/dependency-approvals/a.json']) {
    expect(ownersOf(lines, path)).toEqual(['@acme']);
  }
  expect(ownersOf(lines, 'src/a.ts')).toEqual([]);
});

test('branches that look like maintained lines are proposed as baselines, and declared by nobody', async () => {
  const { folder, read, init } = project({ settled: '1.0.0' });
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'First');
  for (const name of ['7.x', 'release/2', 'fix/it']) git(folder, 'branch', name);
  git(folder, 'update-ref', 'refs/remotes/origin/v4', 'HEAD');
  await init();
  expect(read(policy)).toContain('\n# baselines: ["7.x", "release/2", "v4"]\n');
  const checked = await runCli(['policy', 'check', join(folder, policy), ...now]);
  expect([checked.status, checked.stderr]).toEqual([0, '']);
});

test('what is there stays as it is, and a second run changes nothing', async () => {
  const { read, init, ...rest } = project({ settled: '1.0.0' });
  rest.write(policy, 'version: 1\n');
  rest.write('CODEOWNERS', '* @acme/all\n/.github/ @acme/security');
  const first = await init();
  expect(first.stdout).toContain(`kept ${policy}`);
  expect(first.stdout).toContain('added 1 line to CODEOWNERS');
  expect(read(policy)).toBe('version: 1\n');
  expect(read('CODEOWNERS')).toMatch(
    /^\* @acme\/all\n\/\.github\/ @acme\/security\n\n# .*\n\/CODEOWNERS @acme\/security\n$/,
  );
  const before = read('CODEOWNERS');
  const second = await init();
  expect(second.stdout).toContain('kept CODEOWNERS: the gate already has code owners');
  expect(read('CODEOWNERS')).toBe(before);
});

test('nobody is invented: without an owner the lines are shown and not written', async () => {
  const { folder, init } = project({ settled: '1.0.0' }, '');
  const ended = await init();
  expect(ended.stdout).toContain('with a user or team instead of @OWNER');
  expect(existsSync(join(folder, owners))).toBe(false);
});

test('--dry-run writes nothing; offline it says that nothing was audited', async () => {
  const { folder, init } = project({ settled: '1.0.0', hooked: '2.0.0' });
  const ended = await init('--dry-run', '--offline');
  expect(ended.status).toBe(0);
  expect(ended.stdout).toContain('could not be audited');
  expect(ended.stdout).not.toContain('exceptions:');
  expect(existsSync(join(folder, '.github'))).toBe(false);
});

test('--dry-run keeps what a real run would keep', async () => {
  const own = project({ settled: '1.0.0' });
  own.write(policy, 'version: 1\n');
  const ended = await own.init('--dry-run', '--offline');
  expect(ended.stdout).toContain(`kept ${policy}: it exists already`);
  expect(ended.stdout).not.toContain(`--- ${policy}`);
  expect(ended.stdout).toContain(`--- ${workflow}`);
});

test('a second run waives nothing and does not say so; what the kept policy waives is not counted', async () => {
  const { folder, init } = project({ settled: '1.0.0', hooked: '2.0.0' });
  await init();
  const second = await init();
  expect(second).toMatchObject({ status: 0, stderr: '' });
  expect(second.stdout).not.toMatch(/waived by name|would be blocked/);
  writeFileSync(join(folder, policy), 'version: 1\n');
  const third = await init();
  expect(third.stdout).toContain('1 already locked package version would be blocked under the policy that is kept');
});

test('a registry that does not answer makes no exceptions: nobody has seen anything', async () => {
  const { folder, read } = project({ settled: '1.0.0' });
  const ended = await runCli(['init', '--dir', folder, '--registry', 'http://127.0.0.1:9/', ...now]);
  expect(read(policy)).not.toContain('exceptions:');
  expect(ended.stdout).toMatch(/\d+ findings could not be judged/);
  expect(read(policy)).not.toContain('block nothing');
  expect(read(policy)).toMatch(/# \d+ findings could not be judged on 2026-06-01/);
  expect(ended.stdout.trimEnd().split('\n').at(-1)).toMatch(/^Next: /);
});

test('nothing is written through a symbolic link', async () => {
  const { folder, init } = project({ settled: '1.0.0' });
  const elsewhere = gitRepository().folder;
  symlinkSync(elsewhere, join(folder, '.github'));
  const ended = await init();
  expect(ended).toMatchObject({ status: 2, stderr: expect.stringContaining('is not a folder') as unknown });
  expect(existsSync(join(elsewhere, 'dependency-policy.yml'))).toBe(false);
});

test('a lockfile that cannot be read is said, and carries nothing', async () => {
  const { folder, read, init } = project({ settled: '1.0.0' });
  writeFileSync(join(folder, 'package-lock.json'), '{');
  const ended = await init();
  expect(ended.status).toBe(2);
  expect(ended.stdout).toContain('not read: `package-lock.json`');
  expect(read(policy)).not.toContain('exceptions:');
});

describe('update bots', () => {
  const dependabot = '.github/dependabot.yml';
  const text = '# Ours.\nversion: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n';

  test('wait as long as the policy asks for and a day more, and what else their files hold stays', async () => {
    const own = project({ settled: '1.0.0' });
    const { read, init } = own;
    own.write(dependabot, text);
    own.write('renovate.json', '{\n  "labels": ["x"]\n}\n');
    const ended = await init('--offline');
    expect(ended.status).toBe(0);
    expect(read(dependabot)).toBe(
      '# Ours.\nversion: 2\nupdates:\n  - package-ecosystem: npm\n    cooldown:\n      default-days: 8\n    directory: /\n',
    );
    expect(read('renovate.json')).toBe('{\n  "minimumReleaseAge": "8 days",\n  "labels": ["x"]\n}\n');
    expect(ended.stdout).toContain(`added \`cooldown\` in ${dependabot}`);
    expect(ended.stdout).toContain('added `minimumReleaseAge` in renovate.json');
    expect(ended.stdout).toMatch(/^policy +3 days/m);
    expect(ended.stdout).toMatch(/^Dependabot +8 days/m);
    expect(ended.stdout).toMatch(/^Renovate +8 days/m);
    expect(ended.stdout).toContain('min-release-age=7');
    const before = [read(dependabot), read('renovate.json')];
    await init('--offline');
    expect([read(dependabot), read('renovate.json')]).toEqual(before);
  });

  test('--dry-run writes none of it', async () => {
    const own = project({ settled: '1.0.0' });
    const { read, init } = own;
    own.write(dependabot, text);
    const ended = await init('--offline', '--dry-run');
    expect(ended.stdout).toContain(`would add \`cooldown\` in ${dependabot}`);
    expect(read(dependabot)).toBe(text);
  });

  test('--dry-run does not ask for what it would add', async () => {
    const own = project({ settled: '1.0.0' });
    own.write('renovate.json', '{ "labels": ["x"] }');
    const ended = await own.init('--offline', '--dry-run');
    expect(ended.stdout).toContain('would add `minimumReleaseAge` in renovate.json');
    expect(ended.stdout).not.toContain('Add to `renovate.json`');
    expect(ended.stdout).toMatch(/^Renovate +8 days/m);
    expect(own.read('renovate.json')).toBe('{ "labels": ["x"] }');
  });

  test('a file that says otherwise is left to its owner, who gets the lines', async () => {
    const own = project({ settled: '1.0.0' });
    const { read, init } = own;
    const other = `${text}    cooldown: { default-days: 1 }\n`;
    own.write(dependabot, other);
    const ended = await init('--offline');
    expect(read(dependabot)).toBe(other);
    expect(ended.stdout).toContain('          default-days: 8');
  });

  test('the policy that is there already says how long', async () => {
    const own = project({ settled: '1.0.0' });
    const { read, init } = own;
    own.write(policy, 'version: 1\nrules: { cooldown: { minimumReleaseAge: 7d } }\n');
    own.write('renovate.json', '{ "labels": ["x"] }');
    await init('--offline');
    expect(read('renovate.json')).toBe('{ "minimumReleaseAge": "8 days", "labels": ["x"] }');
  });

  test('a policy that cannot be read sets up nothing', async () => {
    const own = project({ settled: '1.0.0' });
    const { read, init } = own;
    own.write(policy, 'version: 1\nnonsense: 1\n');
    own.write('renovate.json', '{ "labels": ["x"] }');
    const ended = await init('--offline');
    expect(ended.stdout).toContain('The policy cannot be read');
    expect(read('renovate.json')).toBe('{ "labels": ["x"] }');
  });

  test('a link is not followed', async () => {
    const { folder, init } = project({ settled: '1.0.0' });
    const elsewhere = gitRepository();
    elsewhere.write('renovate.json', '{ "labels": ["x"] }');
    symlinkSync(join(elsewhere.folder, 'renovate.json'), join(folder, 'renovate.json'));
    expect((await init('--offline')).status).toBe(0);
    expect(readFileSync(join(elsewhere.folder, 'renovate.json'), 'utf8')).toBe('{ "labels": ["x"] }');
  });
});

describe('the steps', () => {
  test('recommended is the one that is written, and the next one is told', async () => {
    const { read, init } = project({ settled: '1.0.0' });
    const ended = await init('--offline');
    expect(read(policy)).toContain('\nextends: recommended\n');
    expect(ended.stdout).toContain('The policy extends recommended: it blocks ');
  });

  test('audit needs no exceptions, and the policy is one', async () => {
    const { folder, read, init } = project({ settled: '1.0.0', hooked: '2.0.0' });
    const ended = await init('--preset', 'audit');
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(read(policy)).toContain('\nextends: audit\n');
    expect(read(policy)).not.toContain('exceptions:');
    expect(ended.stdout).toContain('Write `extends: attacks` when ');
    expect((await audit(folder)).status).toBe(0);
  });

  test('attacks waives by name what it would block already, and what else is locked stays as it is', async () => {
    const { folder, read, init } = project({ settled: '1.0.0', hooked: '2.0.0' });
    const ended = await init('--preset', 'attacks');
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(read(policy)).toContain('\nextends: attacks\n');
    expect(read(policy)).not.toMatch(/rules: \[[^\]]*cooldown/);
    expect((await audit(folder)).status).toBe(0);
    const checked = await runCli(['policy', 'check', join(folder, policy), ...now]);
    expect([checked.status, checked.stderr]).toEqual([0, '']);
  });

  test('a step that is none is refused', async () => {
    const ended = await project({ settled: '1.0.0' }).init('--preset', 'lax');
    expect(ended).toMatchObject({ status: 2 });
    expect(ended.stderr).toContain('--preset takes audit, attacks, recommended, strict');
  });
});

test('what the repository publishes is proposed as its own, by its own address, and declared by nobody', async () => {
  const own = project({ settled: '1.0.0' });
  const { read, init } = own;
  own.write('packages/a/package.json', '{ "name": "@acme/a" }');
  own.write('packages/b/package.json', '{ "name": "@hidden/b", "private": true }');
  const ended = await init('--offline');
  expect(read(policy)).toContain('"@acme/*"');
  expect(read(policy)).toContain('https://forge.example/acme/shop');
  expect(read(policy)).not.toContain('@hidden');
  expect(read(policy)).not.toMatch(/^publishers:/m);
  expect(ended.stdout).toContain('`@acme/*`');
});

describe('--from', () => {
  const review = '.github/dependency-review-config.yml';

  test('writes what the file asks for, judges what is locked by it, and says what becomes of each option', async () => {
    const own = project({ settled: '1.0.0', hooked: '2.0.0' });
    own.write(review, 'fail-on-severity: moderate\ndeny-packages: pkg:npm/settled\nallow-ghsas: GHSA-44c6-4v22-4mhx\n');
    const ended = await own.init('--from', join(own.folder, review));
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toMatch(/fail-on-severity: moderate +\S+:1 +rules\.advisory\.minimumSeverity: moderate/);
    expect(ended.stdout).toContain('In all: 2 in the policy, 0 not needed, 2 not taken over.');
    expect(ended.stdout).toContain('fix first, no exception can cover it: `settled@1.0.0` [deny]');
    expect(own.read(policy)).toContain('advisory: { minimumSeverity: moderate }');
    const checked = await runCli(['policy', 'check', join(own.folder, policy), ...now]);
    expect([checked.status, checked.stderr]).toEqual([0, '']);
  });

  test('keeps a policy that is there, compares with it, and prints what to add', async () => {
    const own = project({ settled: '1.0.0' });
    own.write(policy, 'version: 1\nextends: strict\n');
    own.write(review, 'fail-on-severity: high\ncomment-summary-in-pr: never\n');
    const ended = await own.init('--offline', '--from', join(own.folder, review));
    expect(own.read(policy)).toBe('version: 1\nextends: strict\n');
    expect(ended.stdout).toContain('it would let more through than the policy in');
    expect(ended.stdout).toMatch(
      /Add to `\.github\/dependency-policy\.yml`.*\n {4}report:\n.*\n {4} {2}comment: never\n/,
    );
  });

  test('reads nothing outside of the repository because a workflow says so', async () => {
    const own = project({ settled: '1.0.0' });
    const elsewhere = gitRepository().folder;
    writeFileSync(join(elsewhere, 'dr.yml'), 'fail-on-severity: low\n');
    symlinkSync(join(elsewhere, 'dr.yml'), join(own.folder, 'link.yml'));
    for (const named of [join(elsewhere, 'dr.yml'), '../dr.yml', './link.yml', './missing.yml']) {
      const steps = `      - uses: actions/dependency-review-action@v4\n        with: { config-file: ${named} }\n`;
      own.write('w.yml', `jobs:\n  a:\n    steps:\n${steps}`);
      const ended = await own.init('--offline', '--from', join(own.folder, 'w.yml'));
      expect(ended).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('is not in the repository') as unknown,
      });
    }
    expect(existsSync(join(own.folder, policy))).toBe(false);
  });

  test.each([
    ['missing.yml', 'There is no such file'],
    ['.', 'This is no file'],
    ['package-lock.json', 'This file is not recognised'],
  ])('%s is refused in one line, and nothing is written', async (file, words) => {
    const own = project({ settled: '1.0.0' });
    const ended = await own.init('--offline', '--from', join(own.folder, file));
    expect(ended.status).toBe(2);
    expect(ended.stderr.trimEnd().split('\n')).toEqual([expect.stringContaining(words)]);
    expect(existsSync(join(own.folder, policy))).toBe(false);
  });
});

test.each([
  ['person', ['dependency-gate.yml']],
  ['team', ['dependency-audit.yml', 'dependency-gate-comment.yml', 'dependency-gate.yml', 'dependency-rerun.yml']],
])('for a %s, the workflows are these, and each is one', async (audience, names) => {
  const { folder, read, init } = project({ settled: '1.0.0' });
  await init('--offline', '--for', audience);
  expect(readdirSync(join(folder, '.github/workflows')).sort()).toEqual(names);
  for (const name of names) {
    const content = read(`.github/workflows/${name}`).replace(
      'OWNER/lockgate@<40 hex>',
      `octo/lockgate@${'0'.repeat(40)}`,
    );
    const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors()).toEqual([]);
  }
  expect(existsSync(join(folder, owners))).toBe(audience === 'team');
  // One workflow comments, and only that one may.
  const [commenting, silent] = audience === 'team' ? [names[1], names[2]] : [names[0], undefined];
  expect(read(`.github/workflows/${commenting ?? ''}`)).toContain('pull-requests: write');
  if (silent !== undefined) {
    expect(read(`.github/workflows/${silent}`)).toMatch(/pull-requests: read \}[^]*with: \{ comment: false \}/);
  }
});
