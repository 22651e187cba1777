import { describe, expect, test } from '@jest/globals';

import { packumentAsOf } from '../../src/registry/as-of.ts';
import { type Packument, readPackument } from '../../src/registry/packument.ts';

const manifest = (version: string) => ({
  ...{ name: 'a', version, _npmUser: { name: 'ann', email: 'ann@example.com' }, scripts: { install: 'node x' } },
  ...{ deprecated: 'no', repository: 'github:a/a' },
  dist: {
    ...{ integrity: 'sha512-AA==', shasum: 'aa', tarball: `https://registry.example/a/-/a-${version}.tgz` },
    attestations: { url: 'x', provenance: { predicateType: 'https://slsa.dev/provenance/v1' } },
  },
});
const document = {
  name: 'a',
  'dist-tags': { latest: '1.2.0', old: '1.0.0' },
  versions: {
    '1.0.0': manifest('1.0.0'),
    '1.1.0': manifest('1.1.0'),
    '1.2.0': manifest('1.2.0'),
    '1.3.0': manifest('1.3.0'),
  },
  time: {
    '1.0.0': '2026-01-01T00:00:00.000Z',
    '1.1.0': '2026-02-01T00:00:00.000Z',
    '1.2.0': '2026-03-01T00:00:00.000Z',
  },
};
const packument = readPackument(document, 'a', ['1.0.0', '1.2.0']) as Packument;
const listed = ({ versions }: Packument) => versions.map(([version]) => version);

describe('a packument as of an instant', () => {
  test('has nothing of a version that was published later', () => {
    const then = packumentAsOf(packument, '2026-02-15T00:00:00.000Z', []);
    expect(listed(then)).toEqual(['1.0.0', '1.1.0', '1.3.0']);
    expect(then.distTags).toEqual({ old: '1.0.0' });
    for (const kept of [then.hooks, then.publishers, then.repositories]) {
      expect(Object.keys(kept)).toEqual(['1.0.0', '1.1.0', '1.3.0']);
    }
    expect(then.deprecated).toEqual(['1.0.0', '1.1.0', '1.3.0']);
    expect(then.attested).toEqual(['1.0.0', '1.1.0', '1.3.0']);
  });

  test('keeps what is asked about, whenever it was published, and what has no time', () => {
    const then = packumentAsOf(packument, '2026-01-15T00:00:00.000Z', ['1.2.0']);
    expect(listed(then)).toEqual(['1.0.0', '1.2.0', '1.3.0']);
    expect(then.wanted).toBe(packument.wanted);
  });

  test('is the packument itself where all times are later, which are then a mirror’s own', () => {
    expect(packumentAsOf(packument, '2025-12-01T00:00:00.000Z', ['1.2.0'])).toBe(packument);
  });

  test('is the packument itself where nothing was published later', () => {
    expect(packumentAsOf(packument, '2026-03-01T00:00:00.000Z', [])).toBe(packument);
  });
});
