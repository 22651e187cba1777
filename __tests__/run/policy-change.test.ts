import { describe, expect, test } from '@jest/globals';

import { lintPolicy } from '../../src/policy/lint.ts';
import { runGate } from '../../src/run/pipeline.ts';
import { withFirstAlone } from '../../src/run/policy-change.ts';
import { reportOf } from '../../src/run/report-of.ts';
import type { GateRequest } from '../../src/run/request.ts';
import { seedTexts } from '../../src/trust/seeds.ts';
import { loadPolicy } from '../support/load-policy.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** What a change of the policy comes to, beside the policy in force: what is floor, what is a note, and what stays a warning. */

const path = '.github/dependency-policy.yml';
type Files = Parameters<typeof memorySnapshot>[0];

const people = 'users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]';
const guarded = `version: 1\napprovals: { approvers: { ${people} } }\n`;
const approvals = (text: string) => `version: 1\napprovals: ${text}\n`;

async function check(base: Files, head: Files, more: Partial<GateRequest> = {}) {
  const trusted = memorySnapshot(base);
  const run = await runGate({
    ...{ mode: 'check', base: trusted, head: memorySnapshot(head), trusted, policyPath: path },
    ...{ now: '2026-06-01T00:00:00.000Z', offline: true, env: {}, workTree: '/', ...more },
  });
  const { errors, findings, verdict } = reportOf(run);
  expect(errors).toEqual([]);
  const found = findings.filter(({ rule }) => rule === 'gate-config');
  return {
    comparison: run.comparison,
    verdict,
    found,
    observations: run.comparison.observations,
    said: found.map(({ message }) => message).join(),
  };
}

/** Of each finding the code, and how much it weighs. */
async function weigh(base: Files, head: Files, more?: Partial<GateRequest>): Promise<readonly string[]> {
  const { found } = await check(base, head, more);
  return found.map(({ codes, level, floor }) => `${codes.join()} ${floor ? 'floor' : level}`);
}

const root = seedTexts.trustedRoot;
const floor = ['policy-changed floor'];

