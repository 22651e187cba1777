import { harmless, install, overriding, settingsTable } from '../settings-table.ts';

/** The settings of Deno in `deno.json`, by its configuration page and its schema of November 2026. */
export const denoTable = settingsTable([
  harmless('presentation', '$schema', 'fmt', 'lint', 'test', 'bench'),
  harmless('publishing', 'name', 'version', 'license', 'description', 'exports', 'publish'),
  harmless('commands', 'compilerOptions', 'tasks', 'deploy', 'compile', 'exclude', 'include'),
  harmless('linking', 'nodeModulesDir', 'nodeModulesLinker'),
  // Requirements: the lockfile repeats them, and every package in it is judged.
  harmless('selection', 'imports', 'scopes', 'workspace'),
  overriding('links', 'patch', 'overrides'),
  install('lock', 'importMap', 'allowScripts', 'permissions', 'unstable', 'vendor', 'minimumDependencyAge'),
]);
