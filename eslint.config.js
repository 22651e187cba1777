import { defineConfig } from 'eslint/config';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** What each folder of src/ may import (design: "May import"). Folders not named here may import everything. */
const mayImport = {
  'model.ts': ['model'],
  model: [],
  'errors.ts': ['model.ts'],
  'text.ts': [],
  'people.ts': ['model.ts'],
  lockfile: ['model.ts', 'errors.ts'],
  rules: ['model.ts'],
  policy: ['model.ts', 'errors.ts', 'rules'],
  'verdict-of.ts': ['model.ts'],
  'verdict.ts': ['model.ts', 'errors.ts', 'policy', 'rules', 'verdict-of.ts'],
  report: ['model.ts', 'errors.ts', 'rules'],
  repository: ['model.ts', 'errors.ts', 'lockfile', 'people.ts'],
  resolve: ['model.ts', 'errors.ts', 'lockfile'],
  evidence: ['model.ts', 'errors.ts', 'lockfile'],
  init: ['model.ts'],
  doctor: ['model.ts', 'errors.ts', 'policy', 'github', 'repository'],
  github: ['model.ts', 'errors.ts', 'report', 'people.ts'],
};
const zones = Object.entries(mayImport).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [...new Set([room, 'text.ts', ...allowed, ...(allowed.includes('model.ts') ? ['model'] : [])])].map(
    (path) => `./${path}`,
  ),
  message: `src/${room} may import only: ${allowed.join(', ') || 'nothing of src/'}.`,
}));

const pure = [
  'model.ts',
  'model/**',
  'errors.ts',
  'text.ts',
  'people.ts',
  'verdict-of.ts',
  'verdict.ts',
  'lockfile/**',
  'policy/**',
  'rules/**',
  'report/**',
];
const impure = 'This folder is pure: no Node API, no process, no network, no clock.';

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'node_modules/', '__tests__/fixtures/', 'examples/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: { 'import-x/extensions': ['.ts'], 'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] } },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones, basePath: import.meta.dirname }],
      eqeqeq: 'error',
      curly: ['error', 'multi-line'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: pure.map((path) => `src/${path}`),
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
);
