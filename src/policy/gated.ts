/** Whether a path could be a lockfile of the repository's own: what is installed below it brings its own, which say nothing. */
export function isOutsideModules(path: string): boolean {
  return !path.split('/').includes('node_modules');
}
