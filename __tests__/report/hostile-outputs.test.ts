import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { sendAnnotations } from '../../src/platform/github/annotations.ts';
import type { Finding, Report } from '../../src/model/index.ts';
import { annotate } from '../../src/report/formats/annotations.ts';
import type { Explanation } from '../../src/report/formats/explain.ts';
import { explanationText } from '../../src/report/formats/explain.ts';
import { jsonReport } from '../../src/report/formats/json.ts';
import { commentMarkdown, commentMarker, summaryMarkdown } from '../../src/report/formats/markdown.ts';
import { sarifReport } from '../../src/report/formats/sarif.ts';
import { parseReport } from '../../src/report/schema.ts';
import { terminalReport } from '../../src/report/formats/terminal.ts';
import { errorLine } from '../../src/report/view/words.ts';
import { readCommands } from '../support/runner-commands.ts';
import { hostileText } from './hostile.ts';
import { linked, pageOf } from './page.ts';
import { change, finding, report } from './sample.ts';
import { benign, hostileReport } from './spelt.ts';

const renderers: readonly [string, (report: Report) => string][] = [
  ['the comment', (report) => commentMarkdown(report)],
  ['the step summary', (report) => summaryMarkdown(report)],
];

describe('of somebody else’s text in Markdown a browser shows', () => {
  test.each(renderers)('nothing but words, in the elements that we wrote: %s', (_, render) => {
    const { shape, words } = pageOf(render(benign));
    expect(shape.length).toBeGreaterThan(200);
    expect(shape.filter((part) => !/^<\/?[a-z\d]+>$/u.test(part))).toEqual([commentMarker]);
    for (const pattern of linked) expect(words).not.toMatch(pattern);
    fc.assert(
      fc.property(hostileReport, (made) => {
        const page = pageOf(render(made));
        expect(page.shape).toEqual(shape);
        for (const pattern of linked) expect(page.words).not.toMatch(pattern);
      }),
      { numRuns: 40 },
    );
  });

  test('and the one link of a comment that is cut is to the run that we name', () => {
    const all = 'https://github.example/octo/shop/pull/7/checks';
    fc.assert(
      fc.property(hostileReport, (made) => {
        const { length } = commentMarkdown(made);
        const { shape } = pageOf(commentMarkdown(made, { maxLength: length - 1, all }));
        expect(shape.filter((part) => part.includes('=') || part.startsWith('<a'))).toEqual([`<a href="${all}">`]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('300 packages that are called whatever somebody likes', () => {
  const all = 'https://github.example/octo/shop/pull/7/checks';
  const rulesUrl = 'https://github.example/octo/lockgate/blob/v1/docs/rules';
  const hrefs = new Set([
    all,
    ...['malware', 'source', 'install-scripts', 'abandonment', 'cooldown'].map((id) => `${rulesUrl}/${id}.md`),
    'https://github.example/octo/lockgate/security/advisories/new',
  ]);
  const project = { url: 'https://github.example/octo/lockgate', version: '1.2.3' };

  /** Platform families, equal violations, violations of their own, covered and unjudged ones, all with the same text in them. */
  function crowd(text: string): Report {
    const names = Array.from({ length: 300 }, (_, index) =>
      index < 60 ? `@${text}/x-linux-${['x64', 'arm64', 'arm'][index % 3] ?? ''}` : `${text}${index}`,
    );
    const changes = names.map((name, index) =>
      change({
        name,
        version: `1.0.${index < 60 ? Math.floor(index / 3) : index}`,
        direct: false,
        via: [[text, name]],
      }),
    );
    const covering = {
      ...{ kind: 'exception' as const, id: text, reason: text, owner: text, expires: text, origin: text },
    };
    const of = (index: number): Partial<Finding> =>
      index < 60
        ? { rule: 'install-scripts', remediation: 'Read it.' }
        : index < 120
          ? { rule: 'abandonment', level: 'warn', remediation: 'Read it.' }
          : index < 180
            ? { rule: 'malware', outcome: 'indeterminate', remediation: `Ask \`${text}\`.` }
            : index < 240
              ? { rule: 'source', remediation: `${text} ${index}`, about: [text, `GHSA-${text}`] }
              : { status: 'excepted', decision: text, coveredBy: covering };
    const findings = changes.map(({ name, version }, index) => finding({ name, version, message: text, ...of(index) }));
    const made = report({ changes, findings });
    const registries = [{ url: 'https://registry.npmjs.org/', role: 'public', packages: 300 } as const];
    return {
      ...made,
      registries,
      changes: made.changes.map((each) => ({ ...each, registry: registries[0]?.url ?? '' })),
    };
  }

  test.each([
    ['Markdown', '](https://evil.example) **x** | `a` ```\n# h'],
    ['HTML', '</details><script>alert(1)</script><!-- x -->'],
    ['a mention', '@octo/cat #1 GHSA-44c6-4v22-4mhx'],
    ['nothing but length', 'y'.repeat(5000)],
    ['a fence', '```\n  - package: "x"'],
  ])('%s: fit the comment, and bring in no element, no address and no line of a policy', (_, text) => {
    const comment = commentMarkdown(crowd(text), { all, rulesUrl, project, isFirstTime: true });
    expect(comment.length).toBeLessThanOrEqual(60_000);
    const { shape, words } = pageOf(comment);
    const isOurs = (part: string) => /^<\/?[a-z\d]+>$/u.test(part) || part === commentMarker;
    const others = shape.filter((part) => !isOurs(part)).map((part) => /^<a href="(.*)">$/u.exec(part)?.[1] ?? part);
    const isForm = (part: string) => part.startsWith(`${project.url}/issues/new?template=false-alarm.yml&`);
    expect(others.filter(isForm)).toHaveLength(1);
    expect(
      others.filter((part) => !hrefs.has(part) && !isForm(part) && part !== '<code class="language-yaml">'),
    ).toEqual([]);
    expect(shape.filter((part) => part === '<script>')).toEqual([]);
    expect(words).not.toMatch(/@octo|evil\.example|GHSA-44c6/u);
    const [, yaml = ''] = /^```yaml\n([^]*?)^```$/mu.exec(comment) ?? [];
    expect(yaml.match(/- package: "x"/gu)).toBeNull();
    expect(summaryMarkdown(crowd(text), { rulesUrl }).length).toBeLessThan(1_000_000);
  });
});

describe('of somebody else’s text in a log', () => {
  test('a runner obeys the annotations that we send, and nothing else', () => {
    fc.assert(
      fc.property(hostileReport, (made) => {
        const annotations = annotate(made);
        const log = [
          printed(() => sendAnnotations(annotations)),
          terminalReport(made),
          terminalReport(made, { width: 40 }),
        ];
        const lines = [...log, ...made.errors.map((error) => `lockgate: ${errorLine(error)}\n`), jsonReport(made)];
        expect(readCommands(lines.join(''))).toEqual(
          annotations.shown.map(({ level, path, line, title, message }) => ({
            name: level,
            properties: { title, ...(path === null || path === '' ? {} : { file: path }), line: String(line) },
            message,
          })),
        );
      }),
      { numRuns: 40 },
    );
  });

  test('no control character reaches a terminal by an explanation, and nothing in it is obeyed', () => {
    const explained = ({ changes, findings, ...rest }: Report, says: string): Explanation => ({
      schema: 'lockgate-explanation/1',
      wanted: { name: says, version: says },
      ...{ evaluatedAt: rest.evaluatedAt, head: says, policy: rest.policy, rules: [], similar: [says], errors: [] },
      findings,
      packages: changes.map((each) => ({
        ...each,
        findings,
        chain: [{ link: 'provenance', state: 'invalid', checked: 'it', says }],
      })),
    });
    fc.assert(
      fc.property(hostileReport, hostileText, fc.constantFrom(40, Infinity), (made, says, width) => {
        const whole = explained(made, says);
        const text = [whole, { ...whole, packages: [] }].map((each) => explanationText(each, { width })).join('');
        expect(readCommands(text)).toEqual([]);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 40 },
    );
  });

  test('the JSON report is the report, with nothing that cannot be seen and nothing that a runner obeys', () => {
    fc.assert(
      fc.property(hostileReport, (made) => {
        const text = jsonReport(made);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(made)));
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]|##\[/u);
      }),
      { numRuns: 40 },
    );
  });

  test('and SARIF holds no character that cannot be seen, no HTML and no link', () => {
    fc.assert(
      fc.property(hostileReport, (made) => {
        const text = sarifReport(made);
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]|##\[/u);
        const { runs } = JSON.parse(text) as { runs: { results: { message: { markdown: string } }[] }[] };
        for (const { message } of runs[0]?.results ?? []) {
          const { shape, words } = pageOf(message.markdown);
          expect(shape.filter((part) => !/^<\/?(?:p|code|strong)>$/u.test(part))).toEqual([]);
          for (const pattern of linked) expect(words).not.toMatch(pattern);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test('a report that somebody else wrote is read and rendered like one of ours', () => {
  fc.assert(
    fc.property(hostileReport, (made) => {
      const sound = { ...made, evaluatedAt: benignInstant, trust: undefined };
      const changes = made.changes.map((each) => ({ ...each, evidence: { ...each.evidence, publishedAt: null } }));
      // When exceptions end rests on the time, which one of the two does not have.
      const read = { ...parseReport(jsonReport({ ...sound, changes } as unknown as Report)), evaluatedAt: 'i' };
      expect(commentMarkdown(read)).toBe(commentMarkdown({ ...made, changes, trust: undefined } as unknown as Report));
    }),
    { numRuns: 20 },
  );
});

const benignInstant = '2026-01-31T10:00:00.000Z';

/** What a function writes to standard output. */
function printed(task: () => void): string {
  const write = process.stdout.write.bind(process.stdout);
  let text = '';
  process.stdout.write = (chunk: string | Uint8Array) => {
    text += String(chunk);
    return true;
  };
  try {
    task();
  } finally {
    process.stdout.write = write;
  }
  return text;
}
