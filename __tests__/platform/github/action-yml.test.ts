import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { expect, test } from '@jest/globals';

import { readActionRequest } from '../../../src/platform/github/inputs.ts';
import { readActionDefinition } from '../../support/action-runner.ts';

const path = fileURLToPath(new URL('../../../action.yml', import.meta.url));

test('is what GitHub takes for an action', () => {
  const file = { name: 'action.yml', content: readFileSync(path, 'utf8') };
  const { context } = parseAction(file, new NoOperationTraceWriter());
  expect(context.errors.getErrors()).toEqual([]);
});

test('runs the committed bundle on Node.js 24', () => {
  expect(readActionDefinition().runs).toEqual({ using: 'node24', main: 'dist/index.js' });
});

test('every input that it names is read, and no other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lockgate-inputs-'));
  const payload = join(folder, 'event.json');
  writeFileSync(payload, '{"schedule":"17 4 * * *"}');
  const known: Record<string, string | undefined> = {
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_EVENT_PATH: payload,
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_REPOSITORY_ID: '7',
    GITHUB_SHA: 'a'.repeat(40),
    'INPUT_GITHUB-TOKEN': 'ghs_1',
  };
  const read = new Set<string>();
  const env = new Proxy(known, {
    get(target, name) {
      read.add(String(name));
      return target[String(name)];
    },
  });
  readActionRequest(env);
  rmSync(folder, { recursive: true });
  const inputs = [...read].filter((name) => name.startsWith('INPUT_')).sort();
  const named = Object.keys(readActionDefinition().inputs).map((name) => `INPUT_${name.toUpperCase()}`);
  expect(inputs).toEqual(named.sort());
});
