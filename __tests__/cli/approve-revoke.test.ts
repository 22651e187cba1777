import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { readRecord } from '../../src/decisions/ledger/record.ts';
import { runCli } from '../support/cli.ts';
import { approval, denial, id, registry, repositoryWith, useRegistry } from '../support/recorded-repository.ts';
import { entryOf, fileOf } from '../support/records.ts';

/** `lockgate approve --revoke`: the record that ends another one. */

useRegistry();

const revoke = (folder: string, what: string, more: readonly string[] = [], repository = id) =>
  runCli(
    [
      ...['approve', '--revoke', what, '--reason', 'I was wrong.', '--by', 'ann:20', '--registry', registry.url],
      ...['--repository-id', String(repository), ...more],
    ],
    { cwd: folder },
  );

test.each([
  ['an approval', approval],
  ['a denial', denial],
])('ends %s by its bytes, and lies beside it', async (_, of) => {
  const { folder } = repositoryWith([of()]);
  const { path } = fileOf(of());
  const { status, stdout } = await revoke(folder, path);
  expect(status).toBe(0);
  const [, written = ''] = /^Wrote (\S+): `ann` revokes /m.exec(stdout) ?? [];
  const entry = readRecord(written, readFileSync(join(folder, written)));
  expect(entry).toMatchObject({
    record: {
      ...{ decision: 'revoke', expiresAt: null, pull: null },
      about: { repositoryId: id, record: entryOf(of()).sha256, file: path.slice(path.lastIndexOf('/') + 1) },
      by: [{ id: 20, login: 'ann', authenticated: 'claim', reason: 'I was wrong.' }],
    },
  });
  expect(written.slice(0, 60)).toBe(path.slice(0, 60));
  expect(stdout).toContain('it ends nothing.');
});

describe('is refused', () => {
  test('for what only the work tree has', async () => {
    const repository = repositoryWith([]);
    const { path, text } = fileOf(denial());
    repository.write(path, text);
    const { status, stderr } = await revoke(repository.folder, path);
    expect([status, stderr]).toEqual([2, expect.stringContaining('is no record on `main`')]);
  });

  test.each([
    ['another name', 'left-pad@1.3.0', 'is no name of a record'],
    ['a path outside', '../../etc/passwd', 'is no name of a record'],
  ])('for %s', async (_, what, why) => {
    const { status, stderr } = await revoke(repositoryWith([]).folder, what);
    expect([status, stderr]).toEqual([2, expect.stringContaining(why)]);
  });

  test('for a record of another repository', async () => {
    const { folder } = repositoryWith([approval()]);
    const { status, stderr } = await revoke(folder, fileOf(approval()).path, [], 9);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/is about repository 7000001/)]);
  });

  test('together with what it does not take', async () => {
    const { status, stderr } = await revoke(repositoryWith([]).folder, 'x', ['--expires', '30d']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('--revoke ends a record as it is')]);
  });
});
