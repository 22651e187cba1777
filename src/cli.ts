import { outliveReaders } from './cli/readers.ts';
import { asGateError, GateFailure } from './errors.ts';

declare const LOCKGATE_VERSION: string;

/** Each command is a module of its own, so that a run loads what it uses and nothing else. */
const commands: Readonly<Record<string, () => Promise<{ run: (args: readonly string[]) => Promise<number> }>>> = {
  check: () => import('./cli/check.ts'),
  audit: () => import('./cli/audit.ts'),
  vet: () => import('./cli/vet.ts'),
  explain: () => import('./cli/explain.ts'),
  replay: () => import('./cli/replay.ts'),
  policy: () => import('./cli/policy.ts'),
  init: () => import('./cli/init.ts'),
  doctor: () => import('./cli/doctor.ts'),
};

async function main([command, ...args]: readonly string[]): Promise<number> {
  if (command === '--version') return print(`${LOCKGATE_VERSION}\n`);
  if (command === undefined || command === '--help' || command === 'help' || args.includes('--help')) {
    const { usage } = await import('./cli/usage.ts');
    return print(usage);
  }
  const load = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (load === undefined) {
    throw new GateFailure(
      'usage',
      `there is no command ${JSON.stringify(command)}: use ${Object.keys(commands).join(', ')}, or see lockgate --help`,
    );
  }
  const { run } = await load();
  return run(args);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

outliveReaders();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  const { errorLine } = await import('./report/words.ts');
  process.stderr.write(`lockgate: ${errorLine(asGateError(cause))}\n`);
  if (!(cause instanceof GateFailure) && process.argv.includes('--verbose')) console.error(cause);
  process.exitCode = 2;
}
