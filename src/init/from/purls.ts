import semver from 'semver';

import { isPackageName } from '../../lockfile/names.ts';

/** What a package URL selects: a package of npm, a group of them, or something of another ecosystem. */
export type Selected =
  | { readonly is: 'package'; readonly name: string; readonly version?: string }
  | { readonly is: 'group'; readonly scope: string }
  | { readonly is: 'other' }
  | { readonly is: 'unclear' };

/** Reads `pkg:npm/left-pad@1.3.0`, `pkg:npm/%40acme/tool` and `pkg:npm/@acme/`; qualifiers and a subpath select nothing more here. */
export function selectedBy(purl: string): Selected {
  const [, type, rest] = /^pkg:\/*([A-Za-z][\w.+-]*)\/(.*)$/s.exec(purl.trim()) ?? [];
  if (type === undefined || rest === undefined) return { is: 'unclear' };
  if (!/^npm$/i.test(type)) return { is: 'other' };
  if (/[?#]/.test(rest)) return { is: 'unclear' };
  const text = decoded(rest);
  if (text === undefined) return { is: 'unclear' };
  const group = /^(@[^/@]+)\/?$/.exec(text)?.[1];
  if (group !== undefined) {
    return isPackageName(`${group}/x`) && !/[*?]/.test(group) ? { is: 'group', scope: group } : { is: 'unclear' };
  }
  const at = text.indexOf('@', 1);
  const name = at < 0 ? text : text.slice(0, at);
  const version = at < 0 ? undefined : text.slice(at + 1);
  // In a policy, `*` and `?` are wildcards; old names of npm may have them.
  if (!isPackageName(name) || /[*?]/.test(name)) return { is: 'unclear' };
  if (version === undefined) return { is: 'package', name };
  return semver.valid(version) === version ? { is: 'package', name, version } : { is: 'unclear' };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
