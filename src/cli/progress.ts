import type { WriteStream } from 'node:tty';

export interface Progress {
  readonly step: (done: number, total: number, more?: string) => void;
  readonly end: () => void;
}

/** One line on standard error that is redrawn in place; nothing within the first second, and nothing in a pipe. */
export function startProgress(
  stream: Pick<WriteStream, 'isTTY' | 'write'> & { readonly columns?: number },
  what: string,
): Progress {
  const started = performance.now();
  let drawn = false;
  return {
    step: (done, total, more = '') => {
      if (!stream.isTTY || performance.now() - started < 1000) return;
      const line = `${what}: ${done} of ${total}${more}`;
      // A line that wraps would not be redrawn in place.
      stream.write(`\r${line.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}\x1b[K`);
      drawn = true;
    },
    end: () => {
      if (drawn) stream.write('\r\x1b[K');
    },
  };
}
