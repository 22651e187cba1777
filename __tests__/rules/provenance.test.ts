import { describe, expect, test } from '@jest/globals';

import { buildIdentity, history, verifiedProvenance } from '../../src/model/example.ts';
import { optionsSchema } from '../../src/policy/schema/options.ts';
import provenance from '../../src/rules/provenance.ts';
import { absent, dossierOf, present, unavailable } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const built = (identity: Parameters<typeof verifiedProvenance>[0] = {}) =>
  dossierOf({ evidence: { provenance: verifiedProvenance(identity) } });
const without = dossierOf({ evidence: { provenance: absent } });
const expecting = (fields: object, packages: readonly string[] = ['left-pad']) => ({
  options: { expect: [{ packages, ...fields }] },
});

describe('missing and invalid', () => {
  test('a missing one is a note, and has the level that a policy gives the rule', () => {
    expect(judge(provenance, [without])[0]).toMatchObject({ level: 'note', codes: ['missing'] });
    expect(judge(provenance, [without], { level: 'error' })[0]?.level).toBe('error');
  });

  const direct = { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] } as const;
  const at = '2025-06-01T00:00:00.000Z';
  const before = (attested: boolean) => ({ history: history({ '1.2.0': at }, { '1.2.0': { attested } }) });
  const updated = (change: object, evidence: object) =>
    dossierOf({ change: { ...direct, ...change }, evidence: { provenance: absent, ...evidence } });

  test('a direct dependency whose version before had one has lost it', () => {
    expect(codesOf(provenance, updated({}, before(true)))).toEqual(['lost']);
    expect(codesOf(provenance, updated({}, before(false)))).toEqual(['missing']);
    expect(codesOf(provenance, updated({ direct: false }, before(true)))).toEqual(['missing']);
    expect(codesOf(provenance, updated({ ...direct, kind: 'added', baseVersions: [] }, before(true)))).toEqual([
      'lost',
    ]);
  });

  test('whether it was lost is not known without the history', () => {
    const unread = updated({}, { history: unavailable('network', 'HTTP 503') });
    expect(judge(provenance, [unread])[0]).toMatchObject({ outcome: 'indeterminate', level: 'error' });
    const transitive = updated({ direct: false }, { history: unavailable('network', 'HTTP 503') });
    expect(codesOf(provenance, transitive)).toEqual(['missing']);
  });

  test('attestations without a provenance among them are a missing one', () => {
    const dossier = dossierOf({ evidence: { provenance: present({ state: 'no-provenance' }) } });
    expect(codesOf(provenance, dossier)).toEqual(['missing']);
  });

  test('every attestation that fails is named, also of an indirect dependency', () => {
    const failed = [
      { kind: 'provenance', check: 'subject-digest' },
      { kind: 'publish', check: 'unknown-key' },
    ] as const;
    const dossier = dossierOf({
      change: { direct: false },
      evidence: { provenance: present({ state: 'invalid', failed }) },
    });
    const [finding] = judge(provenance, [dossier], { options: { depth: 'direct' } });
    expect(finding).toMatchObject({ level: 'error', codes: ['invalid'] });
    expect(finding?.message).toMatch(/`subject-digest`.*`unknown-key`/);
  });

  test('one that could not be read is indeterminate, also of an indirect dependency: it may be invalid', () => {
    const dossier = dossierOf({ change: { direct: false }, evidence: { provenance: unavailable() } });
    const [finding] = judge(provenance, [dossier], { options: { depth: 'direct' } });
    expect(finding).toMatchObject({ outcome: 'indeterminate', level: 'error' });
  });
});

describe('expectations', () => {
  const { sourceRepository: repository, workflow, ref, runner, builder } = buildIdentity;

  test('of a builder are not met by a workflow that did not sign', () => {
    const delegated = 'https://github.com/slsa/builder/.github/workflows/b.yml@refs/tags/v2';
    const wanted = expecting({ builder: delegated });
    expect(codesOf(provenance, built({ builder: delegated }), wanted)).toEqual(['contradicts']);
    expect(codesOf(provenance, built({ builder: delegated, claimed: [] }), wanted)).toEqual([]);
  });

  test('all fields that match', () => {
    expect(codesOf(provenance, built(), expecting({ repository, workflow, ref, runner, builder }))).toEqual([]);
  });

  test.each([
    ['a look-alike', { sourceRepository: 'https://github.com/acme/left-pad-' }, { repository }],
    ['a prefix', { sourceRepository: 'https://github.com/acme/left-pa' }, { repository }],
    ['an extension', { sourceRepository: 'https://github.com/acme/left-pad/evil' }, { repository }],
    ['a trailing slash', { sourceRepository: 'https://github.com/acme/left-pad/' }, { repository }],
    ['a pattern', {}, { workflow: '.github/workflows/.*' }],
    ['another letter case', { sourceRepository: 'https://github.com/Acme/left-pad' }, { repository }],
    ['another workflow', { workflow: '.github/workflows/evil.yml' }, { workflow }],
    ['a pull request', { ref: 'refs/pull/1/merge' }, { ref }],
    ['a runner of their own', { runner: 'self-hosted' as const }, { runner }],
    ['another builder', { builder: 'https://builder.example/' }, { builder }],
    ['a workflow that only the statement names', { claimed: ['workflow'] }, { workflow }],
    ['a repository that only the statement names', { claimed: ['sourceRepository'] }, { repository }],
  ])('%s does not meet them', (_title, identity, fields) => {
    expect(judge(provenance, [built(identity)], expecting(fields))[0]).toMatchObject({
      level: 'error',
      codes: ['contradicts'],
    });
  });

  test('every entry that is about the package must be met', () => {
    const options = {
      expect: [
        { packages: ['left-pad'], repository },
        { packages: ['left-pad@^1'], ref: 'refs/heads/release' },
      ],
    };
    expect(codesOf(provenance, built(), { options })).toEqual(['contradicts']);
  });

  test.each([absent, present({ state: 'not-applicable' as const }), present({ state: 'no-provenance' as const })])(
    'nothing verified where it is demanded is an error: %j',
    (piece) => {
      const dossier = dossierOf({ evidence: { provenance: piece } });
      expect(judge(provenance, [dossier], expecting({}))[0]).toMatchObject({
        level: 'error',
        codes: ['expected-missing'],
      });
    },
  );

  test('a scope takes in its packages and no other scope', () => {
    const of = (name: string) => dossierOf({ change: { name }, evidence: { provenance: absent } });
    expect(codesOf(provenance, of('@acme/tool'), expecting({}, ['@acme/*']))).toEqual(['expected-missing']);
    expect(codesOf(provenance, of('@acme-evil/tool'), expecting({}, ['@acme/*']))).toEqual(['missing']);
    expect(codesOf(provenance, of('left-pad'), expecting({}, ['left-pad@^2']))).toEqual(['missing']);
  });

  test.each([
    { packages: [] },
    { packages: ['*'] },
    { packages: ['@*/x'] },
    { packages: ['a'], repository: 'github.com/acme/left-pad' },
    { packages: ['a'], repository: 'https://github.com/acme/left-pad.git' },
    { packages: ['a'], repository: 'https://github.com/acme/left-pad/' },
    { packages: ['a'], runner: 'github-hosted' },
    { packages: ['a'], repositry: 'https://github.com/acme/left-pad' },
  ])('refuses what could never be met or means everything: %j', (entry) => {
    expect(optionsSchema(provenance).safeParse({ expect: [entry] }).success).toBe(false);
  });
});
