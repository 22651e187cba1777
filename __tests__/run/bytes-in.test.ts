import { expect, test } from '@jest/globals';

import { executableOf } from '../../src/repository/listing.ts';
import { bytesIn } from '../../src/run/bytes-in.ts';

test("a file's digest holds whether git has it as executable", async () => {
  const bytes = new TextEncoder().encode('x');
  const files = ['100644', '100755', '120000'].map((octal, at) => ({
    ...{ path: `f${at}`, mode: 'file' as const, size: 1, ...executableOf(octal) },
  }));
  const snapshot = { label: 'x', list: () => Promise.resolve(files), read: () => Promise.resolve(bytes) };
  const of = await bytesIn(snapshot, ['f0', 'f1', 'f2', 'f3']);
  expect(['f0', 'f1', 'f2'].map((path) => of(path)?.mode)).toEqual(['100644', '100755', '100644']);
  expect(of('f3')).toBeNull();
});
