import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { unneeded } from '../../../src/model/evidence-values.ts';
import type { Dossier, Evidence, Existence } from '../../../src/model/index.ts';
import { buildReport } from '../../../src/report/view/build.ts';
import { jsonReport } from '../../../src/report/formats/json.ts';
import { badDay, change, finding, report } from '../sample.ts';

const dossier = (of: Dossier['change'], existence: Evidence<Existence>): Dossier => ({
  change: of,
  registry: 'https://registry.example/',
  publicRegistry: false,
  addresses: [],
  evidence: {
    existence,
    release: { state: 'absent' },
    publishedAt: { state: 'absent' },
    firstPublishedAt: { state: 'absent' },
    history: { state: 'absent' },
    predecessor: { state: 'absent' },
    registrySignature: unneeded,
    provenance: unneeded,
    publisher: unneeded,
    trust: unneeded,
    priorTrust: unneeded,
    predecessorProvenance: { state: 'absent' },
    earlierBuilds: { state: 'absent' },
    signedAt: { state: 'absent' },
    priorProvenance: { state: 'absent' },
    bringers: { state: 'absent' },
    upgrades: { state: 'absent' },
    license: { state: 'absent' },
    namesake: { state: 'absent' },
    authorship: { state: 'absent' },
    malware: { state: 'absent' },
    advisories: { state: 'absent' },
    predecessorAdvisories: { state: 'absent' },
    contents: unneeded,
    tarball: { state: 'absent' },
    predecessorTarball: { state: 'absent' },
    prominence: { state: 'absent' },
    lookalike: { state: 'absent' },
    bundling: { state: 'absent' },
    downloads: { state: 'absent' },
  },
});

function build(changes: readonly Dossier['change'][], dossiers: readonly Dossier[]) {
  return buildReport({
    comparison: { mode: 'check', head: 'work tree', lockfiles: [], changes, observations: [], errors: [] },
    dossiers,
    judgement: { verdict: 'pass', findings: [] },
    policy: { source: 'preset recommended', digest: 'sha256:00', mode: 'enforce' },
    now: '2026-01-31T10:00:00.000Z',
  });
}

describe('buildReport', () => {
  test.each([
    [{ state: 'present', value: { answer: 'listed' } }, 'listed'],
    [{ state: 'present', value: { answer: 'version-missing', unpublished: true } }, 'version-missing'],
    [{ state: 'present', value: { answer: 'no-versions' } }, 'no-versions'],
    [{ state: 'present', value: { answer: 'security-placeholder' } }, 'security-placeholder'],
    [{ state: 'present', value: { answer: 'refused', status: 403 } }, 'refused'],
    [{ state: 'absent' }, 'absent'],
    [{ state: 'unavailable', reason: 'timeout', detail: 'after 4 attempts' }, 'unavailable'],
  ] satisfies [Evidence<Existence>, string][])('existence %j reads %s', (existence, word) => {
    const pad = change();
    expect(build([pad], [dossier(pad, existence)]).changes[0]?.evidence).toEqual({
      existence: word,
      registrySignature: 'not-evaluated',
      provenance: 'not-evaluated',
      trust: 'not-evaluated',
      publishedAt: null,
      advisories: { state: 'not-evaluated', ids: [] },
      provenanceIdentity: null,
      previous: null,
    });
  });

  test('what nobody asked about is not evaluated, and what is no registry package is not applicable', () => {
    const removed = change({ kind: 'removed' });
    const git = change({ name: 'forms', source: { kind: 'git', spec: 'git+https://git.example/forms.git' } });
    const [forms, pad] = build([removed, git], [dossier(git, { state: 'absent' })]).changes;
    expect(pad?.evidence.existence).toBe('not-evaluated');
    expect(pad?.registry).toBeNull();
    expect(forms?.evidence).toMatchObject({ existence: 'not-applicable', registrySignature: 'not-applicable' });
  });

  test('one name and version from a registry and from git keep their own evidence', () => {
    const locked = change();
    const git = change({ source: { kind: 'git', spec: 'git+https://git.example/left-pad.git' }, line: 40 });
    const listed = dossier(locked, { state: 'present', value: { answer: 'listed' } });
    const words = build([git, locked], [listed, dossier(git, { state: 'absent' })]).changes;
    expect(words.map(({ source, evidence }) => [source, evidence.existence])).toEqual([
      ['registry', 'listed'],
      ['git', 'not-applicable'],
    ]);
  });

  test('a dossier read back from a file, no longer the same object, still belongs to its change', () => {
    const pad = change();
    const listed = structuredClone(dossier(pad, { state: 'present', value: { answer: 'listed' } }));
    expect(build([pad], [listed]).changes[0]?.evidence.existence).toBe('listed');
  });

  test('the order of changes and dossiers leaves no trace', () => {
    const changes = Array.from({ length: 8 }, (_, index) =>
      change({ name: `p${index % 3}`, version: `${index}.0.0`, lockfile: index % 2 === 0 ? 'a.json' : 'b.json' }),
    );
    const listed: Evidence<Existence> = { state: 'present', value: { answer: 'listed' } };
    const dossiers = changes.map((each) => dossier(each, listed));
    const expected = jsonReport(build(changes, dossiers));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(changes, { minLength: 8 }),
        fc.shuffledSubarray(dossiers, { minLength: 8 }),
        (someChanges, someDossiers) => {
          expect(jsonReport(build(someChanges, someDossiers))).toBe(expected);
        },
      ),
    );
  });

  test('counts what is there', () => {
    const counts = {
      ...{ added: 13, updated: 3, removed: 1, findings: 12, notes: 0, unjudged: 3, errors: 0 },
      found: { blocks: 5, warns: 3, notes: 0, covered: 1 },
      couldNotJudge: { blocks: 3, warns: 0, notes: 0, covered: 0 },
    };
    expect(badDay().counts).toEqual(counts);
    const noted = report({ findings: [finding({ level: 'note' }), finding({ level: 'warn' })] });
    expect(noted.counts).toMatchObject({ findings: 1, notes: 1, unjudged: 0 });
    expect(report({ errors: [{ code: 'event', message: 'x' }] }).counts.errors).toBe(1);
  });

  test('the key order of a finding does not depend on who made it', () => {
    const one = finding();
    const other = Object.fromEntries(Object.entries(one).reverse()) as unknown as typeof one;
    expect(jsonReport(report({ findings: [other] }))).toBe(jsonReport(report({ findings: [one] })));
  });
});
