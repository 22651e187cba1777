/** The only place that starts `git`. It reads; it never runs a hook, a filter, a pager or a transport. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';

import { GateFailure } from '../errors.ts';
import { visible } from '../text/visible.ts';
import { fixedOptions, gitEnvironment } from './git-environment.ts';
import { decodePath } from './path-bytes.ts';

/** Milliseconds after which a git process is ended: a listing of a million files takes seconds. */
const patience = 120_000;
/** Bytes of standard output of a command that answers in a few lines. */
const shortAnswer = 2 ** 20;
/** Bytes of one path: git itself stops at 4,096 on disk, trees may hold more. */
const longestRecord = 2 ** 20;

export interface GitAnswer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface GitProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** When it has ended and everything it wrote has been read. @throws GateFailure where git cannot be started. */
  readonly ended: Promise<{ readonly status: number | null; readonly stderr: string }>;
}

/** Starts git in `folder` (an absolute path). With `endless`, no time limit: the caller ends it. */
export function startGit(folder: string, args: readonly string[], endless = false): GitProcess {
  const child = spawn('git', ['-C', folder, ...fixedOptions, ...args], {
    env: gitEnvironment(process.env, folder),
    stdio: 'pipe',
    windowsHide: true,
  });
  // Not spawn's own `timeout`: where git cannot be started, that one keeps lockgate waiting for its full length.
  const clock = endless ? undefined : setTimeout(() => child.kill('SIGKILL'), patience);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < 4096) stderr += text;
  });
  child.stdin.on('error', () => undefined); // EPIPE: how it ended says more
  const ended = new Promise<{ status: number | null; stderr: string }>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(clock);
      reject(notStarted(error));
    });
    child.once('close', (status) => {
      clearTimeout(clock);
      resolve({ status, stderr });
    });
  });
  ended.catch(() => undefined); // whoever awaits it hears of it; nobody may be awaiting it yet
  return { child, ended };
}

/** Runs a command that answers in a few lines. Any exit status is an answer; the caller judges it. */
export async function runGit(folder: string, args: readonly string[]): Promise<GitAnswer> {
  const { child, ended } = startGit(folder, args);
  child.stdin.end();
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (stdout.length > shortAnswer) child.kill('SIGKILL');
  });
  const { status, stderr } = await ended;
  return { status, stdout, stderr };
}

/**
 * The NUL-ended records that a command writes, decoded as paths are, in batches as they arrive.
 * @throws GateFailure `repository-unavailable` where git fails: then what came before is not the whole.
 */
export async function* gitRecords(folder: string, args: readonly string[]): AsyncGenerator<readonly string[]> {
  const { child, ended } = startGit(folder, args);
  child.stdin.end();
  try {
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = bytes.lastIndexOf(0) + 1;
      rest = bytes.subarray(end);
      if (rest.length > longestRecord) throw new GateFailure('budget', 'a path is longer than 1 MiB: rename it');
      if (end > 0) yield decodePath(bytes.subarray(0, end - 1)).split('\0');
    }
    const { status, stderr } = await ended;
    if (status !== 0 || rest.length > 0) throw gitFailed(args[0] ?? '', stderr);
  } finally {
    child.kill('SIGKILL');
  }
}

/** For a git process that failed: its first line of output says more than its status. */
export function gitFailed(command: string, stderr: string): GateFailure {
  if (/dubious ownership|unsafe repository/.test(stderr)) {
    return new GateFailure(
      'repository-unavailable',
      'git does not trust the owner of this repository: run `git config --global --add safe.directory` with its path',
    );
  }
  const line = stderr.split('\n').find((text) => text !== '') ?? 'it ended without an answer';
  const fix = /promisor|unable to read|not a tree object|bad object|missing|lazy fetch/i.test(stderr)
    ? ': fetch what is missing, or clone without --filter'
    : '';
  return new GateFailure(
    'repository-unavailable',
    `git ${command} failed (${visible(line.replace(/^(?:fatal|error): /, ''), 200)})${fix}`,
  );
}

function notStarted(error: NodeJS.ErrnoException): GateFailure {
  return new GateFailure(
    'repository-unavailable',
    error.code === 'ENOENT'
      ? 'git was not found: install it, or compare two folders with --base-dir and --head-dir'
      : `git cannot be started (${error.code ?? error.name}): check that it can be run`,
  );
}
