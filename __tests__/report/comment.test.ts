import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Finding, Report } from '../../src/model/index.ts';
import { applyExceptions } from '../../src/policy/exceptions.ts';
import { commentMarkdown } from '../../src/report/formats/markdown.ts';
import { packageUrl, recordUrl } from '../../src/report/view/links.ts';
import { proposedExceptions } from '../../src/report/view/proposed-exceptions.ts';
import { rules } from '../../src/rules/index.ts';
import { loadPolicy } from '../support/load-policy.ts';
import { hostileText } from './hostile.ts';
import { pageOf } from './page.ts';
import { html } from './rendered.ts';
import { badDay, change, finding, report } from './sample.ts';

const publicRegistry: Report['registries'][number] = {
  url: 'https://registry.npmjs.org/',
  role: 'public',
  packages: 1,
};
/** Judged by the public npm registry. */
const ofPublic = (made: Report): Report => ({
  ...made,
  registries: [publicRegistry],
  changes: made.changes.map((each) => ({ ...each, registry: publicRegistry.url })),
});
const rulesUrl = 'https://github.example/octo/lockgate/blob/v1/docs/rules';

/** The cells of the rows about what blocks. */
function rowsOf(markdown: string): string[][] {
  const [, table = ''] = /<h4>What [^<]*<\/h4>([^]*?)(?:<h4>|<details><summary>(?!and )|$)/u.exec(html(markdown)) ?? [];
  return [...table.matchAll(/<tr>\s*(<td>[^]*?)<\/tr>/gu)].map(([, row = '']) =>
    [...row.matchAll(/<td>([^]*?)<\/td>/gu)].map(([, cell = '']) => cell.replace(/<[^>]*>/gu, '')),
  );
}

/** As many packages as given, each blocked for a reason of its own. */
const many = (count: number) =>
  report({
    changes: Array.from({ length: count }, (_, index) => change({ name: `p${index}`, line: index + 1 })),
    findings: Array.from({ length: count }, (_, index) =>
      finding({
        rule: 'source',
        name: `p${index}`,
        line: index + 1,
        remediation: `Use \`q${index}\` instead; or wait.`,
      }),
    ),
  });

