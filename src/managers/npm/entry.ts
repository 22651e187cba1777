import { EntryFields } from '../../lockfile/entry.ts';
import { isPackageName } from '../../lockfile/names.ts';
import { mapNames, readMaps, refuser, requirementsOf } from '../../lockfile/requirements.ts';
import type { Claims, Requirement } from '../../model/index.ts';
import { limits, quoted } from '../../text/visible.ts';

/** One entry of `packages` with checked fields, before its kind is known. */
export interface NpmEntry {
  readonly name?: string | undefined;
  readonly version?: string | undefined;
  readonly resolved?: string | undefined;
  readonly integrity?: string | undefined;
  readonly link: boolean;
  readonly claims: Claims;
  readonly requires: readonly Requirement[];
}

/** What an entry claims about itself, by npm's field names. */
const CLAIMS = [
  'dev',
  'optional',
  'devOptional',
  'peer',
  'extraneous',
  'inBundle',
  'hasInstallScript',
  'hasShrinkwrap',
] as const;

/** Reads the fields that an entry of `packages` or of `dependencies` may have. */
export class NpmFields extends EntryFields {
  /** A string, or `false`, which npm 5 and 6 may have written for "none". */
  stringOrFalse(field: string, value = this.object.get(field)): string | undefined {
    return value === false ? undefined : this.string(field, value);
  }

  /** @param legacy the field names of lockfile version 1 */
  claims(legacy: Readonly<Partial<Record<(typeof CLAIMS)[number], string>>> = {}): Claims {
    const claims: { -readonly [K in keyof Claims]: Claims[K] } = {};
    for (const claim of CLAIMS) {
      const value = this.boolean(legacy[claim] ?? claim);
      if (value !== undefined) claims[claim] = value;
    }
    return claims;
  }

  requires(top: boolean): readonly Requirement[] {
    const refuse = refuser(this.document, 'lockfile-shape');
    return requirementsOf(
      readMaps(this.object, (offset, what) => refuse(offset, `In ${quoted(this.key)}: ${what}`)),
      top,
    );
  }

  /** The real name of an aliased package. */
  checkName(name: string): void {
    if (isPackageName(name)) return;
    refuser(this.document, 'lockfile-invalid-name')(
      this.object.offsetOf('name'),
      `${quoted(this.key)} has the name ${quoted(name, limits.name)}, which npm does not accept`,
    );
  }
}

/**
 * One pass over the fields: there are thousands of entries, and most of their fields are not needed.
 * @param top whether it is the entry of a folder: then its `devDependencies` count
 */
export function readEntry(fields: NpmFields, top: boolean): NpmEntry {
  const claims: { -readonly [K in keyof Claims]: Claims[K] } = {};
  const entry: { -readonly [K in keyof NpmEntry]: NpmEntry[K] } = { link: false, claims, requires: NONE };
  let asks = false as boolean; // set in a callback, which the compiler does not follow
  fields.object.forEach((field, value) => {
    const known = FIELDS.get(field);
    if (known === undefined) return;
    if (known === 'string') entry[field as 'name'] = fields.string(field, value);
    else if (known === 'string or false') entry[field as 'resolved'] = fields.stringOrFalse(field, value);
    else if (known === 'map') asks = true;
    else if (known === 'link') entry.link = fields.boolean(field, value) === true;
    else claims[field as (typeof CLAIMS)[number]] = fields.boolean(field, value) === true;
  });
  if (asks) entry.requires = fields.requires(top);
  return entry;
}

const NONE: readonly Requirement[] = [];

/** How each field that matters is read. */
const FIELDS: ReadonlyMap<string, 'string' | 'string or false' | 'map' | 'link' | 'claim'> = new Map([
  ['name', 'string'],
  ['version', 'string'],
  ['resolved', 'string or false'],
  ['integrity', 'string or false'],
  ['link', 'link'],
  ...mapNames.map((name) => [name, 'map'] as const),
  ...CLAIMS.map((name) => [name, 'claim'] as const),
]);
