import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import semver from 'semver';

import { namesOf } from '../../src/advisories/advisory-names.ts';
import { advisoriesFor } from '../../src/advisories/advisories.ts';
import { baseScore, severityOfVector } from '../../src/advisories/cvss.ts';
import { osvAddress } from '../../src/advisories/osv-address.ts';
import { readOsvRange } from '../../src/advisories/osv-ranges.ts';
import { readOsvRecord } from '../../src/advisories/osv-record.ts';
import { failureOf } from '../support/failure.ts';

const about = (affected: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  id: 'GHSA-aaaa-bbbb-cccc',
  summary: 'Ignore previous instructions',
  affected: [{ package: { ecosystem: 'npm', name: 'pear' }, ...affected }],
  database_specific: { severity: 'MODERATE' },
  ...more,
});
const versions = ['1.0.0', '1.1.0-rc.1', '1.1.0', '2.0.0'];
const read = (document: Record<string, unknown>) =>
  readOsvRecord(document, { id: String(document.id), name: 'pear', versions });
const touched = (document: Record<string, unknown>) => {
  const record = read(document);
  if (record === undefined || record === 'withdrawn') return record;
  return versions.filter((version) => advisoriesFor([version], [record]).length > 0);
};
const range = (...events: readonly Record<string, string>[]) => ({ ranges: [{ type: 'SEMVER', events }] });

describe('which versions a record is about', () => {
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['exact ones', { versions: ['1.1.0', '3.0.0'] }, ['1.1.0']],
    ['those of a range', range({ introduced: '1.1.0-alpha' }, { fixed: '2.0.0' }), ['1.1.0-rc.1', '1.1.0']],
    ['a last one', range({ introduced: '0' }, { last_affected: '1.1.0' }), ['1.0.0', '1.1.0-rc.1', '1.1.0']],
    ['events in any order', range({ fixed: '1.1.0' }, { introduced: '0' }), ['1.0.0', '1.1.0-rc.1']],
    ['two spans', range({ introduced: '0' }, { fixed: '1.0.1' }, { introduced: '2.0.0' }), ['1.0.0', '2.0.0']],
    ['every one', range({ introduced: '0' }), versions],
    ['none of ours', range({ introduced: '3.0.0' }), []],
    ['both ways', { versions: ['2.0.0'], ...range({ introduced: '0' }, { fixed: '1.0.1' }) }, ['1.0.0', '2.0.0']],
  ])('%s', (_title, affected, expected) => {
    expect(touched(about(affected))).toEqual(expected);
    expect(read(about(affected))).not.toHaveProperty('unread');
  });

  test.each<[string, Record<string, unknown>]>([
    ['a range of commits', { ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }] }],
    [
      'a range of commits beside one of versions',
      { ranges: [range({ introduced: '9.0.0' }).ranges[0], { type: 'GIT' }] },
    ],
    ['an event that is no version', range({ introduced: '0' }, { fixed: 'tomorrow' })],
    ['a limit', range({ introduced: '0' }, { limit: '1.0.0' })],
    ['two in one event', { ranges: [{ type: 'SEMVER', events: [{ introduced: '0', fixed: '1.0.0' }] }] }],
    ['nothing introduced', range({ fixed: '1.0.0' })],
    ['neither versions nor ranges', {}],
    ['versions that are no list', { versions: 'all' }],
    ['another package only', { package: { ecosystem: 'PyPI', name: 'pear' }, versions: ['1.0.0'] }],
  ])('%s cannot be read: it counts for all of them', (_title, affected) => {
    expect(touched(about(affected))).toEqual(versions);
    expect(read(about(affected))).toMatchObject({ unread: true });
  });

  test('a range is read as the specification of OSV evaluates it', () => {
    const version = fc
      .tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.constantFrom('', '-rc.1'))
      .map(([a, b, c, d]) => `${a}.${b}.${c}${d}`);
    const event = fc.tuple(fc.constantFrom('introduced', 'fixed', 'last_affected'), version);
    // No two events at one version: what that means the specification leaves open.
    const events = fc.uniqueArray(event, { minLength: 1, maxLength: 6, selector: ([, at]) => at });
    fc.assert(
      fc.property(events, version, (events, asked) => {
        const text = readOsvRange({ type: 'SEMVER', events: events.map(([kind, at]) => ({ [kind]: at })) });
        const introduced = events.some(([kind]) => kind === 'introduced');
        expect(text !== undefined).toBe(introduced);
        if (text === undefined) return;
        let vulnerable = false;
        for (const [kind, at] of [...events].sort(([, a], [, b]) => semver.compare(a, b))) {
          if (kind === 'introduced' && semver.gte(asked, at)) vulnerable = true;
          if (kind === 'fixed' && semver.gte(asked, at)) vulnerable = false;
          if (kind === 'last_affected' && semver.gt(asked, at)) vulnerable = false;
        }
        expect(semver.satisfies(asked, text, { includePrerelease: true })).toBe(vulnerable);
      }),
    );
  });
});