describe('the table of what blocks', () => {
  test('begins with what is suspicious, and ends with what only waits', () => {
    const young = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) =>
      finding({ name, rule: 'cooldown', passesAt: `2026-03-0${name.charCodeAt(0) - 96}T00:00:00Z` }),
    );
    const taken = finding({ name: 'x', rule: 'takeover' });
    const hooked = finding({ name: 'y', rule: 'install-scripts' });
    const proposed = finding({ name: 'z', rule: 'new-direct-dependency' });
    const made = report({ verdict: 'fail', findings: [...young, proposed, hooked, taken] });
    const packages = rowsOf(commentMarkdown(made)).map(([name = '']) => name.split(' ')[0]);
    expect(packages.slice(0, 3)).toEqual(['x', 'y', 'z']);
  });

  test('has a row for each package: change, worst reason, what to do, who may decide', () => {
    expect(rowsOf(commentMarkdown(badDay()))).toEqual([
      [
        'react-codeshift 1.0.0',
        'new',
        'existence: not in the registry',
        'Remove react-codeshift, or correct its name',
        'nobody: cannot be waived',
      ],
      [
        '@acme/forms 2.0.1',
        'new',
        'source: not from a registry',
        'Depend on a version that a trusted registry publishes, and lock again',
        'owners of the policy',
      ],
      [
        'debug 4.4.2',
        'updated from 4.4.1',
        'install-scripts: new or changed install script, and 1 more reason',
        'Read the script before you install it',
        'owners of the policy',
      ],
      [
        'router-core 0.0.3',
        'new',
        'new-package: new package',
        'Use an express that does not bring it in, or record an exception',
        'owners of the policy',
      ],
      [
        'express 4.19.0',
        'updated from 4.18.2',
        'could not judge integrity, install scripts and release ages',
        'Run the check again',
        'nobody: run it again',
      ],
    ]);
  });

  test.each([
    [1, 1, 0],
    [6, 6, 0],
    [7, 5, 2],
    [12, 5, 7],
    [300, 5, 295],
  ])('of %i packages shows %i, and folds %i', (count, shown, folded) => {
    const comment = commentMarkdown(many(count));
    const [first = '', rest = ''] = comment.split('<details><summary>and ');
    const rows = (text: string) => text.split('Every reason')[0]?.match(/^\| `p/gmu)?.length ?? 0;
    expect(rows(first)).toBe(shown);
    expect(rows(rest)).toBe(folded);
    expect(comment).toContain(`**${count} package${count === 1 ? '' : 's'} blocked.**`);
    expect(comment.length).toBeLessThan(60_000);
    expect(comment.includes('<details><summary>Every reason, and what to do')).toBe(folded > 0);
  });

  test.each([
    [
      'Review the scripts in the published tarball, and then allow them in the policy of the default branch once you know what they do to whom.',
      'Review the scripts in the published tarball …',
    ],
    [
      'Review the scripts that it has and take the one of another day (allow of `install-scripts` is where they are listed; see the page of the rule).',
      'Review the scripts that it has and take the one of another day …',
    ],
    [
      'Take another one (allow of the policy lists them). Or wait.',
      'Take another one (allow of the policy lists them)',
    ],
    ['Take another one (allow of the policy; or its exceptions). Or wait.', 'Take another one …'],
  ])('cuts a step at a clause, and never within a parenthesis: %s', (remediation, shown) => {
    const made = report({ changes: [change()], findings: [finding({ rule: 'source', remediation })] });
    expect(rowsOf(commentMarkdown(made))[0]?.[3]).toBe(shown);
  });

  test('has its rows in the order of the reasons below it', () => {
    const names = ['m', 'a', 'z', 'k'];
    const rules = ['new-direct-dependency', 'cooldown', 'takeover', 'install-scripts'];
    const made = report({
      changes: names.map((name) => change({ name })),
      findings: names.map((name, at) =>
        finding({ name, rule: rules[at] ?? '', ...(name === 'a' && { passesAt: '2026-02-03T07:00:00Z' }) }),
      ),
    });
    const comment = commentMarkdown(made);
    const rows = rowsOf(comment).map(([name = '']) => name.split(' ')[0]);
    const [, reasons = ''] = comment.split('#### Every reason, and what to do');
    expect(rows.slice(0, 1)).toEqual(['z']);
    expect([...reasons.matchAll(/^- \*\*.*?`(\w)`/gmu)].map(([, name]) => name)).toEqual(rows);
  });

  test('cuts a long step between words, and never within a quotation', () => {
    const remediation = `Review the scripts in the published tarball and then allow them by \`${'a b '.repeat(40)}\` or not`;
    const made = report({ changes: [change()], findings: [finding({ rule: 'source', remediation })] });
    expect(rowsOf(commentMarkdown(made))[0]?.[3]).toBe(
      'Review the scripts in the published tarball and then allow them by …',
    );
  });

  test('says until when a package waits that waits for nothing else, and that nobody needs to decide', () => {
    const waiting = finding({ passesAt: '2026-02-03T07:00:30.000Z' });
    const made = report({
      changes: [change(), change({ name: 'b' })],
      findings: [waiting, finding({ name: 'b', rule: 'source', remediation: 'Remove it.' })],
    });
    const row = rowsOf(commentMarkdown(made)).find(([name]) => name?.startsWith('left-pad'));
    expect(row?.slice(2)).toEqual([
      'cooldown: released too recently',
      'wait until 2026-02-03 07:01 UTC',
      'no decision needed',
    ]);
  });

  test('an outage is one row for all that it hit, under a title that accuses nobody', () => {
    const cause = { evidence: 'malware', asked: 'advisories', reason: 'server-error', detail: 'HTTP 503' } as const;
    const names = Array.from({ length: 25 }, (_, index) => `p${String(index).padStart(2, '0')}`);
    const unknown = { rule: 'malware', floor: true, outcome: 'indeterminate', cause } as const;
    const made = report({
      changes: names.map((name) => change({ name })),
      findings: names.map((name) => finding({ ...unknown, name, message: 'Unknown.', remediation: 'Run it again.' })),
    });
    const comment = commentMarkdown(made);
    expect(comment).toContain('### ❌ lockgate: could not judge\n');
    expect(comment).toContain('#### What could not be judged\n');
    expect(comment).toContain('Nothing is known against these packages.');
    expect(rowsOf(comment)).toEqual([
      [
        '25 packages: p00 1.3.0, p01 1.3.0, p02 1.3.0 and 22 more',
        '',
        'could not judge malware',
        'Run it again',
        'nobody: run it again',
      ],
    ]);
  });
});

