import { existsSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { programName } from '../../src/cli/program.ts';
import { commentMarkdown, commentMarker } from '../../src/report/formats/markdown.ts';
import { parseReport } from '../../src/report/schema.ts';
import { readSarif } from '../report/sarif-schema.ts';
import { bundledCli, repositoryRoot, runCli, temporaryFolder } from '../support/cli.ts';
import type { BundleEnd } from '../support/bundle-process.ts';

/** The example of the README in every format, as a pipe and as a file. */

const example = join(repositoryRoot, 'examples/takeover');
const lockfile = readFileSync(join(example, 'head/package-lock.json'), 'utf8');
const folder = temporaryFolder({
  'head/.npmrc': readFileSync(join(example, 'head/.npmrc')),
  'head/package.json': readFileSync(join(example, 'head/package.json')),
  'head/package-lock.json': lockfile,
});
afterAll(folder.remove);

const head = join(folder.path, 'head');
const check = (...more: readonly string[]): Promise<BundleEnd> =>
  runCli([
    ...['check', '--base-dir', join(example, 'base'), '--head-dir', head],
    ...['--evidence', join(example, 'evidence.json'), ...more],
  ]);

const formats = ['text', 'json', 'markdown', 'sarif'] as const;
let printed: Readonly<Record<(typeof formats)[number], BundleEnd>>;
beforeAll(async () => {
  const [text, json, markdown, sarif] = await Promise.all(formats.map((format) => check('--format', format)));
  if (!text || !json || !markdown || !sarif) throw new Error('a format is missing');
  printed = { text, json, markdown, sarif };
});

describe('--format', () => {
  test('changes nothing about the verdict, and standard error stays empty', () => {
    for (const format of formats) expect(printed[format]).toMatchObject({ status: 1, stderr: '' });
  });

  test('markdown prints what the comment would be', () => {
    const { stdout } = printed.markdown;
    const [marker, basis, , ...rest] = stdout.split('\n');
    expect(marker).toBe(commentMarker);
    expect(basis).toMatch(
      /^> Judged from recorded evidence, `evidence\.json` as of `2026-03-31 02:00 UTC`: nobody vouches/,
    );
    expect(rest[0]).toBe('### ❌ lockgate: blocked');
    const program = programName(bundledCli, tmpdir());
    expect(program).toMatch(/^node .*cli\.js$/);
    expect([marker, ...rest].join('\n')).toBe(commentMarkdown(parseReport(printed.json.stdout), { program }));
    expect(stdout).toContain(`\nAbout a rule: \`${program} explain --rule `);
  });

  test('sarif prints a valid log with a result on the line of each finding', () => {
    const { results = [] } = readSarif(printed.sarif.stdout);
    const { findings } = parseReport(printed.json.stdout);
    expect(findings.length).toBeGreaterThan(3);
    expect(
      results.map(({ ruleId, locations }) => [ruleId, locations?.[0]?.physicalLocation?.region?.startLine]),
    ).toEqual(findings.map(({ rule, line }) => [rule, line]));
  });

  test('sarif keeps every fingerprint where unrelated lines move the findings', async () => {
    const known = readSarif(printed.sarif.stdout).results ?? [];
    folder.write({ 'head/package-lock.json': lockfile.replace('{', '{\n\n\n\n\n') });
    const moved = await check('--format', 'sarif');
    folder.write({ 'head/package-lock.json': lockfile });
    const results = readSarif(moved.stdout).results ?? [];
    const lines = (all: typeof known) =>
      all.map((each) => each.locations?.[0]?.physicalLocation?.region?.startLine ?? 0);
    expect(lines(results)).toEqual(lines(known).map((line) => line + 5));
    expect(results.map(({ partialFingerprints }) => partialFingerprints)).toEqual(
      known.map(({ partialFingerprints }) => partialFingerprints),
    );
  });
});

describe('--output', () => {
  test.each(formats)('writes the %s that would have been printed, and prints nothing', async (format) => {
    const path = join(folder.path, `report.${format}`);
    expect(await check('--format', format, '--output', path)).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(readFileSync(path, 'utf8')).toBe(printed[format].stdout);
  });

  test('that cannot be written is one line and status 2', async () => {
    const path = join(folder.path, 'no-such-folder', 'report.json');
    const { status, stdout, stderr } = await check('--format', 'json', '--output', path);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`lockgate: ${path}: cannot be written (ENOENT) (usage)\n`);
  });

  test('never makes a folder', () => {
    expect(existsSync(join(folder.path, 'no-such-folder'))).toBe(false);
    expect(statSync(join(folder.path, 'report.json')).isFile()).toBe(true);
  });
});
