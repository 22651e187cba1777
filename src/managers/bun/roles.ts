import { roles } from '../roles.ts';

/** Keys of `bunfig.toml` that name a program that bun runs during an install. */
export const bunRoles = roles(
  [{ as: 'code', kind: 'preload' }, 'preload'],
  [{ as: 'code', kind: 'scanner' }, 'install.security.scanner'],
);
