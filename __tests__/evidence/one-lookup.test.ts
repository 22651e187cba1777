import { expect, test } from '@jest/globals';

import { oneLookup } from '../../src/evidence/one-lookup.ts';

type Look = NonNullable<Parameters<typeof oneLookup>[0]>;

/** A resolver that is asked, and answers when it is told to. */
function resolver() {
  const asked: string[] = [];
  const waiting: Parameters<Look>[2][] = [];
  const look: Look = (host, _, told) => {
    asked.push(host);
    waiting.push(told);
  };
  return { asked, waiting, look };
}

const found = (lookup: ReturnType<typeof oneLookup>, host: string, all = true) =>
  new Promise((resolve) => lookup(host, { all }, (failure, address) => resolve(failure?.code ?? address)));

test('a host is looked up once for all connections, and another by itself', async () => {
  const { asked, waiting, look } = resolver();
  const lookup = oneLookup(look);
  const hosts = ['a.example', 'a.example', 'b.example'];
  const together = Promise.all([...hosts.map((host) => found(lookup, host)), found(lookup, 'a.example', false)]);
  expect(asked).toEqual(['a.example', 'b.example', 'a.example']);
  const addresses = ['192.0.2.1', '192.0.2.2'].map((address) => ({ address, family: 4 }));
  waiting[0]?.(null, addresses.slice(0, 1));
  waiting[1]?.(null, addresses.slice(1));
  waiting[2]?.(null, '192.0.2.1', 4);
  const [one, two] = [addresses.slice(0, 1), addresses.slice(1)];
  expect(await together).toEqual([one, one, two, '192.0.2.1']);
  expect(await found(lookup, 'a.example')).toEqual(one);
  expect(asked.length).toBe(3);
});

test('a failure is told to all who wait, and is not kept', async () => {
  const { asked, waiting, look } = resolver();
  const lookup = oneLookup(look);
  const together = Promise.all([found(lookup, 'a.example'), found(lookup, 'a.example')]);
  waiting[0]?.(Object.assign(new Error('x'), { code: 'EAI_AGAIN' }), '');
  expect(await together).toEqual(['EAI_AGAIN', 'EAI_AGAIN']);
  const again = found(lookup, 'a.example');
  waiting[1]?.(null, []);
  expect([await again, asked.length]).toEqual([[], 2]);
});
