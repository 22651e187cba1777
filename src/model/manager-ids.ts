/** What each package manager and the format of its lockfile is called; Yarn 1 and the later ones are two of them. */
export const managerIds = ['npm', 'yarn-classic', 'yarn-berry', 'pnpm', 'bun'] as const;

export type ManagerId = (typeof managerIds)[number];
