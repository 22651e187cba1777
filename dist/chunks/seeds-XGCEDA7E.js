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
} from "./chunk-3PHPOW6I.js";
import "./chunk-U2RJDSLN.js";
export {
  oldSeedsDays,
  seedTexts,
  signedOn,
  trustSeedsAge,
  trustSeedsDate
};
