import { describe, expect, test } from '@jest/globals';

import { coversCodes } from '../../src/decisions/codes.ts';
import type { Dossier } from '../../src/model/index.ts';
import { otherIntegrity } from '../../src/model/example.ts';
import type { DossierPatch } from '../../src/model/rule.ts';
import { presetDefaults } from '../../src/policy/presets.ts';
import { rules } from '../../src/rules/index.ts';
import { absent, dossierOf, history, present, release, unavailable } from '../support/dossier.ts';
import { after, approval, denial, ofKind, onlyPackage, play } from '../support/decisions.ts';

const published = '2026-06-12T14:00:00.000Z';
const hour = (count: number) => new Date(Date.parse(published) + count * 3_600_000).toISOString();
const young = (patch: DossierPatch = {}): Dossier =>
  dossierOf({ ...patch, evidence: { publishedAt: present(published), ...patch.evidence } });
const withHook = (more: DossierPatch = {}) =>
  young({ ...more, evidence: { release: release({ hooks: { postinstall: 'node a.js' } }), ...more.evidence } });
const at = (count: number, dossier = young()) => ({ dossiers: [dossier], now: hour(count) });

describe('still approved', () => {
  test('at hour 73 and on day 31, when fewer codes block', () => {
    const approved = at(70, withHook());
    expect(onlyPackage(approved).codes).toEqual(['cooldown/too-young', 'install-scripts/first-seen']);
    expect(play(approved).verdict).toBe('fail');
    expect(after(approved, at(71, withHook()))).toBe('pass');
    for (const count of [73, 31 * 24]) {
      expect(onlyPackage(at(count, withHook())).codes).toEqual(['install-scripts/first-seen']);
      expect(after(approved, at(count, withHook()))).toBe('pass');
    }
  });

  test('where a finding becomes another one by the passing of time alone', () => {
    const name = {
      firstPublishedAt: present(published),
      downloads: present(3),
      history: history({ '1.3.0': published }),
    };
    const approved = at(70, young({ evidence: name }));
    expect(onlyPackage(approved).codes).toEqual(['cooldown/too-young', 'new-package/young-name']);
    const later = at(31 * 24, young({ evidence: name }));
    expect(onlyPackage(later).codes).toEqual(['new-package/unused']);
    expect(after(approved, later)).toBe('pass');
  });

  test('after pushes that add and drop the trailer of an agent', () => {
    const marked = (branch: string) =>
      young({ evidence: { authorship: present({ branch, people: [] }), provenance: absent } });
    const [person, agent] = [at(70, marked('fix')), at(70, marked('claude/fix'))];
    expect(onlyPackage(person).codes).toEqual(['cooldown/too-young']);
    expect(onlyPackage(agent).codes).toEqual([
      'cooldown/too-young',
      'new-direct-dependency/by-agent',
      'provenance/agent-unproven',
    ]);
    expect(onlyPackage(agent).digest).toBe(onlyPackage(person).digest);
    expect(after(person, agent)).toBe('pass');
    expect(after(agent, person)).toBe('pass');
    expect(after(agent, agent)).toBe('pass');
  });

  test('in the merge queue, where another change of the base lies in between', () => {
    const change: DossierPatch['change'] = { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] };
    const evidence = { predecessor: release({ version: '1.2.0' }) };
    const approved = at(70, young({ change, evidence }));
    const queued = young({ change: { ...change, line: 77, via: [['other', 'left-pad']] }, evidence });
    const entry = dossierOf({ change: { name: 'other' } });
    expect(after(approved, { dossiers: [entry, queued], now: hour(70) })).toBe('pass');
  });

  test('by a policy that was milder then, where every code that blocks is named', () => {
    expect(after(at(70), { ...at(70), policy: 'rules: { cooldown: { minimumReleaseAge: 14d } }' })).toBe('pass');
  });
});

