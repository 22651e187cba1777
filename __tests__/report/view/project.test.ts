import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';

import type { Report } from '../../../src/model/index.ts';
import { commentMarkdown } from '../../../src/report/formats/markdown.ts';
import { terminalReport } from '../../../src/report/formats/terminal.ts';
import { projectOf, ruleUrl, rulesOf, wrongResult } from '../../../src/report/view/project.ts';
import { ruleCodes } from '../../../src/report/view/rule-codes.ts';
import { showsHyperlinks } from '../../../src/cli/hyperlinks.ts';
import { rules } from '../../../src/rules/index.ts';
import { repositoryRoot } from '../../support/cli.ts';
import { hostileText } from '../hostile.ts';
import { badDay, change, finding, report } from '../sample.ts';
import { hostileReport } from '../spelt.ts';

const project = { url: 'https://github.example/acme/lockgate', ref: 'v1.2.3' };
const { url } = project;
const version = '1.2.3';
const digest = `sha256:${'b'.repeat(64)}`;
const policy = { source: 'p', digest, mode: 'enforce' } as const;
const fieldsOf = (made: Report) =>
  Object.fromEntries(new URL(wrongResult(made, url, version)?.falseAlarm ?? '').searchParams);

describe("lockgate's own repository", () => {
  test('is the one that the manifest names, and nobody’s while that is a placeholder', () => {
    expect(projectOf('git+https://github.com/acme/lockgate.git', '1.2.3')).toEqual({
      ...{ url: 'https://github.com/acme/lockgate', ref: 'v1.2.3' },
    });
    expect(projectOf('git+https://github.com/OWNER/lockgate.git', '1.2.3')).toBeUndefined();
    expect(projectOf('https://evil.example/acme/lockgate.git', '1.2.3')).toBeUndefined();
    expect(projectOf('', '1.2.3')).toBeUndefined();
  });

  test('has a page of each rule of ours, and of no other', () => {
    for (const { id } of rules) expect(ruleUrl(id, 'x')).toBe(`x/${id}.md`);
    expect(ruleUrl('../../evil', 'x')).toBeUndefined();
    expect(ruleUrl('constructor', 'x')).toBeUndefined();
    expect(ruleUrl('cooldown', undefined)).toBeUndefined();
  });

  test('knows the codes of every rule', () => {
    expect(Object.keys(ruleCodes)).toEqual(rules.map(({ id }) => id));
    for (const { id, messages } of rules) expect(ruleCodes[id]?.split(' ')).toEqual(Object.keys(messages));
  });
});

