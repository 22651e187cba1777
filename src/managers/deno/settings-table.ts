import { harmless, install, overriding, settingsTable, limiting, stricter } from '../settings-table.ts';

/** The settings of Deno in `deno.json`, by its configuration page and its schema of November 2026. */
export const denoTable = settingsTable([
  harmless('presentation', '$schema', 'fmt', 'lint', 'test', 'bench'),
  harmless('publishing', 'name', 'version', 'license', 'description', 'exports', 'publish'),
  harmless('commands', 'compilerOptions', 'tasks', 'deploy', 'compile', 'exclude', 'include'),
  harmless('linking', 'nodeModulesDir', 'nodeModulesLinker'),
  // Requirements: the lockfile repeats them, and every package in it is judged.
  harmless('selection', 'imports', 'scopes', 'workspace'),
  overriding('links', 'patch', 'overrides'),
  // As a number, in minutes; a date or a duration is never seen to be stricter.
  limiting('waiting', stricter('greater', 'minimumDependencyAge')),
  limiting('scripts', install('allowScripts')),
  install('lock', 'importMap', 'permissions', 'unstable', 'vendor'),
]);
