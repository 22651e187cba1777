import type { Problem } from '../../model/index.ts';
import { quoted } from '../../text/visible.ts';
import type { InstallJob } from './install-jobs.ts';
import type { Permissions } from './workflow-file.ts';

/** The gate keeps harm out of a branch; what a check of the same pull request installs has been run before that. */
export function unjudgedInstall({ path, job, command, isPrivileged, secrets, permissions }: InstallJob): Problem {
  const rights = [
    secrets.length === 0
      ? 'no secret'
      : secrets[0] === 'all'
        ? 'every secret'
        : `the secrets ${secrets.map((name) => quoted(name)).join(', ')}`,
    tokenWords(permissions),
  ].join(' and ');
  const base = isPrivileged ? ' It runs on `pull_request_target`, with these rights for forks too.' : '';
  return {
    code: 'installs-unjudged',
    level: 'warn',
    message: `${quoted(path)}, job ${quoted(job)}: it installs what a pull request locks (${quoted(command)}) without waiting for the gate, with ${rights}.${base}`,
    fix: 'Run the gate as a job of the same workflow and let this one need it (`needs: dependency-gate`), or take away what code of a stranger must not have: its secrets and every permission to write.',
  };
}

function tokenWords(permissions: Permissions): string {
  if (permissions === undefined) return "a token with the repository's default permissions";
  if (permissions === 'write-all') return 'a token that may write everything';
  const writes =
    permissions === 'read-all' ? [] : Object.keys(permissions).filter((scope) => permissions[scope] === 'write');
  if (writes.length === 0) return 'a token that can only read';
  return `a token that may write ${writes.map((scope) => quoted(scope)).join(', ')}`;
}
