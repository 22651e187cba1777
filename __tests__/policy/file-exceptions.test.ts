import { describe, expect, test } from '@jest/globals';

import { withFileStates } from '../../src/compare/file-states.ts';
import type { FileObservation, Finding, Observation, Snapshot } from '../../src/model/index.ts';
import { explainPolicy } from '../../src/policy/explain.ts';
import { lintPolicy } from '../../src/policy/lint.ts';
import { fileCodes } from '../../src/policy/waivable.ts';
import { stateOf } from '../../src/repository/state.ts';
import { rules } from '../../src/rules/index.ts';
import { lockfileRule } from '../support/speaking-rules.ts';
import { judgeUnder } from '../support/judge-policy.ts';
import { loadPolicy } from '../support/load-policy.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

type Writable = { -readonly [K in keyof FileObservation]: FileObservation[K] };

const now = '2026-06-15T12:00:00.000Z';
const path = 'some/file';
const other = 'other/file';
const ends = 'reason: r, expires: 2026-12-31';
const none = 'f'.repeat(64);

/** What an exception for the file would be, with the key that is to differ. */
const entry = (keys: Readonly<Record<string, string>>) =>
  `{ ${Object.entries({ id: 'SEC-1', path, ...keys })
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}, ${ends} }`;
const strictly = (exceptions: string) =>
  `extends: strict\nrules: { gate-config: error, override: error, lockfile: error }\nexceptions: [${exceptions}]`;

const before = { [path]: 'a', [other]: 'b' };
const after = { [path]: 'c', [other]: 'd' };
const all = new Set(fileCodes(rules).keys());

async function identified(
  observation: FileObservation,
  base: Snapshot = memorySnapshot(before),
  head: Snapshot = memorySnapshot(after),
): Promise<readonly Observation[]> {
  return withFileStates([observation], { base: await stateOf(base), head: await stateOf(head) }, all);
}

const judged = (observations: readonly Observation[], exceptions = '', more = {}) =>
  judgeUnder(strictly(exceptions), { dossiers: [], comparison: { observations }, now, ...more });
const first = ({ findings: [found] }: ReturnType<typeof judged>): Finding => {
  if (found === undefined) throw new Error('nothing was found');
  return found;
};

/** An observation of each code, as an example of its rule has it, about the file. */
function exampleOf(code: string): FileObservation {
  const examples = rules.flatMap((rule) => (rule.subject === 'lockfile' ? rule.examples : []));
  const found = examples.find(({ observation }) => observation.code === code && observation.version === undefined);
  if (found === undefined) throw new Error(`no example of ${code}`);
  return { ...found.observation, path, otherFiles: [other] };
}

describe.each([...all])('an exception for %s', (code) => {
  const observation = exampleOf(code);

  test('covers the finding with the content that it was made for, and no other', async () => {
    const observations = await identified(observation);
    const { fingerprint, ...found } = first(judged(observations));
    expect(found).toMatchObject({ level: 'error', floor: false, codes: [code], ofFiles: true, status: 'reported' });
    const exceptions = entry({ codes: `[${code}]`, fingerprint });
    expect(judged(observations, exceptions)).toMatchObject({
      verdict: 'pass',
      findings: [{ status: 'excepted', decision: 'SEC-1', fingerprint }],
    });
    for (const changed of [
      { ...after, [path]: 'e' },
      { ...after, [other]: 'e' },
    ]) {
      const moved = await identified(observation, memorySnapshot(before), memorySnapshot(changed));
      expect(judged(moved, exceptions)).toMatchObject({ verdict: 'fail', findings: [{ status: 'reported' }] });
    }
    const rebased = await identified(observation, memorySnapshot({ ...before, [path]: 'e' }));
    expect(judged(rebased, exceptions).verdict).toBe('fail');
  });
});

