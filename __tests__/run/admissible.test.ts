import { describe, expect, test } from '@jest/globals';

import type { Finding, Requirement } from '../../src/model/index.ts';
import { rules } from '../../src/rules/index.ts';
import { admissibleVersion } from '../../src/run/admissible.ts';
import type { Run } from '../../src/run/request.ts';
import { useInstead } from '../../src/run/use-instead.ts';
import { dossierOf, history } from '../support/dossier.ts';
import { loadPolicy } from '../support/load-policy.ts';

/** Which version is offered in the place of one that is blocked, and which other package. */

const now = '2026-06-10T00:00:00.000Z';
const old = '2025-01-01T00:00:00.000Z';

const finding = (patch: Partial<Finding>): Finding => ({
  ...{ rule: 'malware', level: 'error', floor: true, outcome: 'violation', codes: ['malicious'] },
  ...{ name: 'left-pad', version: '2.0.0', message: '', remediation: '', lockfile: '', line: 1, places: 1 },
  ...{ fingerprint: '', status: 'reported', decision: null },
  ...patch,
});

/** A run about one version of `left-pad`, whose registry lists these. */
function runOf(
  version: string,
  {
    listed = { '1.0.0': old, '1.1.0': old, '1.2.0': old, '2.0.0': old },
    more = {},
    policy = '',
    findings = [],
    verdict = 'fail',
  }: {
    readonly listed?: Readonly<Record<string, string>>;
    readonly more?: Parameters<typeof history>[1];
    readonly policy?: string;
    readonly findings?: readonly Finding[];
    readonly verdict?: Run['judgement']['verdict'];
  } = {},
): Run {
  const dossier = dossierOf({ change: { version }, evidence: { history: history(listed, more) } });
  const comparison: Run['comparison'] = {
    ...{ mode: 'check', head: 'head', lockfiles: [], observations: [], errors: [], changes: [dossier.change] },
  };
  const effective = loadPolicy({ source: 'policy.yml', text: `version: 1\n${policy}` }, { rules });
  return {
    ...{ now, trust: {}, whole: comparison, comparison, collected: { dossiers: [dossier], answers: [] } },
    ...{ effective, judgement: { verdict, findings }, failed: false },
  };
}

const asked = (spec: string): Requirement => ({ name: 'left-pad', spec, type: 'prod' });

/** What is offered where these versions, and no other, are admitted; and which were tried. */
async function offered(blocked: Run, spec: string, verdicts: Readonly<Record<string, Run>> = {}) {
  const tried: string[] = [];
  const version = await admissibleVersion(blocked, asked(spec), ({ spec: one }) => {
    tried.push(one);
    return Promise.resolve(verdicts[one] ?? runOf(one));
  });
  return { version, tried };
}

const admitted = (version: string, findings: readonly Finding[] = []) => runOf(version, { verdict: 'warn', findings });

