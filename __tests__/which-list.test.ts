import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { lintPolicy } from '../src/policy/lint.ts';
import { repositoryRoot } from './support/cli.ts';

/** Every policy of "Which list do I use?" is one, has an effect as written, and has its line in the table. */

const text = readFileSync(join(repositoryRoot, 'docs/which-list.md'), 'utf8');
const sections = text
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.slice(0, section.indexOf('\n')),
    policies: [...section.matchAll(/^```yaml policy\n(.*?)^```/gms)].map(([, content = '']) => content),
  }));
const rows = text.split('\n').filter((line) => line.startsWith('| ['));

test('each line of the table has its section with one policy, in the same order', () => {
  const anchors = rows.map((row) => /\]\(#([^)]+)\)/.exec(row)?.[1]);
  expect(sections.map(({ title }) => title.toLowerCase().replaceAll(' ', '-'))).toEqual(anchors);
  expect(sections.map(({ policies }) => policies.length)).toEqual(rows.map(() => 1));
});

describe.each(sections.map(({ title, policies: [content = ''] }, at) => [title, content, rows[at] ?? ''] as const))(
  '%s',
  (_, content, row) => {
    test('is a policy without failures and without warnings', () => {
      const { failures, warnings } = lintPolicy(
        { source: 'policy.yml', text: content },
        { now: '2026-06-15T00:00:00.000Z' },
      );
      expect(failures.map(({ message }) => message)).toEqual([]);
      expect(warnings.map(({ message }) => message)).toEqual([]);
    });

    test('has what the table says to write', () => {
      const [, , written = ''] = row.split('|');
      const keys = [...written.matchAll(/`([^`]+)`/g)].flatMap(([, key = '']) => key.split('.'));
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) expect(content).toMatch(new RegExp(`(?:^|[ {,-])${key}:`, 'm'));
    });
  },
);

test('no list of the policy is missing', () => {
  const lists = ['exceptions', 'publishers', 'allow', 'deny', 'provenance', 'baselines', 'lockfiles.exclude'];
  for (const key of [...lists, 'rules.source.allow', 'rules.install-scripts.allow']) {
    expect(rows.some((row) => row.includes(`\`${key}\``))).toBe(true);
  }
});
