import { readFileSync } from 'node:fs';

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { ingestionPredicate, summaryPredicate } from '../../src/model/admission.ts';

/** Holds statements to the schemas of `__tests__/fixtures/slsa`, whose README says where they come from. */

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/slsa/${name}.json`, import.meta.url), 'utf8')) as object;
const schemas = new Map([
  [summaryPredicate, ajv.compile(read('verification-summary-v1'))],
  [ingestionPredicate, ajv.compile(read('dependency-v1'))],
]);

/** What a statement has that its specification does not let it have, as one text; empty where nothing. */
export function slsaProblems(statement: unknown): string {
  const { predicateType = '' } = statement as { readonly predicateType?: string };
  const valid = schemas.get(predicateType);
  if (valid === undefined) return `no schema of ${predicateType}`;
  return valid(statement) ? '' : ajv.errorsText(valid.errors);
}