describe('the link for a wrong result', () => {
  const made = report({ policy, findings: [finding({ codes: ['too-young'] })] });

  test('opens the form for a false alarm, with rule and code, digests and the version', () => {
    expect(fieldsOf(made)).toEqual({
      template: 'false-alarm.yml',
      codes: 'cooldown/too-young',
      fingerprint: 'a'.repeat(64),
      versions: `lockgate 1.2.3, policy ${digest}`,
    });
    expect(wrongResult(made, url, version)?.falsePass).toBe(`${url}/security/advisories/new`);
  });

  test('fills in fields that the form has', () => {
    const form = readFileSync(join(repositoryRoot, '.github/ISSUE_TEMPLATE/false-alarm.yml'), 'utf8');
    const { body } = parse(form) as { body: { id?: string }[] };
    const ids = body.map(({ id }) => id);
    expect(Object.keys(fieldsOf(made)).filter((name) => name !== 'template' && !ids.includes(name))).toEqual([]);
  });

  test('is there for what blocks or warns, and not for a pass, a note or what is covered', () => {
    expect(wrongResult(report({}), url, version)).toBeUndefined();
    expect(wrongResult(report({ findings: [finding({ level: 'note' })] }), url, version)).toBeUndefined();
    const excepted = finding({ status: 'excepted', decision: 'SEC-1' });
    expect(wrongResult(report({ findings: [excepted] }), url, version)).toBeUndefined();
    expect(wrongResult(report({ findings: [finding({ level: 'warn' })] }), url, version)).toBeDefined();
  });

  test('names evidence that could not be read', () => {
    const unread = finding({ rule: 'malware', codes: ['unavailable-malware'], outcome: 'indeterminate' });
    expect(fieldsOf(report({ findings: [unread] }))).toMatchObject({ codes: 'malware/unavailable-malware' });
  });

  test('stays an address that a browser takes, however many findings there are', () => {
    const findings = rules.flatMap(({ id, messages }, at) =>
      finding({ rule: id, codes: Object.keys(messages), fingerprint: at.toString(16).padStart(64, '0') }),
    );
    expect(wrongResult(report({ policy, findings }), url, version)?.falseAlarm.length).toBeLessThan(2000);
  });

  const ours = new Set(rules.flatMap(({ id, messages }) => Object.keys(messages).map((code) => `${id}/${code}`)));
  const word = fc.oneof(
    hostileText,
    fc.constantFrom('acme-secret', 'b'.repeat(63), `sha256:x`, 'constructor', '__proto__'),
  );
  const hostile = fc
    .array(word, { minLength: 10, maxLength: 10 })
    .map(
      ([
        name = '',
        version = '',
        rule = '',
        code = '',
        fingerprint = '',
        digest = '',
        lockfile = '',
        message = '',
        more = '',
        id = '',
      ]) =>
        report({
          policy: { ...policy, digest, source: lockfile },
          changes: [change({ name, version, lockfile })],
          findings: [
            finding({ name, version, lockfile, message, fingerprint, codes: [code, name, 'too-young'], about: [id] }),
            finding({ name, version, lockfile, message, fingerprint, rule, codes: [more, code] }),
          ],
        }),
    );

  const whatever = fc.oneof(hostile, hostileReport);
  const holds = (check: (fields: Record<string, string>, made: Report) => void) => {
    fc.assert(fc.property(whatever, (made) => check(fieldsOf(made), made)));
  };

  test('has no code that is not ours, whatever a report says', () => {
    holds(({ codes = '' }) => {
      for (const one of codes.split(', ').filter((part) => part !== '')) expect(ours).toContain(one);
    });
  });

  test('has no fingerprint that is no digest, whatever a report says', () => {
    holds(({ fingerprint }) => expect(fingerprint).toMatch(/^(?:[\da-f]{64}(?:, [\da-f]{64})*)?$/));
  });

  test('has no digest of a policy that is none, whatever a report says', () => {
    holds(({ versions }) => expect(versions).toMatch(/^lockgate 1\.2\.3(?:, policy sha256:[\da-f]{64})?$/));
  });

  test('has no other field, and is an address of ours, whatever a report says', () => {
    holds((fields, made) => {
      expect(Object.keys(fields)).toEqual(['template', 'codes', 'fingerprint', 'versions']);
      expect(wrongResult(made, url, version)?.falseAlarm).toMatch(
        /^https:\/\/github\.example\/acme\/lockgate\/issues\/new\?[\w=&+%.-]*$/,
      );
    });
  });

  test('is the last line of a comment, and there is none without a repository or a finding', () => {
    const comment = commentMarkdown(made, { project: { url, version } });
    const [last = ''] = comment.trimEnd().split('\n').slice(-1);
    expect(last).toBe(
      `Wrong result? [Report a false alarm](${wrongResult(made, url, version)?.falseAlarm}), or [report in private](${url}/security/advisories/new) what should have been blocked.`,
    );
    expect(commentMarkdown(made)).not.toContain('Wrong result');
    expect(commentMarkdown(report({}), { project: { url, version } })).not.toContain('Wrong result');
  });
});

describe('Markdown of the command line', () => {
  const made = report({ findings: [finding()] });

  test('says how to read on where rules are not linked, and only there', () => {
    expect(commentMarkdown(made, { program: 'lockgate' })).toContain(
      '\nAbout a rule: `lockgate explain --rule cooldown`\n',
    );
    expect(commentMarkdown(made, { program: 'lockgate', rulesUrl: 'https://github.example/x' })).not.toContain(
      'About a rule',
    );
    expect(commentMarkdown(made)).not.toContain('About a rule');
  });
});

