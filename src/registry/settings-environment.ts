import type { Environment } from '../managers/named-registry.ts';

/** What GitHub's runner hands to every step of a job, or a job to itself. */
const jobSecrets = ['GITHUB_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'] as const;

/**
 * The environment without what a settings file may never have: the inputs of the action, and in a job on GitHub the job's
 * own tokens, under whatever name. A file that names a host and one of these would send it there. What the operator means
 * for a registry has a name of its own, or is named by the policy's `tokenEnv`.
 */
export function settingsEnvironment(env: Environment): Environment {
  const names = env['GITHUB_ACTIONS'] === 'true' ? jobSecrets : [];
  const withheld = new Set([env['INPUT_GITHUB-TOKEN'], ...names.map((name) => env[name])].filter(Boolean));
  return Object.fromEntries(
    Object.entries(env).filter(([name, value]) => !/^INPUT_/i.test(name) && !withheld.has(value)),
  );
}
