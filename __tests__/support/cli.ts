import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Report } from '../../src/model/index.ts';
import { parseReport } from '../../src/report/schema.ts';
import { type BundleEnd, runBundle } from './bundle-process.ts';

/**
 * The bundled command line in an environment of its own: no configuration of this machine's npm, an empty home, and a
 * registry that the test names.
 */

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));
export const bundledCli = join(repositoryRoot, 'dist/cli.js');

/** A folder with these files, by path; the caller removes it. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const path = mkdtempSync(join(tmpdir(), 'lockgate-cli-'));
  const write = (more: Readonly<Record<string, string | Uint8Array>>) => {
    for (const [name, content] of Object.entries(more)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    }
  };
  write(files);
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface CliRun {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** See bundle-process.ts. */
  readonly ownProcess?: boolean;
}

export async function runCli(
  args: readonly string[],
  { cwd = tmpdir(), env = {}, ownProcess = false }: CliRun = {},
): Promise<BundleEnd> {
  const home = mkdtempSync(join(tmpdir(), 'lockgate-home-'));
  try {
    const basis = { PATH: process.env['PATH'] ?? '', HOME: home, npm_config_prefix: home };
    return await runBundle({ script: bundledCli, args, cwd, env: { ...basis, ...env }, ownProcess });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

export interface Sides {
  readonly base: Readonly<Record<string, string | Uint8Array>>;
  readonly head: Readonly<Record<string, string | Uint8Array>>;
}

/** `lockgate check` of two folders, as JSON. `args` may hold `{base}` and `{head}` for the folders' paths. */
export async function checkFolders(
  { base, head }: Sides,
  args: readonly string[] = [],
): Promise<BundleEnd & { readonly report: Report }> {
  const before = temporaryFolder(base);
  const after = temporaryFolder(head);
  try {
    const given = args.map((arg) => arg.replace('{base}', before.path).replace('{head}', after.path));
    const ended = await runCli([
      ...['check', '--format', 'json', '--now', '2026-06-01T00:00:00Z'],
      ...['--base-dir', before.path, '--head-dir', after.path],
      ...given,
    ]);
    return { ...ended, report: parseReport(ended.stdout) };
  } finally {
    before.remove();
    after.remove();
  }
}
