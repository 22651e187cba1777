import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/registry/limits.ts
var clientLimits = {
  deadline: 2e4,
  idle: 8e3,
  attempts: 4,
  backOff: 250,
  documentBytes: 64 * 1024 * 1024,
  tarballBytes: 20 * 1024 * 1024,
  bytesInFlight: 256 * 1024 * 1024,
  redirects: 3,
  failuresInRow: 32
};
var runLimits = { requests: 1e4, concurrency: 32, patience: 8 * 6e4 };

export {
  clientLimits,
  runLimits
};
