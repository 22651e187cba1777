import { describe, expect, test } from '@jest/globals';

import type { Move } from '../../src/decisions/activity-chain.ts';
import type { KnownCommit, States } from '../../src/decisions/changed-files.ts';
import type { Assignment, ProposerFacts } from '../../src/decisions/proposers.ts';
import { mergesToAsk } from '../../src/decisions/changed-files.ts';
import { proposersOf, statesToAsk } from '../../src/decisions/proposers.ts';
import { app, person } from '../support/github-talk.ts';

const [ada, bea, cleo] = [person('ada', 1), person('bea', 2), person('cleo', 3)];
const [renovate, agent] = [app('renovate', 4), app('copilot-swe-agent', 5)];

const actions = app('github-actions', 41_898_282);

const commit = (id: string, parents: readonly string[], more: Partial<KnownCommit> = {}): KnownCommit => ({
  ...{ id, parents, authors: [renovate], hasAuthor: true, isMadeByGitHub: false, ...more },
});
const move = (kind: Move['kind'], before: string | null, after: string, actor = renovate): Move => ({
  ...{ kind, before, after, actor },
});
const facts = (commits: readonly KnownCommit[], moves: readonly Move[], more: Partial<ProposerFacts> = {}) => ({
  ...{ author: renovate, createdAt: '2026-01-02T00:00:00Z', moved: { moves }, assignments: [], issueAuthors: [] },
  ...{ commits: new Map(commits.map((one) => [one.id, one])), isUnasked: true, ...more },
});
/** By commit, what it locks: `lock:1`. */
const states = (of: Readonly<Record<string, string>>): States =>
  new Map(
    Object.entries(of).map(([id, files]) => [
      id,
      new Map(files.split(' ').flatMap((one) => (one === '' ? [] : [one.split(':') as [string, string]]))),
    ]),
  );
const marks = (from: ProposerFacts, known: States = new Map()) =>
  proposersOf(from, known).marks.map(({ account, as }) => `${account.login} ${as}`);

/** A bot's commit on the base, which changes the lockfile. */
const one = commit('1', ['base']);
const opened = move('branch_creation', null, '1');
const before = { base: 'lock:0', 1: 'lock:1' };

describe('who proposed', () => {
  test('the author, whoever pushed, and the people of commits that change a watched file', () => {
    const two = commit('2', ['1'], { authors: [ada, cleo], committer: bea });
    const from = facts([one, two], [move('push', '1', '2', bea), opened], { author: ada });
    expect(marks(from, states({ ...before, 2: 'lock:2' }))).toEqual([
      ...['ada author', 'bea pusher', 'renovate[bot] pusher'],
      ...['renovate[bot] commit-author', 'ada commit-author', 'cleo co-author', 'bea committer'],
    ]);
  });

  test('each mark of a commit or a push names the commit', () => {
    const { marks: found } = proposersOf(facts([one], [opened]), states(before));
    expect(found.slice(1).map(({ commit: id }) => id)).toEqual(['1', '1']);
  });

  test('nobody by a commit that changes no watched file', () => {
    const two = commit('2', ['1'], { authors: [ada, cleo], committer: bea });
    const from = facts([one, two], [move('push', '1', '2'), opened]);
    expect(marks(from, states({ ...before, 2: 'lock:1' }))).toEqual([
      ...['renovate[bot] author', 'renovate[bot] pusher', 'renovate[bot] commit-author'],
    ]);
  });

  test('everybody whose files are not known', () => {
    const two = commit('2', ['1'], { authors: [ada] });
    const from = facts([one, two], [move('push', '1', '2'), opened]);
    expect(marks(from, states(before))).toContain('ada commit-author');
    expect(marks(from)).toContain('ada commit-author');
  });

  test('a first commit changes what it has', () => {
    const from = facts([commit('1', [], { authors: [ada] })], [opened]);
    expect(marks(from, states({ 1: 'lock:1' }))).toContain('ada commit-author');
  });

  test('a co-author of a commit without a known author is no author', () => {
    const from = facts([commit('1', ['base'], { authors: [cleo], hasAuthor: false })], [opened]);
    expect(marks(from, states(before))).toContain('cleo co-author');
  });
});

