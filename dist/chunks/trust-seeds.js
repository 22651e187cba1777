import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  oldSeedsDays,
  seedTexts,
  signedOn,
  trustSeedsAge,
  trustSeedsDate
} from "./chunk-trust-seeds.js";
import "./chunk-runtime.js";
export {
  oldSeedsDays,
  seedTexts,
  signedOn,
  trustSeedsAge,
  trustSeedsDate
};
