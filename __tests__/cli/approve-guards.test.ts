import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { identityFrom } from '../../src/cli/admission-files.ts';
import { demandAsRead, readExpiry, readReason } from '../../src/cli/approve-input.ts';
import { accountsOf } from '../../src/cli/approve-who.ts';
import type { Flags } from '../../src/cli/flags.ts';
import { demandOwnAnswer } from '../../src/cli/vet-required.ts';
import { openVetProject } from '../../src/cli/vet-project.ts';
import { writeRecords } from '../../src/cli/write-records.ts';
import { approvalsOf } from '../../src/policy/approvals.ts';
// Loaded before: what a module under test imports at once would be linked twice.
import '../../src/repository/git-history.ts';
import '../../src/repository/git-work-tree.ts';
import { gitRepository, temporaryFolder } from '../support/git-repository.ts';

/** What keeps a record that is written by hand, and the answer that a mirror gets, from saying more than they may. */

const flags = (patch: Partial<Flags>): Flags => ({
  ...{ format: 'text', offline: true, verbose: false, refreshTrust: false, positionals: [], ...patch },
});
const ledger = '.github/dependency-approvals';
const record = { path: `${ledger}/x.json`, text: '{}' };

describe('a record is written', () => {
  test('through no link', async () => {
    const [root, elsewhere] = [temporaryFolder(), temporaryFolder()];
    mkdirSync(join(root, '.github'));
    symlinkSync(elsewhere, join(root, ledger));
    await expect(writeRecords(root, [record])).rejects.toThrow('is no folder');
    expect(readdirSync(elsewhere)).toEqual([]);
    const other = temporaryFolder();
    symlinkSync(elsewhere, join(other, '.github'));
    await expect(writeRecords(other, [record])).rejects.toThrow('is no folder');
    expect(readdirSync(elsewhere)).toEqual([]);
  });
  test('over nothing that is there', async () => {
    const root = temporaryFolder();
    await writeRecords(root, [record]);
    expect(existsSync(join(root, record.path))).toBe(true);
    await expect(writeRecords(root, [record])).rejects.toThrow('is there already');
  });
});

describe('a claim', () => {
  const now = '2026-06-10T00:00:00.000Z';
  const approvals = approvalsOf({ maximumAge: '30d' });
  test('lasts no longer than the policy lets it', () => {
    expect(() => readExpiry(flags({ expires: '31d' }), now, approvals)).toThrow('later than the policy lets');
    expect(readExpiry(flags({ expires: '30d' }), now, approvals)).toBe('2026-07-10T00:00:00.000Z');
    expect(readExpiry(flags({}), now, approvals)).toBe('2026-07-10T00:00:00.000Z');
  });
  test('is about what was read, and about all of it', () => {
    const found = { what: 'x', digest: 'a', codes: ['cooldown/too-young', 'install-scripts/first-seen'] };
    expect(() => demandAsRead(found, flags({ digest: 'b' }))).toThrow('read the report again');
    expect(() => demandAsRead(found, flags({ codes: ['cooldown/too-young'] }))).toThrow(
      'also blocked by install-scripts/',
    );
    expect(() => demandAsRead(found, flags({ codes: [...found.codes, 'deny/listed'] }))).toThrow('does not block');
    expect(() => demandAsRead(found, flags({ digest: 'a', codes: found.codes }))).not.toThrow();
  });
  test('has a reason that can be seen', () => {
    expect(() => readReason(flags({ reason: 'a\u202eb' }))).toThrow('cannot be seen');
    expect(() => readReason(flags({ reason: ' ' }))).toThrow('--reason says why');
  });
  test('names accounts by their ids, each once', async () => {
    expect(await accountsOf(flags({ by: 'bob:30,ann:20,bob:30' }))).toEqual([
      { login: 'ann', id: 20 },
      { login: 'bob', id: 30 },
    ]);
    await expect(accountsOf(flags({ by: 'robot[bot]:7' }))).rejects.toThrow('--by takes LOGIN:ID');
  });
});

describe('a mirror', () => {
  test.each(['evidence', 'now', 'policy', 'preset'] as const)('is not answered by --%s', (name) => {
    expect(() => demandOwnAnswer(flags({ [name]: 'attacks' }))).toThrow(`leave out --${name}`);
  });
  test('is answered by the default branch as it stands, whatever is checked out', async () => {
    const repository = gitRepository();
    repository.write('package-lock.json', '{}');
    const tip = repository.commit();
    repository.git('checkout', '--quiet', '-b', 'proposed');
    repository.write('proposed.json', '{}');
    repository.commit();
    const { head, trusted } = await openVetProject({ repo: repository.folder }, true);
    expect([head, trusted.label]).toEqual([trusted, tip.slice(0, 12)]);
    await head.close?.();
    await expect(openVetProject({ dir: temporaryFolder() }, true)).rejects.toThrow('is in no git repository');
  });
  test('takes admissions by numeric ids alone', () => {
    const signer = 'https://github.com/octo/shop/.github/workflows/gate.yml@refs/heads/main';
    expect(identityFrom(flags({ signer, ownerId: 7 }), 77)).toMatchObject({ repositoryId: '77', ownerId: '7' });
    expect(() => identityFrom(flags({ signer, ownerId: 7 }), undefined)).toThrow('add --repository-id');
    expect(() => identityFrom(flags({ signer }), 77)).toThrow('add --owner-id');
    const tag = signer.replace('refs/heads/main', 'refs/tags/v1');
    expect(() => identityFrom(flags({ signer: tag, ownerId: 7 }), 77)).toThrow('--signer');
  });
});
