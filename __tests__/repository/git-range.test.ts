import { afterEach, describe, expect, test } from '@jest/globals';

import { openRepository, type GitRepository } from '../../src/repository/git.ts';
import { chooseRange, defaultBranch, mergeBase } from '../../src/repository/git-range.ts';
import { cloneOf, gitRepository, type GitRepositoryFixture } from '../support/git-repository.ts';

const opened: GitRepository[] = [];
const open = async (fixture: GitRepositoryFixture) => {
  const repository = await openRepository(fixture.folder);
  opened.push(repository);
  return repository;
};
afterEach(async () => {
  for (const repository of opened.splice(0)) await repository.close();
});

const short = (id: string) => id.slice(0, 12);
const labels = async (fixture: GitRepositoryFixture, base?: string, head?: string) => {
  const range = await chooseRange(await open(fixture), base, head);
  return [range.base.label, range.head.label];
};

/** main: one - two; topic: one - three; on topic. */
function forked() {
  const fixture = gitRepository();
  const one = fixture.commit('one');
  fixture.git('switch', '--quiet', '--create', 'topic');
  const three = fixture.commit('three');
  fixture.git('switch', '--quiet', 'main');
  const two = fixture.commit('two');
  fixture.git('switch', '--quiet', 'topic');
  return { fixture, one, two, three };
}

describe('the range of a check', () => {
  test('unnamed: from where the work tree left the default branch', async () => {
    const { fixture, one } = forked();
    expect(await labels(fixture)).toEqual([short(one), 'work tree']);
  });

  test('with a head: from where that left the default branch', async () => {
    const { fixture, one, three } = forked();
    fixture.git('switch', '--quiet', 'main');
    expect(await labels(fixture, undefined, 'topic')).toEqual([short(one), short(three)]);
  });

  test('with a base: that tree as it stands, also where history has gone on', async () => {
    const { fixture, two, three } = forked();
    expect(await labels(fixture, 'main')).toEqual([short(two), 'work tree']);
    expect(await labels(fixture, 'main', 'topic')).toEqual([short(two), short(three)]);
  });

  test('on the default branch itself: what is not committed yet', async () => {
    const { fixture, two } = forked();
    fixture.git('switch', '--quiet', 'main');
    expect(await labels(fixture)).toEqual([short(two), 'work tree']);
  });

  test('on the default branch of a clone: what is not pushed yet too', async () => {
    const { fixture, two } = forked();
    fixture.git('switch', '--quiet', 'main');
    const clone = cloneOf(fixture);
    clone.commit('not pushed');
    expect(await labels(clone)).toEqual([short(two), 'work tree']);
  });

  test('of a bare repository ends at HEAD', async () => {
    const { fixture, one, three } = forked();
    const bare = cloneOf(fixture, '--bare', '--branch=topic');
    expect(await labels(bare)).toEqual([short(one), short(three)]);
  });

  test('works on a detached HEAD', async () => {
    const { fixture, one } = forked();
    fixture.git('checkout', '--quiet', '--detach', 'topic');
    expect(await labels(fixture)).toEqual([short(one), 'work tree']);
  });

  test('of a repository without a commit is refused plainly', async () => {
    await expect(labels(gitRepository())).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('`HEAD` names no commit'),
    });
  });

  test('names the flag whose revision is wrong', async () => {
    const { fixture } = forked();
    await expect(labels(fixture, 'nowhere')).rejects.toThrow('--base `nowhere`');
    await expect(labels(fixture, 'main', 'nowhere')).rejects.toThrow('--head `nowhere`');
    await expect(labels(fixture, undefined, 'nowhere')).rejects.toThrow('--head `nowhere`');
  });

  test('that a shallow clone cannot reach asks for more history', async () => {
    const { fixture } = forked();
    fixture.git('switch', '--quiet', 'main');
    const clone = cloneOf(fixture, '--depth=1', '--no-single-branch', '--branch=topic');
    await expect(labels(clone)).rejects.toMatchObject({
      code: 'repository-unavailable',
      message: expect.stringContaining('git fetch --deepen'),
    });
    expect(await labels(clone, 'origin/main')).toHaveLength(2);
  });

  test('of a shallow clone is exact where the clone holds the fork', async () => {
    const { fixture, one } = forked();
    fixture.git('switch', '--quiet', 'main');
    const clone = cloneOf(fixture, '--depth=2', '--no-single-branch', '--branch=topic');
    expect(await labels(clone)).toEqual([short(one), 'work tree']);
  });

  test('of a shallow clone is not an older commit that both sides happen to reach', async () => {
    const fixture = gitRepository();
    const old = fixture.commit('old');
    const tree = fixture.git('rev-parse', 'HEAD^{tree}');
    const after = (message: string, ...parents: readonly string[]) =>
      fixture.git('commit-tree', tree, '-m', message, ...parents.flatMap((parent) => ['-p', parent]));
    const fork = after('fork', old);
    const side = (name: string) => after(name, after(name, after(name, fork)), old);
    const [main, topic] = [side('main'), side('topic')];
    fixture.git('update-ref', 'refs/heads/main', main);
    fixture.git('update-ref', 'refs/heads/topic', topic);
    expect(fixture.git('merge-base', main, topic)).toBe(fork);
    const clone = cloneOf(fixture, '--depth=3', '--no-single-branch', '--branch=topic');
    expect(clone.git('merge-base', 'HEAD', 'origin/main')).toBe(old); // what git says there
    await expect(labels(clone)).rejects.toMatchObject({ code: 'repository-unavailable' });
  });

  test('of histories that share nothing asks for the base', async () => {
    const { fixture } = forked();
    fixture.git('switch', '--quiet', '--orphan', 'alone');
    fixture.commit('alone');
    await expect(labels(fixture)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('--base'),
    });
  });

  test('with crossed merges takes one of the best common ancestors', async () => {
    const { fixture, two, three } = forked();
    fixture.git('merge', '--quiet', '-m', 'cross', 'main');
    fixture.git('switch', '--quiet', 'main');
    fixture.git('merge', '--quiet', '-m', 'cross back', three);
    const repository = await open(fixture);
    const [a, b] = [fixture.git('rev-parse', 'main'), fixture.git('rev-parse', 'topic')];
    expect([two, three]).toContain(await mergeBase(repository, a, b));
  });
});

