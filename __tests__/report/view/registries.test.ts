import { describe, expect, test } from '@jest/globals';

import type { Dossier, EvidenceSet } from '../../../src/model/index.ts';
import { commentMarkdown } from '../../../src/report/formats/markdown.ts';
import { trustedRegistries } from '../../../src/report/view/registries.ts';
import { otherDossier } from '../../../src/evidence/dossier.ts';
import { absent, present } from '../../../src/model/evidence-values.ts';
import { terminalReport } from '../../../src/report/formats/terminal.ts';
import { dossierOf } from '../../support/dossier.ts';
import { html } from '../rendered.ts';
import { change, report } from '../sample.ts';

const judged = (name: string, registry: string, publicRegistry = false): Dossier => ({
  ...dossierOf({ change: { name }, publicRegistry }),
  registry,
});

describe('the registries of a report', () => {
  test('are named by role, with the number of package versions that each was trusted for', () => {
    const dossiers = [
      judged('z', 'https://own.example/'),
      judged('a', 'https://public.example/', true),
      judged('b', 'https://public.example/', true),
      judged('b', 'https://public.example/', true),
      judged('@acme/x', 'https://acme.example/npm/'),
      otherDossier(dossierOf({ change: { name: 'from-git' } }).change, absent),
    ];
    expect(trustedRegistries(dossiers, ['https://acme.example/npm/', 'https://public.example/'])).toEqual([
      { url: 'https://public.example/', role: 'public', packages: 2 },
      { url: 'https://acme.example/npm/', role: 'policy', packages: 1 },
      { url: 'https://own.example/', role: 'operator', packages: 1 },
    ]);
  });

  test('say what they did not offer, and the headline says it of all', () => {
    const silent = { state: 'not-applicable' } as const;
    const lacking = (name: string, registry: string): Dossier => ({
      ...judged(name, registry),
      evidence: {
        ...judged(name, registry).evidence,
        ...{ malware: present(silent), advisories: present(silent), registrySignature: present(silent) },
      },
    });
    const dossiers = [
      lacking('a', 'https://own.example/'),
      lacking('b', 'https://own.example/'),
      { ...judged('@acme/x', 'https://acme.example/'), unprovided: ['publishTimes' as const] },
      judged('c', 'https://public.example/', true),
    ];
    const registries = trustedRegistries(dossiers, ['https://acme.example/']);
    expect(registries.map(({ url, notJudged }) => [url, notJudged])).toEqual([
      ['https://public.example/', undefined],
      ['https://acme.example/', { publishTimes: 1 }],
      ['https://own.example/', { malware: 2, advisories: 2, signatures: 2, provenance: 2 }],
    ]);
    const clause =
      'nothing to report; not judged: malware, advisories, signatures and provenance of 2 packages; publish times of 1 package';
    const made = { ...report({ changes: [change()] }), registries };
    expect(terminalReport(made).split('\n')[0]).toContain(clause);
    expect(html(commentMarkdown(made))).toContain(clause.replace('nothing', 'Nothing'));
  });

  test('stand with what was checked, in words', () => {
    const registries = [
      { url: 'https://public.example/', role: 'public', packages: 1200 },
      { url: 'https://acme.example/', role: 'policy', packages: 1 },
    ] as const;
    const made = { ...report({ changes: [change()] }), registries };
    expect(terminalReport(made)).toContain(
      'trusted the public registry https://public.example/ for 1,200 packages and registry https://acme.example/ (from the policy) for 1 package;',
    );
    const rendered = html(commentMarkdown(made));
    expect(rendered).toContain('<summary>What was checked: 1 lockfile, 1 change and 2 registries</summary>');
    expect(rendered.replace(/\n/gu, '')).toContain(
      '<td>from the policy</td><td><code>https://acme.example/</code></td><td>1</td>',
    );
  });

  test('of a sentence are at most three, and the others are counted', () => {
    const registries = Array.from({ length: 5 }, (_, index) => ({
      url: `https://r${index}.example/`,
      role: 'operator' as const,
      packages: 1,
    }));
    const text = terminalReport({ ...report({}), registries });
    expect(text).toContain(
      'r2.example/ (from your npm configuration or --registry) for 1 package and 2 more registries;',
    );
    expect(text).not.toContain('r3.example');
  });

  test('that provide no signatures, publishers or provenance are named once, and only if they provide none for any package', () => {
    const url = 'https://own.example/';
    const registries = [{ url, role: 'operator' as const, packages: 2 }];
    const plain = { state: 'present', value: { state: 'not-applicable' } } as const;
    const unnamed = { state: 'unavailable', reason: 'not-provided', detail: 'it names nobody' } as const;
    const silent = { registrySignature: plain, provenance: plain, trust: unnamed };
    const trust = { state: 'present', value: { atLeast: 'none', atMost: 'none' } } as const;
    const of = (second: Partial<EvidenceSet>) => ({
      ...report({
        changes: [change({ name: 'a' }), change({ name: 'b' })],
        evidence: { 'a 1.3.0': silent, 'b 1.3.0': second },
      }),
      registries,
    });
    const made = of(silent);
    const changes = made.changes.map((each) => ({ ...each, registry: url }));
    const words = 'it provides no signatures, publishers or provenance of what was judged, so those were not checked';
    expect(terminalReport({ ...made, changes }).split(words)).toHaveLength(2);
    expect(html(commentMarkdown({ ...made, changes })).split(words)).toHaveLength(2);
    const verified = { state: 'verified', keyid: 'SHA256:a', boundTo: 'lockfile' } as const;
    for (const second of [
      { ...silent, trust },
      { ...silent, registrySignature: { state: 'present', value: verified } as const },
      { ...silent, registrySignature: { state: 'absent' } as const },
    ]) {
      const providing = of(second);
      const placed = providing.changes.map((each) => ({ ...each, registry: url }));
      expect(terminalReport({ ...providing, changes: placed })).not.toContain(words);
    }
  });
});
