import { compared, compareField, ignored, read, reasons, writesField } from '../../lockfile/fields.ts';
import type { FieldTable, FieldUse } from '../../lockfile/fields.ts';
import type { ComparedField, ComparedFields } from '../../model/index.ts';
import type { JsonObject } from '../../text/json-object.ts';
import { normalBin } from '../bin.ts';

const asked: FieldUse = compared('requirements', ['1']);

/** The fields of an entry of npm's `packages` (Arborist, `shrinkwrap.js`). */
export const npmFields: FieldTable = new Map<string, FieldUse>([
  ...['name', 'version', 'resolved', 'integrity', 'link'].map((field) => [field, read] as const),
  ['bin', compared('bin', ['1'])],
  ['inBundle', compared('in-bundle')],
  ['hasShrinkwrap', compared('has-shrinkwrap', ['1'])],
  ['hasInstallScript', compared('has-install-script', ['1'])],
  ...['os', 'cpu', 'libc'].map((field) => [field, compared('platforms', ['1'])] as const),
  ['dependencies', asked],
  ['devDependencies', asked],
  ['optionalDependencies', asked],
  ['peerDependencies', asked],
  ['bundleDependencies', asked],
  ['acceptDependencies', asked],
  ...['dev', 'optional', 'devOptional', 'peer'].map((field) => [field, ignored(reasons.type)] as const),
  ['extraneous', ignored('Nothing asks for the entry: the graph tells, and the rule `lockfile` says so.')],
  ['license', ignored(reasons.shown)],
  ['funding', ignored(reasons.shown)],
  ['deprecated', ignored(`${reasons.shown} The registry's own word is what the rule \`abandonment\` reads.`)],
  ['engines', ignored(reasons.engines)],
  ['peerDependenciesMeta', ignored(reasons.peers)],
  ['workspaces', ignored('The workspaces of a package that is installed are never installed.')],
]);

/** The fields of an entry of npm's older `dependencies`; what both maps have goes by the newer name. */
export const npmLegacyFields: FieldTable = new Map<string, FieldUse>([
  ...['version', 'resolved', 'integrity'].map((field) => [field, read] as const),
  ['bundled', compared('in-bundle')],
  ['requires', compared('requirements', ['2', '3'])],
  ['dependencies', ignored('What lies in its folder: entries of their own.')],
  [
    'from',
    ignored('What was asked for when it was locked: npm 7 and later do not read it, and npm 6 installs `version`.'),
  ],
  ...['dev', 'optional', 'devOptional', 'peer'].map((field) => [field, ignored(reasons.type)] as const),
  ['extraneous', ignored('Nothing asks for the entry: the graph tells, and the rule `lockfile` says so.')],
]);

/**
 * The compared fields of a lockfile of npm.
 * @param packages the map of that name
 * @param legacy entries of `dependencies`, by their places
 */
export function npmComparedFields(
  packages: JsonObject | undefined,
  legacy: ReadonlyMap<string, JsonObject>,
): ComparedFields {
  // npm reads `packages` whatever the version says.
  const version = packages === undefined ? '1' : '3';
  const [writes, writesOld] = [writesField(npmFields, version), writesField(npmLegacyFields, version)];
  return {
    of(key) {
      const fields = new Map<string, ComparedField>();
      const entry = packages?.get(key) as JsonObject | undefined;
      if (entry !== undefined) {
        entry.forEach((field, value) => compareField(fields, npmFields, field, value));
        nameBin(fields, key, entry);
        return fields;
      }
      legacy
        .get(key.replace(/^dependencies:/, ''))
        ?.forEach((field, value) => compareField(fields, npmLegacyFields, field, value));
      const bundled = fields.get('bundled');
      if (bundled !== undefined) {
        fields.delete('bundled');
        fields.set('inBundle', bundled);
      }
      return fields;
    },
    writes: (field) => writes(field) ?? writesOld(field),
  };
}

/** Compared as npm links them, whatever the spelling. */
function nameBin(fields: Map<string, ComparedField>, key: string, entry: JsonObject): void {
  const stated = fields.get('bin');
  if (stated === undefined) return;
  const name = entry.get('name');
  const folder = key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const bin = normalBin(typeof name === 'string' ? name : folder, entry.get('bin'));
  if (Object.keys(bin).length === 0) fields.delete('bin');
  else fields.set('bin', { ...stated, value: JSON.stringify(bin), bin });
}
