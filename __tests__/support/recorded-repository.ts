import { afterAll, beforeAll } from '@jest/globals';

import type { BlockedPackage, DecisionRecord, Report } from '../../src/model/index.ts';
import { parseReport } from '../../src/report/schema.ts';
import { blockedPackages } from './blocked-packages.ts';
import { runCli } from './cli.ts';
import type { GitRepositoryFixture } from './git-repository.ts';
import { gitRepository } from './git-repository.ts';
import type { LoopbackRegistry } from './loopback-registry.ts';
import { pkg, startRegistry } from './loopback-registry.ts';
import type { MemoryFile } from './memory-snapshot.ts';
import { adding } from './pull-request.ts';
import { approvalOf, denialOf, fileOf, recorded } from './records.ts';

/** A repository whose base has records, and whose work tree adds a package that blocks: for the command line. */

const policy = `version: 1
approvals:
  approvers:
    users: [{ login: ann, id: 20 }, { login: bob, id: 30 }]
`;
export const now = '2026-06-12T00:00:00Z';
/** Of the repository that the records are about. */
export const id = 7_000_001;

export let registry: LoopbackRegistry;
export let sides: Readonly<Record<'base' | 'head', Readonly<Record<string, MemoryFile>>>>;
export let entry: BlockedPackage;

/** To be called once in a test file. */
export function useRegistry(): void {
  beforeAll(async () => {
    const young = pkg({ '1.0.0': { publishedAt: '2026-06-10T00:00:00Z' } });
    registry = await startRegistry({ packages: { young } });
    const all = adding(registry, 'young', { version: '1.0.0' });
    const own = { '.github/dependency-policy.yml': policy };
    sides = { base: { ...all.base, ...own }, head: { ...all.head, ...own } };
    const found = await blockedPackages(sides, { registry: registry.url, repositoryId: id, now });
    entry = found.get('young') as BlockedPackage;
  });
  afterAll(() => registry.close());
}

export const approval = (of = entry) => approvalOf(of, [recorded(20, 'ann', of.codes)]);
export const denial = () => denialOf(entry.preimage, [{ ...recorded(30, 'bob', []), reason: 'It phones home.' }]);

/** A repository whose branch `main` has these records, and whose work tree adds the package. */
export function repositoryWith(records: readonly DecisionRecord[], origin?: string): GitRepositoryFixture {
  const repository = gitRepository();
  const write = (files: Readonly<Record<string, MemoryFile>>) => {
    for (const [path, text] of Object.entries(files)) repository.write(path, text as string);
  };
  write(sides.base);
  for (const { path, text } of records.map(fileOf)) repository.write(path, text);
  repository.commit();
  if (origin !== undefined) repository.git('remote', 'add', 'origin', origin);
  repository.git('checkout', '-q', '-b', 'change');
  write(sides.head);
  return repository;
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly report: Report;
}

export async function run(
  { folder }: GitRepositoryFixture,
  args: readonly string[],
  { isKnown = true, env = {} }: { readonly isKnown?: boolean; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  const known = isKnown ? ['--repository-id', String(id)] : [];
  const given = [...args, '--now', now, '--registry', registry.url, ...known];
  const { status, stdout } = await runCli([...given, '--format', 'json'], { cwd: folder, env });
  return { status, stdout, report: parseReport(stdout) };
}
