import { describe, expect, test } from '@jest/globals';

import type { Dossier, SourceKind } from '../../src/model/index.ts';
import source from '../../src/rules/source.ts';
import { dossierOf } from '../support/dossier.ts';
import { brief, judgeUnder } from '../support/judge-policy.ts';
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

describe('a git repository', () => {
  const [commit, former] = ['a'.repeat(40), 'b'.repeat(40)];
  const allow = { options: { allow: ['github.com/acme/*'] } };
  const git = (spec: string, more: Partial<Dossier['change']> = {}, kind: SourceKind = 'git') =>
    dossierOf({ change: { source: { kind, spec }, pins: [], ...more }, addresses: [] });
  const locked = (resolved: string, spec = resolved) => git(spec, { pins: [{ resolved, line: 3, places: 1 }] });

  test('that the policy names is a warning at a full commit, in every spelling that managers write', () => {
    for (const spec of [
      `git+ssh://git@github.com/acme/tool.git#${commit}`,
      `https://github.com/acme/tool.git#commit=${commit}`,
      `https://codeload.github.com/acme/tool/tar.gz/${commit}`,
      `github:acme/tool#${commit}`,
      `git@github.com:acme/tool.git#${commit}`,
    ]) {
      expect(judge(source, [git(spec)], allow)).toMatchObject([{ level: 'warn', codes: ['git-allowed'] }]);
      expect(judge(source, [locked(spec, 'acme/tool#main')], allow)).toMatchObject([{ level: 'warn' }]);
    }
    const archive = git(`https://codeload.github.com/acme/tool/tar.gz/${commit}`, {}, 'remote');
    expect(codesOf(source, archive, allow)).toEqual(['git-allowed']);
  });

  test('that moves from one commit to another is shown with both, a warning where the policy names it', () => {
    const moved = git(`acme/tool#${commit}`, {
      ...{ kind: 'updated', changed: ['source'] },
      previousSource: { kind: 'git', spec: `https://github.com/acme/tool.git#commit=${former}` },
    });
    const [warned] = judge(source, [moved], allow);
    expect(warned).toMatchObject({ level: 'warn', codes: ['git-moved'] });
    const [blocked] = judge(source, [moved]);
    expect(blocked).toMatchObject({ level: 'error', codes: ['git'] });
    for (const finding of [warned, blocked]) {
      expect(finding?.message).toContain(`\`${commit}\``);
      expect(finding?.message).toContain(`\`${former}\``);
    }
  });

  test('that the policy does not name is an error whose words are true of a full commit', () => {
    const [finding] = judge(source, [git(`acme/tool#${commit}`)]);
    expect(finding).toMatchObject({ level: 'error', codes: ['git'] });
    expect(finding?.message).toContain('No registry vouches');
    expect(finding?.message).toContain('`prepare`');
    expect(finding?.message).not.toMatch(/branch|tag|move/);
    expect(finding?.remediation).toContain('source: { allow: ["github.com/acme/tool"] }');
  });

  test('at a branch, a tag, a short commit or nothing is an error that says which, named or not', () => {
    for (const [pinned, said] of [
      ['#main', '`main`'],
      ['#v1.0.0', '`v1.0.0`'],
      ['#0f3a1b2', '`0f3a1b2`'],
      ['', 'to nothing'],
    ]) {
      for (const how of [allow, {}]) {
        const [finding] = judge(source, [git(`acme/tool${pinned ?? ''}`)], how);
        expect(finding).toMatchObject({ level: 'error', codes: ['git-unpinned'] });
        expect(finding?.message).toContain(said);
      }
    }
  });

  test.each([
    ['whose owner only begins alike', `acme-evil/tool#${commit}`],
    ['below the one that is named', `https://github.com/acme/tool/evil#${commit}`],
    ['of another host', `https://github.com.evil.example/acme/tool#${commit}`],
    ['with a step up', `https://github.com/acme/../evil#${commit}`],
    ['with an encoded slash', `https://github.com/acme%2ftool#${commit}`],
    ['behind user info', `https://acme:x@github.com/acme/tool#${commit}`],
    ['behind a port', `https://github.com:8443/acme/tool#${commit}`],
  ])('%s is not the one that the policy names', (_, spec) => {
    expect(judge(source, [git(spec)], allow)).toMatchObject([{ level: 'error', codes: ['git'] }]);
  });

  describe('that the lockfile has instead of what is asked for is an error although the policy names both:', () => {
    const asks = (...requestedAs: readonly string[]) => git(`acme/tool#${commit}`, { requestedAs });
    const elsewhere = (other: Dossier) => {
      expect(judge(source, [other], allow)).toMatchObject([{ level: 'error', codes: ['git-elsewhere'] }]);
    };

    test('another repository', () => {
      expect(codesOf(source, asks('acme/tool', `github:acme/tool#${commit}`), allow)).toEqual(['git-allowed']);
      for (const other of [asks('acme/other'), asks('acme/tool', 'zeta/tool')]) elsewhere(other);
      elsewhere(locked(`acme/tool#${commit}`, `acme/other#${commit}`));
    });

    test('another commit than the manifest names', () => {
      elsewhere(asks(`acme/tool#${former}`));
    });

    test('two commits in two places', () => {
      const pins = [commit, former].map((each) => ({ resolved: `acme/tool#${each}`, line: 3, places: 1 }));
      elsewhere(git('acme/tool', { pins }));
    });
  });

  test('whose manifest names a full commit and whose lockfile leads to a tarball is not let in', () => {
    const tarball = locked('https://evil.example/tool-1.0.0.tgz', `acme/tool#${commit}`);
    expect(judge(source, [tarball], allow)).toMatchObject([{ level: 'error', codes: ['git'] }]);
  });

  test('strict makes the warning an error', () => {
    expect(judge(source, [git(`acme/tool#${commit}`)], { ...allow, advice: 'error' })).toMatchObject([
      { level: 'error' },
    ]);
  });

  test('no repository of everybody can be named, and a host alone names no repository', () => {
    for (const wide of ['github.com/*', 'github.com/**', '**', 'github.com/acme/../x', 'https://github.com/acme/x']) {
      expect(() => judge(source, [git(`acme/tool#${commit}`)], { options: { allow: [wide] } })).toThrow();
    }
    expect(codesOf(source, git(`acme/tool#${commit}`), { options: { allow: ['github.com'] } })).toEqual(['git']);
  });
});