describe('nobody proposes', () => {
  const merge = commit('2', ['1', 'tip'], { authors: [ada], isMadeByGitHub: true, hadBase: false });
  const updated = facts([one, merge], [move('push', '1', '2', ada), opened]);

  test('by "Update branch" that takes each watched file from one of the two', () => {
    const known = states({ base: 'lock:0 npmrc:0', 1: 'lock:1 npmrc:0', tip: 'lock:0 npmrc:9', 2: 'lock:1 npmrc:9' });
    expect(marks(updated, known).filter((mark) => mark.startsWith('ada'))).toEqual([]);
  });

  test.each([
    ['another lockfile than either', 'lock:evil npmrc:9'],
    ['a watched file that neither has', 'lock:1 npmrc:9 package:1'],
    ['a watched file left out that both have', 'npmrc:9'],
  ])('but by a merge with %s', (_, files) => {
    const known = states({ base: 'lock:0 npmrc:0', 1: 'lock:1 npmrc:0', tip: 'lock:0 npmrc:9', 2: files });
    expect(marks(updated, known)).toEqual(expect.arrayContaining(['ada pusher', 'ada commit-author']));
  });

  test('but by the same merge made elsewhere and pushed', () => {
    const local = commit('2', ['1', 'tip'], { authors: [ada], committer: ada });
    const from = facts([one, local], [move('push', '1', '2', ada), opened]);
    expect(marks(from, states({ ...before, tip: 'lock:0', 2: 'lock:1' }))).toContain('ada pusher');
  });

  const rebased = commit('1b', ['tip'], { committer: ada });
  const rebase = facts([one, rebased], [move('force_push', '1', '1b', ada), opened]);

  test('by a rebase that leaves each watched file as it was, although they committed it', () => {
    const known = states({ ...before, tip: 'lock:0 npmrc:9', '1b': 'lock:1 npmrc:9' });
    expect(marks(rebase, known).filter((mark) => mark.startsWith('ada'))).toEqual([]);
  });

  test('but by a force-push that brings in another lockfile', () => {
    const known = states({ ...before, tip: 'lock:0', '1b': 'lock:2' });
    expect(marks(rebase, known)).toEqual(expect.arrayContaining(['ada pusher', 'ada committer']));
  });

  test('but by a commit of their own among the rebased ones', () => {
    const own = commit('1c', ['1b'], { authors: [ada], committer: ada });
    const from = facts([one, rebased, own], [move('force_push', '1', '1c', ada), opened]);
    const known = states({ ...before, tip: 'lock:0', '1b': 'lock:3', '1c': 'lock:1' });
    expect(marks(from, known)).toEqual(expect.arrayContaining(['ada commit-author', 'ada committer']));
  });

  test('but by a force-push whose commits stand on two places of the base', () => {
    const odd = commit('1d', ['tip', 'base'], { committer: ada });
    const from = facts([one, odd], [move('force_push', '1', '1d', ada), opened]);
    expect(marks(from, states({ ...before, tip: 'lock:7', '1d': 'lock:1' }))).toContain('ada pusher');
  });

  test('by a suggestion on GitHub in a file that is not watched', () => {
    const suggestion = commit('2', ['1'], { authors: [ada, bea], isMadeByGitHub: true });
    const from = facts([one, suggestion], [move('push', '1', '2', ada), opened]);
    const known = states({ ...before, 2: 'lock:1' });
    expect(marks(from, known).filter((mark) => !mark.startsWith('renovate'))).toEqual([]);
    expect(marks(from, states({ ...before, 2: 'lock:2' }))).toEqual(
      expect.arrayContaining(['ada pusher', 'ada commit-author', 'bea co-author']),
    );
  });

  test("by what GitHub's own account commits", () => {
    const from = facts([commit('1', ['base'], { committer: { id: 19_864_447, login: 'web-flow', type: 'User' } })], []);
    expect(marks(from, states(before))).not.toContain('web-flow committer');
  });

  test('who made the branch always proposes', () => {
    const from = facts([one], [move('branch_creation', null, '1', ada)]);
    expect(marks(from, states({ base: 'lock:1', 1: 'lock:1' }))).toContain('ada pusher');
  });

  describe('but by a merge that takes a file from elsewhere', () => {
    // `old` is a commit of the base whose lockfile is gone from there since; `tip` came after it, and the branch stands on that.
    const first = commit('1', ['tip'], { authors: [cleo] });
    const began = move('branch_creation', null, '1', cleo);
    const files = { tip: 'lock:0', 1: 'lock:0', old: 'lock:bad', 2: 'lock:bad' };
    const odd = (more: Partial<KnownCommit> = {}) => commit('2', ['1', 'old'], { authors: [ada], ...more });
    const proposal = (commits: readonly KnownCommit[], ...moves: readonly Move[]) =>
      facts([first, ...commits], [...moves, began], { author: cleo, isUnasked: false });

    test.each([
      ['whose branch had that commit of the base', true],
      ['of which that was not asked', undefined],
    ])('%s', (_, hadBase) => {
      const merge = odd({ isMadeByGitHub: true, ...(hadBase !== undefined && { hadBase }) });
      const from = proposal([merge], move('push', '1', '2', ada));
      expect(marks(from, states(files))).toEqual(expect.arrayContaining(['ada pusher', 'ada commit-author']));
    });

    test('which is asked of each merge that does so, and of no other', () => {
      const merge = odd();
      const asked = [{ merge, branch: '1', base: 'old' }];
      const of = (known: States) => mergesToAsk(proposal([merge]).commits, known);
      expect(of(states(files))).toEqual(asked);
      expect(of(states({ ...files, 2: 'lock:0', old: 'lock:0' }))).toEqual([]);
      expect(of(states({ ...files, 2: 'lock:own' }))).toEqual([]);
      expect(of(new Map())).toEqual([]);
    });

    test('and it keeps what the base has replaced since', () => {
      const merge = odd({ hadBase: false });
      const kept = commit('3', ['2', 'new'], { authors: [ada], isMadeByGitHub: true, hadBase: false });
      const from = proposal([merge, kept], move('push', '2', '3', ada), move('push', '1', '2', renovate));
      const known = states({ ...files, new: 'lock:1', 3: 'lock:bad' });
      expect(marks(from, known)).toEqual(expect.arrayContaining(['ada pusher', 'ada commit-author']));
    });

    test('and a commit upon the old one stands between', () => {
      const between = commit('x', ['old'], { authors: [ada] });
      const merge = commit('2', ['1', 'x'], { authors: [ada], isMadeByGitHub: true });
      const from = proposal([between, merge], move('push', '1', '2', ada));
      expect(marks(from, states({ ...files, x: 'lock:bad' }))).toContain('ada commit-author');
    });

    test('and it has more parents than two, or none of this pull request', () => {
      const many = commit('2', ['1', 'tip', 'old'], { authors: [ada], hadBase: false });
      expect(marks(proposal([many]), states(files))).toContain('ada commit-author');
      const foreign = commit('2', ['tip', 'old'], { authors: [ada], hadBase: false });
      expect(marks(proposal([foreign]), states(files))).toContain('ada commit-author');
    });

    test('and the branch is pushed over with it', () => {
      const from = proposal([odd()], move('force_push', '1', '2', ada));
      expect(marks(from, states(files))).toContain('ada pusher');
      const bot = proposal([odd({ authors: [actions] })], move('force_push', '1', '2', actions));
      expect(proposersOf(bot, states(files)).extra).toBe(1);
    });

    test('and a rebase keeps what only the base had, and has no more', () => {
      const rebasedOn = commit('2', ['new'], { authors: [cleo], committer: ada });
      const from = facts([first, rebasedOn], [move('force_push', '1', '2', ada), began], { author: cleo });
      expect(marks(from, states({ ...files, new: 'lock:1', 2: 'lock:0' }))).toContain('ada pusher');
      const honest = states({ ...files, new: 'lock:1', 2: 'lock:1' });
      expect(marks(from, honest).filter((mark) => mark.startsWith('ada'))).toEqual([]);
    });

    test('but a branch that is amended where it stands is as it was', () => {
      const updated = commit('2', ['1', 'new'], { authors: [cleo], isMadeByGitHub: true, hadBase: false });
      const [docs, amended] = ['3', '4'].map((id) => commit(id, ['2'], { authors: [cleo], committer: ada }));
      const from = facts(
        [first, updated, docs, amended].flatMap((one) => one ?? []),
        [move('force_push', '3', '4', ada), began],
        { author: cleo },
      );
      const known = states({ ...files, new: 'lock:1', 2: 'lock:1', 3: 'lock:1', 4: 'lock:1' });
      expect(marks(from, known)).not.toContain('ada pusher');
    });
  });

  test('who merges another branch into it proposes what that brought', () => {
    const other = commit('x', ['base'], { authors: [cleo] });
    const into = commit('2', ['1', 'x'], { authors: [ada], isMadeByGitHub: true });
    const from = facts([one, other, into], [move('pr_merge', '1', '2', ada), opened]);
    const known = states({ ...before, x: 'lock:0 npmrc:1', 2: 'lock:1 npmrc:1' });
    expect(marks(from, known)).toEqual(expect.arrayContaining(['ada pusher', 'cleo commit-author']));
  });
});