describe('the version that is offered', () => {
  test('is the newest in the range that was asked for, and outside it only where none in it is admitted', async () => {
    const verdicts = { '1.1.0': admitted('1.1.0'), '2.0.0': admitted('2.0.0') };
    expect(await offered(runOf('1.2.0'), '^1', verdicts)).toEqual({ version: '1.1.0', tried: ['1.1.0'] });
    const outside = { '2.0.0': admitted('2.0.0') };
    expect(await offered(runOf('1.2.0'), '^1', outside)).toEqual({
      version: '2.0.0',
      tried: ['1.1.0', '1.0.0', '2.0.0'],
    });
  });

  test('may be one that is locked and judged beside the one that would be installed, as where that one is named', async () => {
    const installed = runOf('2.0.0');
    const locked = dossierOf({ change: { version: '1.2.0', previousVersion: '1.2.0', kind: 'updated' } });
    const beside = {
      ...installed,
      collected: { ...installed.collected, dossiers: [...installed.collected.dossiers, locked] },
    };
    const verdicts = { '1.2.0': admitted('1.2.0') };
    expect(await offered(beside, '*', verdicts)).toEqual(await offered(installed, '*', verdicts));
    expect((await offered(beside, '*', verdicts)).version).toBe('1.2.0');
  });

  test('is one that the pipeline admits: what is blocked, by the floor too, is never offered', async () => {
    expect((await offered(runOf('2.0.0'), '*')).version).toBeNull();
  });

  test('is none that could not be judged completely, even where the policy lets that pass as a warning', async () => {
    const open = finding({ floor: false, level: 'warn', outcome: 'indeterminate', version: '1.2.0' });
    const verdicts = { '1.2.0': admitted('1.2.0', [open]), '1.1.0': admitted('1.1.0') };
    expect((await offered(runOf('2.0.0'), '*', verdicts)).version).toBe('1.1.0');
  });

  test('is none of a run that failed', async () => {
    const verdicts = { '1.2.0': { ...admitted('1.2.0'), failed: true } };
    expect((await offered(runOf('2.0.0'), '*', verdicts)).version).toBeNull();
  });

  test('is none of a run that judged another version', async () => {
    expect((await offered(runOf('2.0.0'), '*', { '1.1.0': admitted('1.0.0') })).version).toBeNull();
  });

  test('is found in five tries or not at all', async () => {
    const listed = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((minor) => [`1.${minor}.0`, old]));
    const { version, tried } = await offered(runOf('1.8.0', { listed }), '*', { '1.1.0': admitted('1.1.0') });
    expect([version, tried.length]).toEqual([null, 5]);
  });

  test('is not spent on prereleases, deprecated ones, those that are too young, and what the policy denies', async () => {
    const listed = {
      ...{ '1.0.0': old, '1.1.0': old, '1.2.0': old, '1.3.0-rc.1': old },
      ...{ '1.4.0': '2026-06-09T00:00:00.000Z', '2.0.0': old },
    };
    const policy = 'deny: [{ package: "left-pad@1.2.0", reason: r }]\n';
    const blocked = runOf('2.0.0', { listed, policy, more: { '1.1.0': { deprecated: true } } });
    expect((await offered(blocked, '*')).tried).toEqual(['1.0.0']);
  });

  test('is not looked for where every version is blocked alike: an agent proposes it', async () => {
    const byAgent = finding({ rule: 'new-direct-dependency', floor: false, codes: ['by-agent'] });
    expect((await offered(runOf('2.0.0', { findings: [byAgent] }), '*')).tried).toEqual([]);
  });

  test('of an alias is asked for by its alias', async () => {
    const tried: string[] = [];
    await admissibleVersion(runOf('2.0.0'), { name: 'pad', spec: 'npm:left-pad@^1', type: 'prod' }, (one) => {
      tried.push(`${one.name} ${one.spec}`);
      return Promise.resolve(runOf('2.0.0'));
    });
    expect(tried[0]).toBe('pad npm:left-pad@1.2.0');
  });
});

describe('another package', () => {
  const unknown = (name: string) => finding({ rule: 'existence', codes: ['unknown-name'], name });
  const denied = finding({ rule: 'deny', floor: false, codes: ['denied'] });
  const instead = (policy: string, findings: readonly Finding[], name = 'left-pad') =>
    useInstead(runOf('2.0.0', { policy, findings }), name, '2.0.0');

  test('is the nearest well-known name of one that nobody published, and never one that the policy denies', async () => {
    expect(await instead('', [unknown('left-padd')], 'left-padd')).toBe('left-pad');
    const denies = 'deny: [{ package: left-pad, reason: r }]\n';
    expect(await instead(denies, [unknown('left-padd')], 'left-padd')).not.toBe('left-pad');
  });

  test('is what the policy says of one that it denies, if that is a name', async () => {
    const says = (text: string) => `deny: [{ package: left-pad, reason: r, useInstead: "${text}" }]\n`;
    expect(await instead(says('just-pad'), [denied])).toBe('just-pad');
    expect(await instead(says('Ask us.'), [denied])).toBeNull();
  });

  test('is the name of a spec that the policy says, and none of what only looks like one', async () => {
    const says = (text: string) => `deny: [{ package: left-pad, reason: r, useInstead: "${text}" }]\n`;
    for (const spec of ['just-pad@1.1.0', 'just-pad@^1 || 3', 'just-pad@latest']) {
      expect(await instead(says(spec), [denied])).toBe('just-pad');
    }
    expect(await instead(says('@acme/pad@2'), [denied])).toBe('@acme/pad');
    for (const prose of [
      'Ask us.',
      'use just-pad@1 instead',
      'just-pad@ ask us',
      'just-pad@',
      'security@acme.example',
    ]) {
      expect(await instead(says(prose), [denied])).toBeNull();
    }
  });

  test('is none of one that is there, of a well-known one, and of one with a release that is not deprecated', async () => {
    expect(await instead('', [])).toBeNull();
    expect(await instead('', [denied])).toBeNull();
    const more = { '1.0.0': { deprecated: true }, '2.0.0': { deprecated: true } };
    const givenUp = (kept: string) => {
      const listed = { '1.0.0': old, '2.0.0': old, ...(kept && { [kept]: old }) };
      const run = runOf('2.0.0', { listed, more });
      const [dossier] = run.collected.dossiers;
      if (dossier === undefined) throw new Error('no dossier');
      const renamed = { ...dossier, change: { ...dossier.change, name: 'left-padd' } };
      return useInstead({ ...run, collected: { ...run.collected, dossiers: [renamed] } }, 'left-padd', '2.0.0');
    };
    expect(await givenUp('')).toBe('left-pad');
    expect(await givenUp('2.1.0')).toBeNull();
  });
});
