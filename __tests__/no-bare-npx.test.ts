import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { repositoryRoot } from './support/cli.ts';

/**
 * Nobody is told to run lockgate by a name that a registry resolves: whoever registers the name first would run there. What is written
 * is the program's own path, the packed file, or the placeholder `@OWNER/lockgate`, which no registry takes (docs/decisions/0250).
 */

/** A command that fetches by a name. */
const fetching =
  /\b(?:npx|npm\s+(?:exec|x|i|install|add|init|create)|pnpm\s+(?:dlx|add|i|install|create)|pnpx|yarn\s+(?:dlx|add|global\s+add|create)|bunx|bun\s+(?:x|add|i|install)|deno\s+(?:run|install|add)|corepack)\b(?<words>(?:[^\S\n]+[^\s`|;&,]+){1,8})/gu;
/** The name as the whole of a word, with a version or without; a path, a file, a flag's value and OWNER are others. */
const name = /(?:^|[\s'"=(])(?:npm:)?(?:@(?!OWNER\/)[\w.~-]+\/)?lockgate(?:@[\w.^~*-]+)?(?=$|[\s'")\\,.:])/u;

const bare = (text: string) =>
  [...text.matchAll(fetching)]
    .filter(({ groups }) => name.test(groups?.['words'] ?? ''))
    .map(([found]) => found.trim());

const texts = /\.(?:ts|mjs|js|md|ya?ml|jsonc?|txt|sh|svg)$|^[^.]+$/;
const roots = ['src', 'docs', 'examples', 'scripts', '.github', '.ci', 'dist'];
const below = roots.flatMap((folder) =>
  readdirSync(join(repositoryRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map(({ parentPath, name: file }) => join(parentPath, file).slice(repositoryRoot.length))
    .filter((path) => texts.test(path.split('/').at(-1) ?? '')),
);
const atTop = readdirSync(repositoryRoot).filter((file) => /\.(?:md|ya?ml)$|^package\.json$/.test(file));
const files = [...below, ...atTop];

test('all that we print and document is read', () => {
  for (const path of ['README.md', 'dist/chunks/cli-help.js', 'src/init/plan.ts', 'docs/recipes.md', 'action.yml']) {
    expect(files).toContain(path);
  }
  expect(files.length).toBeGreaterThan(500);
});

test('nothing of it runs lockgate by a name that a registry resolves', () => {
  const found = files.flatMap((path) =>
    bare(readFileSync(join(repositoryRoot, path), 'utf8')).map((command) => `${path}: ${command}`),
  );
  expect(found).toEqual([]);
});

describe('the search', () => {
  test.each([
    ...[
      'npx lockgate check',
      'npx --yes lockgate',
      'npx lockgate@1.2.3',
      'npm exec -- lockgate check',
      'pnpm dlx lockgate.',
    ],
    ...[
      'npm install --save-dev lockgate',
      'bunx "lockgate"',
      'yarn dlx -p lockgate lockgate',
      'npx @lockgate/lockgate vet',
    ],
    ...['npm i -g lockgate@latest', 'deno run -A npm:lockgate', 'npx -p lockgate@next x'],
  ])('finds %j', (command) => {
    expect(bare(`Run \`${command}\` now`)).toHaveLength(1);
  });

  test.each([
    ...[
      'npx --offline ./lockgate-1.2.3.tgz check',
      'npx --offline ./lockgate-X.tgz',
      'npm install ./lockgate-1.2.3.tgz',
    ],
    ...[
      'npx --no-install ./node_modules/.bin/lockgate',
      'npm install --prefix ../tools',
      'npx @OWNER/lockgate@1.2.3 check',
    ],
    ...['npm ci; lockgate check', 'uses: OWNER/lockgate@<40 hex>', 'npx jest __tests__/lockgate.test.ts'],
  ])('passes over %j', (command) => {
    expect(bare(`Run \`${command}\` now`)).toEqual([]);
  });
});
