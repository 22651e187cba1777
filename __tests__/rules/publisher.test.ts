import { expect, test } from '@jest/globals';

import type { Publisher } from '../../src/model/index.ts';
import publisher from '../../src/rules/publisher.ts';
import { absent, dossierOf, history, present, unavailable } from '../support/dossier.ts';
import { codesOf } from '../support/judge.ts';

const oidc = (id: string, oidcConfigId?: string): Publisher => ({
  name: 'GitHub Actions',
  trustedPublisher: { id, ...(oidcConfigId === undefined ? {} : { oidcConfigId }) },
});
const published = (by: Publisher, before: Publisher) =>
  dossierOf({
    evidence: {
      publisher: present(by),
      history: history(
        { '1.2.0': '2024-01-01T00:00:00Z', '1.3.0': '2025-06-01T08:00:00Z', '1.4.0': '2025-07-01T00:00:00Z' },
        { '1.2.0': { publisher: before }, '1.4.0': { publisher: by } },
      ),
    },
  });

test.each<[string, Publisher, Publisher, readonly string[]]>([
  ['the same account', { name: 'alice' }, { name: 'alice' }, []],
  ['another account, which also published later', { name: 'mallory' }, { name: 'alice' }, ['unseen']],
  ['the same configuration', oidc('github', 'a'), oidc('github', 'a'), []],
  ['another configuration', oidc('github', 'b'), oidc('github', 'a'), ['unseen']],
  ['another service', oidc('gitlab', 'a'), oidc('github', 'a'), ['unseen']],
  ['no configuration', oidc('github'), oidc('github', 'a'), ['unseen']],
  ['an account of the name that OIDC shares', { name: 'GitHub Actions' }, oidc('github', 'a'), ['unseen']],
  ['nobody', {}, {}, ['unnamed']],
])('%s', (_title, by, before, codes) => {
  expect(codesOf(publisher, published(by, before))).toEqual(codes);
});

test('a backport is compared with what was published before it, and not with lower versions', () => {
  const dossier = dossierOf({
    evidence: {
      publisher: present({ name: 'bob' }),
      history: history(
        { '1.2.0': '2024-01-01T00:00:00Z', '1.3.0': '2025-06-01T08:00:00Z', '2.0.0': '2025-01-01T00:00:00Z' },
        { '1.2.0': { publisher: { name: 'alice' } }, '2.0.0': { publisher: { name: 'bob' } } },
      ),
    },
  });
  expect(codesOf(publisher, dossier)).toEqual([]);
});

test('a first release is quiet, whoever published it, even where that is unknown', () => {
  for (const by of [absent, unavailable(), present({ name: 'alice' })]) {
    const evidence = { publisher: by, history: history({ '1.3.0': '2025-06-01T08:00:00Z' }) };
    expect(codesOf(publisher, dossierOf({ evidence }))).toEqual([]);
  }
});
