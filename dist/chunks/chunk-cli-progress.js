import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/cli/progress.ts
function startProgress(stream, what) {
  const started = performance.now();
  let drawn = false;
  return {
    step: (done, total, more = "") => {
      if (!stream.isTTY || performance.now() - started < 1e3) return;
      const line = `${what}: ${done} of ${total}${more}`;
      stream.write(`\r${line.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}\x1B[K`);
      drawn = true;
    },
    end: () => {
      if (drawn) stream.write("\r\x1B[K");
    }
  };
}

export {
  startProgress
};