describe('what is linked', () => {
  test('packages that the public npm registry was asked about, records of known kinds, and rules', () => {
    const made = ofPublic(
      report({
        changes: [change({ name: '@octo/pad' })],
        findings: [finding({ name: '@octo/pad', rule: 'advisory', about: ['GHSA-44c6-4v22-4mhx', 'X-1'] })],
      }),
    );
    const { shape } = pageOf(commentMarkdown(made, { rulesUrl }));
    expect([...new Set(shape.filter((part) => part.startsWith('<a')))]).toEqual([
      '<a href="https://www.npmjs.com/package/@octo/pad/v/1.3.0">',
      `<a href="${rulesUrl}/advisory.md">`,
      '<a href="https://github.com/advisories/GHSA-44c6-4v22-4mhx">',
    ]);
  });

  const judged = { name: 'left-pad', version: '1.3.0', registry: publicRegistry.url };
  const from = (registries: Report['registries'], parts: Partial<typeof judged> = {}) =>
    packageUrl({ registries }, { ...judged, ...parts });

  test('no package of another registry, whoever calls it public', () => {
    expect(from([publicRegistry])).toBe('https://www.npmjs.com/package/left-pad/v/1.3.0');
    const mirror = { ...publicRegistry, url: 'https://mirror.example/' };
    expect(from([mirror], { registry: mirror.url })).toBeUndefined();
    expect(from([{ ...publicRegistry, role: 'policy' }])).toBeUndefined();
    expect(from([publicRegistry], { registry: mirror.url })).toBeUndefined();
  });

  test('no package whose name is not plain', () => {
    for (const name of ['Left', '../x', 'a b', 'a)', '@a/b/c', '@/x', '.x', 'x?y', 'x#y', 'ü', 'x'.repeat(215)]) {
      expect([name, from([publicRegistry], { name })]).toEqual([name, undefined]);
    }
  });

  test('no package whose version is not plain', () => {
    for (const version of ['1', 'latest', '1.0.0/../x', '1.0.0)', '1.0.0 ', '01x.0.0']) {
      expect([version, from([publicRegistry], { version })]).toEqual([version, undefined]);
    }
  });

  test.each(['GHSA-44c6-4v22-4mh', 'GHSA-aaaa-4v22-4mhx', 'CVE-2026-1)', 'CVE-2026-1', 'MAL-26-1', 'javascript:x', ''])(
    'no record called %j',
    (id) => {
      expect(recordUrl(id)).toBeUndefined();
    },
  );

  test('no rule of another version, and none without the address of the pages', () => {
    const made = report({ findings: [finding({ rule: 'evil](https://x.example)' }), finding({ name: 'b' })] });
    const linked = (markdown: string) => pageOf(markdown).shape.filter((part) => part.startsWith('<a'));
    expect(linked(commentMarkdown(made))).toEqual([]);
    expect(new Set(linked(commentMarkdown(made, { rulesUrl })))).toEqual(
      new Set([`<a href="${rulesUrl}/cooldown.md">`]),
    );
  });
});

