import { describe, expect, test } from '@jest/globals';

import type { Activity, Known } from '../../src/decisions/activity-chain.ts';
import { followChain } from '../../src/decisions/activity-chain.ts';
import { app, person } from '../support/github-talk.ts';

const [ada, bea, bot] = [person('ada', 1), person('bea', 2), app('renovate', 3)];

const move = (kind: Activity['kind'], before: string | null, after: string | null, actor: Activity['actor'] = ada) => ({
  ...{ kind, before, after, actor, at: '2026-01-01T00:00:00Z' },
});
const known = (activity: readonly Activity[], more: Partial<Known> = {}): Known => ({
  ...{
    activity,
    isAll: true,
    commits: new Set(['a', 'b', 'c']),
    ofBase: new Map(),
    isPast: false,
    since: '2026-01-02T00:00:00Z',
    ...more,
  },
});
const actorsOf = (head: string, from: Known) => {
  const chain = followChain(head, from);
  return chain.state === 'whole' ? chain.moves.map(({ actor }) => actor.login) : chain;
};

describe('the chain of pushes from the head', () => {
  test('leads back to where the branch was made', () => {
    const entries = [
      move('push', 'b', 'c', bea),
      move('force_push', 'a', 'b', bot),
      move('branch_creation', null, 'a'),
    ];
    expect(actorsOf('c', known(entries))).toEqual(['bea', 'renovate[bot]', 'ada']);
  });

  test('ends at a commit that the base has, and asks whether it does', () => {
    const entries = [move('push', 'b', 'c'), move('push', 'base', 'b', bea), move('push', 'older', 'base', bot)];
    expect(followChain('c', known(entries))).toEqual({ state: 'ask', commit: 'base' });
    expect(actorsOf('c', known(entries, { ofBase: new Map([['base', true]]) }))).toEqual(['ada', 'bea']);
  });

  test('goes on where the base does not have it after all', () => {
    const entries = [move('push', 'x', 'c'), move('branch_creation', null, 'x', bea)];
    expect(actorsOf('c', known(entries, { ofBase: new Map([['x', false]]) }))).toEqual(['ada', 'bea']);
  });

  test.each([
    ['no list at all', [], 'head-not-listed'],
    ['a head that is not the newest entry', [move('branch_creation', null, 'b')], 'head-not-listed'],
    ['a list that ends early', [move('push', 'b', 'c')], 'gap'],
    ['an entry that is missing', [move('push', 'b', 'c'), move('branch_creation', null, 'a')], 'gap'],
    ['an actor that is null', [{ ...move('push', 'b', 'c'), actor: null }], 'no-actor'],
  ] as const)('%s breaks it', (_, entries, why) => {
    expect(followChain('c', known(entries))).toEqual({ state: 'broken', why });
  });

  test('a commit that another end leads to breaks it, unless the base has it', () => {
    const entries = [move('force_push', 'lost', 'c')];
    expect(followChain('c', known(entries))).toEqual({ state: 'ask', commit: 'lost' });
    expect(followChain('c', known(entries, { ofBase: new Map([['lost', false]]) }))).toEqual({
      ...{ state: 'broken', why: 'gap' },
    });
    expect(actorsOf('c', known(entries, { ofBase: new Map([['lost', true]]) }))).toEqual(['ada']);
  });

  test('what a merged pull request brought in is no end, although the base has it by now', () => {
    const entries = [move('push', 'b', 'c')];
    const merged = known(entries, { isPast: true, ofBase: new Map([['b', true]]) });
    expect(followChain('c', merged)).toEqual({ state: 'broken', why: 'gap' });
  });

  test('older entries are read before it is broken', () => {
    expect(followChain('c', known([move('push', 'b', 'c')], { isAll: false }))).toEqual({ state: 'more' });
    const made = known([move('branch_creation', null, 'c')], { isAll: false });
    expect(followChain('c', made)).toEqual({ state: 'more' });
  });

  test('a branch that was deleted and restored where it was is followed on', () => {
    const entries = [
      ...[move('branch_creation', null, 'c', bea), move('branch_deletion', 'c', null, bot)],
      ...[move('push', 'b', 'c'), move('branch_creation', null, 'b')],
    ];
    expect(actorsOf('c', known(entries))).toEqual(['bea', 'ada', 'ada']);
  });

  test('a branch of that name that was something else before is another one', () => {
    const entries = [
      move('branch_creation', null, 'c'),
      move('branch_deletion', 'x', null),
      move('push', 'y', 'x', bea),
    ];
    expect(actorsOf('c', known(entries))).toEqual(['ada']);
  });

  test('who pushed a commit to it before it was deleted and made anew with that commit pushed it still', () => {
    const entries = [
      ...[move('branch_creation', null, 'c', bot), move('branch_deletion', 'b', null, bot)],
      ...[move('push', 'a', 'b', bea), move('branch_creation', null, 'old')],
    ];
    expect(actorsOf('c', known(entries))).toEqual(['renovate[bot]', 'bea']);
  });

  test('the branch of a merged pull request may be deleted, or be something else by now', () => {
    const rest = [move('branch_creation', null, 'c', bea)];
    expect(actorsOf('c', known([move('branch_deletion', 'c', null), ...rest]))).toEqual(['bea']);
    const reused = [move('branch_creation', null, 'z'), move('branch_deletion', 'c', null), ...rest];
    expect(actorsOf('c', known(reused, { isPast: true }))).toEqual(['bea']);
    expect(followChain('c', known(reused))).toEqual({ state: 'broken', why: 'head-not-listed' });
  });

  describe('forgets nobody', () => {
    const later = (entry: Activity): Activity => ({ ...entry, at: '2026-01-03T00:00:00Z' });
    const ofBase = new Map([['base', true]]);

    test('whose commits a reset to the base took off, although other commits hold the same', () => {
      const entries = [move('push', 'base', 'c', bea), move('force_push', 'x', 'base', bot)];
      const made = move('branch_creation', null, 'x', ada);
      const former = [move('branch_deletion', 'y', null, bot), move('push', 'base', 'y', person('cleo', 9))];
      expect(actorsOf('c', known([...entries, made, ...former], { ofBase }))).toEqual(['bea', 'renovate[bot]', 'ada']);
    });

    const cleo = person('cleo', 9);
    const reset = [move('force_push', 'x', 'o1', bot), move('push', 'o1', 'x', cleo), move('push', 'o0', 'o1', ada)];
    const forward = [move('push', 'base', 'c', bea), move('push', 'o1', 'base', bea)];

    test('whose commits a reset took off, after the base was followed on from there', () => {
      const all = ['bea', 'renovate[bot]', 'cleo', 'ada'];
      expect(actorsOf('c', known([...forward, ...reset], { ofBase }))).toEqual(all);
      const restored = [move('branch_creation', null, 'o1', bot), move('branch_deletion', 'o1', null, bot)];
      expect(actorsOf('c', known([...forward, ...restored, ...reset], { ofBase }))).toEqual(all);
    });

    test('but whoever pushed to a branch that was deleted, and made anew somewhere else', () => {
      const anew = [move('branch_creation', null, 'o1', bot), move('branch_deletion', 'x', null, bot)];
      expect(actorsOf('c', known([...forward, ...anew, ...reset], { ofBase }))).toEqual(['bea']);
    });

    test('and reads back to where the branch was made, as far as that is worth it', () => {
      expect(followChain('c', known(forward, { ofBase, isAll: false }))).toEqual({ state: 'more' });
      expect(actorsOf('c', known(forward, { ofBase, isAll: false, isEnough: true }))).toEqual(['bea']);
      const made = [...forward, move('branch_creation', null, 'o1')];
      expect(actorsOf('c', known(made, { ofBase, isAll: false }))).toEqual(['bea']);
    });

    test('who pushed one of the commits before', () => {
      const entries = [move('push', 'base', 'c', bea), move('push', 'b', 'base', bot), move('push', 'x', 'b', ada)];
      expect(actorsOf('c', known(entries, { ofBase }))).toEqual(['bea', 'ada']);
    });

    test('who pushed since the pull request was opened, to a branch of that name that was deleted too', () => {
      const entries = [
        ...[move('branch_creation', null, 'c', bea), move('branch_deletion', 'x', null, bot)].map(later),
        later(move('push', 'y', 'x', ada)),
        move('push', 'z', 'y', bot),
      ];
      expect(actorsOf('c', known(entries))).toEqual(['bea', 'ada']);
      expect(followChain('c', known(entries.slice(0, 3), { isAll: false }))).toEqual({ state: 'more' });
      expect(
        followChain('c', known([...entries.slice(0, 2), later({ ...move('push', 'y', 'x'), actor: null })])),
      ).toEqual({
        ...{ state: 'broken', why: 'no-actor' },
      });
    });
  });
});
