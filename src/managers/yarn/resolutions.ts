import { JsonObject } from '../../text/json-object.ts';
import { aliasTarget } from '../../lockfile/spec.ts';
import type { Overrides, Unapplied } from '../overrides.ts';
import type { Replacement } from '../replacing.ts';
import { objectOf } from '../object-of.ts';
import type { ReadFile } from '../settings-file.ts';

const NAME = String.raw`((?:@[^/@*]+\/)?[^/@*]+)`;
/** `name`, `name@range`, `parent/name`, `parent@version/name`; Yarn reads a leading `**` as nothing. */
const KEY = new RegExp(`^(?:\\*\\*/)?(?:${NAME}(?:@([^/]+))?/)?${NAME}(?:@([^/]+))?$`);

/** What an entry of `resolutions` is about. */
export interface ResolutionKey {
  readonly name: string;
  /** The spec that is replaced; undefined: any. */
  readonly asked?: string;
  /** Whose requirements; undefined: everybody's. */
  readonly parent?: string;
  readonly parentSpec?: string;
}

/** Undefined for what Yarn 2 and later does not accept. */
export function resolutionKey(key: string): ResolutionKey | undefined {
  const [, parent, parentSpec, name, asked] = KEY.exec(key) ?? [];
  if (name === undefined) return undefined;
  return {
    name,
    ...(asked !== undefined && { asked }),
    ...(parent !== undefined && { parent }),
    ...(parentSpec !== undefined && { parentSpec }),
  };
}

/**
 * Yarn's `resolutions`. An entry below a parent counts for the parent's own dependencies. Yarn 1 reads a path of names
 * from the root instead, which a packument does not tell, and has no ranges.
 */
export function yarnResolutions({ path, value: document }: ReadFile<'package.json'>, isClassic: boolean): Overrides {
  const replacements: Replacement[] = [];
  const unapplied: Unapplied[] = [];
  const list = objectOf(document.value).get('resolutions');
  if (!(list instanceof JsonObject)) return { replacements, ofWorkspaces: replacements, unapplied };
  list.forEach((key, value, offset) => {
    const { parent, parentSpec, name, asked } = resolutionKey(key) ?? {};
    const isTold = isClassic && (parent !== undefined || asked !== undefined);
    if (name === undefined || typeof value !== 'string' || isTold) {
      const target = name ?? /(?:^|\/)((?:@[^/@*]+\/)?[^/@*]+)$/.exec(key)?.[1];
      const line = document.line(offset);
      unapplied.push({ path, line, key: `resolutions.${key}`, ...(target !== undefined && { name: target }) });
      return;
    }
    replacements.push({
      name,
      ...(asked !== undefined && { asked: { spec: withoutProtocol(asked), exactly: true } }),
      ...(parent !== undefined && {
        parent: { name: parent, ...(parentSpec !== undefined && { range: withoutProtocol(parentSpec) }) },
      }),
      spec: withoutProtocol(value),
    });
  });
  return { replacements, ofWorkspaces: replacements, unapplied };
}

/** Yarn writes `npm:^1.0.0` for a range, and `npm:name@^1.0.0` for another name, as npm does. */
function withoutProtocol(spec: string): string {
  const target = aliasTarget(spec);
  const isAlias = target === undefined || /^\s*npm:@?[^@]+@/i.test(spec);
  return isAlias ? spec : target.name;
}
