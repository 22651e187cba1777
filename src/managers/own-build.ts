import type { JsonObject } from '../text/json-object.ts';
import { objectOf } from './object-of.ts';

/** For which of the project's own folders a manager runs `node-gyp rebuild` because of a `binding.gyp`. */
export interface OwnBuilds {
  readonly of: 'the root' | 'every importer';
  /** Whether `gypfile: false` in the manifest stops it. */
  readonly heedsGypfile: boolean;
}

export const BINDING_GYP = 'binding.gyp';
export const NODE_GYP = 'node-gyp rebuild';

/** Whether a folder with a `binding.gyp` and this manifest is built: a script of its own takes the place of the build. */
export function isBuilt(manifest: JsonObject, heedsGypfile: boolean): boolean {
  const scripts = objectOf(manifest.get('scripts'));
  const isOwn = (name: string) => typeof scripts.get(name) === 'string' && scripts.get(name) !== '';
  return !isOwn('preinstall') && !isOwn('install') && !(heedsGypfile && manifest.get('gypfile') === false);
}