describe('once the policy names approvers, it is floor', () => {
  const remote = (commit: string) =>
    `${guarded}extends: { repository: acme/policies, path: p.yml, commit: ${commit} }\n`;
  const asked: string[] = [];
  const readExtended: GateRequest['readExtended'] = ({ commit }) => {
    asked.push(commit);
    return Promise.resolve('version: 1\n');
  };
  test.each<[string, Files, Files, Partial<GateRequest>?]>([
    [
      'to add an exception',
      { [path]: guarded },
      {
        [path]: `${guarded}exceptions: [{ package: left-pad@1.0.0, rules: [cooldown], reason: Needed., expires: 2026-12-31 }]\n`,
      },
    ],
    ['to lower a level', { [path]: guarded }, { [path]: `${guarded}rules: { cooldown: warn }\n` }],
    ['to observe', { [path]: guarded }, { [path]: `${guarded}mode: observe\n` }],
    ['to hide the comment', { [path]: guarded }, { [path]: `${guarded}report: { comment: never }\n` }],
    ['to leave a lockfile out', { [path]: guarded }, { [path]: `${guarded}lockfiles: { exclude: ["**"] }\n` }],
    ['to delete it', { [path]: guarded }, {}],
    ['to move it', { [path]: guarded }, { '.github/dependency-policy.yaml': guarded }],
    [
      'to make it a link',
      { [path]: guarded, 'p.yml': guarded },
      { [path]: { mode: 'symlink', target: '../p.yml' }, 'p.yml': guarded },
    ],
    [
      'to make its folder a link',
      { [path]: guarded },
      { '.github': { mode: 'symlink', target: 'g' }, 'g/dependency-policy.yml': guarded },
    ],
    ['to make it invalid', { [path]: guarded }, { [path]: 'version: 7\n' }],
    ['to make it no text', { [path]: guarded }, { [path]: new Uint8Array([0xff, 0xfe]) }],
    [
      'to add a file that looks like it',
      { [path]: guarded },
      { [path]: guarded, '.github/dependency-policy.yaml': guarded },
    ],
    ['to add an approver', { [path]: guarded }, { [path]: guarded.replace('] }', ', { login: eve, id: 40 }] }') }],
    ['to name nobody any more', { [path]: guarded }, { [path]: 'version: 1\n' }],
    ['to keep `approvals`, and nobody in it', { [path]: guarded }, { [path]: approvals('{ required: 3 }') }],
    [
      'to remove an approver and lower a level',
      { [path]: guarded },
      { [path]: `${approvals('{ approvers: { users: [{ login: ann, id: 20 }] } }')}rules: { cooldown: warn }\n` },
    ],
    [
      'to extend another commit',
      { [path]: remote('a'.repeat(40)) },
      { [path]: remote('b'.repeat(40)) },
      { readExtended },
    ],
    [
      'to change what it extends',
      { [path]: `${guarded}extends: ./base.yml\n`, '.github/base.yml': 'version: 1\n' },
      { [path]: `${guarded}extends: ./base.yml\n`, '.github/base.yml': 'version: 1\nmode: observe\n' },
    ],
    [
      'to delete what it extends',
      { [path]: `${guarded}extends: ./base.yml\n`, '.github/base.yml': 'version: 1\n' },
      { [path]: `${guarded}extends: ./base.yml\n` },
    ],
    [
      'to change the approvers in what it extends',
      { [path]: 'version: 1\nextends: ./base.yml\n', '.github/base.yml': guarded },
      { [path]: 'version: 1\nextends: ./base.yml\n', '.github/base.yml': guarded.replace('id: 30', 'id: 40') },
    ],
    [
      'to exchange the trusted root',
      { [path]: `${guarded}trustedRoot: root.json\n`, 'root.json': root },
      { [path]: `${guarded}trustedRoot: root.json\n`, 'root.json': '{}' },
    ],
  ])('%s', async (...[, base, head, more]) => {
    expect(await weigh(base, head, more)).toEqual(floor);
  });

  test.each([
    'rules: { gate-config: off }',
    'mode: observe',
    'extends: audit',
    'extends: attacks',
    'rules: { gate-config: { policy-changed: off } }',
  ])('under `%s` too', async (loose) => {
    const { found, verdict } = await check({ [path]: `${guarded}${loose}\n` }, { [path]: 'version: 1\n' });
    expect([found.map(({ codes }) => codes), verdict]).toEqual([[['policy-changed']], 'fail']);
  });

  test('a comment beside an unchanged reference is a note', async () => {
    const text = remote('a'.repeat(40));
    expect(await weigh({ [path]: text }, { [path]: `# why\n${text}` }, { readExtended })).toEqual([
      'policy-noted note',
    ]);
  });

  test('what the head extends of another repository is never asked for', async () => {
    await check({ [path]: remote('a'.repeat(40)) }, { [path]: remote('b'.repeat(40)) }, { readExtended });
    expect(asked.filter((commit) => commit.startsWith('b'))).toEqual([]);
  });

  test('what it extends is decided about though it cannot be read', async () => {
    const { observations } = await check({ [path]: guarded }, { [path]: `${guarded}extends: ./base.yml\n` });
    expect(observations.map(({ files = [] }) => files.map((file) => file.path))).toEqual([['.github/base.yml', path]]);
  });

  test('away from a pull request too, where it says who decides', async () => {
    const { found } = await check({ [path]: guarded }, {});
    expect(found[0]?.remediation).toContain('the check on the pull request offers the line');
  });

  test('what changes is named, with the approvers that there would be', async () => {
    const head = guarded.replace('] }', ', { login: eve, id: 40 }] }');
    const { said } = await check({ [path]: guarded }, { [path]: `${head}mode: observe\n` });
    expect(said).toContain('what changes: `approvals, mode`');
    expect(said).toContain('`ann (20), bob (30), eve (40)`');
  });

  test('the files that it is made of are what is decided about', async () => {
    const base = { [path]: guarded, '.github/base.yml': 'version: 1\n' };
    const { observations } = await check(base, {
      ...base,
      [path]: `${guarded}extends: ./base.yml\n`,
      '.github/base.yml': 'version: 1\nmode: observe\n',
    });
    expect(observations.map(({ files = [] }) => files.map((file) => file.path))).toEqual([['.github/base.yml', path]]);
  });
});

