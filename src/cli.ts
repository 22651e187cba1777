#!/usr/bin/env node
import { ignoreBrokenPipe } from './cli/broken-pipe.ts';
import { asGateErrors, GateFailure } from './errors.ts';

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
  approve: () => import('./cli/approve.ts'),
  decisions: () => import('./cli/decisions.ts'),
};

/** What `lockgate help`, `lockgate COMMAND --help` and the like ask about; undefined if help was not asked for. */
function helpAsked(words: readonly (string | undefined)[]): string | undefined {
  const [first, second, third] = words;
  if (first === undefined) return '';
  if (first === 'help') return [second, third].filter((word) => word !== undefined).join(' ');
  if (!words.includes('--help') && !words.includes('-h')) return undefined;
  const hasParts = first === 'policy' || first === 'decisions';
  return hasParts && second !== undefined && !second.startsWith('-') ? `${first} ${second}` : first;
}

async function main([command, ...args]: readonly string[]): Promise<number> {
  if (command === '--version') return print(`${LOCKGATE_VERSION}\n`);
  const asked = helpAsked([command, ...args]);
  if (asked !== undefined) {
    const { commandHelp, overview } = await import('./cli/help.ts');
    const { programName } = await import('./cli/program.ts');
    return print(commandHelp(asked, programName()) ?? overview(programName()));
  }
  const load = command !== undefined && Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (load === undefined) {
    const { nearest } = await import('./policy/nearest.ts');
    const known = Object.keys(commands);
    const meant = nearest(command ?? '', [...known, '--help', '--version']);
    const advice = meant === undefined ? `use ${known.join(', ')}, or see` : `did you mean ${meant}? See`;
    const { programName } = await import('./cli/program.ts');
    throw new GateFailure('usage', `there is no command ${JSON.stringify(command)}: ${advice} ${programName()} --help`);
  }
  const { run } = await load();
  return run(args);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

ignoreBrokenPipe();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  const { errorLine } = await import('./report/view/words.ts');
  for (const error of asGateErrors(cause)) process.stderr.write(`lockgate: ${errorLine(error)}\n`);
  if (!(cause instanceof GateFailure) && process.argv.includes('--verbose')) console.error(cause);
  process.exitCode = 2;
}
