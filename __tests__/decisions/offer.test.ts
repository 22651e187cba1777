import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { linesOf } from '../../src/decisions/lines.ts';
import { offeredLine } from '../../src/decisions/offer.ts';
import type { BlockedPackage } from '../../src/model/index.ts';

const digest = 'ab'.repeat(32);
const blocked = (name: string, version: string, codes: readonly string[]): BlockedPackage => ({
  ...{ kind: 'package', name, version, codes, digest, lockfiles: [], findings: [], unread: [] },
  preimage: {
    ...{ v: 1, purl: '', sha512: '', registry: '', repositoryId: 1, use: [], profile: [], facts: {} },
  },
});

test('what is offered reads back as what it was made of', () => {
  const line = offeredLine(blocked('@acme/left_pad', '1.3.0-rc.1', ['cooldown/too-young', 'license/not-allowed']));
  expect(line).toBe(`/approve @acme/left_pad@1.3.0-rc.1 cooldown/too-young,license/not-allowed ${digest}`);
  expect(linesOf(`Some words.\n\n\`\`\`\nx\n\`\`\`\n${line ?? ''}`)).toMatchObject([
    { statement: { name: '@acme/left_pad' } },
  ]);
});

test.each(['a b', '__x__', 'l\u0435ft-pad', 'a\n/approve b', '`a`', '<!--a', '*'])(
  'nothing is offered for a name that no line can say: %s',
  (name) => {
    expect(offeredLine(blocked(name, '1.0.0', ['cooldown/too-young']))).toBeUndefined();
  },
);

test('nothing is offered for a name whose line reads as that of another package', () => {
  const name = `a@1.0.0 cooldown/too-young ${digest} b`;
  expect(linesOf(`/approve ${name}@1.0.0 x/y ${digest}`)).toMatchObject([{ statement: { name: 'a' } }]);
  expect(offeredLine(blocked(name, '1.0.0', ['cooldown/too-young']))).toBeUndefined();
});

test('a tilde of a name is offered so that it strikes out nothing', () => {
  const line = offeredLine(blocked('a~b', '1.0.0', ['cooldown/too-young']));
  expect(line).toBe(`/approve a\\~b@1.0.0 cooldown/too-young ${digest}`);
  expect(linesOf(line ?? '')).toMatchObject([{ statement: { name: 'a~b' } }]);
});

test('a file is offered by its path, unless the path has a space', () => {
  const file = (path: string) =>
    offeredLine({
      ...{ kind: 'file', path, digest, codes: ['gate-config/program-changed'], findings: [], unread: [] },
      preimage: { v: 1, repositoryId: 1, path, mode: '100644', sha256: digest, rule: 'gate-config', codes: [] },
    });
  expect(file('.github/dependency-policy.yml')).toBe(`/approve-file .github/dependency-policy.yml ${digest}`);
  expect(file('a b.yml')).toBeUndefined();
  expect(file(`x\n/approve-file .github/dependency-policy.yml`)).toBeUndefined();
});

test('property: for every name and version, the line is none or exactly one that says the same', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('ab-_.~*@/ `<>\\[]()\n')), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(text, text, (name, version) => {
      const line = offeredLine(blocked(name, version, ['cooldown/too-young']));
      if (line === undefined) return;
      expect(linesOf(line).map(({ statement }) => statement)).toMatchObject([
        { say: 'approve', name, version, digest },
      ]);
    }),
  );
});
