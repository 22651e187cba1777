import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { programName } from '../../src/cli/program.ts';
import { flagsOf } from '../../src/cli/flags.ts';
import { commandHelp, overview } from '../../src/cli/help.ts';
import { bundledCli, repositoryRoot, runCli } from '../support/cli.ts';

/** Started from here, it is no `lockgate`. */
const program = programName(bundledCli, tmpdir());
const commands = Object.keys(flagsOf) as (keyof typeof flagsOf)[];

describe('the help', () => {
  test('of the whole names every command of the README and fits 80 columns', () => {
    const text = overview();
    const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
    const named = [...(/```text\n(lockgate .*?)```/su.exec(readme)?.[1] ?? '').matchAll(/^lockgate ([a-z]+) /gmu)].map(
      ([, name = '']) => name,
    );
    expect(new Set(named).size).toBe(10);
    for (const name of named) expect(text).toMatch(new RegExp(`^ {2}${name}\\b`, 'mu'));
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test.each(commands)(
    'of %s names every flag that it takes, what the flag takes, and what holds without it',
    (command) => {
      const text = commandHelp(command) ?? '';
      const flags = text.slice(text.indexOf('\nFlags\n')).replace(/\n {26}/gu, ' ');
      for (const flag of flagsOf[command]) {
        const line = new RegExp(`^ {2}--${flag} [A-Z]+ +.*$`, 'mu').exec(flags)?.[0] ?? '';
        if (['base-dir', 'head-dir', 'preset'].includes(flag)) expect(line).not.toBe('');
        else expect(line).toContain('(default: ');
      }
      expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  test.each([
    [['--help'], overview(program)],
    [['-h'], overview(program)],
    [[], overview(program)],
    [['check', '--help'], commandHelp('check', program)],
    [['check', '--base', 'main', '-h'], commandHelp('check', program)],
    [['policy', 'explain', '--help'], commandHelp('policy explain', program)],
    [['help', 'policy'], commandHelp('policy', program)],
    [['help', 'nothing'], overview(program)],
  ])('is printed for %j', async (args, text) => {
    expect(await runCli(args)).toEqual({ status: 0, stdout: text, stderr: '' });
  });
});

describe('a slip of the finger', () => {
  test.each([
    [['chek'], 'did you mean check?'],
    [['--verison'], 'did you mean --version?'],
    [['check', '--formt', 'json'], 'Did you mean --format?'],
    [['audit', '--registy=https://registry.example/'], 'Did you mean --registry?'],
    [['doctor', '--ouput', 'x'], 'Did you mean --output?'],
  ])('%j names what was meant', async (args, words) => {
    const { status, stdout, stderr } = await runCli(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('that is near nothing is not guessed at', async () => {
    const { stderr } = await runCli(['check', '--entirely-else']);
    expect(stderr).toBe("lockgate: Unknown option '--entirely-else'. See: lockgate check --help (usage)\n");
    expect((await runCli(['zzzzzz'])).stderr).toContain('use check, audit, vet,');
  });
  test('says once what to type where lockgate is not installed, and nothing of it where it is', () => {
    for (const text of [overview('node dist/cli.js'), commandHelp('check', 'node dist/cli.js') ?? '']) {
      expect(text.match(/^Here, instead of lockgate: node dist\/cli\.js$/gmu)).toHaveLength(1);
    }
    expect(overview()).not.toContain('instead of lockgate');
  });

  test('of check has a usage line for every way to compare', () => {
    const [usage = ''] = /\nUsage\n[^]*?\n\n/u.exec(commandHelp('check') ?? '') ?? [];
    for (const flag of ['--base ', '--base-dir', '--history', '--compare-policy', '--compare-preset']) {
      expect(usage).toContain(flag);
    }
  });
});
