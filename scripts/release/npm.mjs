import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { pinnedProgram } from '../test/pinned.mjs';

/**
 * The npm that packs and publishes, pinned by its own lockfile: it stages a release (`npm stage`), which that of Node 20 and 22
 * cannot, and nobody's newest npm handles the token of a release.
 * @returns {string} the path of its npm-cli.js
 */
export function releaseNpm() {
  const folder = fileURLToPath(new URL('npm/', import.meta.url));
  const advice = 'Run `npm ci --ignore-scripts --prefix scripts/release/npm`.';
  return pinnedProgram({ folder, program: 'npm/bin/npm-cli.js', name: 'The npm of releases', advice });
}

/** Runs it and returns what it prints. Without its check for updates, which asks the public registry. */
export function npm(args, options = {}) {
  return execFileSync(process.execPath, [releaseNpm(), ...args], {
    ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 1024 * 1024 },
    ...options,
    env: { ...process.env, ...options.env, npm_config_update_notifier: 'false' },
  });
}
