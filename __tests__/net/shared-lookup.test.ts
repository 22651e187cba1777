import { expect, test } from '@jest/globals';

import { sharedLookup } from '../../src/net/shared-lookup.ts';

test('a host is asked for once at a time and in all, by its options, and again after a failure', async () => {
  const asked: string[] = [];
  let fails = true;
  const lookup = sharedLookup((hostname, options, callback) => {
    asked.push(`${hostname} ${String(options.family)}`);
    const failure = fails ? Object.assign(new Error('lost'), { code: 'EAI_AGAIN' }) : null;
    setImmediate(() => callback(failure, failure === null ? '127.0.0.1' : '', 4));
  });
  const ask = (host: string, family: 0 | 6 = 0) =>
    new Promise<string>((resolve) =>
      lookup(host, { family }, (failure, address) => resolve(failure?.code ?? JSON.stringify(address))),
    );
  expect(await Promise.all([ask('a'), ask('a')])).toEqual(['EAI_AGAIN', 'EAI_AGAIN']);
  fails = false;
  expect(await Promise.all([ask('a'), ask('a'), ask('b'), ask('a', 6)])).toEqual(Array(4).fill('"127.0.0.1"'));
  expect(await ask('a')).toBe('"127.0.0.1"');
  expect(asked).toEqual(['a 0', 'a 0', 'b 0', 'a 6']);
});