test('a finding that is approved says by whom, in which comment and why, and no other finding does', () => {
  const scene = at(70);
  const approved = [approval(onlyPackage(scene), { id: 1 }), approval(onlyPackage(scene), { id: 2 })];
  const { findings } = play({ ...scene, counted: { approvals: approved, required: 2 } });
  expect(findings.filter(({ status }) => status === 'approved')).toMatchObject([
    {
      rule: 'cooldown',
      decision: onlyPackage(scene).digest,
      coveredBy: {
        ...{ kind: 'decision', id: onlyPackage(scene).digest },
        by: [
          { login: 'person-1', id: 1, comment: '101', reason: 'Read.' },
          { login: 'person-2', id: 2, comment: '102', reason: 'Read.' },
        ],
      },
    },
  ]);
  expect(findings.filter((finding) => finding.status === 'reported' && 'coveredBy' in finding)).toEqual([]);
});

describe('not approved', () => {
  test.each([
    [
      'where the bytes are others',
      young({
        change: { pins: [{ integrity: otherIntegrity, line: 10, places: 1 }] },
        evidence: { release: release({ integrity: otherIntegrity }) },
      }),
    ],
    ['where it moved from dev to prod', young({ change: { dependencyTypes: ['dev'] } })],
    [
      'where there is a new advisory',
      young({
        evidence: {
          advisories: present({
            state: 'known',
            records: [{ id: 'GHSA-1', severity: 'low', malware: false, exact: false }],
          }),
        },
      }),
    ],
    ['where its license could be read and cannot any more', young({ evidence: { license: unavailable() } })],
  ])('%s', (_, dossier) => {
    expect(after(at(70), at(70, dossier))).toBe('fail');
  });

  test('where a rule became stricter, and so a code blocks that nobody named', () => {
    const hooked = at(100, withHook());
    const milder = { ...at(70, withHook()), policy: 'rules: { install-scripts: warn }' };
    expect(onlyPackage(milder).codes).toEqual(['cooldown/too-young']);
    expect(onlyPackage(milder).digest).toBe(onlyPackage(hooked).digest);
    expect(after(milder, hooked)).toBe('fail');
  });

  test('by somebody who named only a part of what blocks', () => {
    const scene = at(70, withHook());
    const entry = onlyPackage(scene);
    const approvals = [
      approval(entry, { codes: ['cooldown/too-young'] }),
      approval(entry, { id: 2, codes: ['install-scripts/first-seen'] }),
    ];
    expect(play({ ...scene, counted: { approvals } }).verdict).toBe('fail');
  });

  test('by fewer people than are required, however often one of them says it', () => {
    const scene = at(70);
    const entry = onlyPackage(scene);
    const one = approval(entry);
    const twice = { approvals: [one, { ...one, comment: '999' }], required: 2 };
    expect(play({ ...scene, counted: twice }).verdict).toBe('fail');
    expect(play({ ...scene, counted: { approvals: [one, approval(entry, { id: 2 })], required: 2 } }).verdict).toBe(
      'pass',
    );
    expect(play({ ...scene, counted: { approvals: [], required: 0 } }).verdict).toBe('fail');
  });

  test('by an approval of another artifact, though it names the same twelve digits', () => {
    const scene = at(70);
    const entry = onlyPackage(scene);
    const digest = `${entry.digest.slice(0, 12)}${'0'.repeat(52)}`;
    expect(play({ ...scene, counted: { approvals: [approval({ ...entry, digest })] } }).verdict).toBe('fail');
  });

  test('where something of it cannot be decided', () => {
    const scene = at(70);
    const entry = onlyPackage(scene);
    const floor = young({
      evidence: {
        malware: present({
          state: 'known',
          records: [{ id: 'MAL-1', severity: 'critical', malware: true, exact: true }],
        }),
      },
    });
    const { verdict, findings } = play({ ...at(70, floor), counted: { approvals: [approval(entry)] } });
    expect(verdict).toBe('fail');
    expect(findings.filter(({ status }) => status === 'approved')).toEqual([]);
  });
});

