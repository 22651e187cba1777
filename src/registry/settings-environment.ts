import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Environment } from '../managers/named-registry.ts';

/** What GitHub's runner hands to every step of a job, or a job to itself. */
const jobSecrets = ['GITHUB_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'] as const;

/**
 * The environment without what a settings file may never have: the inputs of the action, and in a job on GitHub the job's
 * own tokens, under whatever name. A file that names a host and one of these would send it there. What the operator means
 * for a registry has a name of its own, or is named by the policy's `tokenEnv`.
 * Nor does it hold what a package manager that started lockgate read from the working directory (docs/decisions/0251).
 */
export function settingsEnvironment(env: Environment): Environment {
  const names = env['GITHUB_ACTIONS'] === 'true' ? jobSecrets : [];
  const withheld = new Set([env['INPUT_GITHUB-TOKEN'], ...names.map((name) => env[name])].filter(Boolean));
  const isOfWorkTree = mayBeOfWorkTree(env);
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name, value]) =>
        !/^INPUT_/i.test(name) && !withheld.has(value) && !(name.startsWith('npm_config_') && isOfWorkTree),
    ),
  );
}

/**
 * Whether variables of npm's settings may come from a file of the working directory. npm hands the settings of its project on to
 * what it starts, in lower case, as if they were the operator's. The others say less of what they read: theirs never count.
 */
function mayBeOfWorkTree(env: Environment): boolean {
  const startedBy = env['npm_config_user_agent'] ?? env['npm_execpath'];
  if (startedBy === undefined) return false;
  const folder = env['npm_config_local_prefix'];
  return folder === undefined || !startedBy.startsWith('npm/') || existsSync(join(folder, '.npmrc'));
}