describe('a note, where every value stays:', () => {
  test.each<[string, string]>([
    ['a comment', `# why\n${guarded}`],
    [
      'another order',
      `approvals: { approvers: { users: [{ login: bob, id: 30 }, { login: ann, id: 20 }] } }\nversion: 1\n`,
    ],
    ['a login', guarded.replace('ann', 'anna')],
    ['a default that is written', `${guarded}mode: enforce\n`],
  ])('%s', async (_, text) => {
    expect(await weigh({ [path]: guarded }, { [path]: text })).toEqual(['policy-noted note']);
  });

  test('a file that looked like it is removed', async () => {
    const base = { [path]: guarded, '.github/dependency-policy.yaml': 'x' };
    const { found, said } = await check(base, { [path]: guarded });
    expect([found.map(({ level }) => level), said]).toEqual([
      ['note'],
      expect.stringContaining('dependency-policy.yaml'),
    ]);
  });

  test('what a branch takes over from the default branch', async () => {
    const trusted = memorySnapshot({ [path]: guarded });
    expect(await weigh({ [path]: 'version: 1\n' }, { [path]: guarded }, { trusted })).toEqual(['policy-noted note']);
  });
});

describe('what only tightens who may approve', () => {
  const narrows = async (before: string, after: string) => {
    const { observations } = await check({ [path]: approvals(before) }, { [path]: approvals(after) });
    expect(observations.map(({ args }) => args['decided'])).toEqual(['yes']);
    return observations[0]?.args['narrows'] === 'yes';
  };
  const full = (rest = '', users = people, more = '') => `{ approvers: { ${users}${more} }${rest} }`;
  const one = 'users: [{ login: ann, id: 20 }]';

  test.each<[string, string, string]>([
    ['removes somebody', full(), full('', one)],
    ['keeps somebody out', full(), full(', never: [{ login: bot, id: 9 }]')],
    ['requires more', full(), full(', required: 2')],
    ['asks for more', full(), full('', people, ', minimumPermission: admin')],
    ['shortens the time', full(), full(', maximumAge: 30d')],
    ['removes a team', full('', people, ', teams: [{ slug: acme/sec, id: 7 }]'), full()],
  ])('%s', async (_, before, after) => {
    expect(await narrows(before, after)).toBe(true);
    expect(await narrows(after, before)).toBe(false);
  });

  test('with another value it is a change like any other', async () => {
    const after = `${approvals(full('', one))}mode: observe\n`;
    const { observations } = await check({ [path]: guarded }, { [path]: after });
    expect(observations.map(({ args }) => args['narrows'])).toEqual([undefined]);
  });

  test('exchanging somebody is no tightening', async () => {
    expect(await narrows(full(), full('', 'users: [{ login: ann, id: 20 }, { login: eve, id: 40 }]'))).toBe(false);
    expect(
      await narrows(
        full('', people, ', teams: [{ slug: acme/sec, id: 7 }]'),
        full('', people, ', teams: [{ slug: acme/other, id: 7 }]'),
      ),
    ).toBe(false);
  });

  test('nobody being left is no tightening', async () => {
    expect(await narrows(full(), '{ never: [{ login: bot, id: 9 }] }')).toBe(false);
  });

  test('one thing tighter and another looser is no tightening', async () => {
    expect(await narrows(full(), full(', maximumAge: 1000d', one))).toBe(false);
  });
});

