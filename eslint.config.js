import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import layers from './scripts/layers/layers.mjs';
import { managerIds } from './scripts/lint/manager-ids.mjs';

/** What the pure rooms of src/ do without: a folder's files, or the one loose file. */
const pure = layers.pure.map((room) => `src/${room.endsWith('.ts') ? room : `${room}/**`}`);
const impure = 'This folder is pure: no Node API, no process, no network, no clock.';

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'node_modules/', '__tests__/fixtures/', 'examples/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      curly: ['error', 'multi-line'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: pure,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(node:|@actions/|@npmcli/|npm-registry-fetch|undici)', message: impure }] },
      ],
      'no-restricted-globals': [
        'error',
        ...['process', 'fetch', 'Buffer', 'setTimeout', 'setInterval', 'performance'].map((name) => ({
          name,
          message: impure,
        })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: impure },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: impure },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: impure },
      ],
    },
  },
  managerIds,
);
