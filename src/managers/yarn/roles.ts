import type { FoundByName, Role } from '../roles.ts';
import { roles } from '../roles.ts';
import { releaseVersions } from './release.ts';

const ofRelease: Role = { as: 'manager', program: 'yarn', versionsOf: releaseVersions };

/** Keys of `.yarnrc.yml` that name a program or a file that Yarn reads. */
export const berryRoles = roles(
  [ofRelease, 'yarnPath'],
  // Yarn 2 and 3 obey it.
  [{ as: 'lockfile', usual: 'yarn.lock' }, 'lockfileFilename'],
  [{ as: 'code', kind: 'plugin' }, 'plugins'],
  [{ as: 'code', kind: 'constraints' }, 'constraintsPath'],
  [{ as: 'code', kind: 'environment' }, 'injectEnvironmentFiles'],
);

/** Keys of `.yarnrc` that name a program or a file that Yarn 1 reads. */
export const classicRoles = roles(
  [ofRelease, 'yarn-path'],
  [{ as: 'settings' }, 'use-yarnrc', 'default-rc', '--use-yarnrc', '--install.use-yarnrc'],
  [{ as: 'shell' }, 'script-shell'],
);

/** Releases are named by a setting, which is judged with them; here they count so that none is overlooked. */
const release = (path: string): FoundByName | undefined =>
  /(?:^|\/)\.yarn\/releases\//.test(path) ? { role: ofRelease } : undefined;

export const classicFindsByName = release;

export function berryFindsByName(path: string): FoundByName | undefined {
  const code = (kind: string, besideLockfile?: true): FoundByName => ({
    role: { as: 'code', kind },
    ...(besideLockfile && { besideLockfile }),
  });
  if (/(?:^|\/)\.yarn\/plugins\//.test(path)) return code('plugin');
  if (/(?:^|\/)(?:yarn\.config\.cjs|constraints\.pro)$/.test(path)) return code('constraints', true);
  if (/(?:^|\/)\.env\.yarn$/.test(path)) return code('environment', true);
  return release(path);
}
