import { describe, expect, test } from '@jest/globals';

import { gitReference, repositoryPattern, repositoryPatternProblem } from '../../src/text/git-reference.ts';

const commit = '0f3a1b2c'.repeat(5);

describe('spellings of one repository are one text', () => {
  test.each([
    `acme/tool#${commit}`,
    `github:acme/tool#${commit}`,
    `GitHub:Acme/Tool#${commit}`,
    `git+ssh://git@github.com/acme/tool.git#${commit}`,
    `git+ssh://git@github.com:acme/tool.git#${commit}`,
    `ssh://git@github.com/acme/tool#${commit}`,
    `git@github.com:acme/tool.git#${commit}`,
    `git+https://github.com/acme/tool.git#${commit}`,
    `https://GitHub.com/acme/tool#${commit.toUpperCase()}`,
    `git://github.com/acme/tool.git#${commit}`,
    `https://github.com/acme/tool.git#commit=${commit}`,
    `https://github.com/acme/tool.git#workspace=%40acme%2Ftool&commit=${commit}`,
    `https://github.com/acme/tool.git#${commit}&path:packages/tool`,
    `https://codeload.github.com/acme/tool/tar.gz/${commit}`,
    `https://codeload.github.com/acme/tool/tar.gz/${commit}#path:/packages/tool`,
  ])('%s', (spec) => {
    expect(gitReference(spec)).toEqual({ repository: 'github.com/acme/tool', commit });
  });

  test.each([
    [`https://gitlab.com/acme/group/tool/-/archive/${commit}/tool-${commit}.tar.gz`, 'gitlab.com/acme/group/tool'],
    [`gitlab:acme/group/tool#${commit}`, 'gitlab.com/acme/group/tool'],
    [`https://bitbucket.org/acme/tool/get/${commit}.tar.gz`, 'bitbucket.org/acme/tool'],
    [`git+ssh://git@git.acme.example/Tools/x.git#${commit}`, 'git.acme.example/Tools/x'],
  ])('%s', (spec, repository) => {
    expect(gitReference(spec)).toEqual({ repository, commit });
  });
});

describe('what is no full commit', () => {
  test.each([
    ['acme/tool', ''],
    ['acme/tool#main', 'main'],
    ['acme/tool#0f3a1b2', '0f3a1b2'],
    [`acme/tool#${commit}0`, `${commit}0`],
    ['acme/tool#semver:^1.0.0', 'semver:^1.0.0'],
    ['https://github.com/acme/tool.git#tag=v1', 'tag=v1'],
    [`https://github.com/acme/tool.git#commit=${commit}&head=main`, `commit=${commit}&head=main`],
    [`https://github.com/acme/tool.git#${commit}&${'a'.repeat(40)}`, `${commit}&${'a'.repeat(40)}`],
    ['https://codeload.github.com/acme/tool/tar.gz/main', 'main'],
  ])('%s', (spec, other) => {
    expect(gitReference(spec)).toEqual({ repository: 'github.com/acme/tool', other });
  });
});

describe('what never is the repository that it looks like', () => {
  test.each([
    `https://user:token@github.com/acme/tool.git#${commit}`,
    `https://git@github.com/acme/tool.git#${commit}`,
    `ssh://mallory@github.com/acme/tool.git#${commit}`,
    `https://github.com:8443/acme/tool.git#${commit}`,
    `git+ssh://git@github.com:22/acme/tool.git#${commit}`,
    `ssh://git@git.acme.example:2222/tool.git#${commit}`,
    `https://github.com%2facme/tool#${commit}`,
    `https://github.com/acme%2Ftool#${commit}`,
    `https://github.com/acme/../evil/tool#${commit}`,
    `https://github.com/acme/..#${commit}`,
    `https://github.com/acme/./tool#${commit}`,
    `https://github.com//acme/tool#${commit}`,
    `https://github.com/acme\\evil/tool#${commit}`,
    `https://github.com/acme/tool?x=1#${commit}`,
    `https://github.com/acme/tool/tree/main#${commit}`,
    `https://github.com./acme/tool#${commit}`,
    `https://evil.example/@github.com/acme/tool#${commit}`,
    `https://github.com@evil.example/acme/tool#${commit}`,
    `https://githubcom/acme/tool#${commit}`,
    `https://g\u0456thub.com/acme/tool#${commit}`,
    `git+file:///acme/tool#${commit}`,
    `https://codeload.github.com/acme/tool/tar.gz/${commit}#${'a'.repeat(40)}`,
    `https://codeload.github.com/acme/tool/tar.gz/${commit}?token=x`,
    `https://codeload.github.com/acme/../evil/tar.gz/${commit}`,
    `github:acme/tool/evil#${commit}`,
    `https://gitlab.com/acme/tool/-/raw/main/x#${commit}`,
    `https://registry.example/tool/-/tool-1.0.0.tgz`,
    `https://gitlab.com/api/v4/projects/acme%2Ftool/repository/archive.tar.gz?ref=${commit}`,
    `github://acme/tool#${commit}`,
    `acme/tool\n#${commit}`,
    `https://${'a'.repeat(1100)}.example/x#${commit}`,
  ])('%j', (spec) => {
    expect(gitReference(spec)).toBeUndefined();
  });

  test.each([
    [`https://github.com.evil.example/acme/tool#${commit}`, 'github.com.evil.example/acme/tool'],
    [`https://www.github.com/acme/tool#${commit}`, 'www.github.com/acme/tool'],
    [`https://github.com/acme-evil/tool#${commit}`, 'github.com/acme-evil/tool'],
    [
      `https://codeload.github.com.evil.example/acme/tool/tar.gz/${commit}`,
      'codeload.github.com.evil.example/acme/tool/tar.gz/' + commit,
    ],
  ])('%s is another one', (spec, repository) => {
    expect(gitReference(spec)?.repository).toBe(repository);
  });
});

test('patterns are in the same notation, and name an owner on hosts that anybody can use', () => {
  expect(repositoryPattern('GitHub.com/Acme/Tool.git')).toBe('github.com/acme/tool');
  expect(repositoryPattern('git.acme.example/Tools/*')).toBe('git.acme.example/Tools/*');
  for (const fine of ['github.com/acme/*', 'github.com/acme/tool', 'gitlab.com/acme/**', 'git.acme.example/**']) {
    expect(repositoryPatternProblem(fine)).toBeUndefined();
  }
  const refused = ['github.com', 'github.com/*', 'github.com/**', 'github.com/*/*', 'github.com/?*/x', 'gitlab.com/**'];
  for (const wide of [
    ...refused,
    '*.com/acme/x',
    'https://github.com/acme/x',
    'github.com/acme/../x',
    'github.com//x',
    '',
  ]) {
    expect(repositoryPatternProblem(wide) ?? '').toMatch(/^expected/);
  }
});
