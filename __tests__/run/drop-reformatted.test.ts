import { expect, test } from '@jest/globals';

import type { Comparison, Dossier, EvidenceKind } from '../../src/model/index.ts';
import { dropReformatted } from '../../src/run/drop-reformatted.ts';
import { dossierOf, present, unavailable } from '../support/dossier.ts';

/** A package that the base locked without a digest, and whose entry gained the one that the registry states. */
const registryState = dossierOf();
const [pin] = registryState.change.pins;
if (pin?.integrity === undefined) throw new Error('the example pins no digest');
const change = {
  ...registryState.change,
  kind: 'updated' as const,
  previousVersion: registryState.change.version,
  baseVersions: [registryState.change.version],
  changed: ['integrity'] as const,
  basePins: [{ line: 1, places: 1, ...(pin.resolved === undefined ? {} : { resolved: pin.resolved }) }],
};
const comparison: Comparison = {
  ...{ mode: 'check', base: 'base', head: 'head', changes: [change], observations: [], errors: [] },
  lockfiles: [{ path: change.lockfile, format: 'npm', formatVersion: '3', status: 'changed', packages: 1 }],
};

async function leftWith(registrySignature: Dossier['evidence']['registrySignature']) {
  const asked: ReadonlySet<EvidenceKind>[] = [];
  const dossier = { ...registryState, change, evidence: { ...registryState.evidence, registrySignature } };
  const settled = await dropReformatted(comparison, (_, needs) => {
    asked.push(needs);
    return Promise.resolve({ dossiers: [dossier], answers: [] });
  });
  expect(asked.some((needs) => needs.has('registrySignature'))).toBe(true);
  return settled.comparison.changes.length;
}

test('a gained digest that the registry states and signed is no change', async () => {
  expect(await leftWith(present({ state: 'verified', keyid: 'SHA256:a', boundTo: 'lockfile' }))).toBe(0);
});

test.each<[string, Dossier['evidence']['registrySignature']]>([
  ['is absent', { state: 'absent' }],
  ['is invalid', present({ state: 'invalid', check: 'signature' })],
  ['could not be read', unavailable()],
])('a gained digest stays a change, and is judged, if the signature of the registry %s', async (_, signature) => {
  expect(await leftWith(signature)).toBe(1);
});
