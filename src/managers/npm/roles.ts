import { roles } from '../roles.ts';

/** Keys of `.npmrc` that name a program, or a file that npm takes settings from. */
export const npmRoles = roles(
  [{ as: 'settings' }, 'userconfig', 'globalconfig'],
  [{ as: 'shell' }, 'script-shell', 'shell', 'git', 'node-gyp', 'python'],
  [{ as: 'options' }, 'node-options'],
  [{ as: 'code', kind: 'extension' }, 'extension-file', 'onload-script'],
);
