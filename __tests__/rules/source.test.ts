import { describe, expect, test } from '@jest/globals';

import type { SourceKind } from '../../src/model/index.ts';
import source from '../../src/rules/source.ts';
import { dossierOf } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const from = (kind: SourceKind, spec: string, more: { outside?: boolean; workspace?: boolean } = {}) =>
  dossierOf({ change: { source: { kind, spec, ...more }, pins: [] }, addresses: [] });

test.each(['git', 'remote', 'file', 'exec', 'patch', 'portal', 'link'] as const)('%s is spoken about', (kind) => {
  expect(codesOf(source, from(kind, 'x'))).toEqual([kind]);
  expect(judge(source, [from(kind, 'x')])).toMatchObject([{ level: 'error', outcome: 'violation' }]);
});

test('workspaces and registry packages are not', () => {
  expect(codesOf(source, from('workspace', 'packages/a'))).toEqual([]);
  expect(codesOf(source, from('link', 'packages/a', { workspace: true }))).toEqual([]);
  expect(codesOf(source, dossierOf())).toEqual([]);
});

test('a link that claims to be a workspace and lies outside is outside', () => {
  expect(codesOf(source, from('link', '../a', { workspace: true, outside: true }))).toEqual(['outside']);
  expect(codesOf(source, from('file', '../../etc', { outside: true }))).toEqual(['outside']);
});

describe('no secret of a spec is shown', () => {
  test.each<[SourceKind, string, string]>([
    ['git', 'git+https://octocat:s3cret@git.example/a/b.git#main', 'git+https://***@git.example/a/b.git#main'],
    ['git', 'git+https://s3cret@git.example/a/b.git', 'git+https://***@git.example/a/b.git'],
    ['git', 'git+ssh://git@git.example/a/b.git#0f3', 'git+ssh://git@git.example/a/b.git#0f3'],
    ['git', 'git+ssh://git:s3cret@git.example/a.git', 'git+ssh://***@git.example/a.git'],
    ['git', 'git@git.example:a/b.git', 'git@git.example:a/b.git'],
    ['git', 'octocat:s3cret@git.example:a/b.git', 'octocat:***@git.example:a/b.git'],
    ['git', 'git+ssh://-oProxyCommand=touch%20x', 'git+ssh://-oProxyCommand=touch%20x'],
    ['remote', 'https:\\\\u:s3cret@files.example\\a.tgz', 'https:\\\\***@files.example\\a.tgz'],
    ['remote', 'https:u:s3cret@files.example/a.tgz', 'https:***@files.example/a.tgz'],
    ['remote', 'https://u:s3@cret@files.example/a.tgz', 'https://***@files.example/a.tgz'],
    ['remote', 'https://files.example/a.tgz?private_token=s3cret#x', 'https://files.example/a.tgz?***#x'],
    ['patch', 'patch:a@npm%3A1.0.0#./a.patch', 'patch:a@npm%3A1.0.0#./a.patch'],
    ['patch', 'patch:a@https://u:s3cret@files.example/a.tgz', 'patch:a@https://***@files.example/a.tgz'],
  ])('%s %s', (kind, spec, shown) => {
    const [finding] = judge(source, [from(kind, spec)]);
    expect(finding?.message).toContain(`\`${shown}\``);
    expect(finding?.message).not.toContain('s3cret');
  });
});

test('every entry counts, and at least one', () => {
  const change = {
    source: { kind: 'git', spec: 'x' } as const,
    pins: [
      { line: 3, places: 2 },
      { line: 9, places: 1 },
    ],
  };
  expect(judge(source, [dossierOf({ change, addresses: [] })])).toMatchObject([{ places: 3 }]);
  expect(judge(source, [from('git', 'x')])).toMatchObject([{ places: 1 }]);
});
