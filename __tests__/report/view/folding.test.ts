import { describe, expect, test } from '@jest/globals';

import type { Finding } from '../../../src/model/index.ts';
import { annotate } from '../../../src/report/formats/annotations.ts';
import { jsonReport } from '../../../src/report/formats/json.ts';
import { commentMarkdown } from '../../../src/report/formats/markdown.ts';
import { terminalReport } from '../../../src/report/formats/terminal.ts';
import { familyOf } from '../../../src/report/view/families.ts';
import { groupFindings } from '../../../src/report/view/grouping.ts';
import { change, finding, report } from '../sample.ts';

const systems = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64', 'freebsd-x64'];

/** A parent and its platform packages, each with one finding. */
function family(parts: (name: string, index: number) => Partial<Finding> = () => ({}), parent = 'esbuild') {
  const names = systems.map((system) => `@esbuild/${system}`);
  const versions = names.map((name, index) => parts(name, index).version ?? '0.25.0');
  return report({
    changes: names.map((name, index) =>
      change({ name, version: versions[index] ?? '', line: index + 1, direct: false, via: [[parent, name]] }),
    ),
    findings: names.map((name, index) =>
      finding({
        ...{ rule: 'install-scripts', codes: ['new-hook'], name, version: '0.25.0', line: index + 1 },
        message: `\`${name}\` runs a script that is ${index} days old.`,
        remediation: `Read the script of \`${name}@0.25.0\`, or remove \`${name}\`.`,
        ...parts(name, index),
      }),
    ),
  });
}
const subjectsOf = (made: ReturnType<typeof report>, equal = true) =>
  groupFindings(made, made.findings, { equal })
    .flatMap(({ subjects }) => subjects)
    .map(({ name, family: pattern, alike, findings }) => [pattern ?? name, alike.length + 1, findings]);

describe('a platform family', () => {
  test('is one line with a count in every place that a person reads, and its findings stay apart in JSON', () => {
    const made = family();
    expect(subjectsOf(made)).toEqual([['@esbuild/*', 6, 6]]);
    expect(subjectsOf(made, false)).toEqual([['@esbuild/*', 6, 6]]);
    expect(commentMarkdown(made)).toContain('**`@esbuild/*` `0.25.0`**, 6 platform packages, new');
    expect(terminalReport(made)).toContain('  @esbuild/* 0.25.0  6 platform packages\n');
    expect(terminalReport(made)).toContain('\nBlocked: 6 findings\n');
    expect(annotate(made).shown).toHaveLength(1);
    expect(annotate(made).shown[0]?.message).toContain('The same holds for 5 more packages.');
    expect(jsonReport(made).match(/"rule": "install-scripts"/gu)).toHaveLength(6);
  });

  test.each([
    ['@esbuild/linux-x64', '@esbuild/*'],
    ['@swc/core-linux-arm-gnueabihf', '@swc/core-*'],
    ['@rollup/rollup-linux-x64-musl', '@rollup/rollup-*'],
    ['@img/sharp-libvips-linuxmusl-arm64', '@img/sharp-libvips-*'],
    ['turbo-windows-64', 'turbo-*'],
    ['lightningcss-freebsd-x64', 'lightningcss-*'],
    ['left-pad', undefined],
    ['linux-x64', undefined],
    ['@octo/linux-kernel', undefined],
    ['my-windows-tool', undefined],
    [`${'a-'.repeat(120)}linux-x64`, undefined],
  ])('%s is of %s', (name, pattern) => {
    expect(familyOf(name)).toBe(pattern);
  });

  test('has no member of another version, of another parent, or about which something else is said', () => {
    const other = (parts: Partial<Finding>) => (_: string, index: number) => (index === 2 ? parts : {});
    for (const parts of [
      { version: '0.25.1' },
      { codes: ['changed-hook'] },
      { level: 'warn' as const },
      { remediation: 'Remove it.' },
      { rule: 'malware' },
    ]) {
      expect(subjectsOf(family(other(parts))).map(([name, count]) => [name, count])).toEqual([
        ['@esbuild/*', 5],
        ['@esbuild/linux-arm64', 1],
      ]);
    }
    const { changes, ...made } = family();
    const adopted = changes.map((each, index) => (index === 2 ? { ...each, via: [['evil', each.name]] } : each));
    expect(subjectsOf({ ...made, changes: adopted }, false)).toHaveLength(2);
  });

  test('hides no direct dependency, whatever it is called', () => {
    const { changes, ...made } = family();
    const direct = changes.map((each) => (each.name === '@esbuild/linux-arm64' ? { ...each, direct: true } : each));
    expect(subjectsOf({ ...made, changes: direct }, false)).toContainEqual(['@esbuild/linux-arm64', 1, 1]);
  });
});

describe('equal violations', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const of = (parts: (name: string, index: number) => Partial<Finding>) =>
    report({
      changes: names.map((name) => change({ name, direct: false, via: [[`root-of-${name}`, name]] })),
      findings: names.map((name, index) =>
        finding({
          name,
          message: `\`${name}\` was released ${index} hours ago.`,
          remediation: `Wait until 2026-02-0${index + 1} 07:00 UTC, or leave \`${name}\`.`,
          passesAt: `2026-02-0${index + 1}T07:00:00.000Z`,
          ...parts(name, index),
        }),
      ),
    });

  test('are one line that says until when the last of them waits', () => {
    const made = of(() => ({}));
    expect(subjectsOf(made)).toEqual([['g', 7, 7]]);
    const withOther = {
      ...made,
      findings: [...made.findings, finding({ rule: 'source', name: 'z', remediation: 'Remove it.' })],
    };
    expect(terminalReport(withOther).match(/Wait until[^,]*/gu)).toEqual(['Wait until 2026-02-07 07:00 UTC']);
    expect(commentMarkdown(made)).toContain('**7 packages**: `g` `1.3.0`, `a` `1.3.0`');
  });

  test('stay apart on the lines of the diff, and below four', () => {
    expect(
      subjectsOf(
        of(() => ({})),
        false,
      ),
    ).toHaveLength(7);
    expect(subjectsOf(of((_, index) => (index < 4 ? { codes: [`other-${index}`] } : {})))).toHaveLength(7);
  });

  test('about other records are not equal', () => {
    const advisory = (_: string, index: number) => ({ rule: 'advisory', about: [`GHSA-${index}`] });
    expect(subjectsOf(of(advisory))).toHaveLength(7);
  });

  test('that cannot be waived are equal only in the same words', () => {
    const malware = (name: string, index: number) => ({
      rule: 'malware',
      floor: true,
      message: `\`${name}\`: ${index}.`,
    });
    expect(subjectsOf(of(malware))).toHaveLength(7);
  });

  test('beyond five names the others are folded', () => {
    expect(commentMarkdown(of(() => ({})))).toContain(
      '<details><summary>and 2 more</summary>`e` `1.3.0`, `f` `1.3.0`</details>',
    );
  });
});
