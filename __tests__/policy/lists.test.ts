import { describe, expect, test } from '@jest/globals';

import type { Dossier } from '../../src/model/index.ts';
import { verifiedProvenance } from '../../src/model/example.ts';
import { absent, dossierOf, present, without } from '../support/dossier.ts';
import { brief, judgeUnder } from '../support/judge-policy.ts';
import { loadPolicy } from '../support/load-policy.ts';

const old = 'deny: [{ package: "left-pad@<2", reason: "Eleven lines, *really*.", useInstead: String.padStart }]\n';
const spoken = (policy: string, dossier: Dossier, now?: string) =>
  brief(judgeUnder(policy, { dossiers: [dossier], ...(now === undefined ? {} : { now }) }));
const load = (text: string) => loadPolicy({ source: 'p', text: `version: 1\n${text}` });

describe('deny', () => {
  test('says why and what to use instead, in words that cannot pass for ours', () => {
    const { findings, verdict } = judgeUnder(old, { dossiers: [dossierOf()] });
    expect(verdict).toBe('fail');
    expect(findings[0]?.message).toContain('`left-pad@<2`): `Eleven lines, *really*.`');
    expect(findings[0]?.remediation).toBe('Use `String.padStart` instead.');
  });

  test('no exception, no publisher and no profile covers it', () => {
    const publisher =
      'publishers: [{ packages: [left-pad], identity: { account: alice }, start: 2026-01-01, end: 2026-12-31, waives: [cooldown], reason: r }]\n';
    const exception = 'exceptions: [{ package: left-pad, rules: [deny], reason: r, expires: 2026-12-31 }]';
    expect(() => load(`${old}${exception}`)).toThrow(/remove the entry from `deny`/);
    expect(() => load(publisher.replace('cooldown', 'deny'))).toThrow(/remove the entry from `deny`/);
    expect(spoken(`${old}${publisher}`, dossierOf())).toEqual([['deny', 'reported', 'error', null]]);
  });

  test.each([
    ['the version', { version: '1.3.0' }, true],
    ['a later version', { version: '2.0.0' }, false],
    ['a prerelease of the range', { version: '1.4.0-rc.1' }, true],
    [
      'a version that is no version',
      { version: 'main', source: { kind: 'git', spec: 'git+https://x' } as const },
      true,
    ],
    ['another name under this alias', { name: 'other', version: '1.0.0', aliases: ['left-pad'] }, true],
    ['another name', { name: 'left-pads' }, false],
  ])('%s', (_, change, denied) => {
    expect(spoken(old, dossierOf({ change })).some(([rule]) => rule === 'deny')).toBe(denied);
  });

  test.each(['"*"', '"@*/*"', '"**"'])('%s is refused: it would take in every package', (name) => {
    expect(() => load(`deny: [{ package: ${name}, reason: r }]`)).toThrow(/wildcards alone/);
  });
});

describe('allow', () => {
  test('lets in only what it lists, and waives nothing', () => {
    expect(spoken('allow: ["@acme/*"]', dossierOf())).toEqual([['allow', 'reported', 'error', null]]);
    expect(spoken('allow: ["left-*@^1"]', dossierOf())).toEqual([]);
    const young = dossierOf({ evidence: { publishedAt: present('2026-06-15T00:00:00.000Z') } });
    expect(spoken('allow: [left-pad]', young)).toContainEqual(['cooldown', 'reported', 'error', null]);
  });

  test('an exception lets in one that is not listed, and a git source is asked about too', () => {
    const exception = 'exceptions: [{ id: E, package: left-pad, rules: [allow], reason: r, expires: 2026-12-31 }]';
    expect(spoken(`allow: [other]\n${exception}`, dossierOf())).toEqual([['allow', 'excepted', 'error', 'E']]);
    const git = dossierOf({ change: { source: { kind: 'git', spec: 'git+https://x' } } });
    expect(spoken('allow: [other]', git)).toContainEqual(['allow', 'reported', 'error', null]);
    const workspace = dossierOf({ change: { source: { kind: 'workspace' } } });
    expect(spoken('allow: [other]', workspace).filter(([rule]) => rule === 'allow')).toEqual([]);
  });
});