describe('the first approvers', () => {
  const none = { [path]: 'version: 1\n' };

  test('are free alone, and each id is shown', async () => {
    expect(await weigh(none, { [path]: guarded })).toEqual(['policy-changed warn']);
    const { said } = await check({}, { [path]: guarded });
    expect(said).toContain('`ann (20), bob (30)`');
  });

  test('of two hundred, each id is shown', async () => {
    const users = Array.from({ length: 200 }, (_, at) => `{ login: ${'a'.repeat(39)}, id: ${10_000_000 + at} }`);
    const { said } = await check(none, { [path]: approvals(`{ approvers: { users: [${users.join(', ')}] } }`) });
    for (let at = 0; at < 200; at += 1) expect(said).toContain(`${10_000_000 + at}`);
  });

  test.each<[string, Files, Files, string]>([
    ['another value', none, { [path]: `${guarded}mode: observe\n` }, '`mode`'],
    ['another file, that nothing reads', none, { [path]: guarded, 'README.md': 'x' }, '`README.md`'],
    ['a file that is deleted', { ...none, 'a.md': 'x' }, { [path]: guarded }, '`a.md`'],
    [
      'records that are there',
      { ...none, '.github/dependency-approvals/x.json': '{}' },
      { [path]: guarded, '.github/dependency-approvals/x.json': '{}' },
      'records of decisions',
    ],
    [
      'another file, and through `extends`',
      { [path]: 'version: 1\nextends: ./b.yml\n', '.github/b.yml': 'version: 1\n' },
      { [path]: 'version: 1\nextends: ./b.yml\n', '.github/b.yml': guarded, 'a.md': 'x' },
      '`a.md`',
    ],
  ])('are floor with %s, and it says what to do', async (_, base, head, why) => {
    const { found, said } = await check(base, head);
    expect(found.map(({ codes, floor: isFloor }) => [codes, isFloor])).toEqual([[['approvals-not-alone'], true]]);
    expect(said).toContain(why);
    expect(found[0]?.remediation).toMatch(why === 'records of decisions' ? /administrator/ : /^Split the pull request/);
  });

  const settled = async (...line: readonly string[]) => {
    const states: Readonly<Record<string, Files>> = {
      ...{ none, readme: { ...none, 'a.md': 'x' }, named: { [path]: guarded }, both: { [path]: guarded, 'a.md': 'x' } },
    };
    const { comparison } = await check(none, states['both'] ?? {});
    const steps = line.slice(1).map((commit, at) => ({ base: line[at] ?? '', commit, pulls: [] }));
    const open = (commit: string) => Promise.resolve(memorySnapshot(states[commit] ?? {}));
    return (await withFirstAlone(comparison, { steps, open }))?.observations.map(({ code }) => code);
  };

  test('that come in steps are free where their own step changes nothing else', async () => {
    expect(await settled('none', 'readme', 'both')).toEqual(['policy-changed']);
    expect(await settled('none', 'named', 'both')).toEqual(['policy-changed']);
    expect(await settled('none', 'both')).toBeUndefined();
  });

  test('that come in no step that is known stay floor', async () => {
    expect(await settled('none', 'readme')).toBeUndefined();
    expect(await settled('none')).toBeUndefined();
  });

  test('through another repository, which is not read, count as named', async () => {
    const moved = `version: 1\nextends: { repository: acme/evil, path: p.yml, commit: ${'c'.repeat(40)} }\n`;
    expect(await weigh(none, { [path]: moved, 'a.md': 'x' })).toEqual(['approvals-not-alone floor']);
    expect(await weigh(none, { [path]: moved })).toEqual(['policy-changed warn']);
  });

  test('where nobody is named, before or after, it is the warning that it was', async () => {
    expect(await weigh(none, { [path]: 'version: 1\nmode: observe\n', 'a.md': 'x' })).toEqual(['policy-changed warn']);
    expect(await weigh(none, { [path]: approvals('{ required: 2 }'), 'a.md': 'x' })).toEqual(['policy-changed warn']);
  });
});

describe('an exception for the policy is invalid:', () => {
  const excepting = (file: string, code = 'setting-changed') =>
    `${guarded}exceptions:\n  - { path: ${file}, codes: [${code}], fingerprint: ${'a'.repeat(64)}, reason: Needed., expires: 2026-12-31 }\n`;
  const lint = (text: string, source = path) => lintPolicy({ source, text }, { now: '2026-06-01T00:00:00.000Z' });

  test.each([
    path,
    '.github/dependency-policy.yaml',
    '.github/dependency-approvals/x.json',
    '.github/dependency-approvals',
  ])('for %s', (file) => {
    const [failure] = lint(excepting(file)).failures;
    expect([failure?.message, failure?.line]).toEqual([expect.stringContaining('people decide about the policy'), 4]);
  });

  test('for a policy at another place', () => {
    expect(lint(excepting('ci/policy.yml'), 'ci/policy.yml').warnings).toMatchObject([{ grade: 'weakening', line: 4 }]);
    expect(() => loadPolicy({ source: 'ci/policy.yml', text: excepting('ci/policy.yml') })).toThrow(
      'about the policy itself',
    );
  });

  test.each(['policy-changed', 'record-unproven'])('for the code %s at any path', (code) => {
    expect(lint(excepting('a.yml', code)).failures[0]?.message).toContain('people decide about this one');
  });
});

describe('a policy that is not a file of this repository', () => {
  const policy = { source: 'given.yml', text: guarded };

  test('the file in the repository is not what judges: as it was', async () => {
    expect(await weigh({ [path]: guarded }, { [path]: 'version: 1\n' }, { policy })).toEqual(['policy-changed warn']);
  });

  test('of this very repository, by a ref: floor', async () => {
    const home = { path: 'ci/npm.yml', isJudged: () => Promise.resolve(true) };
    const from = { repository: 'acme/shop', ref: 'main', commit: 'a'.repeat(40) };
    const own = { source: 'acme/shop/ci/npm.yml@main', text: guarded, from, home };
    expect(await weigh({ 'ci/npm.yml': guarded }, { 'ci/npm.yml': 'version: 1\n' }, { policy: own })).toEqual(floor);
  });
});
