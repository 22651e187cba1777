import { describe, expect, test } from '@jest/globals';

import { lintPolicy } from '../../src/policy/lint.ts';
import { dossierOf } from '../support/dossier.ts';
import { judgeUnder } from '../support/judge-policy.ts';
import { loadPolicy } from '../support/load-policy.ts';

/** Entries of a rule's list that another one covers, and exceptions that nobody has given a reason yet. */

const now = '2026-06-15T12:00:00.000Z';
const lint = (text: string) =>
  lintPolicy({ source: 'policy.yml', text: `version: 1\n${text}` }, { now }).warnings.map(
    ({ grade, line, column, message }) => `${grade} ${line}:${column} ${message}`,
  );
const allow = (rule: string, ...entries: readonly string[]) =>
  `rules:\n  ${rule}: { allow: ${JSON.stringify(entries)} }\n`;

describe('an entry of a list that another entry covers', () => {
  test.each<[string, readonly string[], RegExp]>([
    [
      'install-scripts',
      ['esbuild', 'esbuild@0.1.0'],
      /^advice 3:40 `esbuild@0.1.0` in `allow` of the rule `install-scripts` is already covered by `esbuild` in line 3/,
    ],
    ['install-scripts', ['esbuild@0.1.0', 'esbuild'], /`esbuild@0.1.0` .* covered by `esbuild`/],
    ['install-scripts', ['a', 'a'], /`a` .* covered by `a`/],
    ['name-similarity', ['a', 'a@1.0.0'], /`a@1.0.0` .* covered by `a`/],
    [
      'source',
      ['github.com/acme/*', 'github.com/acme/tool'],
      /^advice 3:\d+ `github.com\/acme\/tool` in `allow` of the rule `source` is already covered by `github.com\/acme\/\*`/,
    ],
    ['source', ['github.com/acme/tool', 'github.com/acme/*'], /`github.com\/acme\/tool` .* covered/],
    ['source', ['github.com/acme/tool', 'GitHub.com/Acme/Tool'], /`GitHub.com\/Acme\/Tool` .* covered/],
    ['source', ['deno.land', 'deno.land'], /`deno.land` .* covered/],
  ])('%s: %j', (rule, entries, message) => {
    expect(lint(allow(rule, ...entries))).toEqual([expect.stringMatching(message)]);
    const { findings } = judgeUnder(allow(rule, ...entries), { dossiers: [dossierOf()], now });
    expect(findings.filter((one) => one.rule === 'exception-hygiene')).toEqual([]);
  });

  test('in a profile too', () => {
    const text = `profiles:\n  p: { rules: { install-scripts: { allow: [a, a@1.0.0] } } }\napply: [{ profile: p, paths: ["x/**"] }]\n`;
    expect(lint(text)).toEqual([expect.stringMatching(/^advice 3:\d+ `a@1.0.0` .* covered by `a`/)]);
  });

  test.each<[string, readonly string[]]>([
    ['install-scripts', ['esbuild@0.1.0', 'esbuild@0.2.0', 'esbuild-x']],
    ['install-scripts', ['a@>=1', 'a@1.0.0']],
    ['source', ['github.com/acme/*', 'github.com/acme/group/tool', 'github.com/acmes/tool']],
    ['source', ['github.com/acme/*', 'github.com/acme/tool-*']],
    ['source', ['deno.land', 'deno.land/x/tool']],
    ['source', ['gitlab.example/a/*', 'gitlab.example/A/tool']],
  ])('%s: %j, where that is not certain', (rule, entries) => {
    expect(lint(allow(rule, ...entries))).toEqual([]);
  });
});

describe('a reason that is still to be written', () => {
  const entry = (reason: string, selector = 'left-pad') =>
    `  - { package: "${selector}", rules: [cooldown], reason: "${reason}", expires: 2026-12-31 }\n`;
  const exceptions = (...entries: readonly string[]) => `exceptions:\n${entries.join('')}`;
  const counted = (text: string) => loadPolicy({ source: 'policy.yml', text: `version: 1\n${text}` }).exceptions;

  const unwritten = exceptions(entry('TODO: say why this is acceptable'));

  test('counts for nothing', () => {
    expect(counted(unwritten)).toEqual([]);
  });

  test('is refused, and a run says so', () => {
    expect(lint(unwritten)).toEqual([
      expect.stringMatching(/^refused 3:5 the exception for `left-pad` does not count: its reason begins with `TODO`/),
    ]);
    const { findings } = judgeUnder(unwritten, { dossiers: [dossierOf()], now });
    expect(findings.filter(({ rule }) => rule === 'exception-hygiene')).toMatchObject([
      { codes: ['no-effect'], level: 'warn', line: 3 },
    ]);
  });

  test('shadows no exception that has one', () => {
    expect(lint(exceptions(entry('TODO'), entry('Reviewed.')))).toEqual([
      expect.stringMatching(/^refused 3:5 the exception for `left-pad` does not count/),
    ]);
  });

  test.each(['Todo lists are its purpose.', 'TODO-17: accepted there.', 'TODOS reviewed.', 'See TODO.'])(
    '%s is a reason',
    (reason) => {
      expect(lint(exceptions(entry(reason)))).toEqual([]);
      expect(counted(exceptions(entry(reason)))).toHaveLength(1);
    },
  );
});
