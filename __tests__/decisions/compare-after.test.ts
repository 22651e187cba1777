import { describe, expect, test } from '@jest/globals';

import { compareAfter } from '../../src/decisions/compare-after.ts';
import { packagePreimage } from '../../src/decisions/preimage.ts';
import type { PackagePreimage } from '../../src/model/decision.ts';
import { unneeded } from '../../src/model/evidence-values.ts';
import { otherIntegrity, present } from '../../src/model/example.ts';
import type { DossierPatch } from '../../src/model/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { absent, dossierOf, release, unavailable } from '../support/dossier.ts';
import { loadPolicy } from '../support/load-policy.ts';

const policy = loadPolicy(undefined);

function preimageOf(patch: DossierPatch, repositoryId = 1): PackagePreimage {
  const preimage = packagePreimage({ dossier: dossierOf(patch), policy, repositoryId, rules });
  if (typeof preimage === 'string') throw new TypeError(preimage);
  return preimage;
}

const hooks = { postinstall: 'node a.js' };
const read = (own: Readonly<Record<string, string>>) =>
  present({
    bindingGyp: false,
    manifest: { state: 'read', hooks: own, bin: {}, bundled: [], dependencies: {}, optionalDependencies: {} } as const,
  });

/** As it was approved: an upgrade, whose tarball was read and runs another script than the document says. */
const approved: DossierPatch = {
  change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
  evidence: {
    release: release({ hooks }),
    predecessor: release({ version: '1.2.0', repository: 'github.com/acme/old' }),
    predecessorProvenance: unavailable(),
    tarball: read({ postinstall: 'node b.js' }),
    lookalike: present({ name: 'left-pod', rank: 3, likeness: 'one-edit' }),
  },
};
/** After the merge: an audit, without a version before, that reads no tarball and compares no name. */
const merged: DossierPatch = {
  evidence: {
    release: release({ hooks }),
    tarball: unneeded,
    predecessorTarball: unneeded,
    lookalike: unneeded,
    prominence: unneeded,
    downloads: unneeded,
  },
};

const codes = ['license/not-allowed', 'install-scripts/changed-hook'];
const decided = (preimage = preimageOf(approved)) => ({ preimage, codes });
const holds = (now: DossierPatch, record = approved) => compareAfter(decided(preimageOf(record)), preimageOf(now));

describe('a record', () => {
  test('holds after the merge and in an audit, where there is no version before and less is asked', () => {
    expect(holds(merged)).toBe(true);
  });

  test('holds where another version is replaced', () => {
    const other = { ...approved, change: { ...approved.change, previousVersion: '1.1.0', baseVersions: ['1.1.0'] } };
    expect(holds({ ...other, evidence: { ...approved.evidence, predecessor: release({ version: '1.1.0' }) } })).toBe(
      true,
    );
  });

  test.each([
    ['other bytes', { ...merged, change: { pins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } }],
    ['prod and dev', { ...merged, change: { dependencyTypes: ['prod', 'dev'] } }],
    ['another registry', { ...merged, registry: 'https://mirror.example/' }],
    ['another script', { evidence: { ...merged.evidence, release: release({ hooks: { postinstall: 'x' } }) } }],
    ['another publisher', { evidence: { ...merged.evidence, publisher: present({ name: 'mallory' }) } }],
    ['a lost signature', { evidence: { ...merged.evidence, registrySignature: absent } }],
    [
      'a new advisory',
      {
        evidence: {
          ...merged.evidence,
          advisories: present({
            state: 'known',
            records: [{ id: 'GHSA-1', severity: 'low', malware: false, exact: false }],
          }),
        },
      },
    ],
    ['a license that cannot be read', { evidence: { ...merged.evidence, license: unavailable() } }],
  ] as const)('is void for %s', (_, now) => {
    expect(holds(now as DossierPatch)).toBe(false);
  });

  test('is void in another repository and for another profile', () => {
    expect(compareAfter(decided(), preimageOf(merged, 2))).toBe(false);
    expect(compareAfter(decided(), { ...preimageOf(merged), profile: ['sandbox'] })).toBe(false);
  });

  test('is void for what is read now and was not seen by whoever approved', () => {
    expect(holds(approved, merged)).toBe(false);
    const facts = { ...preimageOf(approved).facts, license: {} };
    expect(compareAfter(decided({ ...preimageOf(approved), facts }), preimageOf(merged))).toBe(false);
  });

  test('outlives a rule that is new or newly asks: what it reports has a code that nobody named', () => {
    const facts = { ...preimageOf(approved).facts, signature: {} };
    const record = { ...preimageOf(approved), facts };
    expect(compareAfter(decided(record), preimageOf(merged))).toBe(true);
    expect(compareAfter({ preimage: record, codes: [...codes, 'signature/absent'] }, preimageOf(merged))).toBe(false);
  });

  test('whose fields are no objects holds for nothing', () => {
    const facts = { ...preimageOf(approved).facts, license: { after: 'MIT' } };
    expect(compareAfter(decided({ ...preimageOf(approved), facts }), preimageOf(merged))).toBe(false);
  });
});
