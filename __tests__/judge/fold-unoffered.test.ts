import { describe, expect, test } from '@jest/globals';

import { present, unavailable, unoffered } from '../../src/model/evidence-values.ts';
import type { Dossier, EvidenceSet } from '../../src/model/index.ts';
import { judge } from '../../src/run/verdict.ts';
import { absent, dossierOf } from '../support/dossier.ts';
import { loadPolicy } from '../support/load-policy.ts';

/** What a registry offers of no package is one finding about the registry, with one fix. */

const mirror = 'https://mirror.example/';
const untimed = unoffered('publishTimes', 'the registry gives no publish times');
const withoutTimes = { publishedAt: untimed, firstPublishedAt: untimed };
const unadvised = unoffered('advisories', 'the registry serves no advisories', 'advisories');
const withoutAdvisories = { malware: unadvised, advisories: unadvised, predecessorAdvisories: unadvised };

const of = (name: string, evidence: Partial<EvidenceSet>, patch: Parameters<typeof dossierOf>[0] = {}): Dossier =>
  dossierOf({
    ...{ registry: mirror, publicRegistry: false, ...patch },
    change: { name, ...patch.change },
    evidence,
  });

function judged(dossiers: readonly Dossier[], text = 'version: 1', isPart = false) {
  const comparison = {
    ...({ mode: 'check', head: 'head', lockfiles: [], observations: [], errors: [] } as const),
    changes: dossiers.map(({ change }) => change),
  };
  const policy = loadPolicy({ source: 'policy.yml', text });
  const { findings, verdict } = judge({ comparison, dossiers, policy, now: '2026-06-01T00:00:00.000Z', isPart });
  return { verdict, findings, unjudged: findings.filter(({ outcome }) => outcome === 'indeterminate') };
}

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

test('a registry without publish times is one finding with one fix, whatever the number of packages and rules', () => {
  const { unjudged, verdict } = judged(names.map((name) => of(name, withoutTimes)));
  expect(unjudged).toHaveLength(1);
  expect(unjudged[0]).toMatchObject({ level: 'error', floor: false, name: null, packages: 7, places: 7 });
  expect(unjudged[0]?.message).toBe(
    '`https://mirror.example/` gives no publish times, so `cooldown` and `new-package` could not judge 7 package versions (`a@1.3.0`, `b@1.3.0`, `c@1.3.0`, `d@1.3.0`, `e@1.3.0` and 2 more).',
  );
  expect(unjudged[0]?.remediation).toContain('publishTimes: none');
  expect(verdict).toBe('fail');
});

test('it is floor where one of the findings that it stands for is', () => {
  const { unjudged } = judged(['a', 'b'].map((name) => of(name, withoutAdvisories)));
  expect(unjudged).toMatchObject([{ rule: 'malware', floor: true, level: 'error', packages: 2 }]);
  expect(
    judged(
      ['a', 'b'].map((name) => of(name, withoutAdvisories)),
      'version: 1\nmode: observe',
    ).verdict,
  ).toBe('fail');
});

test('signatures and publishers that a mirror strips are one finding', () => {
  const unsigned = unoffered('signatures', 'the registry serves no signature of any version');
  const nobody = unoffered('publishers', 'the registry names no publisher of any version');
  const { unjudged } = judged(
    ['a', 'b'].map((name) => of(name, { registrySignature: unsigned, provenance: unsigned, publisher: nobody })),
  );
  expect(unjudged).toHaveLength(1);
  expect(unjudged[0]?.message).toContain(
    '`https://mirror.example/` names no publishers and provides no signatures, so',
  );
  expect(unjudged[0]?.remediation).not.toContain('none');
});

test('its fingerprint says which registry lacks what, not for how many packages', () => {
  const printOf = (evidence: Partial<EvidenceSet>, ...of2: string[]) =>
    judged(of2.map((name) => of(name, evidence))).unjudged[0]?.fingerprint;
  expect(printOf(withoutTimes, 'a', 'b')).toBe(printOf(withoutTimes, 'b', 'c', 'd'));
  expect(printOf(withoutTimes, 'a', 'b')).not.toBe(printOf(withoutAdvisories, 'a', 'b'));
});

test('one that is less bad has another fingerprint: a further look at the same head does not take it for the same', () => {
  const dossiers = ['a', 'b'].map((name) => of(name, withoutTimes));
  const printOf = (text: string) => judged(dossiers, text).unjudged[0]?.fingerprint;
  expect(printOf('version: 1\nrules: { cooldown: warn, new-package: warn }')).not.toBe(printOf('version: 1'));
  expect(printOf('version: 1\nrules: { new-package: off }')).not.toBe(printOf('version: 1'));
});

