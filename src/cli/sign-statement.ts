import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { type Signer, verifySshsig } from '../decisions/keys/verify-sshsig.ts';
import { DECISION_NAMESPACE } from '../decisions/keys/sshsig.ts';
import { GateFailure } from '../errors.ts';
import type { Approvals } from '../model/index.ts';
import type { RecordSignature } from '../model/record.ts';
import { verifiesCurve } from '../trust/security-key.ts';
import { visible } from '../text/visible.ts';
import { statementLines } from './statement-lines.ts';

/** What a person is to sign with their security key. */
export interface ToSign {
  /** The statement of a record, canonical JSON. */
  readonly statement: Uint8Array;
  /** What it comes to, shown first. May hold third-party text. */
  readonly lines: readonly string[];
  /** The key's file, as `ssh-keygen -f` takes it. */
  readonly keyFile: string;
  /** The keys that the policy lists. */
  readonly keys: Approvals['keys'];
  /** Whose signature it must be; left out: anybody's who is listed. */
  readonly id?: number;
  /** Shows one line to the person. */
  readonly show: (line: string) => void;
  readonly env: NodeJS.ProcessEnv;
  /** Whether there is a terminal for `ssh-keygen` to ask for the PIN on; see `hasTerminal`. */
  readonly hasTerminal: boolean;
}

/** Whether this process has a terminal, wherever its input and output go. */
export function hasTerminal(): boolean {
  if (process.platform === 'win32') return process.stdin.isTTY;
  try {
    closeSync(openSync('/dev/tty', 'r+'));
    return true;
  } catch {
    return false;
  }
}

/** Somebody has to find their key, type a PIN and touch it; a key by itself waits for half a minute. */
const PATIENCE = 5 * 60_000;
const MAX_ANSWER = 16_384;

/**
 * Shows a statement and has `ssh-keygen` sign it. The signature is verified as the gate will do it before it is returned.
 * @throws GateFailure `usage` where nothing was signed, or what was signed would not count
 */
export async function signStatement(request: ToSign): Promise<RecordSignature & Pick<Signer, 'fingerprint'>> {
  const { statement, lines, keyFile, keys, id, show, env } = request;
  // Without one, ssh-keygen takes the first line of its input, the statement, for the PIN, and the key counts a wrong one.
  if (!request.hasTerminal) throw refused('ssh-keygen asks for the PIN on a terminal; run it in one');
  const whole = statementLines(statement);
  if (whole === undefined) throw refused('what is to be signed is not written as a record is, so it cannot be shown');
  const parts = [...lines, '', 'The whole statement that the key signs:', ...whole.map((line) => `  ${line}`), ''];
  for (const line of parts) show(visible(line, Infinity));
  show('Touch the security key when it blinks, if that is what you decide.');
  const sshsig = await sshKeygen({ statement, keyFile: resolve(keyFile), show, env });
  const message = statement;
  const answer = verifySshsig({ sshsig, message, keys, verifies: verifiesCurve, ...(id === undefined ? {} : { id }) });
  if (!('ok' in answer)) throw new GateFailure('usage', `the signature would not count. ${answer.why}`);
  return { sshsig, ...answer.ok };
}

const refused = (why: string) => new GateFailure('usage', `nothing was signed: ${why}`);

type Asked = Pick<ToSign, 'statement' | 'keyFile' | 'show' | 'env'>;

async function sshKeygen({ statement, keyFile, show, env }: Asked): Promise<string> {
  const args = ['-Y', 'sign', '-n', DECISION_NAMESPACE, '-f', keyFile];
  // On Windows a program is looked for in the folder first in which it is started: not in the repository.
  const cwd = dirname(process.execPath);
  const child = spawn('ssh-keygen', args, { cwd, env, stdio: 'pipe', windowsHide: true });
  const clock = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  let answer = '';
  let last = '';
  let rest = '';
  const hear = (line: string) => {
    if (line.trim() === '') return;
    last = line.trim();
    show(`ssh-keygen: ${visible(last, 500)}`);
  };
  child.stdout.setEncoding('latin1').on('data', (text: string) => {
    answer += text;
    if (answer.length > MAX_ANSWER) child.kill('SIGKILL');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const heard = (rest + text).slice(-MAX_ANSWER).split(/\r?\n/);
    rest = heard.pop() ?? '';
    heard.forEach(hear);
  });
  child.stdin.on('error', () => undefined); // EPIPE: how it ended says more
  child.stdin.end(statement);
  const status = await new Promise<number | null>((done, failed) => {
    child.once('error', (error: NodeJS.ErrnoException) => failed(notStarted(error)));
    child.once('close', done);
  }).finally(() => clearTimeout(clock));
  hear(rest);
  if (status === 0) return answer.replaceAll('\r\n', '\n');
  const said = last === '' ? 'it ended without a word' : visible(last, 200);
  throw refused(
    `ssh-keygen failed (${said}); check that ${visible(keyFile)} is the file of your security key, and that the key is plugged in`,
  );
}

function notStarted(error: NodeJS.ErrnoException): GateFailure {
  return refused(
    error.code === 'ENOENT'
      ? 'ssh-keygen was not found; install OpenSSH 8.2 or later'
      : `ssh-keygen cannot be started (${error.code ?? error.name}); check that it can be run`,
  );
}
