import type { Source } from '../model/index.ts';

const installScripts: readonly string[] = ['preinstall', 'install', 'postinstall'];

/** npm links a folder and runs in it what it runs in a project. */
export const scriptsOfEveryFolder = (): readonly string[] => [...installScripts, 'prepare'];

/** What is copied (`file:`) is built; what is linked (`link:`, `portal:`) is left as it is. */
export function scriptsOfCopies({ kind, spec = '' }: Source): readonly string[] {
  return kind === 'link' && /^file:/i.test(spec) ? installScripts : [];
}

/** The same for a manager that writes the spec as the manifest has it: a bare path is copied. */
export function scriptsUnlessLinked({ kind, spec = '' }: Source): readonly string[] {
  return kind === 'link' && !/^link:/i.test(spec) ? installScripts : [];
}