describe('the default branch', () => {
  test('is what origin says, whatever it is called', async () => {
    const { fixture } = forked();
    const clone = cloneOf(fixture); // its origin stands on topic
    expect(await defaultBranch(await open(clone))).toEqual({
      ref: 'refs/remotes/origin/HEAD',
      commit: fixture.git('rev-parse', 'topic'),
    });
  });

  test("without that, is origin's main before the local one", async () => {
    const { fixture, two } = forked();
    const clone = cloneOf(fixture);
    clone.git('remote', 'set-head', 'origin', '--delete');
    clone.git('branch', '--quiet', 'main', 'HEAD');
    expect(await defaultBranch(await open(clone))).toEqual({ ref: 'refs/remotes/origin/main', commit: two });
  });

  test('is a local branch where there is no origin', async () => {
    const { fixture, two } = forked();
    expect(await defaultBranch(await open(fixture))).toEqual({ ref: 'refs/heads/main', commit: two });
    fixture.git('branch', '--move', 'main', 'master');
    expect(await defaultBranch(await open(fixture))).toEqual({ ref: 'refs/heads/master', commit: two });
  });

  test('is the configured one before the usual ones, where it exists', async () => {
    const { fixture, two, three } = forked();
    fixture.git('config', 'init.defaultBranch', 'trunk');
    expect(await defaultBranch(await open(fixture))).toEqual({ ref: 'refs/heads/main', commit: two });
    fixture.git('branch', 'trunk', three);
    expect(await defaultBranch(await open(fixture))).toEqual({ ref: 'refs/heads/trunk', commit: three });
  });

  test.each(['*', '--all', '', 'a..b'])('is not guessed from the configured name %j', async (name) => {
    const { fixture, two } = forked();
    fixture.git('config', 'init.defaultBranch', name);
    expect((await defaultBranch(await open(fixture))).commit).toBe(two);
  });

  test('is asked for where nothing looks like one', async () => {
    const { fixture } = forked();
    fixture.git('branch', '--move', 'main', 'other');
    await expect(defaultBranch(await open(fixture))).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('--base'),
    });
  });
});
