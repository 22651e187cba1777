import { describe, expect, test } from '@jest/globals';

import type { BuildIdentity, EvidenceSet } from '../../src/model/index.ts';
import { buildIdentity, history, present, verifiedProvenance } from '../../src/model/example.ts';
import { normalizeRepository } from '../../src/registry/repository-url.ts';
import sourceIdentity from '../../src/rules/source-identity.ts';
import { dossierOf, release, unavailable } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const elsewhere = { sourceRepository: 'https://github.com/mallory/left-pad', owner: 'https://github.com/mallory' };
const since = (now: Partial<BuildIdentity>, before: Partial<BuildIdentity> = {}) =>
  dossierOf({ evidence: { provenance: verifiedProvenance(now), predecessorProvenance: verifiedProvenance(before) } });

test.each<[string, Partial<BuildIdentity>, Partial<BuildIdentity>, readonly string[]]>([
  ['a renamed repository keeps its id', { sourceRepository: 'https://github.com/acme/pad' }, {}, ['renamed']],
  ['another repository', { ...elsewhere, sourceRepositoryId: '7', ownerId: '8' }, {}, ['changed-repository']],
  ['the name taken over', { sourceRepositoryId: '7', ownerId: '8' }, {}, ['changed-repository']],
  ['an id that only the statement has', { ...elsewhere, claimed: ['sourceRepositoryId'] }, {}, ['same-owner']],
  [
    'ids that only the statement has',
    { ...elsewhere, claimed: ['sourceRepositoryId', 'ownerId'] },
    {},
    ['changed-repository'],
  ],
  ['the same id at another issuer', { ...elsewhere, issuer: 'https://gitlab.com' }, {}, ['changed-repository']],
  ['an old certificate without ids', {}, { sourceRepositoryId: undefined, ownerId: undefined } as never, []],
  ['the owner taken over', { ownerId: '8' }, {}, ['changed-owner']],
  ['a workflow that is not known', {}, { workflow: undefined } as never, []],
])('%s', (_title, now, before, codes) => {
  expect(codesOf(sourceIdentity, since(now, before))).toEqual(codes);
});

test.each([
  ['github.com/acme/left-pad', []],
  ['github.com/acme/left-pad-evil', ['other-repository']],
  ['gitlab.com/acme/left-pad', ['other-repository']],
])('declares %s', (repository, codes) => {
  const evidence = { provenance: verifiedProvenance(), release: release({ repository }) };
  expect(codesOf(sourceIdentity, dossierOf({ evidence }))).toEqual(codes);
});

test('a base version whose provenance could not be read makes it indeterminate', () => {
  const evidence = { provenance: verifiedProvenance(), predecessorProvenance: unavailable() };
  expect(judge(sourceIdentity, [dossierOf({ evidence })])[0]).toMatchObject({
    outcome: 'indeterminate',
    level: 'error',
  });
});

const mallory = { ...elsewhere, sourceRepositoryId: '7', ownerId: '8' };
const declaring = (repository: string) => release({ repository });
const acme = 'github.com/acme/left-pad';
const theirs = 'github.com/mallory/left-pad';
const times = {
  '1.0.0': '2024-01-01T00:00:00.000Z',
  '1.2.9': '2026-05-30T00:00:00.000Z',
  '1.3.0': '2026-06-01T00:00:00.000Z',
};
const earlierBuild = (build: Partial<BuildIdentity> = {}) =>
  present({ builds: [{ version: '1.0.0', build: { ...buildIdentity, ...build } }], asked: 1, attested: 1 });

