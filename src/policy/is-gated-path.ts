/** Whether a path may be gated: lockfiles under `node_modules` belong to installed packages and have no effect. */
export function isGatedPath(path: string): boolean {
  return !path.split('/').includes('node_modules');
}
