import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { describe, expect, jest, test } from '@jest/globals';

import { run } from '../../src/cli/init.ts';
import { askAll } from '../../src/cli/init-questions.ts';
import { bundledCli } from '../support/cli.ts';
import { gitRepository } from '../support/git-repository.ts';

/** What `init` asks on a terminal. */

const known = { hasPolicy: false, owner: '@acme', bots: ['Renovate'] };

async function answered(lines: readonly string[], about = known) {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  const found = await askAll(about, { input, output, isRaw: false });
  const asked = String(output.read()).match(/\[[^\]]+\]: /g) ?? [];
  return { ...found, asked: asked.length };
}

describe('the questions', () => {
  test('are four at most, and Enter takes each default', async () => {
    expect(await answered(['', '', ''])).toEqual({
      ...{ step: 'recommended', audience: 'person', owner: undefined, setsUpBots: true, keys: [], asked: 3 },
    });
    expect(await answered(['', 'team', '', ''])).toMatchObject({ audience: 'team', owner: '@acme', asked: 4 });
  });

  test('take what is said, and ask again for what is no answer', async () => {
    const lines = ['stric', 'STRICT', 't', '@acme/security; x', '@acme/security', 'n'];
    expect(await answered(lines)).toMatchObject({
      ...{ step: 'strict', audience: 'team', owner: '@acme/security', setsUpBots: false, asked: 6 },
    });
  });

  test('take the number of a choice that is listed', async () => {
    expect(await answered(['2', '', ''])).toMatchObject({ step: 'attacks', asked: 3 });
    expect(await answered(['0', '5', '4', '', ''])).toMatchObject({ step: 'strict', asked: 5 });
  });

  test('leave out what is known: the policy that is there, and bots that are not', async () => {
    expect(await answered([''], { ...known, hasPolicy: true, bots: [] })).toMatchObject({ asked: 1 });
  });

  test('invent no owner', async () => {
    expect(await answered(['', 'team', '', ''], { ...known, owner: undefined as unknown as string })).toMatchObject({
      owner: undefined,
    });
  });

  test('stop after three answers that are none', async () => {
    await expect(answered(['a', 'b', 'c', 'recommended'])).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('init on a terminal', () => {
  const asking = (lines: readonly string[]) => {
    const input = new PassThrough();
    input.end(lines.map((line) => `${line}\n`).join(''));
    return { input, output: new PassThrough(), isRaw: false };
  };

  test('writes nothing where the input ends before the last answer', async () => {
    const { folder } = gitRepository();
    const ended = run(['--dir', folder, '--offline'], asking(['', 'team']));
    await expect(ended).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('nothing was written') as unknown,
    });
    expect(existsSync(join(folder, '.github'))).toBe(false);
  });

  test.each(['--yes', '--dry-run', '--preset=strict', '--for=team'])('asks nothing with %s', async (flag) => {
    const { folder } = gitRepository();
    const terminal = asking([]);
    const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    await expect(run(['--dir', folder, '--offline', flag], terminal)).resolves.toBe(0);
    expect(terminal.output.read()).toBe(null);
    written.mockRestore();
  });

  test('in a pseudo-terminal, two files are written after Enter alone, and none after Ctrl-C', async () => {
    const { folder } = gitRepository();
    const keys = async (...typed: readonly string[]) => {
      const home = mkdtempSync(join(tmpdir(), 'lockgate-home-'));
      const command = `'${process.execPath}' '${bundledCli}' init --offline --dir '${folder}'`;
      const child = spawn('script', ['-qec', command, '/dev/null'], {
        env: { PATH: process.env['PATH'] ?? '', HOME: home, TERM: 'dumb' },
      });
      let shown = '';
      let left = [...typed];
      child.stdout.on('data', (chunk: Buffer) => {
        shown += String(chunk);
        // One answer for each prompt that has appeared.
        const prompts = (shown.match(/\]: /g) ?? []).length;
        while (typed.length - left.length < prompts && left.length > 0) {
          child.stdin.write(left[0] ?? '');
          left = left.slice(1);
        }
      });
      const status = await new Promise((resolve) => child.once('close', resolve));
      rmSync(home, { recursive: true, force: true });
      return { status, shown };
    };
    expect(await keys('\r', '\u0003')).toMatchObject({
      ...{ status: 2, shown: expect.stringContaining('nothing was written') as unknown },
    });
    expect(existsSync(join(folder, '.github'))).toBe(false);
    const ended = await keys('\r', '\r');
    expect(ended.status).toBe(0);
    expect(ended.shown.match(/^wrote .*$/gm)?.map((line) => line.trim())).toEqual([
      'wrote .github/dependency-policy.yml',
      'wrote .github/workflows/dependency-gate.yml',
    ]);
    expect(readFileSync(join(folder, '.github/dependency-policy.yml'), 'utf8')).toContain('extends: recommended');
  });
});
