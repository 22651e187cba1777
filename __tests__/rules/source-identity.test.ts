import { expect, test } from '@jest/globals';

import type { BuildIdentity } from '../../src/model/index.ts';
import { verifiedProvenance } from '../../src/model/example.ts';
import sourceIdentity from '../../src/rules/source-identity.ts';
import { dossierOf, release, unavailable } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const elsewhere = { sourceRepository: 'https://github.com/mallory/left-pad', owner: 'https://github.com/mallory' };
const since = (now: Partial<BuildIdentity>, before: Partial<BuildIdentity> = {}) =>
  dossierOf({ evidence: { provenance: verifiedProvenance(now), predecessorProvenance: verifiedProvenance(before) } });

test.each<[string, Partial<BuildIdentity>, Partial<BuildIdentity>, readonly string[]]>([
  ['a renamed repository keeps its id', { sourceRepository: 'https://github.com/acme/pad' }, {}, []],
  ['another repository', { ...elsewhere, sourceRepositoryId: '7', ownerId: '8' }, {}, ['changed-repository']],
  ['the name taken over', { sourceRepositoryId: '7', ownerId: '8' }, {}, ['changed-repository']],
  ['an id that only the statement has', { ...elsewhere, claimed: ['sourceRepositoryId'] }, {}, ['changed-repository']],
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
