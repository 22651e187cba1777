import { expect, test } from '@jest/globals';

import type { Address } from '../../src/model/index.ts';
import registry from '../../src/rules/registry.ts';
import { dossierOf } from '../support/dossier.ts';
import { judge } from '../support/judge.ts';

const elsewhere = (shown: string): Address => ({ verdict: 'elsewhere', shown });

test.each([
  ['https://registry.example.evil.test/a.tgz', 'host'],
  ['https://registry-example.test/a.tgz', 'host'],
  ['http://registry.example/a.tgz', 'scheme'],
  ['https://registry.example:8443/a.tgz', 'port'],
  ['https://registry.example/other/a.tgz', 'path'],
])('%s is outside, and the message says by its %s', (shown, part) => {
  const base = part === 'path' ? 'https://registry.example/npm/' : 'https://registry.example/';
  const [finding] = judge(registry, [dossierOf({ registry: base, addresses: [elsewhere(shown)] })]);
  expect(finding).toMatchObject({ level: 'error', floor: true, codes: ['elsewhere'] });
  expect(finding?.message).toContain(`another ${part}`);
});

test('every pin is looked at, and a bad one gives its own line and number of places', () => {
  const pins = [
    { line: 10, places: 3 },
    { line: 500, places: 2 },
  ];
  const addresses: Address[] = [{ verdict: 'trusted', path: 'x' }, elsewhere('https://evil.test/x.tgz')];
  expect(judge(registry, [dossierOf({ change: { pins }, addresses })])).toMatchObject([{ line: 500, places: 2 }]);
});

test('neither the policy nor the mode makes it quiet', () => {
  const dossier = dossierOf({ addresses: [elsewhere('https://evil.test/x.tgz')] });
  expect(judge(registry, [dossier], { level: 'off', mode: 'audit' })).toMatchObject([{ level: 'error', floor: true }]);
});

test('a package without a judged address or without a registry is a defect, never a pass', () => {
  expect(() => judge(registry, [{ ...dossierOf(), addresses: [] }])).toThrow(TypeError);
  const { change, addresses, evidence, publicRegistry } = dossierOf();
  expect(() => judge(registry, [{ change, addresses, evidence, publicRegistry }])).toThrow(TypeError);
});

test('a lockfile without an address, or with what is no address at all, is told apart', () => {
  expect(judge(registry, [dossierOf({ addresses: [{ verdict: 'omitted' }] })])).toEqual([]);
  const [finding] = judge(registry, [dossierOf({ addresses: [{ verdict: 'invalid', shown: '' }] })]);
  expect(finding?.message).toContain('`""`');
});
