import { describe, expect, test } from '@jest/globals';

import { unneeded } from '../../../src/model/evidence-values.ts';
import type { EvidenceSet, MissingProvenance, ProvenanceOutcome, Report } from '../../../src/model/index.ts';
import { jsonReport } from '../../../src/report/formats/json.ts';
import { commentMarkdown, summaryMarkdown } from '../../../src/report/formats/markdown.ts';
import { parseReport } from '../../../src/report/schema.ts';
import { terminalReport } from '../../../src/report/formats/terminal.ts';
import { asBefore } from '../../../src/report/view/missing-provenance.ts';
import { change, finding, report } from '../sample.ts';

const absent = { state: 'absent' } as const;
const failed = { state: 'unavailable', reason: 'server-error', detail: 'HTTP 503' } as const;
const present = (value: ProvenanceOutcome) => ({ state: 'present', value }) as const;
const invalid = present({ state: 'invalid', failed: [{ kind: 'provenance', check: 'signature' }] });
const upgraded = { kind: 'updated', previousVersion: '1.0.0', baseVersions: ['1.0.0'], version: '1.1.0' } as const;

/** The version that the base locked, whose attestation the packument claims or not. */
const before = (attested: boolean): Partial<EvidenceSet> => ({
  history: {
    state: 'present',
    value: { distTags: {}, releases: [{ version: '1.0.0', deprecated: false, attested, publisher: { name: 'a' } }] },
  },
});

const missing = (name: string, level: 'warn' | 'error' = 'warn') =>
  finding({
    rule: 'provenance',
    codes: ['missing'],
    level,
    name,
    version: '1.1.0',
    message: `no provenance of ${name}`,
  });

function mixed(findings: Report['findings'] = []): Report {
  return report({
    changes: [
      change({ name: 'deep', direct: false, via: [['app', 'deep']], version: '1.1.0' }),
      change({ name: 'dropped', ...upgraded }),
      change({ name: 'never', ...upgraded }),
      change({ name: 'unread', version: '1.1.0' }),
      change({ name: 'forged', version: '1.1.0' }),
      change({ name: 'unasked', version: '1.1.0' }),
      change({ name: 'elsewhere', version: '1.1.0' }),
      change({ name: 'gone', kind: 'removed', version: '1.1.0' }),
    ],
    findings,
    evidence: {
      'deep 1.1.0': { provenance: absent },
      'dropped 1.1.0': { provenance: absent, ...before(true) },
      'never 1.1.0': { provenance: present({ state: 'no-provenance' }), ...before(false) },
      'unread 1.1.0': { provenance: failed },
      'forged 1.1.0': { provenance: invalid },
      'unasked 1.1.0': { provenance: unneeded },
      'elsewhere 1.1.0': { provenance: present({ state: 'not-applicable' }) },
    },
  });
}