describe('where the version on the base branch has no attestation', () => {
  const vouching = (evidence: Partial<EvidenceSet>) =>
    dossierOf({
      evidence: {
        provenance: verifiedProvenance(mallory),
        release: declaring(theirs),
        predecessor: release({ version: '1.0.0', repository: acme }),
        ...evidence,
      },
    });

  test('a stranger may not vouch by building in his repository and declaring it', () => {
    expect(codesOf(sourceIdentity, vouching({}))).toEqual(['unknown-repository']);
  });

  test('nor by a release of the day before that declares it already', () => {
    const releases = history(times, { '1.0.0': { repository: acme }, '1.2.9': { repository: theirs } });
    expect(codesOf(sourceIdentity, vouching({ history: releases }))).toEqual(['unknown-repository']);
  });

  test('nor by the name of a repository that an earlier release was built in under another id', () => {
    const taken = {
      provenance: verifiedProvenance({ sourceRepositoryId: '7', ownerId: '8' }),
      release: declaring(acme),
    };
    expect(codesOf(sourceIdentity, vouching({ ...taken, earlierBuilds: earlierBuild() }))).toEqual([
      'unknown-repository',
    ]);
  });

  test('an earlier release that was built there, or declares it, vouches', () => {
    expect(codesOf(sourceIdentity, vouching({ earlierBuilds: earlierBuild(mallory) }))).toEqual([]);
    const releases = history(times, { '1.0.0': { repository: theirs } });
    expect(codesOf(sourceIdentity, vouching({ history: releases }))).toEqual([]);
  });

  test('nor by a release since then that waited for four days', () => {
    const waited = { ...times, '1.2.9': '2026-05-28T00:00:00.000Z' };
    const named = history(waited, { '1.0.0': { repository: acme }, '1.2.9': { repository: theirs } });
    expect(codesOf(sourceIdentity, vouching({ history: named }))).toEqual(['unknown-repository']);
    const built = present({
      builds: [{ version: '1.2.9', build: { ...buildIdentity, ...mallory } }],
      asked: 1,
      attested: 1,
    });
    expect(codesOf(sourceIdentity, vouching({ history: named, earlierBuilds: built }))).toEqual(['unknown-repository']);
  });

  test('a release since then vouches after 30 days: others had time to notice', () => {
    const old = { ...times, '1.2.9': '2026-05-16T00:00:00.000Z' };
    const named = history(old, { '1.0.0': { repository: acme }, '1.2.9': { repository: theirs } });
    expect(codesOf(sourceIdentity, vouching({ history: named }))).toEqual([]);
  });

  test('earlier builds that cannot be read leave it open', () => {
    expect(judge(sourceIdentity, [vouching({ earlierBuilds: unavailable('timeout') })])).toMatchObject([
      { outcome: 'indeterminate' },
    ]);
  });
});

test.each<[string, Record<string, string>, readonly string[]]>([
  ['that has been elsewhere for years', { '1.0.0': '2024-01-01T00:00:00.000Z' }, ['unknown-repository']],
  ['that has no past but this month', { '1.0.0': '2026-05-20T00:00:00.000Z' }, []],
])('a package that is new here and %s: a release of four days before', (_, first, codes) => {
  const named = history(
    { ...first, '1.2.9': '2026-05-28T00:00:00.000Z', '1.3.0': '2026-06-01T00:00:00.000Z' },
    { '1.0.0': { repository: acme }, '1.2.9': { repository: theirs } },
  );
  const evidence = { provenance: verifiedProvenance(mallory), release: declaring(theirs), history: named };
  expect(codesOf(sourceIdentity, dossierOf({ evidence }))).toEqual(codes);
});

const at = (days: number) =>
  present(new Date(Date.parse('2026-06-15T12:00:00.000Z') - days * 86_400_000).toISOString());
const levelsOf = (now: Partial<BuildIdentity>, days: number, before: Partial<BuildIdentity> = {}) =>
  judge(sourceIdentity, [
    dossierOf({
      evidence: {
        provenance: verifiedProvenance(now),
        predecessorProvenance: verifiedProvenance(before),
        publishedAt: at(days),
      },
    }),
  ]).map(({ level }) => level);

const merged = { trigger: 'pull_request_target', ref: 'refs/heads/main' };
const moved = {
  ...{ workflow: '.github/workflows/release.yml', trigger: 'push', ref: 'refs/heads/main' },
  buildSigner: 'https://github.com/acme/left-pad/.github/workflows/release.yml@refs/heads/main',
};
const publishing = {
  ...{ workflow: '.github/workflows/publish.yml', trigger: 'release', ref: 'refs/tags/v1' },
  buildSigner: 'https://github.com/acme/left-pad/.github/workflows/publish.yml@refs/tags/v1',
};

