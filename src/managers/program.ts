/** The command that people run. Lockfiles of one program replace one another; those of two programs compete. */
export type Program = 'npm' | 'yarn' | 'pnpm' | 'bun' | 'vlt' | 'aube' | 'deno';

/** How a sentence names it. */
export const programName = (program: Program): string => (program === 'yarn' ? 'Yarn' : program);