describe('each package keeps its own finding', () => {
  const namesOf = (dossiers: readonly Dossier[], text?: string) =>
    judged(dossiers, text).unjudged.map(({ name }) => name);

  test('where the registry gives a time of one of them: a stripped field does not hide among others', () => {
    const timed = of('honest', {});
    expect(new Set(namesOf([of('a', withoutTimes), of('b', withoutTimes), timed]))).toEqual(new Set(['a', 'b']));
    const partly = of('partly', { publishedAt: absent, firstPublishedAt: untimed });
    expect(namesOf([of('a', withoutTimes), of('b', withoutTimes), partly])).not.toContain(null);
  });

  test('where the run is about one package: `explain` says of it what stands in its way', () => {
    const { unjudged } = judged(
      ['a', 'b'].map((name) => of(name, withoutTimes)),
      'version: 1',
      true,
    );
    expect(unjudged.map(({ name }) => name)).toEqual(['a', 'a', 'b', 'b']);
  });

  test('where it is the only one', () => {
    expect(namesOf([of('a', withoutTimes)])).toEqual(['a', 'a']);
  });

  test('where another registry lacks it too, for that one', () => {
    const other = of('c', withoutTimes, { registry: 'https://other.example/' });
    expect(namesOf([of('a', withoutTimes), of('b', withoutTimes), other]).sort()).toEqual(['c', 'c', null]);
  });

  test('where it is covered by an exception: that does not grow, and nothing is folded into it', () => {
    const exception =
      'version: 1\nexceptions: [{ package: a, rules: [cooldown, new-package], reason: "Known to us.", expires: 2026-12-31 }]';
    const { findings, verdict } = judged(
      ['a', 'b', 'c'].map((name) => of(name, withoutTimes)),
      exception,
    );
    const seen = findings.filter(({ outcome }) => outcome === 'indeterminate');
    expect(seen.map(({ name, status, packages }) => [name, status, packages])).toEqual([
      [null, 'reported', 2],
      ['a', 'excepted', undefined],
      ['a', 'excepted', undefined],
    ]);
    expect(verdict).toBe('fail');
  });

  test('where the answers failed for each of them by itself', () => {
    const failed = unavailable('timeout', 'no complete answer within 20 s');
    expect(namesOf(['a', 'b'].map((name) => of(name, { publishedAt: failed })))).toEqual(['a', 'b']);
  });
});

test('claimed attestations that a registry serves of no version are one finding, and of a registry that serves some they are not', () => {
  const withheld = unoffered('attestations', 'the registry claims attestations but serves none', 'attestations');
  const lacking = ['a', 'b'].map((name) => of(name, { provenance: withheld }));
  // One that claims none proves nothing.
  const { unjudged } = judged([...lacking, of('plain', { provenance: absent })]);
  expect(unjudged.map(({ name, packages }) => [name, packages])).toEqual([[null, 2]]);
  expect(unjudged[0]?.remediation).toContain('sources');
  const invalid = present({ state: 'invalid', failed: [{ kind: 'document', check: 'malformed' }] } as const);
  const mixed = judged([...lacking, of('served', { provenance: invalid })]);
  expect(mixed.unjudged.map(({ name }) => name)).not.toContain(null);
});

test('an endpoint that is asked once for all packages and fails is one finding, which is floor for malware', () => {
  const failed = unavailable('server-error', 'its advisories: HTTP 503 after 4 attempts', 'advisories');
  const { unjudged } = judged(names.map((name) => of(name, { malware: failed, advisories: failed })));
  expect(unjudged).toMatchObject([{ name: null, floor: true, packages: 7 }]);
  expect(unjudged[0]?.message).toContain('HTTP 503 after 4 attempts');
  expect(unjudged[0]?.remediation).toContain('Run the check again.');
});

test('a level of warning or note is kept: the worst of what it stands for', () => {
  const text = 'version: 1\nrules: { cooldown: warn, new-package: note }';
  const { unjudged, verdict } = judged(
    ['a', 'b'].map((name) => of(name, withoutTimes)),
    text,
  );
  expect(unjudged).toMatchObject([{ rule: 'cooldown', level: 'warn', packages: 2 }]);
  expect(verdict).toBe('warn');
});

test('that another registry has it says nothing about this one', () => {
  const other = of('c', {}, { registry: 'https://other.example/' });
  const { unjudged } = judged([of('a', withoutTimes), of('b', withoutTimes), other]);
  expect(unjudged.map(({ name, packages }) => [name, packages])).toEqual([[null, 2]]);
});