describe('what is asked about', () => {
  const two = commit('2', ['1'], { authors: [ada], committer: bea });
  const from = facts([one, two], [move('force_push', '1', '2', bea), opened]);

  test('only the part of those whose lines could count, where it is not plain already', () => {
    expect(statesToAsk(from, new Set())).toEqual([]);
    expect(statesToAsk(from, new Set([9]))).toEqual([]);
    expect(statesToAsk(from, new Set([ada.id]))).toEqual(['2', '1']);
    expect(statesToAsk(from, new Set([bea.id]))).toEqual(['2', '1', 'base']);
    expect(statesToAsk({ ...from, author: ada }, new Set([ada.id]))).toEqual([]);
    expect(statesToAsk(facts([one, two], [move('push', '1', '2', bea), opened]), new Set([bea.id]))).toEqual([]);
    expect(statesToAsk({ ...from, author: null }, 'all')).toEqual(['2', '1', 'base']);
  });
});

describe('one more approver is needed', () => {
  const at = '2026-01-01T00:00:00Z';
  const asked: Assignment = { actor: ada, assignee: agent, isUnassigned: false, at, linkedBy: [agent] };
  const of = (more: Partial<ProposerFacts>) =>
    proposersOf(facts([], [], { author: agent, isUnasked: false, ...more }), new Map());

  test('where the account that opened it is gone, or is no person and no App', () => {
    expect(of({ author: null })).toEqual({
      marks: [],
      ...{ extra: 1, because: 'The account that opened the pull request is gone.' },
    });
    expect(of({ author: { id: 8, login: 'x', type: 'Mannequin' } }).extra).toBe(1);
    expect(of({ author: ada })).toEqual({ marks: [{ account: ada, as: 'author' }], extra: 0 });
  });

  test("where only this repository's runs say who pushed to the fork", () => {
    const from = of({ author: ada, moved: { startedBy: [bea] } });
    expect(from).toMatchObject({ extra: 1, marks: [{ account: ada }, { account: bea, as: 'pusher' }] });
  });

  const two = (more: Partial<KnownCommit>) => commit('2', ['1'], { authors: [ada], ...more });
  const because = 'A bot pushed to this branch, and who drove it is not known.';
  const known = states({ ...before, 2: 'lock:2' });

  test.each([
    ['a bot pushed to the branch of a person', [two({})], [move('push', '1', '2', actions), opened], ada],
    [
      "a bot pushed to the branch of another App's own pull request",
      [two({})],
      [move('push', '1', '2', actions)],
      renovate,
    ],
    ['a bot made the branch', [], [move('branch_creation', null, '1', actions)], ada],
    ['a bot pushed over the branch', [two({})], [move('force_push', '1', '2', actions), opened], ada],
    ['a bot moved it to what is not known', [], [move('force_push', '1', 'lost', actions), opened], ada],
    ['a bot wrote a commit', [two({ authors: [actions] })], [move('push', '1', '2', ada), opened], renovate],
    ['a bot committed it', [two({ committer: actions })], [move('push', '1', '2', ada), opened], renovate],
  ] as const)('where %s', (_, more, moves, author) => {
    const first = author === ada ? commit('1', ['base'], { authors: [ada] }) : one;
    const from = facts([first, ...more], moves, { author, isUnasked: author === renovate });
    expect(proposersOf(from, known)).toMatchObject({ extra: 1, because });
  });

  test('but not where a bot only changed what is not watched, nor for the own pushes of an App that nobody asks', () => {
    const docs = facts([one, two({ authors: [actions] })], [move('push', '1', '2', actions), opened]);
    expect(statesToAsk(docs, new Set([ada.id]))).toEqual(expect.arrayContaining(['2', '1']));
    expect(proposersOf(docs, states({ ...before, 2: 'lock:1' })).extra).toBe(0);
    const own = facts([one, two({ authors: [renovate] })], [move('push', '1', '2'), opened]);
    expect(proposersOf(own, known).extra).toBe(0);
    const web = two({ committer: { id: 19_864_447, login: 'web-flow', type: 'User' } });
    expect(proposersOf(facts([one, web], [move('push', '1', '2', ada), opened]), known).extra).toBe(0);
  });

  test('where nobody assigned the App that opened it', () => {
    expect(of({}).extra).toBe(1);
    expect(of({ isUnasked: true }).extra).toBe(0);
  });

  test('but not where somebody assigned the App before, on an issue that it linked itself', () => {
    expect(of({ assignments: [asked], issueAuthors: [cleo] })).toMatchObject({
      extra: 0,
      marks: [
        ...[
          { account: agent, as: 'author' },
          { account: ada, as: 'requester' },
        ],
        ...[
          { account: ada, as: 'assigner' },
          { account: cleo, as: 'assigner' },
        ],
      ],
    });
  });

  test.each([
    ['somebody else was assigned', { assignee: bea }],
    ['it was taken back', { isUnassigned: true }],
    ['it was assigned afterwards', { at: '2026-01-03T00:00:00Z' }],
    ['somebody else linked the issue', { linkedBy: [bea] }],
    ['it was assigned on the pull request itself', { linkedBy: [] }],
    ['an App assigned it', { actor: renovate }],
    ['who assigned it is gone', { actor: null }],
  ] as const)('and where %s', (_, more) => {
    expect(of({ assignments: [{ ...asked, ...more }] }).extra).toBe(1);
  });

  test('everybody who had a hand in it is a proposer all the same', () => {
    const others = { ...asked, actor: bea, assignee: cleo, isUnassigned: true };
    const { marks: found } = of({ assignments: [others], issueAuthors: [ada, renovate] });
    expect(found.map(({ account, as }) => `${account.login} ${as}`)).toEqual([
      ...['copilot-swe-agent[bot] author', 'bea assigner', 'cleo assigner', 'ada assigner'],
    ]);
  });
});
