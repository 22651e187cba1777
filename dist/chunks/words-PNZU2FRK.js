import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  changeWords,
  checkedWords,
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
  registryRoles,
  registryWords,
  roleWords,
  rulesWords,
  scopeWords,
  subjectPlaces,
  tally,
  tallyWords,
  trustWords,
  verdictMeaning
} from "./chunk-QSEYOCBE.js";
import "./chunk-3IZPLR3Y.js";
import "./chunk-DDQOX6VS.js";
import "./chunk-JO6EBNEY.js";
import "./chunk-U2RJDSLN.js";
export {
  changeWords,
  checkedWords,
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
  registryRoles,
  registryWords,
  roleWords,
  rulesWords,
  scopeWords,
  subjectPlaces,
  tally,
  tallyWords,
  trustWords,
  verdictMeaning
};
