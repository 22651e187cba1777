/** The id of each package manager and its lockfile format. Yarn 1 and the later versions are two of them. */
export const managerIds = ['npm', 'yarn-classic', 'yarn-berry', 'pnpm', 'bun', 'deno'] as const;

export type ManagerId = (typeof managerIds)[number];
