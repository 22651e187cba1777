import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');

/** What the rule says of a line of code, by the path of its file. */
function messages(code: string, ...paths: readonly string[]): readonly (readonly string[])[] {
  const script = `
    import { Linter } from 'eslint';
    import { managerIds } from './scripts/lint/manager-ids.mjs';
    const linter = new Linter();
    const said = ${JSON.stringify(paths)}.map((filename) =>
      linter.verify(${JSON.stringify(code)}, [managerIds], { filename }).map(({ message }) => message));
    console.log(JSON.stringify(said));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    ...{ cwd: root, encoding: 'utf8', timeout: 60_000 },
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as string[][];
}

test('a format that is compared outside managers/ is an error, and inside it is none', () => {
  const [outside, inside] = messages(
    "format === 'yarn-berry' ? program === 'yarn' : formats.has('vlt')",
    'src/compare/agreement.ts',
    'src/managers/index.ts',
  );
  expect(outside).toEqual([
    "Ask the manager (managerOf) instead of comparing with 'yarn-berry'.",
    "Ask the manager (managerOf) instead of comparing with 'yarn'.",
  ]);
  expect(inside).toEqual([expect.stringMatching(/No matching configuration/)]);
});
