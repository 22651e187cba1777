/** The environment of lockgate's git processes, so that a repository's own settings cannot make git run or fetch anything. */
import { devNull } from 'node:os';
import { delimiter, isAbsolute, relative } from 'node:path';

/**
 * Of git's own variables only those that say where its configuration and programs are (CI sets `safe.directory` with
 * some of them). The rest (`GIT_DIR`, `GIT_INDEX_FILE`, `GIT_OBJECT_DIRECTORY`, ...), which git sets while it runs a
 * hook, would point at another repository than the one that was asked for.
 */
const keptVariables =
  /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH)$/;

/**
 * Names and meanings: git(1), "Environment Variables". `GIT_ALLOW_PROTOCOL` beats `protocol.<name>.allow` in the
 * repository's configuration; with no transport left, a git too old to know `GIT_NO_LAZY_FETCH` (it came with the
 * security releases of May 2024) fetches nothing either. `GIT_NO_REPLACE_OBJECTS`: an id means its own bytes.
 */
const fixedVariables = {
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/** Options before the command, each of which beats every configuration file (git-config(1), "SCOPES"). */
export const fixedOptions: readonly string[] = [
  '--no-pager',
  ...[
    'core.fsmonitor=false',
    `core.hooksPath=${devNull}`,
    'core.quotePath=false',
    'core.askPass=',
    'credential.helper=',
    'protocol.allow=never',
    'submodule.recurse=false',
    'advice.graftFileDeprecated=false',
  ].flatMap((setting) => ['-c', setting]),
];

/** The environment of a git process that works on `folder`, made from lockgate's own. */
export function gitEnvironment(own: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(own).filter(([name]) => !name.startsWith('GIT_') || keptVariables.test(name));
  return {
    ...Object.fromEntries(
      kept.map(([name, value]) => [name, name.toUpperCase() === 'PATH' ? trustedPath(value ?? '', folder) : value]),
    ),
    ...fixedVariables,
  };
}

/**
 * The search path without what a pull request could fill: relative entries, `node_modules/.bin` (npm scripts put it in
 * front), and folders of the repository itself. A file called `git` in any of these must not be run.
 */
function trustedPath(path: string, folder: string): string {
  const outside = (entry: string) =>
    /^\.\.(?:[\\/]|$)/.test(relative(folder, entry)) || isAbsolute(relative(folder, entry));
  return path
    .split(delimiter)
    .filter((entry) => isAbsolute(entry) && outside(entry) && !/[\\/]node_modules(?:[\\/]|$)/.test(entry))
    .join(delimiter);
}
