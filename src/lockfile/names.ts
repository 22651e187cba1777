import validate from 'validate-npm-package-name';

const valid = new Map<string, boolean>();

/** What nearly every name is like, told without the library, which asks for each name with a dozen expressions. */
const PLAIN_NAME = /^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/;
const NO_NAMES: ReadonlySet<string> = new Set(['node_modules', 'favicon.ico', 'constructor']);

/** Whether npm would accept it as a name, legacy ones (upper case, `~'!()*`) included. */
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
