import { roles } from '../roles.ts';

/** Keys of `deno.json` that name a file that deno reads. */
export const denoRoles = roles([{ as: 'lockfile', usual: 'deno.lock' }, 'lock']);
