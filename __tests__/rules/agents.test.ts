import { describe, expect, test } from '@jest/globals';

import type { Authorship, Person } from '../../src/model/index.ts';
import { marksOf } from '../../src/rules/agents.ts';

const none = { marks: [], dependencyBots: [], formatters: [] };
const marks = (authorship: Partial<Authorship>, own: Partial<typeof none> | object = {}) =>
  marksOf({ people: [], ...authorship }, { ...none, ...own });
const author = (name: string, email: string, role: Person['role'] = 'author'): Partial<Authorship> => ({
  people: [{ role, name, email }],
});

describe('marks of an agent', () => {
  test.each<[string, Partial<Authorship>, string]>([
    ['an account of a known agent', { account: { login: 'Copilot', type: 'Bot' } }, 'Copilot'],
    ['a bot that nobody knows', { account: { login: 'acme-helper[bot]', type: 'Bot' } }, 'acme-helper[bot]'],
    ['an account that is no person, whatever its name', { account: { login: 'helper', type: 'Bot' } }, 'helper'],
    ['a branch', { branch: 'Claude/add-left-pad' }, 'Claude Code'],
    ['an author by address', author('anybody', 'CursorAgent@cursor.com'), 'Cursor'],
    ['a co-author', author('Claude', 'noreply@anthropic.com', 'co-author'), 'Claude Code'],
    ['a web commit of an App', author('x', '198982749+copilot-swe-agent[bot]@users.noreply.github.com'), 'Copilot'],
    ['a committer that is a bot', author('acme[bot]', 'acme@example.com', 'committer'), 'acme[bot]'],
  ])('%s', (_, authorship, who) => {
    expect(marks(authorship)).toEqual([expect.objectContaining({ who })]);
  });

  test.each<[string, Partial<Authorship>]>([
    [
      'a person',
      { account: { login: 'octocat', type: 'User' }, branch: 'main', ...author('Mona', 'mona@example.com') },
    ],
    ['a dependency bot', { account: { login: 'renovate[bot]', type: 'Bot' }, branch: 'renovate/all' }],
    ['its web commit', author('dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com')],
    ['GitHub itself, which signs web commits', author('GitHub', 'noreply@github.com', 'committer')],
    ['a name that only begins like an agent', author('Claude Monet', 'claude@giverny.example')],
    ['a branch that only holds an agent', { branch: 'feature/claude/x' }],
  ])('none: %s', (_, authorship) => {
    expect(marks(authorship)).toEqual([]);
  });

  test('a policy adds to both lists', () => {
    const made = {
      account: { login: 'acme-agent', type: 'User' },
      branch: 'robots/7',
      ...author('A', 'a@acme.example'),
    };
    const own = { marks: ['ACME-agent', 'robots/', 'a@acme.example'] };
    expect(marks(made)).toEqual([]);
    expect(marks(made, own).map(({ on }) => on)).toEqual(['account', 'branch', 'author']);
    const bot = { account: { login: 'acme-updates[bot]', type: 'Bot' } };
    expect(marks(bot)).toHaveLength(1);
    expect(marks(bot, { dependencyBots: ['acme-updates[bot]'] })).toEqual([]);
  });

  test('a dependency bot does not cover an agent that works on its branch', () => {
    const bot = { account: { login: 'dependabot[bot]', type: 'Bot' } };
    expect(marks({ ...bot, ...author('Claude', 'noreply@anthropic.com', 'co-author') })).toHaveLength(1);
  });

  const formatter = (role: Person['role'], email = '1+pre-commit-ci[bot]@users.noreply.github.com'): Person => ({
    ...{ role, name: 'pre-commit-ci[bot]', email },
  });
  const mona: Person = { role: 'author', name: 'Mona', email: 'mona@example.com' };
  const octocat = { account: { login: 'octocat', type: 'User' } };

  test.each<[string, Person]>([
    ['as co-author of a squashed commit', formatter('co-author')],
    ['as author of a commit of its own', formatter('author')],
    ['as the login that the platform found', formatter('author', '')],
  ])('none: a bot that only formatted what a person committed, %s', (_, person) => {
    expect(marks({ ...octocat, people: [mona, person] })).toEqual([]);
  });

  test('a bot that updates dependencies is nobody beside whom a formatter only formats', () => {
    const renovate = { role: 'author', name: 'renovate[bot]', email: '' } as const;
    expect(marks({ people: [renovate, formatter('author')] })).toHaveLength(1);
  });

  test('a policy names further formatters', () => {
    const made = { people: [mona, { role: 'co-author', name: 'acme-format[bot]', email: '' } as const] };
    expect(marks(made)).toHaveLength(1);
    expect(marks(made, { formatters: ['Acme-Format[bot]'] })).toEqual([]);
    expect(marks(made, { formatters: ['acme-format[bot]'], marks: ['acme-format[bot]'] })).toHaveLength(1);
  });

  test.each<[string, Partial<Authorship>, string]>([
    [
      'an agent whose commit a formatter touched',
      { people: [{ role: 'author', name: 'Claude', email: 'noreply@anthropic.com' }, formatter('co-author')] },
      'Claude Code',
    ],
    [
      'an agent that names itself like a formatter',
      { people: [mona, formatter('co-author', 'noreply@anthropic.com')] },
      'Claude Code',
    ],
    [
      'somebody with another address who names himself like a formatter',
      { people: [mona, formatter('co-author', 'mallory@example.com')] },
      'pre-commit-ci[bot]',
    ],
    [
      "another bot's address under the name of a formatter",
      { people: [mona, formatter('author', '2+acme-helper[bot]@users.noreply.github.com')] },
      'acme-helper[bot]',
    ],
    [
      'a pull request that the formatter opened',
      { account: { login: 'pre-commit-ci[bot]', type: 'Bot' }, people: [mona, formatter('author')] },
      'pre-commit-ci[bot]',
    ],
    ['its own branch', { branch: 'pre-commit-ci-update-config', people: [mona] }, 'pre-commit-ci[bot]'],
    ['its only author', { ...octocat, people: [formatter('author')] }, 'pre-commit-ci[bot]'],
    [
      'the bot of the workflows, behind which anything can be',
      { people: [mona, { role: 'author', name: 'github-actions[bot]', email: '' }] },
      'github-actions[bot]',
    ],
  ])('a formatter hides no proposer: %s', (_, authorship, who) => {
    expect(marks(authorship)).toEqual([expect.objectContaining({ who })]);
  });

  test('each mark once', () => {
    const twice = {
      people: [
        ...(author('a', 'noreply@anthropic.com').people ?? []),
        ...(author('b', 'noreply@anthropic.com').people ?? []),
      ],
    };
    expect(marks(twice)).toHaveLength(1);
  });
});