describe('publishers', () => {
  const entry = (identity: string, more = 'waives: [cooldown]') =>
    `publishers: [{ packages: [left-pad], identity: { ${identity} }, start: 2026-01-01, end: 2026-06-15, ${more}, reason: r }]`;
  const built = 'sourceRepository: "https://github.com/acme/left-pad"';
  const young = (evidence: Partial<Dossier['evidence']>) =>
    dossierOf({ evidence: { publishedAt: present('2026-06-15T00:00:00.000Z'), ...evidence } });
  const cooldown = (policy: string, dossier: Dossier, now?: string) =>
    spoken(policy, dossier, now).find(([rule]) => rule === 'cooldown');
  const waived = ['cooldown', 'excepted', 'error', 'publishers[0]'];
  const stands = ['cooldown', 'reported', 'error', null];

  test.each([
    ['the repository', built, true],
    ['workflow and ref too', `${built}, workflow: .github/workflows/release.yml, ref: refs/heads/main`, true],
    ['another repository', 'sourceRepository: "https://github.com/acme/left-pad2"', false],
    ['another spelling', 'sourceRepository: "https://github.com/Acme/left-pad"', false],
    ['another workflow', `${built}, workflow: .github/workflows/ci.yml`, false],
    ['another ref', `${built}, ref: refs/heads/next`, false],
    ['a ref that only starts the same', `${built}, ref: refs/heads/mai`, false],
  ])('by verified provenance: %s', (_, identity, covers) => {
    expect(cooldown(entry(identity), young({ provenance: verifiedProvenance() }))).toEqual(covers ? waived : stands);
  });

  test('what only the statement claims, an invalid, an absent and an unavailable provenance waive nothing', () => {
    const policy = entry(built);
    const claimed = verifiedProvenance({ claimed: ['builder', 'sourceRepository'] });
    expect(cooldown(policy, young({ provenance: claimed }))).toEqual(stands);
    const invalid = present({ state: 'invalid' as const, failed: [{ kind: 'provenance' as const, check: 'subject' }] });
    expect(cooldown(policy, young({ provenance: invalid }))).toEqual(stands);
    expect(cooldown(policy, young({ provenance: absent }))).toEqual(stands);
    expect(cooldown(policy, without(young({}), 'provenance'))).toEqual(stands);
  });

  test('what it covers carries its reason, and the day after its last one', () => {
    const policy = entry('account: alice');
    const { findings } = judgeUnder(policy, { dossiers: [young({})] });
    expect(findings.find(({ rule }) => rule === 'cooldown')?.coveredBy).toEqual({
      ...{ kind: 'publisher', id: 'publishers[0]', reason: 'r', expires: '2026-06-16', origin: 'policy.yml:2' },
    });
  });

  test('by account, and by the configuration of a trusted publisher', () => {
    expect(cooldown(entry('account: alice'), young({}))).toEqual(waived);
    expect(cooldown(entry('account: alic'), young({}))).toEqual(stands);
    const oidc = { name: 'alice', trustedPublisher: { id: 'github', oidcConfigId: 'c1' } };
    const byOidc = (id: string) => entry(`trustedPublisher: github, oidcConfigId: ${id}`);
    expect(cooldown(byOidc('c1'), young({ publisher: present(oidc) }))).toEqual(waived);
    expect(cooldown(byOidc('c2'), young({ publisher: present(oidc) }))).toEqual(stands);
    expect(cooldown(entry('account: alice'), young({ publisher: present(oidc) }))).toEqual(stands);
  });

  test('from the start of the first day to the end of the last', () => {
    const dossier = dossierOf({
      evidence: { publishedAt: present('2026-01-01T00:00:00.000Z'), provenance: verifiedProvenance() },
    });
    const at = (now: string) => cooldown(entry(built).replace('2026-06-15', '2026-01-02'), dossier, now);
    expect(at('2025-12-31T23:59:59.999Z')).toEqual(stands);
    expect(at('2026-01-01T00:00:00.000Z')).toEqual(waived);
    expect(at('2026-01-02T23:59:59.999Z')).toEqual(waived);
    expect(at('2026-01-03T00:00:00.000Z')).toEqual(stands);
  });

  test('never the floor, and only the rules and packages that it names', () => {
    const missing = young({ existence: absent, provenance: verifiedProvenance() });
    expect(spoken(entry(built), missing)).toEqual([['existence', 'reported', 'error', null]]);
    expect(cooldown(entry(built, 'waives: [new-package]'), young({ provenance: verifiedProvenance() }))).toEqual(
      stands,
    );
    const other = entry(built).replace('[left-pad]', '["left-pad@<1.3.0"]');
    expect(cooldown(other, young({ provenance: verifiedProvenance() }))).toEqual(stands);
  });

  test('whoever else publishes is spoken of, and unavailable provenance is indeterminate', () => {
    const policy = entry(built, 'waives: []');
    const publisher = (dossier: Dossier) =>
      judgeUnder(policy, { dossiers: [dossier] })
        .findings.filter(({ rule }) => rule === 'publisher')
        .flatMap(({ codes }) => codes);
    expect(publisher(dossierOf({ evidence: { provenance: verifiedProvenance() } }))).toEqual([]);
    expect(publisher(dossierOf())).toEqual(['unlisted']);
    expect(publisher(without(dossierOf(), 'provenance'))).toEqual(['unavailable-provenance']);
  });

  test.each([
    ['longer than a year', entry(built).replace('2026-06-15', '2027-06-15'), /at most a year after/],
    ['an end before the start', entry(built).replace('2026-06-15', '2025-06-15'), /not before `start`/],
    ['a bare star', entry(built).replace('[left-pad]', '["*"]'), /wildcards alone/],
    ['an unknown rule', entry(built, 'waives: [cooldwon]'), /expected the id of a rule/],
    ['the floor', entry(built, 'waives: [existence]'), /part of the floor/],
    ['no identity', entry(''), /identity/],
    ['an unknown part of an identity', entry(`${built}, branch: main`), /unknown key `branch`/],
  ])('%s is refused', (_, text, message) => {
    expect(() => load(text)).toThrow(message);
  });
});