describe('git content that nobody could have meant', () => {
  const [commit, other] = ['a'.repeat(40), 'b'.repeat(40)];
  const policy = [
    'rules: { source: { allow: ["github.com/acme/*"] } }',
    'exceptions: [{ package: "left-pad@1.3.0", rules: [source], reason: r, expires: 2026-12-31 }]',
  ].join('\n');
  const archive = `https://codeload.github.com/acme/tool/tar.gz/${commit}`;
  const pin = (integrity: string) => [{ resolved: archive, integrity, line: 3, places: 1 }];
  const of = (change: Partial<Dossier['change']>) => dossierOf({ change: { pins: [], ...change }, addresses: [] });
  const said = (change: Partial<Dossier['change']>) =>
    brief(judgeUnder(policy, { dossiers: [of(change)] })).find(([rule]) => rule === 'source');
  const git = (spec: string) => ({ source: { kind: 'git', spec } as const });

  test('is covered by no exception for a name and a version, which covers a repository that is not named', () => {
    expect(said(git(`zeta/tool#${commit}`))?.[1]).toBe('excepted');
  });

  test.each<[string, Partial<Dossier['change']>]>([
    ['a lockfile that leads elsewhere', { ...git(`zeta/tool#${commit}`), requestedAs: ['acme/tool#main'] }],
    ['a pull request', { ...git(`acme/tool#${commit}`), requestedAs: ['acme/tool#pull/5/head'] }],
    ['a branch', git('acme/tool#main')],
    [
      'other bytes of one commit',
      {
        ...{ kind: 'updated', changed: ['integrity'], source: { kind: 'remote', spec: archive } },
        ...{ pins: pin(`sha512-${'B'.repeat(86)}==`), basePins: pin(`sha512-${'A'.repeat(86)}==`) },
      },
    ],
  ])('is an error whatever the exception: %s', (_, change) => {
    expect(said(change)?.slice(1, 3)).toEqual(['reported', 'error']);
  });

  const spec = `https://codeload.github.com/acme/tool/tar.gz/${commit}`;
  const bare = (pin: object, base: object): Partial<Dossier['change']> => ({
    ...{ kind: 'updated', changed: ['integrity'], source: { kind: 'git', spec } },
    ...{ pins: [{ line: 3, places: 1, ...pin }], basePins: [{ line: 3, places: 1, ...base }] },
  });
  const codesOfGit = (change: Partial<Dossier['change']>) =>
    codesOf(source, of(change), { options: { allow: ['github.com/acme/*'] } });

  test('where the format writes no address, the commit is that of the request', () => {
    expect(codesOfGit(bare({ integrity: 'sha512-b' }, { integrity: 'sha512-a' }))).toEqual(['git-bytes']);
    expect(codesOfGit(bare({}, { integrity: 'sha512-a' }))).toEqual(['git-bytes']);
    expect(codesOfGit(bare({ checksum: 'b' }, { checksum: 'a' }))).toEqual(['git-bytes']);
  });

  test('a checksum in another notation is not of other bytes, and a digest that was not there before takes none away', () => {
    const notation = bare({ checksum: '10c0/a' }, { checksum: '8/a' });
    expect(codesOfGit({ ...notation, changed: ['other-fields'] })).toEqual(['git-allowed']);
    expect(codesOfGit(bare({ integrity: 'sha512-a' }, {}))).toEqual(['git-allowed']);
  });

  test('and a commit that stays is no move', () => {
    const codes = (spec: string) => {
      const change = { ...git(`acme/tool#${commit}`), previousSource: { kind: 'git', spec } } as const;
      return codesOf(source, of({ ...change, kind: 'updated', changed: ['source'] }), {
        options: { allow: ['github.com/acme/*'] },
      });
    };
    expect(codes(`acme/tool#${other}`)).toEqual(['git-moved']);
    expect(codes(`acme/tool#${commit}&path:/x`)).toEqual(['git-allowed']);
  });
});
