import type { FoundByName } from '../roles.ts';
import { roles } from '../roles.ts';
import { steersPrograms } from './environment.ts';

/** Keys of `bunfig.toml` that name a program that bun runs during an install. */
export const bunRoles = roles(
  [{ as: 'code', kind: 'preload' }, 'preload'],
  [{ as: 'code', kind: 'scanner' }, 'install.security.scanner'],
);

/** Files that bun takes environment variables from, for itself and for each install script that it starts. */
const ENVIRONMENT = /(?:^|\/)\.env(?:\.(?:production|development|test))?(?:\.local)?$/;

/** An application's own `.env` is most often of no concern: it counts where it steers programs. */
export function bunFindsByName(path: string): FoundByName | undefined {
  if (!ENVIRONMENT.test(path)) return undefined;
  return { role: { as: 'code', kind: 'environment', counts: steersPrograms }, besideLockfile: true };
}