describe('hygiene of publishers', () => {
  const entry = (name: string, end = '2026-12-31') =>
    `publishers:\n  - { packages: [${name}], identity: { account: alice }, start: 2026-01-01, end: ${end}, waives: [cooldown], reason: r }\n`;
  const said = (policy: string, mode: 'audit' | 'check' = 'audit', dossiers = [dossierOf()]) =>
    judgeUnder(policy, { dossiers, comparison: { mode } })
      .findings.filter(({ rule }) => rule === 'exception-hygiene')
      .map(({ codes, lockfile, line, level }) => [codes, `${lockfile}:${line}`, level]);

  test('one that has ended is said, once, where it stands', () => {
    expect(said(entry('left-pad', '2026-06-01'))).toEqual([[['publisher-ended'], 'policy.yml:3', 'warn']]);
    expect(said(entry('left-pad', '2026-06-01'), 'check')).toHaveLength(1);
    expect(said(`${entry('right-pad', '2026-06-01')}rules: { exception-hygiene: error }\n`)).toEqual([
      [['publisher-ended'], 'policy.yml:3', 'error'],
    ]);
  });

  test('one about nothing that is locked is said in audits only; one that waives nothing today is in use', () => {
    expect(said(entry('right-pad'))).toEqual([[['publisher-unused'], 'policy.yml:3', 'warn']]);
    expect(said(entry('right-pad'), 'check')).toEqual([]);
    expect(said(entry('left-pad'))).toEqual([]);
  });

  test('one that has not begun is not said to have ended; one under a rule that is off is not said at all', () => {
    const later = entry('left-pad').replace('2026-01-01', '2026-08-01');
    expect(said(later)).toEqual([]);
    expect(said(`${entry('right-pad')}rules: { exception-hygiene: off }\n`)).toEqual([]);
  });
});
