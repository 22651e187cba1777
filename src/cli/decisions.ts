import { GateFailure } from '../errors.ts';
import { programName } from './program.ts';

const commands: Readonly<Record<string, () => Promise<{ run: (args: readonly string[]) => Promise<number> }>>> = {
  list: () => import('./decisions-list.ts'),
  verify: () => import('./decisions-verify.ts'),
};

/** `lockgate decisions [list] | verify FILE... | export --pull N`. @returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const [named = 'list', ...rest] = args;
  const isFlag = named.startsWith('-');
  const command = isFlag ? 'list' : named;
  const load = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (load === undefined) {
    throw new GateFailure(
      'usage',
      `decisions takes ${Object.keys(commands).join(', ')}; not ${JSON.stringify(command)}: ${programName()} decisions list`,
    );
  }
  return (await load()).run(isFlag ? args : rest);
}
