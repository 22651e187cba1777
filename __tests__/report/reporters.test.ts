import { readFileSync, writeFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Report } from '../../src/model/index.ts';
import { annotate } from '../../src/report/formats/annotations.ts';
import { checkOutput } from '../../src/report/formats/check.ts';
import { commentMarkdown, commentMarker, summaryMarkdown } from '../../src/report/formats/markdown.ts';
import { fileRemark, lineRemark, remarksOf, reviewText } from '../../src/report/view/remarks.ts';
import { terminalReport } from '../../src/report/formats/terminal.ts';
import { errorLine } from '../../src/report/view/words.ts';
import { codeSpans, html, tags, withoutCode } from './rendered.ts';
import { badDay, change, finding, flood, report } from './sample.ts';
import { benign, hostileReport, spelt } from './spelt.ts';

const withoutKey = (tag: string) => tag.replace(/[0-9a-f]{32}/u, 'key');

describe('hostile text', () => {
  test('in the comment never beats the cap, and the marker stays the first line and alone', () => {
    fc.assert(
      fc.property(hostileReport, fc.integer({ min: 14_000, max: 30_000 }), (made, maxLength) => {
        const comment = commentMarkdown(made, { maxLength });
        expect(comment.length).toBeLessThanOrEqual(maxLength);
        expect(comment.startsWith(`${commentMarker}\n`)).toBe(true);
        expect(tags(html(comment)).filter((tag) => tag.includes('<!--'))).toEqual([commentMarker]);
      }),
      { numRuns: 50 },
    );
  });

  test('in the remarks of a review neither: each is its marker, its own tags and plain words', () => {
    const textsOf = (made: Report) => {
      const remarks = remarksOf(made);
      const counts = { lines: remarks.length, files: 1, leftOut: 2 };
      return [...remarks.map(lineRemark), fileRemark('package-lock.json', remarks), reviewText(made, counts)];
    };
    const skeletons = textsOf(benign).map((text) => tags(html(text)).map(withoutKey));
    expect(skeletons.length).toBeGreaterThan(4);
    fc.assert(
      fc.property(hostileReport, (made) => {
        const rendered = textsOf(made).map(html);
        expect(rendered.map((text) => tags(text).map(withoutKey))).toEqual(skeletons);
        for (const text of rendered) {
          const words = withoutCode(text).replace(/<[^>]*>/gu, '');
          expect(words).not.toMatch(
            /[@#[\]`$*_~<>\\|]|:\/\/|www\.|[\p{Cf}\p{Cs}\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('in a log is no command, and no control reaches the terminal', () => {
    const lines = terminalReport(benign).split('\n').length;
    fc.assert(
      fc.property(hostileReport, fc.boolean(), (made, wrapped) => {
        const text = terminalReport(made, wrapped ? { width: 60 } : {});
        if (!wrapped) expect(text.split('\n')).toHaveLength(lines);
        expect(text).not.toMatch(/^\s*::/mu);
        expect(text).not.toContain('##[');
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  test('coloured, brings no sequence of its own', () => {
    fc.assert(
      fc.property(hostileReport, (made) => {
        const text = terminalReport(made, { colour: true });
        // eslint's no-control-regex has no say in a string.
        const without = text.replace(new RegExp('\u001B\\[(?:0|1|2|1;3[123])m', 'gu'), '');
        expect(without).toBe(terminalReport(made));
      }),
      { numRuns: 30 },
    );
  });

  test('in annotations and error lines stays one inert line', () => {
    fc.assert(
      fc.property(hostileReport, (made) => {
        const { shown } = annotate(made);
        const texts = [...shown.flatMap(({ title, message }) => [title, message]), ...made.errors.map(errorLine)];
        for (const text of texts) {
          expect(text).not.toMatch(/^\s*::|##\[|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        }
      }),
    );
  });

  test('of 10,000 characters is cut in every slot', () => {
    const made = spelt(() => '`a|'.repeat(3500));
    expect(commentMarkdown(made, { maxLength: Infinity }).length).toBeLessThan(80_000);
    expect(terminalReport(made).length).toBeLessThan(80_000);
  });
});

describe('the caps', () => {
  test('3,000 findings fit the comment, worst first, with exact counts of what is left out', () => {
    const comment = commentMarkdown(flood(3000));
    expect(comment.length).toBeLessThanOrEqual(60_000);
    expect(comment.length).toBeGreaterThan(50_000);
    const rendered = html(comment);
    expect(rendered).toContain('<strong>1,000 packages blocked (2,000 findings).</strong>');
    const count = (pattern: RegExp) => rendered.match(pattern)?.length ?? 0;
    const [table = '', details = ''] = rendered.split('Every reason');
    const rows = (text: string) => text.match(/<tr>/gu)?.length ?? 0;
    const left = [...comment.matchAll(/left out here for length: ([\d,]+) (finding|row)s?/gu)];
    const leftOut = left.map(([, digits = '', what]) => [Number(digits.replaceAll(',', '')), what]);
    expect(leftOut).toEqual([
      [1000 - (rows(table) - 2), 'row'],
      [2000 - count(/🛑 error/gu), 'finding'],
      [1000 - count(/⚠️ warning/gu), 'finding'],
      [1000 - (rows(details) - 5), 'row'],
    ]);
    for (const [left, what] of leftOut) expect(left).toBeLessThan(what === 'row' ? 1000 : 2000);
    expect(count(/⚠️ warning/gu)).toBeGreaterThan(5);
    expect(count(/<details>/gu)).toBe(count(/<\/details>/gu));
  });

  test('a comment that is cut says at its top where the rest is; one that is whole does not', () => {
    const all = 'https://github.example/octo/shop/pull/7/checks';
    const top = html(commentMarkdown(flood(3000), { all })).slice(0, 1000);
    expect(top).toContain(`<a href="${all}">the summary of the check</a> has the rest`);
    expect(html(commentMarkdown(flood(3000)))).not.toContain('<a ');
    expect(commentMarkdown(badDay(), { all })).not.toContain(all);
  });

  test('3,000 findings fit the step summary, whose limit is in bytes', () => {
    const summary = summaryMarkdown(flood(9000));
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1_000_000);
    expect(Buffer.byteLength(summary)).toBeGreaterThan(900_000);
    const wide = summaryMarkdown(
      spelt(() => '日本'.repeat(100)),
      { maxBytes: 20_000 },
    );
    expect(Buffer.byteLength(wide)).toBeLessThanOrEqual(20_000);
  });

  test('ten errors and ten warnings are annotated, worst first, the rest counted', () => {
    const made = flood(3000);
    const { shown, leftOut } = annotate({ ...made, errors: [{ code: 'event', message: 'x', path: 'a', line: 2 }] });
    expect(shown.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(shown.filter(({ level }) => level === 'warning')).toHaveLength(10);
    expect(shown[0]).toEqual({ path: 'a', line: 2, level: 'error', title: 'lockgate: event', message: 'x' });
    expect(leftOut).toEqual({ errors: 2000 - 9 * 2, warnings: 990 });
  });

  test('the terminal shows 200 packages a section and counts the others', () => {
    const text = terminalReport(flood(3000));
    expect(text).toContain('… left out here: 1,600 findings on 800 packages; --format json shows all');
    expect(text).toContain('… left out here: 800 findings on 800 packages; --format json shows all');
  });
});

describe('annotations', () => {
  test('stand on the manifest of a direct dependency, and then on the lockfile', () => {
    const direct = change({ manifests: [{ path: 'package.json', line: 7 }] });
    const { shown } = annotate(report({ changes: [direct], findings: [finding()] }));
    expect(shown.map(({ path, line }) => [path, line])).toEqual([
      ['package.json', 7],
      ['package-lock.json', 12],
    ]);
  });

  test('of a package that two projects pull in stand on the manifest of each', () => {
    const folders = ['api', 'web'];
    const changes = folders.map((folder, at) =>
      change({
        ...{ lockfile: `${folder}/package-lock.json`, line: at + 1, direct: false, via: [['express', 'left-pad']] },
        roots: [{ importer: folder, name: 'express', place: { path: `${folder}/package.json`, line: at + 7 } }],
      }),
    );
    const findings = changes.map(({ lockfile, line }) => finding({ lockfile, line }));
    const { shown } = annotate(report({ changes, findings }));
    expect(shown.map(({ path, line, message }) => [path, line, message.startsWith('express > left-pad: ')])).toEqual([
      ['api/package.json', 7, true],
      ['web/package.json', 8, true],
      ['api/package-lock.json', 1, false],
      ['web/package-lock.json', 2, false],
    ]);
  });

  test('no package is left out so that another can be annotated twice', () => {
    const changes = Array.from({ length: 10 }, (_, index) =>
      change({ name: `p${index}`, line: index + 1, manifests: [{ path: 'package.json', line: index + 1 }] }),
    );
    const { shown, leftOut } = annotate(
      report({ changes, findings: changes.map(({ name, line }) => finding({ name, line })) }),
    );
    expect(new Set(shown.map(({ path }) => path))).toEqual(new Set(['package.json']));
    expect(leftOut.errors).toBe(0);
  });

  test('what is covered is not annotated; what observe lets through is a warning', () => {
    expect(annotate(report({ findings: [finding({ status: 'excepted' })] })).shown).toEqual([]);
    const observed = report({ findings: [finding()], policy: { source: 'p', digest: 'd', mode: 'observe' } });
    expect(annotate(observed).shown.map(({ level }) => level)).toEqual(['warning']);
  });

  test('a file as a whole is annotated on its first line', () => {
    const errors = [{ code: 'lockfile-empty', message: 'x', path: 'a' }];
    expect(annotate(report({ errors })).shown[0]?.line).toBe(1);
  });
});

describe('the first line', () => {
  test.each([
    ['PASS  lockgate: nothing to report', report({})],
    ['WARN  lockgate: 1 warning', report({ findings: [finding({ level: 'warn' })] })],
    ['FAIL  lockgate: 1 blocking finding', report({ findings: [finding()] })],
    [
      'FAIL  lockgate: 5 blocking findings on 4 packages, 3 warnings and 1 covered finding; could not judge integrity, install scripts and release ages of 1 package, which blocks',
      badDay(),
    ],
    ['ERROR  lockgate: could not evaluate 1 input', report({ errors: [{ code: 'event', message: 'x' }] })],
  ])('%s', (line, made) => {
    expect(terminalReport(made).split('\n')[0]).toBe(line);
  });

  test('the verdict stands in words in the comment', () => {
    const heading = (made: Report) => /<h3>(.*)<\/h3>/u.exec(html(commentMarkdown(made)))?.[1];
    expect(heading(report({}))).toBe('✅ lockgate: passed');
    expect(heading(report({ findings: [finding({ level: 'warn' })] }))).toBe('⚠️ lockgate: passed with warnings');
    expect(heading(badDay())).toBe('❌ lockgate: blocked');
    expect(heading(report({ errors: [{ code: 'event', message: 'x' }] }))).toBe('❌ lockgate: could not evaluate');
  });

  describe('where nothing but age blocks', () => {
    const waits = (...times: readonly string[]) =>
      report({ verdict: 'fail', findings: times.map((passesAt) => finding({ passesAt })) });
    const made = waits('2026-02-01T10:00:00.000Z', '2026-02-03T10:04:00.001Z');
    const titles = (each: Report) => [
      /<h3>(.*)<\/h3>/u.exec(html(commentMarkdown(each)))?.[1],
      checkOutput(each).title,
      terminalReport(each).split('\n')[0],
    ];

    test('says until when, rounded up, and that nothing has to be done', () => {
      expect(titles(made)).toEqual([
        '⏳ lockgate: waiting until 2026-02-03 10:05 UTC',
        'lockgate: waiting until 2026-02-03 10:05 UTC',
        'FAIL  lockgate: waiting until 2026-02-03 10:05 UTC, and nothing has to be done: 2 blocking findings on 1 package',
      ]);
      expect(commentMarkdown(made)).toContain('**Nothing has to be done.**');
      expect(commentMarkdown(made)).not.toContain('The check passes when everything above');
    });

    test.each<[string, Report]>([
      ['something else blocks too', { ...made, findings: [...made.findings, finding({ rule: 'existence' })] }],
      ['something could not be evaluated', { ...made, verdict: 'error', errors: [{ code: 'event', message: 'x' }] }],
      ['everything that is locked is audited', { ...made, mode: 'audit' }],
    ])('but not if %s', (_, other) => {
      expect(titles(other).join()).not.toContain('waiting');
      expect(commentMarkdown(other)).not.toContain('Nothing has to be done');
    });

    test('a warning beside it does not change that', () => {
      const warned = { ...made, findings: [...made.findings, finding({ rule: 'abandonment', level: 'warn' })] };
      expect(titles(warned)[0]).toContain('waiting until');
    });
  });

  test('a pass that saw no lockfile does not read like a pass that saw some', () => {
    expect(terminalReport(report({ lockfiles: [] }))).toContain('no lockfile was read');
    expect(terminalReport(report({}))).toContain('no dependency changed in 1 lockfile');
  });
});

describe('every format', () => {
  test('names each blocked package, its place, its reason and the next step', () => {
    const day = badDay();
    const text = terminalReport(day);
    const spans = codeSpans(html(commentMarkdown(day)));
    for (const { name, version, lockfile, line } of day.findings.filter(({ level }) => level === 'error')) {
      expect(text).toContain(`${name ?? ''} ${version ?? ''}`);
      if (name !== 'esbuild') expect(text).toContain(`${lockfile}:${line}`);
      expect(spans).toEqual(expect.arrayContaining([name, version, `${lockfile}:${line}`]));
    }
    expect(text).toContain('why express > send > debug (and 1 more path)');
    expect(text).toContain('esbuild 0.28.2: install-scripts, covered by SEC-1412');
  });

  test('shows what could not be evaluated as path:line: message (code)', () => {
    const made = report({
      errors: [{ code: 'lockfile-syntax', message: 'Expected `,`.', path: 'a/b.json', line: 33 }],
    });
    expect(terminalReport(made)).toContain('\n  a/b.json:33: Expected `,`. (lockfile-syntax)\n');
    expect(commentMarkdown(made)).toContain('\n- `a/b.json:33`: Expected `,`. (`lockfile-syntax`)\n');
  });

  test('says in mode observe that what it shows does not block', () => {
    const made = report({
      verdict: 'warn',
      findings: [finding()],
      policy: { source: 'p', digest: 'd', mode: 'observe' },
    });
    expect(terminalReport(made)).toContain('Not blocking in mode observe: 1 finding');
    expect(commentMarkdown(made)).toContain('Not blocking in mode observe: 1 package');
    expect(commentMarkdown(made)).not.toContain('What blocks');
  });

  test('the comment of the same judgement of other commits, at another time, is the same text; the summary tells both', () => {
    const later = { ...badDay(), evaluatedAt: '2026-02-01T00:00:00.000Z', base: 'aaaaaaa', head: 'bbbbbbb' };
    expect(commentMarkdown(later)).toBe(commentMarkdown(badDay()));
    expect(summaryMarkdown(later)).toContain('`bbbbbbb` against `aaaaaaa` at `2026-02-01 00:00 UTC`');
  });

  test('a piped report keeps each statement on one line, a narrow terminal wraps at words', () => {
    expect(terminalReport(badDay())).toMatch(/\n {4}error\[source\] .*`git\+ssh:.*`\.\n/u);
    const wide = terminalReport(badDay(), { width: 100 }).split('\n');
    expect(wide.filter((line) => line.length > 100 && !line.startsWith('Checked'))).toEqual([]);
  });
});

/** For people to read in review. Run with UPDATE_GOLDEN=1 to write them anew, and read the difference. */
describe('golden files', () => {
  test.each([
    ['bad-day.txt', terminalReport(badDay(), { width: 100 })],
    ['bad-day.md', commentMarkdown(badDay())],
    ['pass.md', summaryMarkdown(report({}))],
  ])('%s', (file, text) => {
    const path = new URL(`../fixtures/report/${file}`, import.meta.url);
    if (process.env.UPDATE_GOLDEN) writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });
});
