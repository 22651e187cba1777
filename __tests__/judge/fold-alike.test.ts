import { describe, expect, test } from '@jest/globals';

import { present } from '../../src/model/evidence-values.ts';
import { exampleIntegrity, otherIntegrity } from '../../src/model/example.ts';
import type { Dossier, SignatureOutcome } from '../../src/model/index.ts';
import { judge } from '../../src/run/verdict.ts';
import { dossierOf } from '../support/dossier.ts';
import { loadPolicy } from '../support/load-policy.ts';

/** A mirror that repacks tarballs: the same finding for each of its packages, and so one. */

const mirror = 'https://mirror.example/';
const wrong: SignatureOutcome = { state: 'invalid', check: 'signature', keyid: 'SHA256:a' };

const repacked = (name: string, patch: Parameters<typeof dossierOf>[0] = {}): Dossier =>
  dossierOf({
    ...{ registry: mirror, publicRegistry: false, ...patch },
    change: { name, ...patch.change },
    evidence: { registrySignature: present(wrong), ...patch.evidence },
  });

function signatureFindings(dossiers: readonly Dossier[], text = 'version: 1') {
  const comparison = {
    ...({ mode: 'check', head: 'head', lockfiles: [], observations: [], errors: [] } as const),
    changes: dossiers.map(({ change }) => change),
  };
  const policy = loadPolicy({ source: 'policy.yml', text });
  const { findings, verdict } = judge({ comparison, dossiers, policy, now: '2026-06-01T00:00:00.000Z' });
  return { verdict, findings: findings.filter(({ rule }) => rule === 'signature') };
}

test('a mirror that repacks is one finding, an error that names the registry, the number and some packages', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const { findings, verdict } = signatureFindings(names.map((name) => repacked(name)));
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ level: 'error', name: null, codes: ['repacked'], places: 7, status: 'reported' });
  expect(findings[0]?.message).toBe(
    '`https://mirror.example/` serves other bytes than were signed, for 7 package versions (`a@1.3.0`, `b@1.3.0`, `c@1.3.0`, `d@1.3.0`, `e@1.3.0` and 2 more): it repacks tarballs, or they were replaced.',
  );
  expect(findings[0]?.remediation).toContain('pass them through');
  expect(findings[0]?.remediation).not.toContain('signatures: none');
  expect(verdict).toBe('fail');
});

test('another package among them is another finding', () => {
  const of = (...names: string[]) => signatureFindings(names.map((name) => repacked(name))).findings[0]?.fingerprint;
  expect(of('a', 'b')).toBe(of('b', 'a'));
  expect(of('a', 'b')).not.toBe(of('a', 'b', 'c'));
});

test('two mirrors are two findings, and one package stays its own', () => {
  const other = { registry: 'https://other.example/' };
  const { findings } = signatureFindings([repacked('a'), repacked('b'), repacked('c', other)]);
  expect(findings.map(({ name }) => name).sort()).toEqual(['c', null]);
});

test('a swapped pin among them is not folded: the mirror states other bytes for it', () => {
  const otherBytes = `sha512-${'B'.repeat(86)}==`;
  const swapped = repacked('evil', { change: { pins: [{ integrity: otherBytes, line: 3, places: 1 }] } });
  const { findings } = signatureFindings([repacked('a'), repacked('b'), swapped]);
  expect(findings.map(({ name, codes }) => [name, codes])).toEqual(
    expect.arrayContaining([
      [null, ['repacked']],
      ['evil', ['invalid']],
    ]),
  );
});

test('bytes of the public registry itself, and other failures of a signature, are never folded', () => {
  const ofPublic = { publicRegistry: true };
  const unknown = { evidence: { registrySignature: present({ ...wrong, check: 'unknown-key' as const }) } };
  for (const patch of [ofPublic, unknown]) {
    const { findings } = signatureFindings([repacked('a', patch), repacked('b', patch)]);
    expect(findings.map(({ codes }) => codes)).toEqual([['invalid'], ['invalid']]);
  }
});

test('what an exception covers stays apart', () => {
  const exception =
    'version: 1\nexceptions: [{ package: a, rules: [signature], reason: "Repacked, looked at.", expires: 2026-12-31 }]';
  const { findings } = signatureFindings([repacked('a'), repacked('b'), repacked('c')], exception);
  expect(findings.map(({ name, status }) => [name, status])).toEqual([
    [null, 'reported'],
    ['a', 'excepted'],
  ]);
});

