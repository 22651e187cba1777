import type { WriteStream } from 'node:tty';

export interface Progress {
  readonly step: (done: number, total: number, more?: string) => void;
  readonly end: () => void;
}

const usualWidth = 80;

/** Milliseconds. */
const paintedEvery = 100;

/** The start of a line that has this width, cut between words. */
function fitted(line: string, width: number): string {
  if (line.length <= width) return line;
  const cut = line.slice(0, width + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)).replace(/[;,:]$/, '') || line.slice(0, width);
}

/** One line on standard error that is redrawn in place; nothing within the first second, and nothing in a pipe. */
export function startProgress(
  stream: Pick<WriteStream, 'isTTY' | 'write'> & { readonly columns?: number },
  what: string,
): Progress {
  const started = performance.now();
  let drawn = -Infinity;
  return {
    step: (done, total, more = '') => {
      const now = performance.now();
      if (!stream.isTTY || now - started < 1000 || now - drawn < paintedEvery) return;
      // A line that wraps would not be redrawn in place. Some terminals say 0 where they do not know.
      stream.write(`\r${fitted(`${what}: ${done} of ${total}${more}`, (stream.columns || usualWidth) - 1)}\x1b[K`);
      drawn = now;
    },
    end: () => {
      if (drawn > 0) stream.write('\r\x1b[K');
    },
  };
}