describe('the list of missing provenance', () => {
  test('tells missing, unreadable and invalid apart, direct ones first, each held against its previous version', () => {
    const made = mixed();
    expect(made.missingProvenance.map(({ reason, name, previously }) => `${reason} ${name} ${previously}`)).toEqual([
      'invalid forged new',
      'missing dropped had',
      'missing never had-none',
      'missing deep new',
      'unavailable unread new',
    ]);
    expect(parseReport(jsonReport(made))).toEqual(made);
  });

  test('does not say that a version before had none where the registry leaves that out', () => {
    const stripped = {
      state: 'unavailable',
      reason: 'not-provided',
      detail: 'it gives attestations of no version',
    } as const;
    const made = report({
      changes: [change({ name: 'mirrored', ...upgraded })],
      evidence: { 'mirrored 1.1.0': { provenance: stripped, ...before(false), predecessorProvenance: stripped } },
    });
    expect(made.missingProvenance).toMatchObject([{ reason: 'unavailable', previously: 'unknown' }]);
    expect(terminalReport(made)).not.toContain('had none');
  });

  test('what no rule asked for and what the registry does not give is not missing', () => {
    const words = mixed().changes.map(({ name, evidence }) => [name, evidence.provenance]);
    expect(Object.fromEntries(words)).toMatchObject({ unasked: 'not-evaluated', elsewhere: 'not-applicable' });
  });

  test('one version in two lockfiles is listed once, direct where it is direct anywhere', () => {
    const evidence = { 'left-pad 1.3.0': { provenance: absent } };
    const both = [change({ direct: false }), change({ lockfile: 'b/package-lock.json' })];
    expect(report({ changes: both, evidence }).missingProvenance).toEqual([
      expect.objectContaining({ direct: true, lockfiles: ['b/package-lock.json', 'package-lock.json'] }),
    ]);
  });

  test('its warnings are folded into the list, and what blocks keeps its own block', () => {
    const made = mixed([missing('dropped', 'error'), missing('never')]);
    for (const text of [terminalReport(made), commentMarkdown(made)]) {
      expect(text).toContain('no provenance of dropped');
      expect(text).not.toContain('no provenance of never');
      expect(text).toMatch(/Without verified provenance: 1 invalid, 3 missing, 1 could not be checked; 1 package had/u);
      expect(text).toMatch(/never.*1\.1\.0.*had none either/u);
    }
    expect(made.findings).toHaveLength(2);
  });

  test('what had none before either is apart, at the end, and a platform family is one line', () => {
    const systems = ['darwin-arm64', 'linux-x64', 'win32-x64'];
    const family = systems.map((system) => change({ name: `@octo/bin-${system}`, direct: false }));
    const old = change({ name: 'old', ...upgraded });
    const evidence = {
      ...Object.fromEntries(family.map(({ name }) => [`${name} 1.3.0`, { provenance: absent }])),
      'old 1.1.0': { provenance: absent, ...before(false) },
    };
    const comment = commentMarkdown(report({ changes: [old, ...family], evidence }));
    expect(comment).toContain(
      '**Missing: none is claimed** (3)\n\n- `@octo/bin-*` `1.3.0` (3 platform packages) · new here\n',
    );
    expect(comment).toContain('**As before: the version before had none either** (1)\n\n- `old` `1.1.0`');
    expect(comment.indexOf('As before')).toBeGreaterThan(comment.indexOf('@octo/bin-'));
  });

  test('what does not verify is never said to be as before', () => {
    const entry = { name: 'a', version: '1.0.0', direct: true, previousVersion: '0.9.0', lockfiles: [] };
    const as = (reason: MissingProvenance['reason']) => asBefore({ ...entry, reason, previously: 'had-none' }, 'check');
    expect([as('missing'), as('invalid'), as('unavailable')]).toEqual([true, false, false]);
  });

  test('a warning that the list does not hold is never folded away', () => {
    expect(terminalReport(mixed([missing('unasked')]))).toContain('no provenance of unasked');
    expect(commentMarkdown(mixed([missing('unasked')]))).toContain('no provenance of');
  });

  test('3,000 entries fit, and what is left out is counted', () => {
    const changes = Array.from({ length: 3000 }, (_, index) => change({ name: `p${index}` }));
    const evidence = Object.fromEntries(changes.map(({ name }) => [`${name} 1.3.0`, { provenance: absent }]));
    const made = report({ changes, evidence });
    expect(made.missingProvenance).toHaveLength(3000);
    const comment = commentMarkdown(made);
    expect(comment.length).toBeLessThanOrEqual(60_000);
    expect(comment).toMatch(/left out here for length: [\d,]+ packages/u);
    expect(new TextEncoder().encode(summaryMarkdown(made)).length).toBeLessThanOrEqual(1_000_000);
    expect(terminalReport(made).split('\n').length).toBeLessThan(30);
  });

  test('a report names what passed, up to eight and a count', () => {
    const changes = Array.from({ length: 10 }, (_, index) => change({ name: `p${index}` }));
    expect(terminalReport(report({ changes }))).toMatch(/Without findings: p0 1\.3\.0, .*p7 1\.3\.0 and 2 more/u);
    const one = report({ changes: changes.slice(0, 1), errors: [{ code: 'event', message: 'x' }] });
    expect(terminalReport(one)).not.toContain('Without findings');
  });
});

describe('trust words', () => {
  test.each([
    [{ atLeast: 'staged', atMost: 'staged' }, 'staged'],
    [{ atLeast: 'none', atMost: 'none' }, 'none'],
    [{ atLeast: 'none', atMost: 'staged' }, 'unavailable'],
  ] as const)('%j reads %s', (value, word) => {
    const evidence = { 'left-pad 1.3.0': { trust: { state: 'present', value } as const } };
    expect(report({ changes: [change()], evidence }).changes[0]?.evidence.trust).toBe(word);
  });
});

test('what is locked already is not new: its version before is its own', () => {
  const pins = [{ line: 12 }] as never;
  const stays = change({ kind: 'updated', previousVersion: '1.3.0', changed: [], pins, basePins: pins });
  const made = report({ changes: [stays], evidence: { 'left-pad 1.3.0': { provenance: absent } } });
  expect(made.missingProvenance).toMatchObject([{ previousVersion: '1.3.0', previously: 'had-none' }]);
  expect(terminalReport(made)).toContain('direct, already locked');
  expect(terminalReport(made)).not.toContain('new here');
});
