import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { absent, unavailable } from '../../../src/model/evidence-values.ts';
import { verifiedProvenance } from '../../../src/model/example.ts';
import type { BuildIdentity, Change, Evidence, ProvenanceOutcome, Report } from '../../../src/model/index.ts';
import { jsonReport } from '../../../src/report/formats/json.ts';
import { commentMarkdown, summaryMarkdown } from '../../../src/report/formats/markdown.ts';
import { terminalReport } from '../../../src/report/formats/terminal.ts';
import { hostileText } from '../hostile.ts';
import { html, tags } from '../rendered.ts';
import { change, finding, report } from '../sample.ts';

/** The link that compares the source of two versions: only where both certificates say which commits of which repository. */

const [older, newer] = ['1'.repeat(40), '2'.repeat(40)];
const gitlab = {
  platform: 'gitlab',
  issuer: 'https://gitlab.com',
  sourceRepository: 'https://gitlab.com/acme/tools/left-pad',
} as const;

const updated = change({
  ...{ kind: 'updated', version: '1.3.0', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
});

interface Sides {
  readonly of?: Partial<Change>;
  readonly before?: Partial<BuildIdentity> | Evidence<ProvenanceOutcome>;
  readonly now?: Partial<BuildIdentity> | Evidence<ProvenanceOutcome>;
}

const proof = (side: Partial<BuildIdentity> | Evidence<ProvenanceOutcome>, commit: string) =>
  'state' in side ? side : verifiedProvenance({ commit, ...side });

function made({ of = {}, before = {}, now = {} }: Sides = {}): Report {
  const about = { ...updated, ...of };
  return report({
    changes: [about],
    findings: [finding({ name: about.name, version: about.version })],
    evidence: {
      [`${about.name} ${about.version}`]: {
        provenance: proof(now, newer),
        predecessorProvenance: proof(before, older),
      },
    },
  });
}

const urlOf = (sides?: Sides) => made(sides).changes[0]?.evidence.compareUrl;
const both = (identity: Partial<BuildIdentity>): Sides => ({ before: identity, now: identity });

describe('an update with a verified provenance on both sides', () => {
  const url = `https://github.com/acme/left-pad/compare/${older}...${newer}`;

  test('links the page that compares the two commits, in every format', () => {
    const shown = made();
    expect(JSON.parse(jsonReport(shown))).toMatchObject({ changes: [{ evidence: { compareUrl: url } }] });
    for (const markdown of [commentMarkdown(shown), summaryMarkdown(shown)]) {
      const links = tags(html(markdown)).filter((tag) => tag.startsWith('<a'));
      // In the table of what blocks, in its details, and among the changes.
      expect(links).toEqual([`<a href="${url}">`, `<a href="${url}">`, `<a href="${url}">`]);
    }
    expect(terminalReport(shown)).toContain(`compare ${url}\n`);
  });

  test('on GitLab has the address that GitLab has', () => {
    expect(urlOf(both(gitlab))).toBe(`https://gitlab.com/acme/tools/left-pad/-/compare/${older}...${newer}`);
  });

  test('by the issuer of an enterprise of github.com too', () => {
    expect(urlOf(both({ issuer: 'https://token.actions.githubusercontent.com/acme' }))).toBe(url);
  });

  test('of a repository that was renamed, by its numeric id, is under the new name', () => {
    expect(urlOf({ now: { sourceRepository: 'https://github.com/acme/pad' } })).toBe(
      `https://github.com/acme/pad/compare/${older}...${newer}`,
    );
  });
});

const failing: Evidence<ProvenanceOutcome> = {
  state: 'present',
  value: { state: 'invalid', failed: [{ kind: 'provenance', check: 'signature' }] },
};

test.each<[string, Sides]>([
  ['a repository of the same name that is another one', { now: { sourceRepositoryId: '2002' } }],
  ['a previous id that only the statement names', { before: { claimed: ['sourceRepositoryId'] } }],
  ['an id that only the statement names', { now: { claimed: ['sourceRepositoryId'] } }],
  ['one name without certified ids', both({ claimed: ['sourceRepositoryId'] })],
  ['a previous version without provenance', { before: absent }],
  ['a previous version whose provenance does not verify', { before: failing }],
  ['a previous version whose provenance could not be read', { before: unavailable('network', 'x') }],
  ['a version without provenance', { now: absent }],
  ['a version whose provenance does not verify', { now: failing }],
  ['a commit that only the statement names', { now: { claimed: ['commit'] } }],
  ['a previous commit that only the statement names', { before: { claimed: ['commit'] } }],
  ['the same commit', { before: { commit: newer } }],
  ['an abbreviated commit', { before: { commit: '1'.repeat(12) } }],
  ['a commit in capitals', { before: { commit: 'A'.repeat(40) } }],
  ['an issuer that the policy names', both({ issuer: 'https://ghe.acme.example/_services/token' })],
  ['a server that only looks like the public one', both({ sourceRepository: 'https://github.com.evil.example/a/b' })],
  ['another platform', both({ platform: 'other', issuer: 'https://ci.example' })],
  ['a GitHub build that names a repository of GitLab', both({ sourceRepository: gitlab.sourceRepository })],
  ['a GitLab of its own', both({ ...gitlab, issuer: 'https://gitlab.acme.example' })],
  ['a build on another platform than before', { before: gitlab }],
  ['a repository above the server', both({ sourceRepository: 'https://github.com/acme/..' })],
  ['a page of a repository', both({ sourceRepository: 'https://github.com/acme/left-pad/issues' })],
  ['a page of a project', both({ ...gitlab, sourceRepository: 'https://gitlab.com/acme/left-pad/-/issues' })],
  ['a query', both({ sourceRepository: 'https://github.com/acme/left-pad?x=' })],
  ['a downgrade, of which the page shows nothing', { of: { version: '1.1.0' } }],
  ['the same version with other bytes', { of: { previousVersion: '1.3.0', baseVersions: ['1.3.0'] } }],
  ['a previous version that is not from a registry', { of: { baseVersions: [] } }],
  ['a new package', { of: { kind: 'added' } }],
])('%s has no link', (_, sides) => {
  const shown = made(sides);
  expect(shown.changes[0]?.evidence).not.toHaveProperty('compareUrl');
  expect(tags(html(commentMarkdown(shown))).filter((tag) => tag.startsWith('<a'))).toEqual([]);
});

describe('whatever is certified or written in a report', () => {
  const pages =
    /^https:\/\/(?:github\.com\/[\w-]+\/[\w.-]+\/compare|gitlab\.com\/[\w.-]+(?:\/[\w.-]+)+\/-\/compare)\/[\da-f]{40}\.\.\.[\da-f]{40}$/u;
  const linksOf = (shown: Report) =>
    [commentMarkdown(shown), summaryMarkdown(shown)].flatMap((markdown) =>
      [...html(markdown).matchAll(/<a href="([^"]*)"/gu)].map(([, href = '']) => href),
    );

  test('no link leaves the page that compares two commits', () => {
    const odd = fc.oneof(hostileText, fc.constantFrom('..', '.', '-', 'a/b', '@', '#', '?', '%2e%2e', 'acme'));
    const repository = fc
      .tuple(fc.constantFrom('https://github.com/', 'https://gitlab.com/', '', 'https://evil.example/'), odd, odd)
      .map(([server, owner, name]) => `${server}${owner}/${name}`);
    const commit = fc.oneof(fc.constantFrom(older, newer, `${older}/../..`, `${older}\n`), hostileText);
    const identity = fc.record({
      platform: fc.constantFrom('github', 'gitlab', 'other'),
      issuer: fc.constantFrom('https://token.actions.githubusercontent.com', 'https://gitlab.com', 'https://x.example'),
      ...{ sourceRepository: repository, commit, claimed: fc.subarray(['commit', 'sourceRepositoryId']) },
    });
    fc.assert(
      fc.property(identity, commit, (now, before) => {
        const shown = made({ now, before: { ...now, commit: before } });
        const { compareUrl } = shown.changes[0]?.evidence ?? {};
        if (compareUrl !== undefined) {
          expect(compareUrl).toMatch(pages);
          expect(new URL(compareUrl).href).toBe(compareUrl);
        }
        for (const href of linksOf(shown)) expect(href).toBe(compareUrl);
      }),
      { numRuns: 100 },
    );
  });

  test('an address of somebody else in a report is not shown', () => {
    const { changes, ...rest } = made();
    for (const compareUrl of ['https://evil.example/x', 'javascript:alert(1)', pages.source, 'x](https://e.x)']) {
      const forged = {
        ...rest,
        changes: changes.map((each) => ({ ...each, evidence: { ...each.evidence, compareUrl } })),
      };
      expect(linksOf(forged)).toEqual([]);
      expect(terminalReport(forged)).not.toContain('compare ');
    }
  });
});