describe('digests that a lockfile lost', () => {
  const lost = (name: string, lockfile = 'package-lock.json', pin = exampleIntegrity): Dossier =>
    dossierOf({
      change: {
        ...{
          name,
          lockfile,
          kind: 'updated',
          previousVersion: '1.3.0',
          baseVersions: ['1.3.0'],
          changed: ['integrity'],
        },
        pins: [{ line: 10, places: 1 }],
        basePins: [{ integrity: pin, line: 10, places: 1 }],
      },
      addresses: [{ verdict: 'omitted' }],
    });
  const integrityFindings = (dossiers: readonly Dossier[]) => {
    const comparison = {
      ...({ mode: 'check', head: 'head', lockfiles: [], observations: [], errors: [] } as const),
      changes: dossiers.map(({ change }) => change),
    };
    const policy = loadPolicy({ source: 'policy.yml', text: 'version: 1\nmode: observe' });
    return judge({ comparison, dossiers, policy, now: '2026-06-01T00:00:00.000Z' }).findings.filter(
      ({ rule }) => rule === 'integrity',
    );
  };

  test('are one finding a lockfile, with the exact number and what npm does to lose them, and still no policy lowers it', () => {
    const names = Array.from({ length: 592 }, (_, at) => `p${at}`);
    const findings = integrityFindings([...names.map((name) => lost(name)), lost('a', 'b/package-lock.json')]);
    expect(findings).toHaveLength(2);
    const folded = findings.find(({ name }) => name === null);
    expect(folded).toMatchObject({ codes: ['dropped'], level: 'error', floor: true, places: 592 });
    expect(folded?.message).toContain('592 package versions');
    expect(folded?.message).not.toContain('different bytes');
    expect(folded?.remediation).toContain('delete `node_modules`');
  });

  test('hide no package among them whose bytes are others', () => {
    const swapped = dossierOf({ change: { name: 'evil', pins: [{ integrity: otherIntegrity, line: 1, places: 1 }] } });
    const findings = integrityFindings([lost('a'), lost('b'), swapped]);
    expect(findings.map(({ name, codes }) => `${name ?? 'folded'} ${codes.join()}`).sort()).toEqual([
      'evil differs',
      'folded dropped',
    ]);
  });
});

describe('tarballs that were not read', () => {
  const unread = (name: string, detail: string, importers: readonly string[] = ['']) =>
    dossierOf({
      ...{ registry: mirror, publicRegistry: false },
      change: { name, importers },
      evidence: { tarball: present({ unlisted: 'failed', detail }) },
    });
  const found = (dossiers: readonly Dossier[], text = 'version: 1') => {
    const comparison = {
      ...({ mode: 'check', head: 'head', lockfiles: [], observations: [], errors: [] } as const),
      changes: dossiers.map(({ change }) => change),
    };
    const policy = loadPolicy({ source: 'policy.yml', text });
    const { findings } = judge({ comparison, dossiers, policy, now: '2026-06-01T00:00:00.000Z' });
    return findings.filter(({ rule }) => rule === 'install-scripts');
  };

  test('for one reason are one finding about the registry, which says that it is not known what they run', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const [only, ...others] = found(names.map((name) => unread(name, 'HTTP 503')));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ name: null, outcome: 'indeterminate', level: 'warn', packages: 6 });
    expect(only?.message).toContain('`https://mirror.example/` did not let them be read: HTTP 503.');
  });

  test('for two reasons are two findings, and so are those of two levels', () => {
    const two = [unread('a', 'HTTP 503'), unread('b', 'HTTP 503'), unread('c', 'too large'), unread('d', 'too large')];
    expect(found(two).map(({ packages }) => packages)).toEqual([2, 2]);
    const text = [
      'version: 1',
      'profiles: { lax: { rules: { install-scripts: { unlisted: note } } } }',
      'apply: [{ profile: lax, packages: [a, b] }]',
    ].join('\n');
    const levels = found(
      ['a', 'b', 'c', 'd'].map((name) => unread(name, 'HTTP 503')),
      text,
    );
    expect(levels.map(({ level, packages }) => [level, packages])).toEqual([
      ['warn', 2],
      ['note', 2],
    ]);
  });
});
