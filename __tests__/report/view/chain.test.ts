import { expect, test } from '@jest/globals';

import { exampleIntegrity, otherIntegrity, release, weakIntegrity, weakShasum } from '../../../src/model/example.ts';
import { chainOf } from '../../../src/report/view/chain.ts';
import integrity from '../../../src/rules/integrity.ts';
import { dossierOf } from '../../support/dossier.ts';
import { codesOf } from '../../support/judge.ts';

const sha384 = `sha384-${'A'.repeat(64)}`;
const pinned = (...integrities: readonly string[]) =>
  dossierOf({
    change: { pins: integrities.map((text, at) => ({ integrity: text, line: 10 + at, places: 1 })) },
    evidence: { release: release({ shasum: weakShasum }) },
  });
const wordOf = (dossier: ReturnType<typeof pinned>) => chainOf(dossier, [], 1)[0]?.state;

test.each([
  ['the one that the registry states', pinned(exampleIntegrity), 'matches'],
  ['the same with options', pinned(`${exampleIntegrity}?x=1`), 'matches'],
  ['another one', pinned(otherIntegrity), 'differs'],
  ['two of SHA-512, of which one matches', pinned(`${exampleIntegrity} ${otherIntegrity}`), 'differs'],
  ['two entries, of which one matches', pinned(exampleIntegrity, otherIntegrity), 'differs'],
  ['the SHA-1 that the registry states', pinned(weakIntegrity), 'sha1'],
  ['that SHA-1 beside the SHA-512', pinned(`${weakIntegrity} ${exampleIntegrity}`), 'matches'],
  ['a SHA-384, of which the registry states none', pinned(sha384), 'unbound'],
  ['what is no digest', pinned('sha512-AAAA'), 'malformed'],
  ['the SHA-512 with something unread', pinned(`${exampleIntegrity} md4-AAAA`), 'malformed'],
  ['an empty text', pinned(''), 'malformed'],
])('the chain and the rule integrity say one thing of %s', (_what, dossier, word) => {
  const [code = 'matches'] = codesOf(integrity, dossier).filter((one) => one !== 'several-algorithms');
  expect([wordOf(dossier), code]).toEqual([word, word]);
});

test('an entry without integrity does not hide that another one differs', () => {
  const [without, other] = [
    { line: 10, places: 1 },
    { integrity: otherIntegrity, line: 11, places: 1 },
  ];
  expect(wordOf(dossierOf({ change: { pins: [without, other] } }))).toBe('differs');
  expect(wordOf(dossierOf({ change: { pins: [without] } }))).toBe('absent');
  expect(wordOf(dossierOf({ change: { pins: [{ ...without, checksum: '10/abc' }] } }))).toBe('not-applicable');
});

test('what the registry states is shown as it is read', () => {
  const [link] = chainOf(pinned(otherIntegrity), [], 1);
  const stated = `\`${exampleIntegrity}\`, \`${weakIntegrity}\``;
  expect(link?.says).toBe(`the lockfile pins \`${otherIntegrity}\`, the registry states ${stated}`);
});
