import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { repositoryRoot } from './cli.ts';
import { temporaryFolder } from './git-repository.ts';

/** What a release is made with. */

const { releaseNpm } = (await import(join(repositoryRoot, 'scripts/release/npm.mjs'))) as { releaseNpm: () => string };

/** The npm of releases, pinned by its own lockfile. */
export const npmCli = releaseNpm();

/** `npm run pack` into a folder. */
export const pack = (folder: string, ...args: readonly string[]) =>
  execFileSync(process.execPath, ['scripts/release/pack.mjs', '--out', folder, ...args], {
    ...{ cwd: repositoryRoot, encoding: 'utf8', stdio: 'pipe' },
  });

/** An environment that is nobody's: an empty home but for the registry, and an empty cache. */
export function emptyHome(registry: string, path = process.env['PATH'] ?? ''): Record<string, string> {
  const home = temporaryFolder();
  writeFileSync(join(home, '.npmrc'), `registry=${registry}\n`);
  return { PATH: path, HOME: home, npm_config_cache: join(home, 'cache'), npm_config_update_notifier: 'false' };
}
