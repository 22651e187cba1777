import validate from 'validate-npm-package-name';

const valid = new Map<string, boolean>();

/** Matches nearly every name, without the library, which tries a dozen expressions for each name. */
const PLAIN_NAME = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;
const NO_NAMES: ReadonlySet<string> = new Set(['node_modules', 'favicon.ico', 'constructor']);

/** Whether npm accepts it as a name, legacy names (upper case, `~'!()*`) included. */
export function isPackageName(name: string): boolean {
  if (PLAIN_NAME.test(name)) return !NO_NAMES.has(name);
  let known = valid.get(name);
  if (known === undefined) {
    if (valid.size > 50_000) valid.clear();
    known = !NO_NAMES.has(name) && validate(name).validForOldPackages;
    valid.set(name, known);
  }
  return known;
}