describe('the exceptions to paste', () => {
  const fileFinding = finding({
    ...{ rule: 'gate-config', codes: ['setting-changed'], name: null, version: null, lockfile: '.yarnrc.yml' },
    ofFiles: true,
    fingerprint: 'ab'.repeat(32),
  });
  const blocked = report({
    findings: [
      finding({ rule: 'install-scripts' }),
      finding({ rule: 'source' }),
      finding({ rule: 'advisory', about: ['GHSA-44c6-4v22-4mhx'] }),
      fileFinding,
    ],
  });
  /** The YAML block of a comment. */
  const pasted = (made: Report) => /^```yaml\n([^]*?)^```$/mu.exec(commentMarkdown(made))?.[1] ?? '';

  test('cover nothing before somebody has said why', () => {
    expect(pasted(blocked)).toContain('reason: "TODO: ');
    expect(loadPolicy({ source: 'policy.yml', text: `version: 1\n${pasted(blocked)}` }).exceptions).toEqual([]);
  });

  test('cover exactly what they are for, with a reason', () => {
    const text = `version: 1\n${pasted(blocked).replaceAll(/reason: ".*"/g, 'reason: Reviewed.')}`;
    const policy = loadPolicy({ source: 'policy.yml', text });
    const covered = (findings: readonly Finding[]) =>
      applyExceptions({ findings, policy, now: blocked.evaluatedAt, complete: false, locked: [], rules }).map(
        ({ status }) => status,
      );
    expect(covered(blocked.findings)).toEqual(blocked.findings.map(() => 'excepted'));
    expect(
      covered([
        finding({ rule: 'license' }),
        finding({ rule: 'source', version: '1.3.1' }),
        finding({ rule: 'advisory', about: ['GHSA-44c6-4v22-4mhx', 'GHSA-2222-2222-2222'] }),
        { ...fileFinding, fingerprint: 'cd'.repeat(32) },
      ]),
    ).toEqual(['reported', 'reported', 'reported', 'reported']);
  });

  test('without a policy file they are one', () => {
    const made = { ...blocked, policy: { ...blocked.policy, source: 'preset recommended' } };
    expect(pasted(made)).toMatch(/^version: 1\nexceptions:\n/u);
    expect(pasted(blocked)).toMatch(/^exceptions:\n/u);
  });

  test.each<[string, Partial<Finding>]>([
    ['cannot be waived', { rule: 'malware', floor: true }],
    ['is denied by name', { rule: 'deny' }],
    ['only waits', { passesAt: '2026-02-03T07:00:00.000Z' }],
    ['could not be judged', { outcome: 'indeterminate' }],
    ['is covered already', { status: 'excepted', decision: 'SEC-1' }],
    ['only warns', { level: 'warn' }],
    ['is of a rule that no exception may name', { rule: 'lockfile' }],
    ['is of a rule of another version', { rule: 'constructor' }],
    ['is about a file and not bound to its content', { name: null, version: null, rule: 'gate-config' }],
    ['has a name that YAML would read otherwise', { name: 'x"\n  - y', rule: 'source' }],
    ['has a version that is none', { version: '1.0.0"]', rule: 'source' }],
  ])('none for what %s', (_, parts) => {
    expect(proposedExceptions(report({ verdict: 'fail', findings: [finding(parts)] }))).toEqual([]);
  });

  test('none for a package that has something beside it that nothing covers', () => {
    const both = [finding({ rule: 'source' }), finding({ rule: 'malware', floor: true })];
    expect(proposedExceptions(report({ findings: both }))).toEqual([]);
  });

  test('of a package that also waits, only for what time does not let in', () => {
    const both = [finding({ rule: 'source' }), finding({ passesAt: '2026-02-03T07:00:00.000Z' })];
    expect(proposedExceptions(report({ findings: both })).join('')).toContain('rules: [source]\n');
  });

  test.each([
    ['2026-01-31T10:00:00.000Z', '2026-07-01'],
    ['2026-02-01T10:00:00.000Z', '2026-07-01'],
    ['2026-04-02T00:00:00.000Z', '2026-07-01'],
    ['2026-04-03T00:00:00.000Z', '2026-10-01'],
    ['2026-11-30T00:00:00.000Z', '2027-04-01'],
  ])('judged at %s they end on %s: 90 days or more, and the same text tomorrow', (evaluatedAt, expires) => {
    expect(proposedExceptions({ ...blocked, evaluatedAt })[0]).toContain(`expires: ${expires}\n`);
  });

  test('for 300 packages are cut to twenty, with a count', () => {
    const text = pasted(many(300));
    expect(text.match(/- package:/gu)).toHaveLength(20);
    expect(text).toContain('\n  # and 280 more\n');
  });

  test('hostile names, versions and paths end no fence and bring in no line', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (name, version, path) => {
        const made = report({
          findings: [
            finding({ rule: 'source', name, version }),
            finding({ rule: 'source', name: `a${name}`, version: `1.0.0${version}` }),
            { ...fileFinding, lockfile: path },
            finding({ rule: 'source', name: 'sound' }),
          ],
        });
        const entries = proposedExceptions(made);
        for (const entry of entries) expect(entry).toMatch(/^ {2}- [^\n]+\n(?: {4}[^\n]+\n){3,4}$/u);
        expect(entries.join('')).toMatch(/^[\n -~]*$/u);
        expect(entries.join('')).not.toContain('`');
        expect(html(commentMarkdown(made)).match(/<pre>/gu)).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a person who contributes for the first time', () => {
  const line = 'You need not do anything: a maintainer decides';
  test.each<[string, Report, boolean]>([
    ['is told what to do where something blocks', many(1), true],
    ['not where everything passes', report({}), false],
    [
      'not where time alone decides',
      report({ verdict: 'fail', findings: [finding({ passesAt: '2026-02-03T07:00:00Z' })] }),
      false,
    ],
    ['not where nobody can let it in', report({ findings: [finding({ rule: 'existence', floor: true })] }), false],
  ])('%s', (_, made, isTold) => {
    expect(commentMarkdown(made, { isFirstTime: true }).includes(line)).toBe(isTold);
    expect(commentMarkdown(made)).not.toContain(line);
  });
});

test('who contributes for the first time is asked to remove what nobody can let in, and nothing where all of it waits or is judged again', () => {
  const floor = finding({ rule: 'existence', floor: true });
  const said = (...findings: readonly Finding[]) =>
    /^\*\*Is this your first contribution here\?\*\* (.*)$/mu.exec(
      commentMarkdown(report({ findings }), { isFirstTime: true }),
    )?.[1];
  expect(said(floor)).toBe('Please remove or replace what cannot be waived: the table says how.');
  expect(said(floor, finding({ name: 'b', rule: 'source' }))).toMatch(
    /the table says how\. A maintainer decides about the others\.$/,
  );
  expect(said(finding({ rule: 'source' }), finding({ name: 'b', passesAt: '2026-02-03T07:00:00Z' }))).toBe(
    'You need not do anything: a maintainer decides about those below that need a decision.',
  );
  expect(said(finding({ outcome: 'indeterminate', codes: ['unavailable-malware'] }))).toBeUndefined();
});

test('an exception to paste says until when the package still waits', () => {
  const waits = finding({ passesAt: '2026-02-03T07:00:30Z' });
  const entries = proposedExceptions(report({ findings: [waits, finding({ rule: 'license' })] }));
  expect(entries).toHaveLength(1);
  expect(entries[0]).toContain('rules: [license]');
  expect(entries[0]).toMatch(/\n {4}# and it still waits until 2026-02-03 07:01 UTC\n$/u);
  expect(proposedExceptions(report({ findings: [finding({ rule: 'license' })] })).join('')).not.toContain(
    'still waits',
  );
});

describe('what an exception covers', () => {
  test('shows reason, owner and end in every report', async () => {
    const { buildReport } = await import('../../src/report/view/build.ts');
    const { terminalReport } = await import('../../src/report/formats/terminal.ts');
    const { sarifReport } = await import('../../src/report/formats/sarif.ts');
    const coveredBy = {
      ...({ kind: 'exception', id: 'SEC-1', reason: 'Parses only our own files.' } as const),
      ...{ owner: '@acme/appsec', expires: '2026-12-31', origin: 'policy.yml:3' },
    };
    const made = buildReport({
      comparison: { mode: 'check', head: 'h', lockfiles: [], changes: [], observations: [], errors: [] },
      dossiers: [],
      judgement: { verdict: 'pass', findings: [finding({ status: 'excepted', decision: 'SEC-1', coveredBy })] },
      policy: { source: 'p', digest: 'd', mode: 'enforce' },
      now: '2026-01-31T10:00:00.000Z',
    });
    expect(made.findings[0]).toMatchObject({ decision: 'SEC-1', coveredBy: { owner: '@acme/appsec' } });
    const said = 'SEC-1 until 2026-12-31, owner @acme/appsec: Parses only our own files.';
    expect(terminalReport(made)).toContain(`covered by ${said}\n`);
    expect(sarifReport(made)).toContain(said);
    expect(commentMarkdown(made)).toContain(
      '**Covered by** `SEC-1` until `2026-12-31`, owner `@acme/appsec`: `Parses only our own files.`',
    );
  });
});