describe('the fingerprint of a finding about files', () => {
  const observation = exampleOf('no-lockfile');

  test('is the same where the snapshots know no ids, as two folders do', async () => {
    const plain = { ids: false };
    const folders = await identified(observation, memorySnapshot(before, plain), memorySnapshot(after, plain));
    expect(first(judged(folders)).fingerprint).toBe(first(judged(await identified(observation))).fingerprint);
  });

  test('is the same where ids are those of SHA-256', async () => {
    const longer = (files: typeof before): Snapshot => {
      const snapshot = memorySnapshot(files);
      const list = async () => (await snapshot.list()).map((file) => ({ ...file, id: '0'.repeat(64) }));
      return { ...snapshot, list };
    };
    const other = await identified(observation, longer(before), longer(after));
    expect(first(judged(other)).fingerprint).toBe(first(judged(await identified(observation))).fingerprint);
  });

  test('is never over a count', async () => {
    const counted = await identified({ ...observation, args: { asked: 7 } });
    expect(first(judged(counted)).fingerprint).toBe(first(judged(await identified(observation))).fingerprint);
  });

  test('is another where the file becomes one of another kind', async () => {
    const head = memorySnapshot({ ...after, [path]: { mode: 'symlink', id: 'a'.repeat(40) } });
    const link = first(judged(await identified(observation, memorySnapshot(before), head)));
    expect(link.ofFiles).toBe(true);
    expect(link.fingerprint).not.toBe(first(judged(await identified(observation))).fingerprint);
  });

  test('allows no exception where a file cannot be read: it would be the same for any content', async () => {
    const head = memorySnapshot({ ...after, [path]: { mode: 'symlink' } });
    const observations = await identified(observation, memorySnapshot(before), head);
    const found = first(judged(observations));
    expect(found.ofFiles).toBeUndefined();
    const exceptions = entry({ codes: '[no-lockfile]', fingerprint: found.fingerprint });
    expect(judged(observations, exceptions).verdict).toBe('fail');
  });

  test('allows no exception where a recording of an earlier version names no files', () => {
    const bare: Writable = { ...observation };
    delete bare.otherFiles;
    const { fingerprint } = first(judged([bare]));
    expect(judged([bare], entry({ codes: '[no-lockfile]', fingerprint })).verdict).toBe('fail');
  });

  test('is unchanged for a finding that names a package version', async () => {
    const named = { ...exampleOf('unreachable'), name: 'left-pad', version: '1.3.0' };
    const bare: Writable = { ...named };
    delete bare.otherFiles;
    expect(await identified(named)).toEqual([bare]);
  });
});

describe('an exception for a file covers nothing', () => {
  test.each([
    ['with another path', { path: 'some/files' }],
    ['with another code', { codes: '[override-changed]' }],
    ['with another fingerprint', { fingerprint: none }],
  ])('%s', async (_, differs) => {
    const observations = await identified(exampleOf('setting-changed'));
    const { fingerprint } = first(judged(observations));
    const keys = { codes: '[setting-changed]', fingerprint, ...differs };
    expect(judged(observations, entry(keys))).toMatchObject({ verdict: 'fail', findings: [{ status: 'reported' }] });
  });

  test('that lists only one of the codes of a finding', async () => {
    const both = (
      await Promise.all([exampleOf('competes'), exampleOf('deleted')].map((observation) => identified(observation)))
    ).flat();
    const { fingerprint, codes } = first(judged(both));
    expect(codes).toHaveLength(2);
    expect(judged(both, entry({ codes: '[competes]', fingerprint })).verdict).toBe('fail');
    expect(judged(both, entry({ codes: '[competes, deleted]', fingerprint })).verdict).toBe('pass');
  });

  test('once it has expired', async () => {
    const observations = await identified(exampleOf('setting-changed'));
    const { fingerprint } = first(judged(observations));
    const later = judged(observations, entry({ codes: '[setting-changed]', fingerprint }), {
      now: '2026-12-31T00:00:00.000Z',
    });
    expect(later.verdict).toBe('fail');
    expect(later.findings.map(({ rule, codes }) => [rule, ...codes])).toContainEqual(['exception-hygiene', 'expired']);
  });

  test('that is a floor finding about the same file', async () => {
    const shadowed: Observation = { code: 'shadowed', path, line: 1, args: { winner: other } };
    const observations = [...(await identified(exampleOf('deleted'))), shadowed];
    const { fingerprint, floor } = first(judged(observations));
    expect(floor).toBe(true);
    expect(judged(observations, entry({ codes: '[deleted]', fingerprint })).verdict).toBe('fail');
  });

  test('that is a mandatory finding of a rule, even with its fingerprint', async () => {
    const mandatory = lockfileRule({ id: 'lockfile', messages: { deleted: 'mandatory', competes: 'configured' } });
    const observations = await identified(exampleOf('deleted'));
    const { fingerprint } = first(
      judgeUnder('', { dossiers: [], comparison: { observations }, rules: [mandatory], now }),
    );
    const text = `exceptions: [${entry({ codes: '[competes]', fingerprint })}]`;
    const policy = { dossiers: [], comparison: { observations }, rules: [mandatory], now };
    expect(judgeUnder(text, policy)).toMatchObject({ verdict: 'fail', findings: [{ floor: true, ofFiles: true }] });
  });
});

