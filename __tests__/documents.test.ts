import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { repositoryRoot } from './support/cli.ts';

/** The documents name files, records and headings that exist, and the index of the decisions names every record. */

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');
const markdownIn = (folder: string) =>
  readdirSync(join(repositoryRoot, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const records = markdownIn('docs/decisions').filter((path) => /\/\d{4}-[a-z0-9-]+\.md$/.test(path));
const documents = [...markdownIn('.'), ...markdownIn('docs'), ...markdownIn('docs/decisions')];

describe('the index of the decisions', () => {
  const lines = read('docs/decisions/README.md')
    .split('\n')
    .filter((line) => line.startsWith('- ['));

  test('has one line for every record, in order, and no other', () => {
    expect(lines.map((line) => /\]\(([^)]+)\)/.exec(line)?.[1])).toEqual(records.map((path) => path.slice(15)).sort());
  });

  test.each(records)('gives the title of %s, a clause, and what supersedes it', (path) => {
    const [, number = '', title = ''] = /^# (\d{4}): (.+)$/m.exec(read(path)) ?? [];
    const [, successor] = /\*\*Superseded by (\d{4})\.\*\*/.exec(read(path)) ?? [];
    const mark = successor === undefined ? '' : ` (superseded by ${successor})`;
    const start = `- [${number}](${path.slice(15)}) **${title}**${mark}: `;
    const line = lines.find((each) => each.startsWith(start));
    expect([start, line?.slice(start.length)]).toEqual([start, expect.stringMatching(/^.{10,}\.$/)]);
  });

  test('no number is taken twice', () => {
    const numbers = records.map((path) => path.slice(15, 19));
    expect(numbers).toEqual([...new Set(numbers)]);
  });
});

/** The slug that GitHub makes of a heading. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

test.each(documents)('the links of %s lead to files and headings that exist', (path) => {
  const targets = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const broken = targets.filter((target) => {
    if (/^https?:/.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const linked = file === '' ? path : join(dirname(path), file);
    if (!existsSync(join(repositoryRoot, linked))) return true;
    if (anchor === undefined) return false;
    return ![...read(linked).matchAll(/^#+ (.+)$/gm)].some(([, heading = '']) => slug(heading) === anchor);
  });
  expect(broken).toEqual([]);
});

test.each(documents.filter((path) => !path.endsWith('CHANGELOG.md')))('the files that %s names exist', (path) => {
  const named = [...read(path).matchAll(/`((?:src|scripts|__tests__|docs|dist|examples)\/[\w./-]+)`/g)];
  const missing = named.map(([, file = '']) => file).filter((file) => !existsSync(join(repositoryRoot, file)));
  expect(missing).toEqual([]);
});

test('docs/report.md lists every kind of document that the code prints', () => {
  const sources = readdirSync(join(repositoryRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => read(join('src', path)));
  const kinds = new Set(sources.flatMap((text) => text.match(/lockgate-[a-z-]+\/\d+/g) ?? []));
  expect(kinds.size).toBeGreaterThan(5);
  const page = read('docs/report.md');
  expect([...kinds].filter((kind) => !page.includes(`\`${kind}\``))).toEqual([]);
});

test('the records that the code names exist', () => {
  const sources = ['src', '__tests__', 'scripts', '.ci']
    .flatMap((folder) =>
      readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
        join(folder, path),
      ),
    )
    .filter((path) => /\.(?:ts|mjs|md)$/.test(path) && !path.includes('node_modules'));
  const named = sources.flatMap((path) =>
    [...read(path).matchAll(/docs\/decisions\/(\d{4}(?:-[a-z0-9-]+\.md)?)/g)].map(([, record = '']) => [path, record]),
  );
  expect(named.length).toBeGreaterThan(20);
  const numbers = new Set(records.map((path) => path.slice(15, 19)));
  const gone = named.filter(
    ([, record = '']) => !(records.includes(`docs/decisions/${record}`) || numbers.has(record)),
  );
  expect(gone).toEqual([]);
});
