import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  changeWords,
  errorLine,
  evidenceWords,
  list,
  minute,
  number,
  pathWords,
  placeWords,
  placesWords,
  plural,
  policyWords,
  roleWords,
  rulesWords,
  scopeWords,
  subjectPlaces,
  tally,
  tallyWords,
  verdictMeaning
} from "./chunk-5FVEJMYS.js";
import "./chunk-VVPQZMOF.js";
import "./chunk-EGBZGZ5D.js";
export {
  changeWords,
  errorLine,
  evidenceWords,
  list,
  minute,
  number,
  pathWords,
  placeWords,
  placesWords,
  plural,
  policyWords,
  roleWords,
  rulesWords,
  scopeWords,
  subjectPlaces,
  tally,
  tallyWords,
  verdictMeaning
};
