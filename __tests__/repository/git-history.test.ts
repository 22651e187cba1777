import { beforeAll, describe, expect, test } from '@jest/globals';

import { openRepository } from '../../src/repository/git.ts';
import { branchTip, lockfileHistory } from '../../src/repository/git-history.ts';
import { type GitRepositoryFixture, cloneOf, gitRepository } from '../support/git-repository.ts';

let fixture: GitRepositoryFixture;

beforeAll(() => {
  fixture = gitRepository();
  const change = (path: string, subject: string, time: string) => {
    fixture.write(path, subject);
    fixture.commit(subject, time);
  };
  change('package-lock.json', 'first', '2026-01-01T00:00:00Z');
  change('node_modules/a/package-lock.json', 'an installed one', '2026-01-02T00:00:00Z');
  change('a/b/pnpm-lock.yaml', 'nested', '2026-01-03T00:00:00Z');
  change('pnpm-lock.feature.yaml', 'of a branch', '2026-01-04T00:00:00Z');
  change('examples/yarn.lock', 'left out', '2026-01-05T00:00:00Z');
  change(':notes', 'no lockfile', '2026-01-06T00:00:00Z');
  fixture.git('checkout', '--quiet', '-b', 'side');
  change('bun.lock', 'on the side', '2026-01-07T00:00:00Z');
  change('bun.lock', 'again on the side', '2026-01-08T00:00:00Z');
  fixture.git('checkout', '--quiet', 'main');
  change('README.md', 'meanwhile', '2026-01-09T00:00:00Z');
  fixture.gitAt('2026-01-10T12:00:00+02:00', 'merge', '--quiet', '--no-ff', '-m', 'the merge\n\nand more', 'side');
  fixture.git('mv', 'package-lock.json', 'npm-shrinkwrap.json');
  fixture.commit('moved \u001f twice', '2026-01-11T00:00:00Z');
});

async function historyOf(
  { folder }: GitRepositoryFixture,
  most = 20,
  isGated = (path: string) => !path.startsWith('examples/'),
) {
  const repository = await openRepository(folder);
  const { tip } = await branchTip(repository, 'main');
  const history = await lockfileHistory(repository, tip, { most, isGated });
  await repository.close();
  return history;
}

describe('the history of lockfiles', () => {
  test('has the commits of first parents that changed one that is gated, and not the first commit', async () => {
    const { commits, isCut } = await historyOf(fixture);
    expect(commits.map(({ subject }) => subject)).toEqual(['moved \u001f twice', 'the merge', 'of a branch', 'nested']);
    expect(isCut).toBe(false);
  });

  test('compares a merge with its first parent, as of the time of the merge', async () => {
    const merge = (await historyOf(fixture)).commits[1];
    expect(merge?.committedAt).toBe('2026-01-10T10:00:00.000Z');
    expect(merge?.parent).toBe(fixture.git('rev-parse', `${merge?.id}^1`));
  });

  test('is as long as was asked for', async () => {
    expect((await historyOf(fixture, 2)).commits).toHaveLength(2);
    expect((await historyOf(fixture, 20, () => true)).commits).toHaveLength(5);
  });

  test('does not take the edge of a shallow clone for a first commit, and says that older ones are missing', async () => {
    const shallow = cloneOf(fixture, '--depth', '1');
    expect(await historyOf(shallow)).toEqual({ commits: [], isCut: true });
    const deeper = await historyOf(cloneOf(fixture, '--depth', '2'));
    expect(deeper.commits.map(({ subject }) => subject)).toEqual(['moved \u001f twice']);
    expect(deeper.isCut).toBe(true);
  });

  test('reads a branch that only the remote has, and the default branch where none is named', async () => {
    const repository = await openRepository(cloneOf(fixture).folder);
    expect((await branchTip(repository, 'side')).branch).toBe('origin/side');
    expect((await branchTip(repository, undefined)).tip).toBe(fixture.git('rev-parse', 'main'));
    await expect(branchTip(repository, 'nowhere')).rejects.toMatchObject({ code: 'usage' });
    await repository.close();
  });
});
