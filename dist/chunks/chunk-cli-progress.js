import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/cli/progress.ts
var usualWidth = 80;
var paintedEvery = 100;
function fitted(line, width) {
  if (line.length <= width) return line;
  const cut = line.slice(0, width + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), 0)).replace(/[;,:]$/, "") || line.slice(0, width);
}
function startProgress(stream, what) {
  const started = performance.now();
  let drawn = -Infinity;
  return {
    step: (done, total, more = "") => {
      const now = performance.now();
      if (!stream.isTTY || now - started < 1e3 || now - drawn < paintedEvery) return;
      stream.write(`\r${fitted(`${what}: ${done} of ${total}${more}`, (stream.columns || usualWidth) - 1)}\x1B[K`);
      drawn = now;
    },
    end: () => {
      if (drawn > 0) stream.write("\r\x1B[K");
    }
  };
}

export {
  startProgress
};
