import { describe, expect, test } from '@jest/globals';

import { commitOf, policyPlace, refNames } from '../../src/policy/remote.ts';

/** How an operator names a policy: a path, or `OWNER/REPO/PATH@REF`. */

const remote = (text: string) => {
  const place = policyPlace(text);
  if (!('remote' in place)) throw new Error(`${text} is no policy of another repository`);
  return place.remote;
};

describe('a policy of another repository', () => {
  test.each([
    ['acme/policies/npm.yml@v1', { repository: 'acme/policies', path: 'npm.yml', ref: 'v1' }],
    [
      'acme/.github/a/b c/npm.yml@release/2.x',
      { repository: 'acme/.github', path: 'a/b c/npm.yml', ref: 'release/2.x' },
    ],
    [`a/b/c@${'0'.repeat(40)}`, { repository: 'a/b', path: 'c', ref: '0'.repeat(40) }],
  ])('%s', (text, parts) => {
    expect(remote(text)).toEqual({ name: text, ...parts });
  });

  test.each([
    ['acme/policies@v1', 'the path of the file'],
    ['acme/policies/@v1', 'the path of the file'],
    ['acme/policies/../npm.yml@v1', 'the path of the file'],
    ['acme/policies//npm.yml@v1', 'the path of the file'],
    ['-acme/policies/npm.yml@v1', 'does not begin with a repository'],
    ['acme/../npm.yml@v1', 'does not begin with a repository'],
    ['https://github.com/acme/policies/npm.yml@v1', 'does not begin with a repository'],
    ['acme/policies/npm.yml@', 'no branch, tag or full commit'],
    ['acme/policies/npm.yml@-v', 'no branch, tag or full commit'],
    ['acme/policies/npm.yml@a..b', 'no branch, tag or full commit'],
    ['acme/policies/npm.yml@a/../b', 'no branch, tag or full commit'],
    ['acme/policies/npm.yml@a.lock', 'no branch, tag or full commit'],
    ['acme/policies/npm.yml@{u}', 'no branch, tag or full commit'],
    ['acme/policies/npm.yml@v1@v2', 'more than one `@`'],
    ['acme/@scope/npm.yml@v1', 'more than one `@`'],
  ])('%s is refused, with what to write instead', (text, says) => {
    const place = policyPlace(text);
    expect(place).toEqual({ problem: expect.stringContaining(says) });
    expect(place).toEqual({ problem: expect.stringContaining('OWNER/REPO/PATH@REF') });
    expect(place).toEqual({ problem: expect.stringContaining('`./`') });
  });

  test.each(['policy.yml', '.github/dependency-policy.yml', './acme/policies/npm.yml@v1', '../a@b', '/a@b/c/d@e'])(
    '%s is a path',
    (path) => {
      expect(policyPlace(path)).toEqual({ path });
    },
  );

  test('only 40 hexadecimal digits are a commit; everything else is a branch or a tag by its whole name', () => {
    expect(commitOf(remote(`a/b/c@${'A'.repeat(40)}`))).toBe('a'.repeat(40));
    expect(commitOf(remote(`a/b/c@${'a'.repeat(39)}`))).toBeUndefined();
    expect(refNames(remote('a/b/c@abc1234'))).toEqual(['heads/abc1234', 'tags/abc1234']);
    expect(refNames(remote('a/b/c@tags/v1'))).toEqual(['tags/v1']);
    expect(refNames(remote('a/b/c@refs/heads/main'))).toEqual(['heads/main']);
  });
});
