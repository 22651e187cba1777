import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  connect
} from "./chunk-platform-github-api.js";
import "./chunk-net-limiter.js";
import "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import "./chunk-zod.js";
import "./chunk-errors.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";
export {
  connect
};