describe('a terminal', () => {
  const escape = '\u001B';
  const link = (text: string, to: string) => `${escape}]8;;${to}${escape}\\${text}${escape}]8;;${escape}\\`;

  test('that shows links links each rule to its page, and the line about a wrong result', () => {
    const text = terminalReport(badDay(), { project, version, hyperlinks: true, program: 'lockgate' });
    for (const rule of rulesOf(badDay().findings)) {
      expect(text).toContain(link(rule, `${url}/blob/v1.2.3/docs/rules/${rule}.md`));
    }
    expect(text).toContain(link('Report a false alarm', wrongResult(badDay(), url, version)?.falseAlarm ?? ''));
    expect(text).not.toContain('About a rule');
  });

  test('that shows none says how to read on, in one line that names each rule once', () => {
    const text = terminalReport(badDay(), { program: 'lockgate' });
    expect(text).not.toContain(escape);
    const [line = ''] = /^About a rule: .*$/m.exec(text) ?? [];
    const blocking = badDay().findings.filter(({ level }) => level === 'error');
    const [first, ...others] = new Set([...rulesOf(blocking), ...rulesOf(badDay().findings)]);
    expect(line).toBe(`About a rule: lockgate explain --rule ${first} (or ${others.join(', ')})`);
    expect(terminalReport(report({}), { program: 'lockgate' })).not.toContain('About a rule');
  });

  test('names the rules that block first', () => {
    const made = report({
      findings: [finding({ rule: 'takeover', level: 'warn' }), finding({ rule: 'license', name: 'b' })],
    });
    expect(terminalReport(made, { program: 'node dist/cli.js' })).toContain(
      'About a rule: node dist/cli.js explain --rule license (or takeover)\n',
    );
  });

  test('that shows no links, and a pipe, get an address of the form that can be read, without digests', () => {
    const text = terminalReport(badDay(), { project, version });
    const [address = ''] = /https:\S+false-alarm\S+/.exec(text) ?? [];
    expect([...new URL(address).searchParams.keys()]).toEqual(['template', 'codes']);
    expect(address.length).toBeLessThan(400);
  });

  test('gets the words of the report and addresses of ours, and no other sequence', () => {
    const plain = (text: string) =>
      text.replaceAll(
        new RegExp(`${escape}\\]8;;(?:https://github\\.example/acme/lockgate/[\\w/.?=&+%-]*)?${escape}\\\\`, 'gu'),
        '',
      );
    fc.assert(
      fc.property(hostileReport, (each) => {
        const text = plain(terminalReport(each, { project, version, hyperlinks: true }));
        expect(text).not.toContain(escape);
        expect(text.replace(/^Wrong result\?.*\n/mu, '')).toBe(terminalReport(each));
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    [{}, false],
    [{ TERM: 'xterm-256color' }, false],
    [{ TERM: 'xterm-256color', VTE_VERSION: '7006' }, true],
    [{ TERM: 'xterm-256color', VTE_VERSION: '4602' }, false],
    [{ TERM_PROGRAM: 'vscode' }, true],
    [{ TERM: 'xterm-kitty' }, true],
    [{ WT_SESSION: 'x' }, true],
    [{ TERM_PROGRAM: 'vscode', CI: 'true' }, false],
    [{ VTE_VERSION: '7006', TMUX: '/tmp/x' }, false],
    [{ VTE_VERSION: '7006', TERM: 'dumb' }, false],
    [{ FORCE_HYPERLINK: '1' }, true],
    [{ FORCE_HYPERLINK: '0', TERM_PROGRAM: 'vscode' }, false],
  ])('with %j shows links: %j', (env, shows) => {
    expect(showsHyperlinks(env)).toBe(shows);
  });
});
