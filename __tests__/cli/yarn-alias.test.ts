import { expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';

test("Yarn's own alias of the public registry stands for the registry that applies, and no other host does", async () => {
  const registry = await startRegistry({ packages: { good: pkg({ '1.0.0': {} }) } });
  try {
    const { integrity } = registry.lockEntry('good', '1.0.0');
    const judge = async (host: string) => {
      const entry = `good@^1.0.0:\n  version "1.0.0"\n  resolved "https://${host}/good/-/good-1.0.0.tgz"\n  integrity ${integrity}\n`;
      const head = {
        'package.json': '{"name":"example","dependencies":{"good":"^1.0.0"}}',
        'yarn.lock': `# yarn lockfile v1\n\n\n${entry}`,
      };
      const { report, status } = await checkFolders({ base: {}, head }, ['--registry', registry.url]);
      return [status, ...report.findings.flatMap(({ rule, level }) => (level === 'error' ? rule : []))];
    };
    expect(await judge('registry.yarnpkg.com')).toEqual([0]);
    expect(await judge('registry.yarnpkg.com.evil.example')).toEqual([1, 'registry']);
  } finally {
    await registry.close();
  }
});
