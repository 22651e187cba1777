import { Socket } from 'node:net';

import { GateFailure } from '../errors.ts';
import { gitFailed, startGit } from './git-process.ts';

/** Milliseconds for one object: a disk that does not answer must not hang the gate. */
const patience = 60_000;
/** A header is an id, a type and a size; for what is missing, the name that was asked for. */
const longestHeader = 2 ** 16;

export type GitObject =
  | { readonly state: 'present'; readonly id: string; readonly type: string; readonly bytes: Buffer }
  | { readonly state: 'missing' }
  | { readonly state: 'ambiguous' }
  | { readonly state: 'too-large' };

/** Objects of one repository, read through one long-lived `git cat-file --batch`, one at a time. */
export interface ObjectReader {
  /**
   * @param name An object id or a revision. It travels on standard input, so it can never be an option.
   * @throws GateFailure `repository-unavailable` where git ends or does not answer.
   */
  read(name: string, maxBytes: number): Promise<GitObject>;
  /** Ends the process. A later read starts another. */
  close(): Promise<void>;
}

export function openObjects(folder: string): ObjectReader {
  let batch: Batch | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  async function readNow(name: string, maxBytes: number): Promise<GitObject> {
    batch ??= startBatch(folder);
    const current = batch;
    const clock = setTimeout(() => current.kill(), patience);
    current.hold(true);
    try {
      const found = await current.ask(name, maxBytes);
      // What is too large is still on its way: ending the process is cheaper than reading past it.
      if (found.state === 'too-large') await closeNow();
      return found;
    } catch (error) {
      await closeNow();
      throw error;
    } finally {
      clearTimeout(clock);
      current.hold(false);
    }
  }
  async function closeNow(): Promise<void> {
    const current = batch;
    batch = undefined;
    await current?.end();
  }
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const mine = turn.then(task);
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    read: (name, maxBytes) => {
      if (/[\n\0]/.test(name)) return Promise.resolve({ state: 'missing' });
      return inTurn(() => readNow(name, maxBytes));
    },
    close: () => inTurn(closeNow),
  };
}

interface Batch {
  ask(name: string, maxBytes: number): Promise<GitObject>;
  /** Whether the process keeps lockgate alive: only while an answer is awaited, so that no error path can hang on it. */
  hold(on: boolean): void;
  kill(): void;
  end(): Promise<void>;
}

function startBatch(folder: string): Batch {
  const { child, ended } = startGit(folder, ['cat-file', '--batch'], true);
  const chunks = (child.stdout as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  const streams = [child.stdin, child.stdout, child.stderr].filter((stream) => stream instanceof Socket);
  let ahead: Buffer = Buffer.alloc(0);

  async function next(): Promise<Buffer> {
    const chunk = await chunks.next();
    if (chunk.done !== true) return chunk.value;
    const { stderr } = await ended;
    throw gitFailed('cat-file', stderr);
  }
  async function takeLine(): Promise<string> {
    while (!ahead.includes(0x0a)) {
      if (ahead.length > longestHeader) throw gitFailed('cat-file', 'its answer is malformed');
      ahead = Buffer.concat([ahead, await next()]);
    }
    const end = ahead.indexOf(0x0a);
    const line = ahead.toString('utf8', 0, end);
    ahead = ahead.subarray(end + 1);
    return line;
  }
  async function take(length: number): Promise<Buffer> {
    const parts = [ahead];
    let taken = ahead.length;
    while (taken < length) {
      const chunk = await next();
      parts.push(chunk);
      taken += chunk.length;
    }
    const all = parts.length === 1 ? ahead : Buffer.concat(parts);
    ahead = all.subarray(length);
    return all.subarray(0, length);
  }

  const hold = (on: boolean) => {
    for (const handle of [child, ...streams]) {
      if (on) handle.ref();
      else handle.unref();
    }
  };

  return {
    hold,
    /** The format: git-cat-file(1), "BATCH OUTPUT". */
    async ask(name, maxBytes) {
      child.stdin.write(`${name}\n`);
      const header = await takeLine();
      const [, id, type, digits] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(header) ?? [];
      if (id === undefined || type === undefined) {
        if (header.endsWith(' ambiguous')) return { state: 'ambiguous' };
        if (header.endsWith(' missing')) return { state: 'missing' };
        throw new GateFailure(
          'repository-unavailable',
          'git cat-file gave a malformed answer: run git fsck, and update git',
        );
      }
      const size = Number(digits);
      if (size > maxBytes) return { state: 'too-large' };
      const bytes = await take(size + 1);
      return { state: 'present', id, type, bytes: bytes.subarray(0, size) };
    },
    kill: () => child.kill('SIGKILL'),
    async end() {
      hold(true);
      child.kill('SIGKILL');
      child.stdout.destroy(); // unread bytes would keep it open, and the end unheard, for ever
      await ended.catch(() => undefined);
    },
  };
}
