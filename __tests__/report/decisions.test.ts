import { describe, expect, test } from '@jest/globals';

import type { Refusal, Report, ReportedDecisions, ReportedOffer } from '../../src/model/index.ts';
import { explanationText } from '../../src/report/formats/explain.ts';
import { jsonReport } from '../../src/report/formats/json.ts';
import { commentMarkdown, summaryMarkdown } from '../../src/report/formats/markdown.ts';
import { sarifReport } from '../../src/report/formats/sarif.ts';
import { terminalReport } from '../../src/report/formats/terminal.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { html } from './rendered.ts';
import { change, decided as samples, finding, report } from './sample.ts';

const digest = 'ab'.repeat(32);
const line = (name: string) => `/approve ${name}@1.3.0 cooldown/too-young ${digest}`;
const offer = (name: string, more: Partial<ReportedOffer> = {}): ReportedOffer => ({
  ...({ kind: 'package', name, version: '1.3.0', path: null, digest, codes: ['cooldown/too-young'] } as const),
  ...{ line: line(name), unread: [], approvals: [], isApproved: false },
  ...more,
});
const [ann, bob] = [
  { id: 1, login: 'ann' },
  { id: 2, login: 'bob' },
];
const decided: ReportedDecisions = {
  ...{ asked: true, required: 1, proposers: [], undecidable: [], denials: [], refusals: [], deleted: [] },
  approvers: { users: [ann, bob], teams: [] },
  offers: [offer('left-pad')],
};
const made = (more: Partial<ReportedDecisions> = {}, names = ['left-pad']): Report => ({
  ...report({
    verdict: 'fail',
    changes: names.map((name, index) => change({ name, line: index + 1 })),
    findings: names.map((name) => finding({ name, version: '1.3.0' })),
  }),
  decisions: { ...decided, ...more },
});
const approval = { login: 'ann', id: 1, comment: '11', reason: 'I read it', at: '2026-11-30T12:00:00Z' };