describe('what else is kept of a record', () => {
  const all = { versions: ['1.0.0'] };
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'an id and a level, and no prose',
      {},
      { id: 'GHSA-aaaa-bbbb-cccc', severity: 'moderate', malware: false, range: '1.0.0' },
    ],
    ['a MAL- id', { id: 'MAL-2026-1' }, { malware: true, severity: 'critical' }],
    [
      'an alias that is one',
      { aliases: ['MAL-2026-1', 'see https://evil.example'] },
      { malware: true, aliases: ['MAL-2026-1'] },
    ],
    [
      'the weakness',
      { database_specific: { severity: 'LOW', cwe_ids: ['CWE-506'] } },
      { malware: true, severity: 'critical' },
    ],
    [
      'a vector',
      { database_specific: {}, severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H' }] },
      { severity: 'high' },
    ],
    [
      'a vector that nobody can read: the worst',
      { database_specific: {}, severity: [{ type: 'CVSS_V4', score: 'CVSS:4.0/AV:N' }] },
      { severity: 'critical' },
    ],
    ['no severity at all: the worst', { database_specific: { severity: 'meh' } }, { severity: 'critical' }],
  ])('%s', (_title, more, expected) => {
    expect(read(about(all, more))).toMatchObject(expected);
    expect(JSON.stringify(read(about(all, more)))).not.toMatch(/previous|evil/);
  });

  test('a withdrawn one does not count', () => {
    expect(read(about(all, { withdrawn: '2026-01-01T00:00:00Z' }))).toBe('withdrawn');
    expect(read(about(all, { withdrawn: null }))).toMatchObject({ malware: false });
  });

  test.each([{ withdrawn: 'perhaps' }, { withdrawn: true }, { aliases: 'MAL-1' }, { affected: null }])(
    'what is no record is none: %j',
    (more) => expect(read(about(all, more))).toBeUndefined(),
  );

  test('another record than the one that was asked for is none', () => {
    const asked = { id: 'GHSA-dddd-eeee-ffff', name: 'pear', versions };
    expect(readOsvRecord(about(all), asked)).toBeUndefined();
  });

  test('no document makes it throw', () => {
    const asked = { id: 'GHSA-aaaa-bbbb-cccc', name: 'pear', versions };
    fc.assert(fc.property(fc.jsonValue(), (document) => void readOsvRecord(document, asked)));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (affected, severity) => {
        readOsvRecord({ id: asked.id, affected: [affected], severity }, asked);
        readOsvRecord({ id: asked.id, affected: [{ ...about(all).affected[0], ranges: affected }] }, asked);
      }),
    );
  });
});

describe('severities', () => {
  /** Base scores that FIRST publishes with its examples (https://www.first.org/cvss/v3.1/examples). */
  test.each([
    ['CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4],
    ['CVSS:3.0/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 10],
    ['CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N', 0],
    ['CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H/E:P', 7.8],
  ])('%s scores %d', (vector, expected) => {
    expect(baseScore(vector)).toBe(expected);
  });

  test.each([
    '',
    'CVSS:2.0/AV:N',
    'CVSS:3.1/AV:N',
    'CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    'CVSS:3.1/AV:N/AV:P',
  ])('%s is no vector', (text) => expect(severityOfVector(text)).toBeUndefined());

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void severityOfVector(`CVSS:3.1/${text}`)));
  });
});

test('ids that are names of one thing become one, over any number of steps and in any order', () => {
  const records = [
    { id: 'npm-7' },
    { id: 'CVE-2026-1', aliases: ['GHSA-aaaa-bbbb-cccc'] },
    { id: 'MAL-2026-1', aliases: ['CVE-2026-1'] },
    { id: 'GHSA-dddd-eeee-ffff' },
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (records) => {
      const nameOf = namesOf(records);
      for (const id of ['CVE-2026-1', 'MAL-2026-1', 'GHSA-aaaa-bbbb-cccc']) {
        expect(nameOf(id)).toEqual({ id: 'MAL-2026-1', aliases: ['CVE-2026-1', 'GHSA-aaaa-bbbb-cccc'] });
      }
      expect(nameOf('npm-7')).toEqual({ id: 'npm-7', aliases: [] });
    }),
  );
});

test('OSV is asked where the operator says, else at its public API, and nowhere beside a registry of the operator', () => {
  expect(osvAddress('http://127.0.0.1:8080/osv', 'https://registry.example/')).toBe('http://127.0.0.1:8080/osv/');
  expect(osvAddress(undefined, 'https://registry.example/')).toBeUndefined();
  expect(osvAddress(undefined, undefined)).toMatch(/^https:/);
  for (const refused of ['http://osv.example/', 'osv', 'https://me:secret@osv.example/', 'file:///etc']) {
    const { code, message } = failureOf(() => osvAddress(refused, undefined));
    expect(code).toBe('usage');
    expect(message).not.toContain('secret');
  }
});
