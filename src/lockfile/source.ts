import type { Source } from '../model/index.ts';
import { folderOf, follow } from '../text/paths.ts';
import { specKind } from './spec.ts';

/**
 * What an installed entry's `resolved` says of where it comes from. Every http address counts as a registry's until
 * the spec that asks for it says otherwise (`resolve/promote.ts`), and so does what no parser accepts: the rule
 * `registry` judges the address, and no setting lowers that.
 */
export function resolvedSource(lockfilePath: string, resolved: string | undefined): Source {
  if (resolved === undefined || /^https?:/i.test(resolved)) return { kind: 'registry' };
  if (/^\s*file:/i.test(resolved)) return fileSource(lockfilePath, resolved);
  return specKind(resolved) === 'git' && resolved.includes(':')
    ? { kind: 'git', spec: resolved }
    : { kind: 'registry' };
}

/** A tarball or folder that is packed and installed. */
export function fileSource(lockfilePath: string, spec: string): Source {
  return { kind: 'file', spec, outside: follow(folderOf(lockfilePath), spec).outside };
}
