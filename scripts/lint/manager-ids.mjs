/**
 * A linter's rule: code outside src/managers/ does not tell package managers apart by what they are called. It would take
 * its default for the next one in silence; what a manager means is asked of its port (src/managers/manager.ts).
 */
import { readFileSync } from 'node:fs';

const source = readFileSync(new URL('../../src/model/manager-ids.ts', import.meta.url), 'utf8');
const ids = [...source.matchAll(/'([a-z-]+)'/g)].map(([, id]) => id);
/** With the command that two of them share. */
const words = new Set([...ids, 'yarn']);

const rule = {
  create: (context) => ({
    Literal(node) {
      if (!words.has(node.value)) return;
      const message = `Ask the manager (managerOf) instead of comparing with '${node.value}'.`;
      context.report({ node, message });
    },
  }),
};

export const managerIds = {
  files: ['src/**/*.ts'],
  ignores: [
    'src/managers/**',
    'src/model/**',
    // The word is no manager here: a part of names, OSV's ecosystem, the text of an example.
    'src/names/bare-name.ts',
    'src/advisories/osv-answers.ts',
    'src/advisories/osv-record.ts',
    'src/rules/gate-config.ts',
    'src/rules/lockfile.ts',
  ],
  plugins: { lockgate: { rules: { 'manager-ids': rule } } },
  rules: { 'lockgate/manager-ids': 'error' },
};