test.each<[string, Partial<BuildIdentity>, Partial<BuildIdentity>, number, readonly string[]]>([
  ['row 31: a merged pull request, 40 days old', merged, { ref: 'refs/tags/v3' }, 40, ['note']],
  ['row 31: the same, two days old', merged, { ref: 'refs/tags/v3' }, 2, ['warn']],
  [
    'row 32: pull_request with the ref of a branch, 40 days old',
    { ...merged, trigger: 'pull_request' },
    {},
    40,
    ['note'],
  ],
  ['row 33: publish.yml on a release becomes release.yml on a push', moved, publishing, 2, ['warn']],
  ['row 35: the same id under another name', { sourceRepository: 'https://github.com/acme/pad' }, {}, 2, ['note']],
  ['a trigger that the version before had too', merged, merged, 2, []],
  [
    'a comment, where merged pull requests started builds',
    { ...merged, trigger: 'issue_comment' },
    merged,
    2,
    ['warn'],
  ],
  ['another digest of the same reusable workflow', { buildSigner: `${buildIdentity.buildSigner}2` }, {}, 2, []],
])('quiet list, %s', (_, now, before, days, levels) => {
  expect(levelsOf(now, days, before)).toEqual(levels);
});

test.each<[string, Partial<BuildIdentity>]>([
  ['another workflow file', { ...merged, ...publishing, trigger: 'pull_request_target' }],
  ['the unmerged code', { ...merged, ref: 'refs/pull/7/merge' }],
  ['the unmerged code of GitLab', { trigger: 'merge_request_event', ref: 'refs/merge-requests/7/head' }],
  ['an issue that anybody can open, in another workflow file', { ...publishing, trigger: 'issues' }],
  ['a comment, in another workflow file', { ...publishing, trigger: 'issue_comment' }],
])('the attack beside row 31: %s is an error at any age', (_, now) => {
  expect(levelsOf(now, 400)).toContain('error');
});

test.each([
  ['git://github.com/a/b.git', 'git+https://github.com/A/b#readme'],
  ['https://github.com/a/b', 'github:a/b'],
  ['git+ssh://git@github.com/a/b.git', 'https://github.com/a/b/tree/main/packages/x'],
])('quiet list, row 34: %s and %s are one repository', (before, now) => {
  expect(normalizeRepository(now)).toBe(normalizeRepository(before));
});

test('quiet list, row 34: another owner is a warning where neither side is attested', () => {
  const evidence = { release: declaring('github.com/zeta/b'), predecessor: declaring('github.com/a/b') };
  expect(judge(sourceIdentity, [dossierOf({ evidence })]).map(({ level }) => level)).toEqual(['warn']);
});

test('a version that the registry no longer lists leaves nothing open where an earlier release declares the same', () => {
  const named = history(times, { '1.0.0': { repository: acme }, '1.2.9': { repository: acme } });
  const evidence = { release: declaring(acme), predecessor: unavailable('not-provided'), history: named };
  expect(judge(sourceIdentity, [dossierOf({ evidence })])).toEqual([]);
});

test('an open trigger together with an unseen publisher says which sign it is', () => {
  const releases = history(times, {
    '1.2.9': { publisher: { name: 'ann' } },
    '1.0.0': { publisher: { name: 'ann' } },
    '1.3.0': { publisher: { name: 'eve' } },
  });
  const evidence = {
    ...{ provenance: verifiedProvenance(merged), predecessorProvenance: verifiedProvenance(merged), history: releases },
  };
  const [finding] = judge(sourceIdentity, [dossierOf({ evidence })]);
  expect(finding).toMatchObject({ level: 'error', codes: ['unknown-trigger'] });
  expect(finding?.message).toContain('its publisher had published no earlier release');
});

test('what attests nothing any more and declares another repository than the one that built the release before is a warning', () => {
  const of = (repository: string) => ({
    ...{ release: declaring(repository), predecessor: release({ version: '1.2.0' }) },
    predecessorProvenance: verifiedProvenance(),
  });
  const codes = (repository: string) =>
    judge(sourceIdentity, [dossierOf({ evidence: of(repository) })]).map((finding) => finding.codes);
  expect(codes('github.com/zeta/b')).toEqual([['declared-elsewhere']]);
  expect(codes('github.com/acme/left-pad')).toEqual([]);
});
