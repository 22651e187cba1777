import { describe, expect, test } from '@jest/globals';

import type { Authorship, Change, ListedProposer, MayPropose } from '../../src/model/index.ts';
import rule from '../../src/rules/new-direct-dependency.ts';
import { proposalOf } from '../../src/rules/proposals.ts';
import { isWithin } from '../../src/rules/proposed-change.ts';
import { optionsOf } from '../../src/policy/rule-settings.ts';
import { dossierOf } from '../support/dossier.ts';

const renovate = { login: 'renovate[bot]', id: 29139614, type: 'Bot' } as const;
const entry: ListedProposer = { login: 'renovate[bot]', id: 29139614, owner: '@acme/platform', may: 'updates' };
const lists = { marks: [], dependencyBots: [], formatters: [], listed: [entry] };
const alone = { accounts: [renovate] };
const proposal = (authorship: Partial<Authorship>, listed: readonly ListedProposer[] = [entry]) =>
  proposalOf({ people: [], ...authorship }, { ...lists, listed });

describe('what a listed account may propose', () => {
  test('is what its entry says, where nobody else proposed the change', () => {
    expect(proposal({ account: renovate, proposers: alone })).toMatchObject({ entry, may: 'updates' });
    const webFlow = { login: 'web-flow', id: 19864447 };
    expect(proposal({ account: renovate, proposers: { accounts: [renovate, webFlow] } })?.may).toBe('updates');
  });

  test('hangs on the id: a renamed account keeps it, another account of the same name has nothing', () => {
    const renamed = { ...renovate, login: 'mend[bot]' };
    expect(proposal({ account: renamed, proposers: { accounts: [renamed] } })?.may).toBe('updates');
    const other = { ...renovate, id: 7 };
    expect(proposal({ account: other, proposers: { accounts: [other] } })).toMatchObject({
      ...{ may: 'nothing', why: { why: 'not-listed' } },
    });
  });

  test.each<[string, Partial<Authorship>, object]>([
    [
      'somebody else pushed',
      { proposers: { accounts: [renovate, { login: 'eve', id: 40 }] } },
      { why: 'other-proposer', who: 'eve' },
    ],
    ['nobody was asked', {}, { why: 'not-told' }],
    [
      'not everybody is known',
      { proposers: { ...alone, unknown: 'No list.' } },
      { why: 'not-told', detail: 'No list.' },
    ],
    ['it is not among those who are told', { proposers: { accounts: [] } }, { why: 'not-told' }],
    ['an agent left a mark', { proposers: alone, branch: 'claude/bump' }, { why: 'other-mark', who: 'Claude Code' }],
    [
      'another bot is a co-author',
      { proposers: alone, people: [{ role: 'co-author', name: 'acme[bot]', email: '' }] },
      { why: 'other-mark', who: 'acme[bot]' },
    ],
  ])('is nothing where %s', (_, more, why) => {
    expect(proposal({ account: renovate, ...more })).toMatchObject({ may: 'nothing', why });
  });

  test('is nothing for an account that a trailer alone names', () => {
    const people = [
      { role: 'co-author' as const, name: 'renovate[bot]', email: '29139614+renovate[bot]@users.noreply.github.com' },
    ];
    const mona = { login: 'mona', id: 1001, type: 'User' };
    expect(proposal({ account: mona, people, proposers: { accounts: [mona, renovate] } })).toMatchObject({
      ...{ may: 'nothing', why: { why: 'not-listed' }, mark: { on: 'co-author' } },
    });
    expect(proposal({ people })).toMatchObject({ may: 'nothing', why: { why: 'no-account' } });
  });

  test('is nothing for every bot that the policy does not list, and a person has no limit', () => {
    const dependabot = { login: 'dependabot[bot]', id: 49699333, type: 'Bot' };
    expect(proposal({ account: dependabot, proposers: { accounts: [dependabot] } })).toMatchObject({ may: 'nothing' });
    expect(proposal({ account: { login: 'mona', id: 1001, type: 'User' } })).toBeUndefined();
  });

  test('holds for a machine user of type User', () => {
    const machine = { login: 'acme-updates', id: 50, type: 'User' };
    const listed = [{ ...entry, login: 'acme-updates', id: 50 }];
    expect(proposal({ account: machine, proposers: { accounts: [machine] } }, listed)?.may).toBe('updates');
    expect(proposal({ account: machine }, listed)?.may).toBe('nothing');
  });
});

