import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The folder of a data set (`lockfile-pairs`, `lockfiles`, `registry-evidence`) that is shared beside the repository,
 * unpacked once for each state of its tarball into the temporary folder. Undefined, with a printed reason, where the
 * tarball is not there: skip the tests that need it.
 */
export function sharedData(name: string): string | undefined {
  const tarball = join(repository, '..', 'shared', 'data', `${name}.tar.gz`);
  if (!existsSync(tarball)) {
    process.stderr.write(`Skipped: ../shared/data/${name}.tar.gz is not there.\n`);
    return undefined;
  }
  const { mtimeMs, size } = statSync(tarball);
  const folder = join(tmpdir(), `lockgate-data-${name}-${Math.floor(mtimeMs)}-${size}`);
  if (!existsSync(folder)) {
    const fresh = mkdtempSync(`${folder}-`);
    execFileSync('tar', ['-xzf', tarball, '-C', fresh]);
    try {
      renameSync(fresh, folder);
    } catch (cause) {
      rmSync(fresh, { recursive: true });
      if (!existsSync(folder)) throw cause; // another worker was faster
    }
  }
  return join(folder, name);
}