describe('a comment', () => {
  test('offers a whole line for each blocked package, in one block, and says who may use it', () => {
    const names = ['left-pad', 'right-pad'];
    const shown = commentMarkdown(made({ offers: names.map((name) => offer(name)) }, names));
    expect(shown).toContain(`\`\`\`\n${names.map(line).join('\n')}\n\`\`\``);
    expect(html(shown)).toContain('<code>ann</code> or <code>bob</code> can let this in');
    expect(shown).toContain('approvers: lines below');
    expect(shown).toContain('Re-run failed jobs');
    expect(summaryMarkdown(made())).toContain(line('left-pad'));
  });

  test('says who proposed it, by which commit, and who is left', () => {
    const account = { ...ann, type: 'User' } as const;
    const shown = html(
      commentMarkdown(made({ proposers: [{ account, as: 'committer', commit: 'c0ffee'.repeat(6) }] })),
    );
    expect(shown).toContain('<code>bob</code> can let this in');
    expect(shown).toContain('<code>ann</code> cannot: the account committed to it (commit <code>c0ffeec0ffee</code>).');
  });

  test('says first that too few are left', () => {
    const account = { ...ann, type: 'User' } as const;
    const shown = html(commentMarkdown(made({ proposers: [{ account, as: 'author' }], required: 2 })));
    expect(shown).toContain(
      '<p>This needs 2 approvers, and only 1 of those whom the policy lists is left (<code>bob</code>): a proposer cannot approve.',
    );
    expect(shown).toContain('Another approver has to be listed');
    expect(shown).not.toContain('can let this in');
    expect(shown).toContain('<td>approvers: too few are left</td>');
    expect(shown).toContain(line('left-pad'));
  });

  test('offers no line where nobody is left who could write one', () => {
    const proposers = [ann, bob].map((one) => ({ account: { ...one, type: 'User' as const }, as: 'pusher' as const }));
    const made2 = made({ proposers });
    expect(html(commentMarkdown(made2))).toContain(
      'This needs 1 approver, and none of those whom the policy lists is left: a proposer cannot approve.',
    );
    expect([commentMarkdown(made2), terminalReport(made2)].filter((text) => text.includes('/approve'))).toEqual([]);
    expect(commentMarkdown(made2)).not.toContain('approvers: lines below');
    const team = { ...decided.approvers, teams: [{ slug: 'acme/appsec', id: 9 }] };
    const shown = html(commentMarkdown(made({ proposers, approvers: team, required: 2 })));
    expect(shown).toContain('a member of <code>acme/appsec</code> can let this in, by a comment on this pull request.');
    expect(shown).toContain('It takes 2 of them.');
  });

  test('offers nothing for what was denied, and says who ends the denial, and how', () => {
    const denials = [{ ...approval, login: 'bob', id: 2, name: 'left-pad', version: '1.3.0' }];
    const shown = commentMarkdown(made({ denials }));
    expect(shown).not.toContain('/approve');
    expect(html(shown)).toContain(
      '<code>left-pad</code> <code>1.3.0</code>, by <code>bob</code>: <code>I read it</code>. No approval counts until <code>bob</code> writes <code>/withdraw left-pad@1.3.0</code>',
    );
    expect(terminalReport(made({ denials }))).toContain(
      '`left-pad@1.3.0`, by `bob` (`I read it`): no approval counts until',
    );
    expect(commentMarkdown(made({ denials: denials.map((one) => ({ ...one, version: '1.3.1' })) }))).toContain(
      '/approve',
    );
    const denied = finding({ rule: 'deny', codes: ['denied-by-decision'], version: '1.3.0' });
    const row = (codes: readonly string[]) =>
      commentMarkdown({ ...made({ denials }), findings: [{ ...denied, codes }] });
    expect(row(['denied-by-decision'])).toContain('| whoever denied it |');
    expect(row(['denied', 'denied-by-decision'])).toContain('| owners of the policy (`deny`) |');
  });

  test('offers nothing where the policy names nobody, and nothing that is no line of ours', () => {
    expect(commentMarkdown(made({ approvers: { users: [], teams: [] } }))).not.toContain('/approve');
    expect(commentMarkdown(made({ offers: [offer('left-pad', { line: 'x\n```\n/approve' })] }))).not.toContain(
      '/approve',
    );
    expect(commentMarkdown(made({ offers: [offer('left-pad', { line: null })] }))).not.toContain('Who can let it in');
  });

  test('offers fifty lines at most, and says how many more there are', () => {
    const names = Array.from({ length: 53 }, (_, index) => `p${index}`);
    const shown = commentMarkdown(made({ offers: names.map((name) => offer(name)) }, names));
    expect(shown.match(/^\/approve /gm)).toHaveLength(50);
    expect(html(shown)).toContain('<p>When these are approved and the check has run again, 3 more lines follow.</p>');
    const [, block = ''] = /^```\n([^`]*)^```$/m.exec(shown) ?? [];
    expect(block.trimEnd().split('\n')).toHaveLength(50);
  });

  test('offers every line also where the comment is cut for length', () => {
    const names = Array.from({ length: 50 }, (_, index) => `p${index}`);
    const long = names.map((name) =>
      finding({ name, version: '1.3.0', message: `${name} ${'word '.repeat(500)}`, remediation: name }),
    );
    const shown = commentMarkdown({ ...made({ offers: names.map((name) => offer(name)) }, names), findings: long });
    expect(shown).toContain('This comment is cut for length');
    expect(shown.match(/^\/approve /gm)).toHaveLength(50);
  });

  test('says which evidence an approval would do without', () => {
    const shown = html(commentMarkdown(made({ offers: [offer('left-pad', { unread: ['advisories'] })] })));
    expect(shown).toContain('would be approved without <code>advisories</code>, which could not be read');
  });

  test('names what was approved, by whom and why, and what still needs more people', () => {
    const some = [
      offer('left-pad', { approvals: [approval], isApproved: true }),
      offer('b', { approvals: [approval] }),
    ];
    const shown = html(commentMarkdown(made({ offers: some, required: 2 })));
    expect(shown).toContain('<code>left-pad</code> <code>1.3.0</code>, by <code>ann</code>: <code>I read it</code>');
    expect(shown).toContain('<code>b</code> <code>1.3.0</code> (1 of 2 people), by');
    expect(shown).toContain('Approved so far');
    const all = [offer('left-pad', { approvals: [approval], isApproved: true })];
    expect(commentMarkdown(made({ offers: all }))).toContain('#### Approved\n');
  });

  test('lists every line that does not count, with its reason', () => {
    const refusals: Refusal[] = [
      {
        account: { ...bob, type: 'User' },
        comment: '12',
        line: line('left-pad'),
        why: 'edited',
        fix: 'Write the line again.',
      },
      { account: null, comment: '13', line: '/deny x@1', why: 'malformed', fix: 'Copy the whole line.' },
    ];
    const shown = html(commentMarkdown(made({ refusals })));
    expect(shown).toContain('<h4>Lines that do not count</h4>');
    const many = Array.from({ length: 6 }, () => refusals).flat();
    expect(commentMarkdown(made({ refusals: many }))).toContain('<summary>Lines that do not count: 12 lines</summary>');
    const green = { ...made({ refusals }), verdict: 'pass' as const };
    expect(commentMarkdown(green)).toContain('<summary>Lines that do not count: 2 lines</summary>');
    expect(shown).toContain('the comment was edited. Write the line again.');
    expect(shown).toContain('a deleted account: ');
  });

  test.each([
    ['other-digest', '/approve-file .npmrc', 'it is about another state of the file'],
    ['other-digest', '/approve a@1', 'it is about another state of the package'],
    ['not-here', '/approve-file .npmrc', 'nothing about this file blocks here'],
    ['not-alone', '/approve a@1', 'it stands in a list, directly under a quote'],
  ] as const)('says of what a line is: %s of %s', (why, said, words) => {
    const refusals: Refusal[] = [{ account: null, comment: '1', line: said, why, fix: 'Read.' }];
    expect(html(commentMarkdown(made({ refusals })))).toContain(words);
  });

  test('says whose deleted comment no longer counts', () => {
    const deleted = [
      { author: { ...ann, type: 'User' as const }, by: { ...bob, type: 'User' as const }, at: approval.at },
    ];
    expect(html(commentMarkdown(made({ deleted })))).toContain(
      'A comment of <code>ann</code> was deleted by <code>bob</code>',
    );
  });
});

test('a terminal shows the lines, what was approved, and what does not count', () => {
  const shown = terminalReport(
    made({ offers: [offer('left-pad'), offer('b', { approvals: [approval], isApproved: true })] }),
  );
  expect(shown).toContain(`  ${line('left-pad')}\n`);
  expect(shown).toContain('`b@1.3.0`, by `ann` (`I read it`)');
  expect(terminalReport(made(), { width: 40 })).toContain(`  ${line('left-pad')}\n`);
  expect(terminalReport(report({}))).not.toContain('approve');
});

describe('a finding that people approved', () => {
  const coveredBy = {
    kind: 'decision' as const,
    id: digest,
    by: [approval, { ...approval, login: 'bob', reason: '' }],
  };
  const approved = finding({ version: '1.3.0', status: 'approved', decision: digest, coveredBy });
  const shown: Report = {
    ...report({ verdict: 'pass', changes: [change()], findings: [approved] }),
    decisions: { ...decided, required: 2, offers: [offer('left-pad', { approvals: coveredBy.by, isApproved: true })] },
  };

  const explained = {
    ...{ schema: 'lockgate-explanation/1' as const, wanted: { name: 'left-pad', version: null }, head: 'HEAD' },
    ...{ evaluatedAt: shown.evaluatedAt, policy: shown.policy, rules: ['cooldown'], similar: [], errors: [] },
    ...{ packages: [], findings: [approved] },
  };

  test.each<[string, () => string, string]>([
    [
      'a comment',
      () => html(commentMarkdown(shown)),
      '<strong>Approved by</strong> <code>ann</code> in comment <code>11</code>: <code>I read it</code>; <code>bob</code> in comment <code>11</code>',
    ],
    [
      'a terminal',
      () => terminalReport(shown),
      'left-pad 1.3.0: cooldown, approved by ann in comment 11: I read it; bob in comment 11\n',
    ],
    [
      'an explanation',
      () => explanationText(explained),
      'approved by ann in comment 11: I read it; bob in comment 11\n',
    ],
    [
      'a code scanning log',
      () => sarifReport(shown),
      '"justification": "approved by ann in comment 11: I read it; bob in comment 11"',
    ],
  ])('says who did, in which comment and why, in %s', (_, show, words) => {
    expect(show()).toContain(words);
  });

  test('says so by no digest, which is for no eye', () => {
    expect([commentMarkdown(shown), terminalReport(shown)].filter((text) => text.includes(digest))).toEqual([]);
  });

  test('is in the JSON report with everybody who approved it', () => {
    expect(shown.findings).toMatchObject([
      { coveredBy: { kind: 'decision', by: [{ login: 'ann' }, { login: 'bob' }] } },
    ]);
    expect(reportSchema.parse(JSON.parse(jsonReport(shown))).findings).toMatchObject([{ coveredBy }]);
  });
});

describe('what pictures are made of', () => {
  test.each(Object.entries(samples()))(
    'is a report, and offers a line only where somebody can use it: %s',
    (name, made) => {
      expect(reportSchema.safeParse(JSON.parse(jsonReport(made))).error).toBeUndefined();
      const isOffered = ['one', 'waiting', 'twelve', 'sixty', 'half-approved', 'refused', 'too-few'].includes(name);
      expect(/^\/approve /m.test(commentMarkdown(made))).toBe(isOffered);
      expect(/^ {2}\/approve /m.test(terminalReport(made, { width: 80 }))).toBe(isOffered);
    },
  );

  test('what only waits can be let in earlier', () => {
    expect(commentMarkdown(samples()['waiting'] ?? report({}))).toContain('#### Who can let it in earlier\n');
    expect(commentMarkdown(samples()['one'] ?? report({}))).toContain('#### Who can let it in\n');
  });
});
