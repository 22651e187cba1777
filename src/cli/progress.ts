import type { WriteStream } from 'node:tty';

export interface Progress {
  readonly step: (done: number, total: number) => void;
  readonly end: () => void;
}

/** One line on standard error that is redrawn in place; nothing within the first second, and nothing in a pipe. */
export function startProgress(stream: Pick<WriteStream, 'isTTY' | 'write'>, what: string): Progress {
  const started = performance.now();
  let drawn = false;
  return {
    step: (done, total) => {
      if (!stream.isTTY || performance.now() - started < 1000) return;
      stream.write(`\r${what}: ${done} of ${total}\x1b[K`);
      drawn = true;
    },
    end: () => {
      if (drawn) stream.write('\r\x1b[K');
    },
  };
}
