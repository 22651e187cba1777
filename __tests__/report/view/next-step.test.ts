import { describe, expect, test } from '@jest/globals';

import { groupFindings } from '../../../src/report/view/grouping.ts';
import { commentMarkdown } from '../../../src/report/formats/markdown.ts';
import { byNextStep, sharedStep } from '../../../src/report/view/next-step.ts';
import { terminalReport } from '../../../src/report/formats/terminal.ts';
import { html } from '../rendered.ts';
import { change, finding, report } from '../sample.ts';

const same = 'Use a package that is on the list.';

/** A direct dependency and what it pulls in, each with its next step. */
function pulledIn(steps: Readonly<Record<string, string>>, ofRoot?: string) {
  const root = change({ name: 'root' });
  const others = Object.keys(steps).map((name) => change({ name, direct: false, via: [['root', name]] }));
  return report({
    changes: [root, ...others],
    findings: [
      ...(ofRoot === undefined ? [] : [finding({ name: 'root', remediation: ofRoot, message: 'root is bad.' })]),
      ...Object.entries(steps).map(([name, remediation]) =>
        // Of several codes: equal findings would be one line.
        finding({ name, remediation, codes: [`code-${name}`], message: `\`${name}\` is bad.` }),
      ),
    ],
  });
}

const stepOf = (made: ReturnType<typeof report>) =>
  sharedStep({ subjects: groupFindings(made, made.findings)[0]?.subjects ?? [] });
const times = (text: string, part: string) => text.split(part).length - 1;

describe('a next step that several packages have', () => {
  test('is said once for all of them', () => {
    const made = pulledIn({ a: same, b: same, c: same });
    expect(stepOf(made)).toEqual({ remediation: same, ofAll: true });
    for (const text of [terminalReport(made), commentMarkdown(made)]) expect(times(text, same)).toBe(1);
    expect(terminalReport(made)).toContain(`    next for all of these: ${same}\n`);
    expect(html(commentMarkdown(made))).toContain(`<strong>Next for all of these:</strong> ${same}`);
  });

  test('leaves the other step where it belongs', () => {
    const made = pulledIn({ a: same, b: same, c: same, d: 'Remove it.' }, same);
    expect(stepOf(made)).toEqual({ remediation: same, ofAll: false });
    for (const text of [terminalReport(made), commentMarkdown(made)]) {
      expect(text).toMatch(/next, unless stated otherwise/iu);
      expect([times(text, same), times(text, 'Remove it.')]).toEqual([1, 1]);
      expect(text.indexOf('Remove it.')).toBeGreaterThan(text.lastIndexOf(' is bad.'));
    }
  });

  test('of two packages is said with each', () => {
    const made = pulledIn({ a: same, b: same });
    expect(stepOf(made)).toBeUndefined();
    expect(times(terminalReport(made), same)).toBe(2);
  });

  test('of two rules about one package is said once, after both', () => {
    const made = report({
      changes: [change()],
      findings: ['cooldown', 'allow'].map((rule) => finding({ rule, remediation: same, message: `${rule} speaks.` })),
    });
    const text = terminalReport(made);
    expect(text).toContain(`error[cooldown] cooldown speaks.\n    error[allow] allow speaks.\n      next: ${same}\n`);
    expect(times(commentMarkdown(made), same)).toBe(1);
  });

  test('is never taken from what a decision covers', () => {
    const [group] = groupFindings(
      report({}),
      ['a', 'b'].map((rule) =>
        finding({ rule, remediation: same, message: rule, decision: 'SEC-1', status: 'excepted' }),
      ),
    );
    expect(byNextStep(group?.subjects[0]?.statements ?? [])).toHaveLength(2);
    expect(sharedStep({ subjects: group?.subjects ?? [] })).toBeUndefined();
  });
});

describe('a direct dependency', () => {
  test('with findings of its own heads what it pulls in, and is not pulled in by itself', () => {
    const made = pulledIn({ a: 'Do a.', b: 'Do b.' }, 'Do root.');
    const text = terminalReport(made);
    expect(text).toContain('\n  root 1.3.0  new, direct dependency (prod)\n');
    expect(text).toContain('\n    pulls in a 1.3.0  new, prod\n');
    expect(text).not.toContain('Pulled in by root');
    const comment = html(commentMarkdown(made));
    expect(comment).toContain('pulls in <strong><code>b</code> <code>1.3.0</code></strong>');
    expect(comment).not.toContain('Pulled in by <strong>');
  });

  test('without findings is named before what it pulls in', () => {
    const made = pulledIn({ a: 'Do a.' });
    expect(terminalReport(made)).toContain('\n  Pulled in by root 1.3.0  new\n');
    expect(html(commentMarkdown(made))).toContain(
      'Pulled in by <strong><code>root</code> <code>1.3.0</code></strong>, new',
    );
  });

  test('that two lockfiles lock at two versions heads what each pulls in', () => {
    const made = report({
      changes: ['1', '2'].flatMap((major) => [
        change({ name: 'root', version: `${major}.0.0`, lockfile: `${major}.json` }),
        change({ name: `leaf-${major}`, lockfile: `${major}.json`, direct: false, via: [['root', `leaf-${major}`]] }),
      ]),
      findings: ['1', '2'].map((major) => finding({ name: `leaf-${major}`, lockfile: `${major}.json` })),
    });
    const groups = groupFindings(made, made.findings);
    expect(groups.map(({ change, subjects }) => [change?.version, subjects.map(({ name }) => name)])).toEqual([
      ['1.0.0', ['leaf-1']],
      ['2.0.0', ['leaf-2']],
    ]);
  });
});