test('what is approved says by which decision, and what only warns stays as it is', () => {
  const scene = at(70, withHook({ change: { aliases: ['pad'] } }));
  const entry = onlyPackage(scene);
  const { findings } = play({ ...scene, counted: { approvals: [approval(entry)] } });
  expect(findings.map(({ rule, status, decision }) => [rule, status, decision])).toEqual([
    ['alias', 'reported', null],
    ['cooldown', 'approved', entry.digest],
    ['install-scripts', 'approved', entry.digest],
  ]);
});

test('an approval of one of many that share a cause leaves the others, and their finding is about them alone', () => {
  const repacked = (name: string) =>
    dossierOf({
      change: { name },
      publicRegistry: false,
      evidence: { registrySignature: present({ state: 'invalid', check: 'signature' }) },
    });
  const dossiers = ['a', 'b', 'c'].map(repacked);
  const [first] = ofKind(play({ dossiers }).blocked, 'package');
  const { findings, verdict } = play({ dossiers, counted: { approvals: [approval(first as never)] } });
  expect(verdict).toBe('fail');
  expect(findings.map(({ name, packages, status }) => [name, packages, status])).toEqual([
    [null, 2, 'reported'],
    ['a', undefined, 'approved'],
  ]);
});

describe('a denial', () => {
  test('blocks a version though nothing else does, in each lockfile that has it', () => {
    const dossiers = ['a/package-lock.json', 'b/package-lock.json'].map((lockfile) =>
      dossierOf({ change: { lockfile } }),
    );
    expect(play({ dossiers }).verdict).toBe('pass');
    const { verdict, findings } = play({ dossiers, counted: { denials: [denial()] } });
    expect(verdict).toBe('fail');
    expect(findings).toMatchObject(
      ['a/package-lock.json', 'b/package-lock.json'].map((lockfile) => ({
        ...{
          rule: 'deny',
          codes: ['denied-by-decision'],
          level: 'error',
          outcome: 'violation',
          lockfile,
          status: 'reported',
        },
        message: '`left-pad@1.3.0` was denied by `ann`: `No.`.',
      })),
    );
  });

  test('stays whatever approves the version', () => {
    const scene = at(70);
    const entry = onlyPackage(scene);
    const { verdict, findings } = play({ ...scene, counted: { approvals: [approval(entry)], denials: [denial()] } });
    expect(verdict).toBe('fail');
    expect(findings.map(({ rule, status }) => [rule, status])).toEqual([
      ['cooldown', 'reported'],
      ['deny', 'reported'],
    ]);
  });

  test.each([
    'rules: { deny: off }',
    'rules: { deny: warn }',
    'extends: audit',
    'exceptions:\n  - { package: left-pad, rules: [cooldown], reason: Read., expires: 2026-12-31 }',
  ])('is lowered by no policy: %s', (policy) => {
    const { findings, verdict } = play({ dossiers: [dossierOf()], policy, counted: { denials: [denial()] } });
    expect(findings).toMatchObject([{ rule: 'deny', level: 'error', status: 'reported' }]);
    expect(verdict).toBe('fail');
  });

  test('is a warning under `mode: observe`, as every error is', () => {
    expect(play({ dossiers: [dossierOf()], policy: 'mode: observe', counted: { denials: [denial()] } }).verdict).toBe(
      'warn',
    );
  });

  test('is about one version of one name from a registry', () => {
    const git = dossierOf({ change: { source: { kind: 'git', spec: 'git+https://github.com/a/b.git#main' } } });
    const removed = dossierOf({ change: { kind: 'removed' } });
    for (const dossier of [
      dossierOf({ change: { version: '1.3.1' } }),
      dossierOf({ change: { name: 'right-pad' } }),
      git,
      removed,
    ]) {
      const { findings } = play({ dossiers: [dossier], counted: { denials: [denial()] } });
      expect(findings.filter(({ rule }) => rule === 'deny')).toEqual([]);
    }
  });

  test('holds for another use, another base and another lockfile, and beside a denial by the policy', () => {
    const dev = dossierOf({
      change: { dependencyTypes: ['dev'], kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
    });
    expect(play({ dossiers: [dev], counted: { denials: [denial()] } }).verdict).toBe('fail');
    const policy = 'deny: [{ package: left-pad, reason: Loses characters. }]';
    const { findings } = play({ dossiers: [dossierOf()], policy, counted: { denials: [denial()] } });
    expect(findings.flatMap(({ codes }) => codes).sort()).toEqual(['denied', 'denied-by-decision']);
  });

  test('lets no third-party text out', () => {
    const hostile = {
      ...denial('left-pad', '1.3.0', '`\n::error::x <img>'),
      account: { id: 7, login: '`x`', type: 'User' as const },
    };
    const { findings } = play({ dossiers: [dossierOf()], counted: { denials: [hostile] } });
    expect(
      findings[0]?.message
        .split('`')
        .filter((__, index) => index % 2 === 0)
        .join(''),
    ).not.toMatch(/::error|<img|\n/);
  });
});

describe('files', () => {
  const path = 'package.json';
  const state = { mode: 'file', id: 'a'.repeat(40) } as const;
  const observation = {
    code: 'override-changed',
    path,
    line: 3,
    args: { field: 'overrides' },
    files: [{ path, before: state, after: state }],
  } as const;
  const scene = (sha256: string) => ({
    observations: [observation],
    policy: 'rules: { override: error }',
    bytesOf: () => ({ mode: '100644', sha256 }),
  });

  test('are approved for these bytes, by a line that names no code', () => {
    const [entry] = ofKind(play(scene('ab'.repeat(32))).blocked, 'file');
    const approvals = [approval(entry as never, { codes: [] })];
    expect(play({ ...scene('ab'.repeat(32)), counted: { approvals } }).verdict).toBe('pass');
    expect(play({ ...scene('cd'.repeat(32)), counted: { approvals } }).verdict).toBe('fail');
  });
});

test('of the agents alone, nothing but the decision itself is asked for', () => {
  expect(
    coversCodes(
      [],
      ['new-direct-dependency/by-agent', 'new-direct-dependency/undecided', 'provenance/agent-unproven'],
      rules,
    ),
  ).toBe(true);
  expect(coversCodes([], ['provenance/missing'], rules)).toBe(false);
  expect(coversCodes(['new-package/unused'], ['new-package/young-name'], rules)).toBe(false);
  expect(coversCodes(['cooldown/constructor'], ['cooldown/toString'], rules)).toBe(false);
  const asking = rules.flatMap(({ id, messages }) =>
    Object.entries(messages).flatMap(([code, { asksForDecision }]) => (asksForDecision ? `${id}/${code}` : [])),
  );
  expect(asking).toEqual([
    'new-direct-dependency/by-agent',
    'new-direct-dependency/changed-by-agent',
    'new-direct-dependency/undecided',
    'provenance/agent-unproven',
  ]);
});

test('what a message becomes is a message of the same rule, and no floor', () => {
  const { settings } = presetDefaults('strict', rules);
  expect(settings.size).toBe(rules.length);
  for (const rule of rules) {
    for (const { becomes = [] } of Object.values(rule.messages)) {
      for (const code of becomes) expect(rule.messages[code]?.severity).not.toBe('mandatory');
      expect(becomes.every((code) => Object.hasOwn(rule.messages, code))).toBe(true);
    }
  }
});

test('no code that blocks under `strict` comes from nothing but time, except where silence itself is the finding', () => {
  const patches = rules.flatMap((rule) => (rule.subject === 'package' ? rule.examples.map((one) => one.dossier) : []));
  const found = new Set<string>();
  for (const patch of patches) {
    const dossier = dossierOf(patch);
    const [first, ...later] = [0, 24 * 31, 24 * 91, 24 * 400].map((hours) => {
      const now = new Date(Date.parse('2026-06-15T12:00:00.000Z') + hours * 3_600_000).toISOString();
      return ofKind(play({ dossiers: [dossier], policy: 'extends: strict', now }).blocked, 'package');
    });
    for (const { codes } of later.flat()) {
      const named = first?.[0]?.codes ?? [];
      if (named.length > 0) for (const code of codes) if (!coversCodes(named, [code], rules)) found.add(code);
    }
  }
  expect([...found].sort()).toEqual(['abandonment/dormant']);
});
