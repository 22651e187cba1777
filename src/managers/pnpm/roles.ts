import type { FoundByName } from '../roles.ts';
import { roles } from '../roles.ts';

/** Keys of `pnpm-workspace.yaml`, and their spelling in `.npmrc`, that name a program or a file that pnpm reads. */
export const pnpmRoles = roles(
  [{ as: 'code', kind: 'pnpmfile' }, 'pnpmfile', 'globalPnpmfile', 'global-pnpmfile'],
  [
    { as: 'code', kind: 'build list' },
    'onlyBuiltDependenciesFile',
    'only-built-dependencies-file',
    'pnpm.onlyBuiltDependenciesFile',
  ],
  [{ as: 'settings' }, 'npmrcAuthFile', 'npmrc-auth-file'],
  [
    { as: 'shell' },
    'scriptShell',
    'script-shell',
    'npmPath',
    'npm-path',
    'tokenHelper',
    'token-helper',
    'git',
    'shell',
  ],
  [{ as: 'options' }, 'nodeOptions', 'node-options'],
  [{ as: 'lockfile' }, 'lockfileDir', 'lockfile-dir', 'lockfileDirectory', 'lockfile-directory'],
);

export function pnpmFindsByName(path: string): FoundByName | undefined {
  if (/(?:^|\/)\.pnpmfile\.[cm]?js$/.test(path)) return { role: { as: 'code', kind: 'pnpmfile' } };
  // It reads either instead of `package.json`.
  if (/(?:^|\/)package\.(?:yaml|json5)$/.test(path)) {
    return { role: { as: 'code', kind: 'manifest' }, besideLockfile: true };
  }
  return undefined;
}
