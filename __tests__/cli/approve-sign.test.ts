import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { expect, test } from '@jest/globals';

import { signAll } from '../../src/cli/approve-sign.ts';
import { fileOf } from '../../src/cli/write-records.ts';
import { readRecord, statementOf } from '../../src/decisions/ledger/record.ts';
import { denialOf, recorded } from '../support/records.ts';
import { skKey, skSign } from '../support/sk-key.ts';
import { temporaryFolder } from '../support/git-repository.ts';

/** `lockgate approve --sign KEY`: the record that a person signs is the one that is written. */

const key = skKey('ed25519');
const artifact = { purl: 'pkg:npm/young@1.0.0', sha512: 'a'.repeat(128), repositoryId: 4711 };
const record = denialOf(artifact, [recorded(20, 'ann', [], { authenticated: 'security-key', comment: null })]);

/** In the place of `ssh-keygen`: it answers so, whatever it is given. */
function how(answer: string) {
  const folder = temporaryFolder();
  const path = join(folder, 'ssh-keygen');
  writeFileSync(join(folder, 'answer'), answer);
  writeFileSync(path, `#!/bin/sh\ncat > /dev/null\ncat '${join(folder, 'answer')}'\n`);
  chmodSync(path, 0o755);
  const shown: string[] = [];
  const env = { PATH: [folder, '/usr/bin', '/bin'].join(delimiter) };
  return { show: (line: string) => void shown.push(line), env, hasTerminal: true, shown };
}
const keysOf = (id: number) => ({ keys: [{ id, key: key.line }] });

test('the signature is of the very statement that the file holds', async () => {
  const asked = how(skSign(key, statementOf(record)));
  const [signed] = await signAll([record], 'id_sk', keysOf(20), asked);
  const { path, text } = fileOf(record, signed?.signatures);
  const entry = readRecord(path, new TextEncoder().encode(text));
  expect(entry).toMatchObject({ record, signatures: [{ id: 20 }], statement: statementOf(record) });
  expect(signed?.fingerprint).toMatch(/^SHA256:/);
  expect(asked.shown[0]).toBe('deny by ann (20): Read it.');
});

test('a signature of another than the record names is refused', async () => {
  await expect(signAll([record], 'id_sk', keysOf(30), how(skSign(key, statementOf(record))))).rejects.toThrow(
    'would not count',
  );
});

test('a record of several people is signed by none of them alone', async () => {
  const both = denialOf(artifact, [recorded(20, 'ann', []), recorded(30, 'bob', [])]);
  await expect(signAll([both], 'id_sk', keysOf(20), how(''))).rejects.toThrow('the word of one person');
});
