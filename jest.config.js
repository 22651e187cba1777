/** Node's flag for ES modules, where it was not given (`npx jest FILE`). Workers inherit it; the memory limit makes jest use workers always. */
const flag = '--experimental-vm-modules';
const isGiven = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].some((option) => option.includes(flag));
if (!isGiven) process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, flag, '--no-warnings'].join(' ').trim();

/** Tests run as native ES modules; TypeScript is stripped by swc, types are checked by `npm run typecheck`. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023', experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
      },
    ],
  },
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
  testTimeout: 120000,
  setupFiles: ['<rootDir>/__tests__/support/seed.ts'],
  maxWorkers: '100%',
  ...(isGiven ? {} : { workerIdleMemoryLimit: '1GB' }),
};
