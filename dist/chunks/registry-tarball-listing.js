import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  feed,
  integrityOf,
  listTarball,
  listingLimits,
  readTarball
} from "./chunk-registry-tarball-listing.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-runtime.js";
export {
  feed,
  integrityOf,
  listTarball,
  listingLimits,
  readTarball
};
