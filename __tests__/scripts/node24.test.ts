import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const module = pathToFileURL(join(import.meta.dirname, '..', '..', 'scripts', 'test', 'node24.mjs')).href;

/** A program that says it is this version of Node. */
const speaking = (version: string): string => `#!/bin/sh\necho ${version}\n`;

let folder = '';
const path = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockgate-node24-'));
  for (const version of ['24.1.0', '20.20.0', '240.0.0']) {
    writeFileSync(path(version), speaking(version), { mode: 0o755 });
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the look-up gives or throws, in a process with this environment. */
function told(env: Readonly<Record<string, string>>): unknown {
  const program = `
    import * as nodes from ${JSON.stringify(module)};
    try { console.log(JSON.stringify(nodes.node24())); }
    catch (error) { console.log(JSON.stringify({ message: error.message })); }`;
  const ended = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8', env });
  expect(ended).toMatchObject({ status: 0, stderr: '' });
  return JSON.parse(ended.stdout);
}

describe('the Node of the action', () => {
  test('is the one that LOCKGATE_NODE24 names', () => {
    expect(told({ LOCKGATE_NODE24: path('24.1.0') })).toBe(path('24.1.0'));
  });

  test.each(['20.20.0', '240.0.0'])('is never %s', (version) => {
    expect(told({ LOCKGATE_NODE24: path(version) })).toEqual({
      message: `${path(version)} is Node ${version}. Set LOCKGATE_NODE24 to the path of Node 24.`,
    });
  });

  test('that does not run is an error in one line', () => {
    expect(told({ LOCKGATE_NODE24: path('none') })).toEqual({
      message: `${path('none')} is no Node. Set LOCKGATE_NODE24 to the path of Node 24.`,
    });
  });
});
