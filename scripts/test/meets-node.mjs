import { existsSync } from 'node:fs';

/**
 * What runs on the other Node too: for each thing of Node that lockgate meets, the tests that meet it, and no more
 * (docs/decisions/0094). What else there is does not depend on the Node below it.
 */
const reasons = {
  '__tests__/cli/processes.test.ts': 'each command as a process: start, exit status, files read and written',
  '__tests__/cli/broken-pipe.test.ts': 'standard output that is closed early, a disk that is full',
  '__tests__/action/ends.test.ts': 'the action as a process: exceptions, rejections, signals, memory',
  '__tests__/resolve/resolver-thread.test.ts': 'the thread of the resolver, its limits and what it may not do',
  '__tests__/registry/client.test.ts': 'HTTP and TLS: agents, proxies, certificates, compression, time-outs',
  '__tests__/platform/github/api.test.ts': 'fetch',
  '__tests__/repository/git.test.ts': 'git as a process, its output in parts',
  '__tests__/repository/directory.test.ts': 'the file system: links, pipes, names that are no UTF-8',
  '__tests__/trust/attestation.test.ts': 'signatures, certificates and hashes',
};

/** @throws Error where one of them is gone, which Jest would not tell */
export function meetsNode() {
  const files = Object.keys(reasons);
  const gone = files.filter((file) => !existsSync(file));
  if (gone.length > 0) throw new Error(`scripts/test/meets-node.mjs names what is not there: ${gone.join(', ')}`);
  return files;
}