describe('in a policy', () => {
  const failures = (text: string) =>
    lintPolicy({ source: 'policy.yml', text: `version: 1\nexceptions: [${text}]` }, { now }).failures.map(
      ({ message }) => message,
    );
  const warnings = (text: string) =>
    lintPolicy({ source: 'policy.yml', text: `version: 1\n${text}` }, { now }).warnings.map(({ message }) => message);
  const valid = entry({ codes: '[setting-changed]', fingerprint: none });

  test.each([
    ['without its codes', `{ path: a, fingerprint: ${none}, ${ends} }`, /`exceptions\[0\]\.codes` is missing/],
    ['without its fingerprint', `{ path: a, codes: [deleted], ${ends} }`, /fingerprint` is missing.*64 hex/],
    ['without its path', `{ codes: [deleted], fingerprint: ${none}, ${ends} }`, /path` is missing/],
    ['about a package too', entry({ codes: '[deleted]', fingerprint: none, package: 'a' }), /package`.*about a file/],
    ['with rules', entry({ codes: '[deleted]', fingerprint: none, rules: '[cooldown]' }), /rules`.*about a file/],
    ['with a code of the floor', entry({ codes: '[shadowed]', fingerprint: none }), /part of the floor/],
    ['with a code about packages', entry({ codes: '[too-young]', fingerprint: none }), /findings about files/],
    ['with no such code', entry({ codes: '[delete]', fingerprint: none }), /did you mean `deleted`/],
    ['with a code twice', entry({ codes: '[deleted, deleted]', fingerprint: none }), /is listed twice/],
    ['with a fingerprint cut short', entry({ codes: '[deleted]', fingerprint: 'abc1' }), /64 hex digits/],
    ['with a path that leads out', entry({ path: '../a', codes: '[deleted]', fingerprint: none }), /path of the file/],
    ['about nothing', `{ ${ends} }`, /package` is missing: expected a package with `rules`, or a `path`/],
    ['about a package without rules', `{ package: a, ${ends} }`, /rules` is missing/],
  ])('one %s is refused', (_, text, message) => {
    expect(failures(text)).toContainEqual(expect.stringMatching(message));
  });

  test('has every effective value explained', () => {
    const policy = loadPolicy({ source: 'p.yml', text: `version: 1\nexceptions:\n  - ${valid}\n` });
    const explained = explainPolicy(policy).filter(({ path: name }) => name.startsWith('exceptions'));
    expect(explained.map(({ path: name, value, origin }) => [name, value, origin])).toEqual([
      ['exceptions[0].id', 'SEC-1', 'p.yml:3'],
      ['exceptions[0].path', path, 'p.yml:3'],
      ['exceptions[0].codes', ['setting-changed'], 'p.yml:3'],
      ['exceptions[0].fingerprint', none, 'p.yml:3'],
      ['exceptions[0].reason', 'r', 'p.yml:3'],
      ['exceptions[0].expires', '2026-12-31', 'p.yml:3'],
    ]);
  });

  test('is part of what the policy means', () => {
    const digest = (text: string) => loadPolicy({ source: 'p.yml', text: `version: 1\nexceptions: [${text}]` }).digest;
    const others = [
      entry({ path: 'b', codes: '[setting-changed]', fingerprint: none }),
      entry({ codes: '[program-changed]', fingerprint: none }),
      entry({ codes: '[setting-changed]', fingerprint: 'e'.repeat(64) }),
    ];
    expect(new Set([valid, ...others].map(digest)).size).toBe(4);
  });

  test('is reported where it is never used', () => {
    const expired = valid.replace('2026-12-31', '2026-06-01');
    expect(warnings(`exceptions: [${expired}]`)).toEqual([expect.stringMatching(/`some\/file` expired on 2026-06-01/)]);
    const shadowed = `exceptions:\n  - ${valid}\n  - ${valid.replace('id: SEC-1, ', '')}`;
    expect(warnings(shadowed)).toEqual([expect.stringMatching(/is never used: the earlier one in line 3/)]);
    expect(warnings(`rules: { gate-config: off }\nexceptions: [${valid}]`)).toEqual([
      expect.stringMatching(/turns off only a part of it: `approvals-not-alone`/),
      expect.stringMatching(/waives `setting-changed` of the rule `gate-config`, which is off/),
    ]);
    expect(warnings(`exceptions: [${valid}]`)).toEqual([]);
  });

  test('is unused where an audit finds nothing that it covers, and in use where it does', async () => {
    const observations = await identified(exampleOf('competes'));
    const { fingerprint } = first(judged(observations));
    const audited = (given: readonly Observation[]) =>
      judged(given, entry({ codes: '[competes]', fingerprint }), { comparison: { mode: 'audit', observations: given } })
        .findings.filter(({ rule }) => rule === 'exception-hygiene')
        .map(({ message }) => message);
    expect(audited([])).toEqual([
      'The exception `SEC-1` for `some/file` (`competes`) covers no finding of this audit.',
    ]);
    expect(audited(observations)).toEqual([]);
  });
});
