import { readFileSync } from 'node:fs';

import { expect } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Run } from 'sarif';

const fixture = new URL('../fixtures/sarif/schema.json', import.meta.url);
const { schema } = JSON.parse(readFileSync(fixture, 'utf8')) as { readonly schema: Record<string, unknown> };
// The OASIS schema is of draft 4, whose `id` is `$id` to every later one; nothing else of draft 4 is in it.
const body = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== 'id' && key !== '$schema'));
// One of its patterns has a bracket that only the older syntax of expressions takes for itself.
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const valid = ajv.compile(body);

/** The one run of a SARIF text that the OASIS schema finds valid. */
export function readSarif(text: string): Run {
  const log = JSON.parse(text) as Log;
  expect(valid(log) ? [] : valid.errors).toEqual([]);
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return run;
}