const update: Partial<Change> = {
  ...{ kind: 'updated', name: 'left-pad', version: '1.3.0', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
  ...{ changed: ['version'], direct: true, dependencyTypes: ['prod'], source: { kind: 'registry' } },
  pins: [{ resolved: 'https://registry.npmjs.org/left-pad/-/left-pad-1.3.0.tgz', line: 1, places: 1 }],
  directBefore: {
    versions: ['1.2.0'],
    sources: ['registry'],
    dependencyTypes: ['prod'],
    registries: ['https://registry.npmjs.org/'],
  },
};
const before = update.directBefore as NonNullable<Change['directBefore']>;
const none = { directBefore: undefined, previousVersion: undefined } as unknown as Partial<Change>;
const added: Partial<Change> = { ...update, ...none, kind: 'added', changed: [], baseVersions: [] };
const change = (patch: Partial<Change>): Change => ({ ...dossierOf().change, ...patch });
const all: readonly MayPropose[] = ['nothing', 'updates', 'dev', 'prod'];

describe('which changes need a decision', () => {
  test.each<[string, Partial<Change>, readonly MayPropose[]]>([
    ['a higher version', update, ['updates', 'dev', 'prod']],
    ['a version that falls', { ...update, directBefore: { ...before, versions: ['2.0.0'] } }, []],
    [
      'a version that falls below one of two that it replaces',
      { ...update, directBefore: { ...before, versions: ['1.0.0', '2.0.0'] } },
      [],
    ],
    ['the same version with other bytes', { ...update, version: '1.2.0', changed: ['integrity'] }, []],
    [
      'another registry',
      { ...update, directBefore: { ...before, registries: ['https://registry.acme.example/'] } },
      [],
    ],
    [
      'another registry of the same host',
      {
        ...update,
        pins: [{ resolved: 'https://acme.example/npm-public/left-pad/-/left-pad-1.3.0.tgz', line: 1, places: 1 }],
        directBefore: { ...before, registries: ['https://acme.example/npm-internal/'] },
      },
      [],
    ],
    ['no kind at all', { ...update, dependencyTypes: [] }, ['prod']],
    ['an address where there was none', { ...update, directBefore: { ...before, registries: [''] } }, []],
    ['a git repository in its place', { ...update, source: { kind: 'git', spec: 'git+https://github.com/x/y' } }, []],
    ['a registry in the place of a git repository', { ...update, directBefore: { ...before, sources: ['git'] } }, []],
    ['a new alias', { ...update, aliases: ['pad'] }, []],
    ['an alias that it had', { ...update, aliases: ['pad'], baseAliases: ['pad'] }, ['updates', 'dev', 'prod']],
    ['dev to prod', { ...update, directBefore: { ...before, dependencyTypes: ['dev'] } }, ['prod']],
    ['prod to dev', { ...update, dependencyTypes: ['dev'] }, ['dev', 'prod']],
    ['a new one for production', added, ['prod']],
    ['a new one for development', { ...added, dependencyTypes: ['dev'] }, ['dev', 'prod']],
    ['a new one for both', { ...added, dependencyTypes: ['prod', 'dev'] }, ['prod']],
    ['a new optional one', { ...added, dependencyTypes: ['optional'] }, ['prod']],
    ['a new one that nothing reaches', { ...added, dependencyTypes: [] }, ['prod']],
    ['a new alias of a new one', { ...added, aliases: ['pad'] }, []],
    ['a new one from git', { ...added, source: { kind: 'git', spec: 'x' } }, []],
    ['one that was not direct before', { ...update, directBefore: undefined }, ['prod']],
    ['one that is not direct', { ...added, direct: false }, all],
    ['other fields of its entry', { ...update, changed: ['requirements'] }, all],
  ] as [string, Partial<Change>, readonly MayPropose[]][])('%s', (_, patch, within) => {
    expect(all.filter((may) => isWithin(change(patch), may))).toEqual(within);
  });
});

describe('the rule', () => {
  const check = (patch: Partial<Change>, authorship: Partial<Authorship>, listed?: readonly ListedProposer[]) => {
    const given = dossierOf({
      change: patch,
      evidence: { authorship: { state: 'present', value: { people: [], ...authorship } } },
    });
    return rule.check({
      dossier: given,
      evidence: given.evidence as never,
      options: optionsOf({ level: 'off', advice: 'warn', options: rule.defaults }),
      context: { now: '2026-12-01T00:00:00Z', mode: 'check', ...(listed && { listed }) },
    });
  };
  const codes = (...given: Parameters<typeof check>) => check(...given).map(({ code }) => code);

  test('says nothing of what its proposer may, and names the limit where it is exceeded', () => {
    const told = { account: renovate, proposers: alone };
    expect(codes(update, told, [entry])).toEqual([]);
    expect(codes(added, told, [entry])).toEqual(['by-agent']);
    expect(codes({ ...update, version: '1.1.0' }, told, [entry])).toEqual(['changed-by-agent']);
    const [violation] = check(added, told, [entry]);
    expect(rule.messages['by-agent']?.text(violation?.args ?? {})).toMatch(
      /`@acme\/platform` answers for it\. The policy lets it propose without a decision: a higher version/,
    );
  });

  test('is what it was without a list', () => {
    expect(codes(update, { account: renovate })).toEqual([]);
    expect(codes(added, { account: renovate })).toEqual(['undecided']);
    expect(codes(update, { branch: 'claude/bump' })).toEqual([]);
  });

  test('asks a decision for each update of a bot or agent that the list leaves out', () => {
    expect(codes(update, { account: { login: 'dependabot[bot]', id: 49699333, type: 'Bot' } }, [entry])).toEqual([
      'changed-by-agent',
    ]);
    expect(codes(update, { branch: 'claude/bump' }, [entry])).toEqual(['changed-by-agent']);
    expect(codes(update, { account: { login: 'mona', id: 1, type: 'User' } }, [entry])).toEqual([]);
  });
});
