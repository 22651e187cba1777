import { describe, expect, test } from '@jest/globals';

import { release, verifiedProvenance } from '../../src/model/example.ts';
import type { DossierPatch } from '../../src/model/rule.ts';
import newDirect from '../../src/rules/new-direct-dependency.ts';
import provenance from '../../src/rules/provenance.ts';
import publisher from '../../src/rules/publisher.ts';
import { absent, dossierOf, present, unavailable } from '../support/dossier.ts';
import { judgeUnder } from '../support/judge-policy.ts';

/** What an agent proposes as a direct dependency without verified provenance from the repository that it declares. */

const agent = present({ branch: 'claude/add-left-pad', people: [] });
const person = present({ people: [], account: { login: 'octocat', type: 'User' } });
const declares = (repository?: string) => release(repository === undefined ? {} : { repository });

const proposed = (patch: DossierPatch = {}) =>
  dossierOf({
    ...patch,
    evidence: {
      provenance: absent,
      release: declares('github.com/acme/left-pad'),
      authorship: agent,
      ...patch.evidence,
    },
  });

/** Level, status and codes of what the rule says. */
function said(patch: DossierPatch, policy = '', unprovided?: 'attestations') {
  const dossier = { ...proposed(patch), ...(unprovided && { unprovided: [unprovided] }) };
  return judgeUnder(policy, { dossiers: [dossier], rules: [provenance, ...lists] }).findings.map(
    ({ level, status, codes }) => [level, status, ...codes].join(' '),
  );
}

const lists = [newDirect, publisher];
const quiet = 'rules: { new-direct-dependency: { level: off, agents: off }, publisher: off }\n';
const speaks = ['error reported agent-unproven'];

describe('an agent adds a direct dependency', () => {
  test('without provenance: it is not admitted by rule', () => {
    expect(said({}, quiet)).toEqual(speaks);
  });

  test('with attestations of which none is a provenance, or from a registry that leaves them out: nothing is proven', () => {
    expect(said({ evidence: { provenance: present({ state: 'no-provenance' }) } }, quiet)).toEqual(speaks);
    expect(said({ evidence: { provenance: present({ state: 'not-applicable' }) } }, quiet)).toEqual(speaks);
  });

  test('from a registry of which the policy says that it has no attestations: nothing proves it either', () => {
    const evidence = { provenance: present({ state: 'not-applicable' } as const) };
    expect(said({ evidence }, quiet, 'attestations')).toEqual(speaks);
  });

  test('verified, and from the declared repository whatever its spelling: admitted', () => {
    const built = verifiedProvenance({ sourceRepository: 'https://github.com/Acme/Left-Pad' });
    expect(said({ evidence: { provenance: built } }, quiet)).toEqual([]);
  });

  test('verified, but from another repository than it declares, or where it declares none', () => {
    const built = verifiedProvenance({ sourceRepository: 'https://github.com/mallory/left-pad' });
    expect(said({ evidence: { provenance: built } }, quiet)).toEqual(speaks);
    expect(said({ evidence: { provenance: verifiedProvenance(), release: declares() } }, quiet)).toEqual(speaks);
  });

  test('with a provenance that could not be read, or made by nobody knows whom: not judged, and so not admitted', () => {
    expect(said({ evidence: { provenance: unavailable() } }, quiet)).toEqual(['error reported unavailable-provenance']);
    expect(said({ evidence: { authorship: unavailable() } }, quiet)).toEqual(['error reported unavailable-authorship']);
  });
});

describe('not concerned', () => {
  test('without a mark: a person, and an agent that hides', () => {
    expect(said({ evidence: { authorship: person } }, quiet)).toEqual(['note reported missing']);
    expect(said({ evidence: { authorship: absent } }, quiet)).toEqual(['note reported missing']);
  });

  test('an update', () => {
    const update = { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] } as const;
    expect(said({ change: update }, quiet)).toEqual(['note reported missing']);
  });

  test('what a direct dependency pulls in', () => {
    expect(said({ change: { direct: false } }, quiet)).toEqual(['note reported missing']);
  });

  test('a dependency bot', () => {
    const bot = present({ people: [], account: { login: 'renovate[bot]', type: 'Bot' } });
    expect(said({ evidence: { authorship: bot } }, quiet)).toEqual(['note reported missing']);
  });

  test('a preset or policy that does not ask for it', () => {
    expect(said({}, `extends: audit\n${quiet}`)).toEqual(['note reported missing']);
    expect(said({}, 'rules: { new-direct-dependency: { agents: off }, provenance: { agents: off } }\n')).toEqual([
      'note reported missing',
    ]);
  });
});

test('strict asks for it of what is pulled in too', () => {
  const policy = `extends: strict\n${quiet}`;
  expect(said({ change: { direct: false } }, policy)).toEqual(speaks);
});

test("the policy's own marks and dependency bots count", () => {
  const by = (login: string) => present({ people: [], account: { login, type: 'Bot' } });
  const named = (login: string) =>
    present({ people: [{ role: 'author' as const, name: login, email: 'a@b.example' }] });
  const policy =
    'rules: { new-direct-dependency: { level: off, agents: off, marks: [helper], dependencyBots: ["acme-updates[bot]"] } }\n';
  expect(said({ evidence: { authorship: by('acme-updates[bot]') } }, quiet)).toEqual(speaks);
  expect(said({ evidence: { authorship: by('acme-updates[bot]') } }, policy)).toEqual(['note reported missing']);
  expect(said({ evidence: { authorship: named('helper') } }, policy)).toEqual(speaks);
});

describe('the decision', () => {
  const except = (selector: string) =>
    `${quiet}exceptions: [{ id: D, package: "${selector}", rules: [provenance], reason: r, expires: 2026-12-31 }]\n`;

  test('is an exception for exactly this version', () => {
    expect(said({}, except('left-pad@1.3.0'))).toEqual(['error excepted agent-unproven']);
  });

  test.each(['left-pad', 'left-pad@^1.2.0', 'left-pad@1.x', 'left-*@1.3.0', 'left-*'])(
    'is not an exception for %s',
    (selector) => {
      expect(said({}, except(selector))).toContain(speaks[0]);
    },
  );

  test('is not an exception for another version', () => {
    expect(said({}, except('left-pad@1.3.1'))).toContain(speaks[0]);
  });

  test("is not a publisher's entry that waives the rule", () => {
    const publishers =
      'publishers:\n  - { packages: [left-pad], identity: { sourceRepository: "https://github.com/mallory/left-pad" },\n' +
      '      start: 2026-01-01, end: 2026-12-31, waives: [provenance], reason: r }\n';
    const built = verifiedProvenance({ sourceRepository: 'https://github.com/mallory/left-pad' });
    expect(said({ evidence: { provenance: built } }, quiet + publishers)).toContain(speaks[0]);
  });

  test('is not asked for what the same exception by pattern covered before: a person adds it', () => {
    expect(said({ evidence: { authorship: person } }, except('left-pad'))).toEqual(['note excepted missing']);
  });
});
