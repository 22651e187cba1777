import { expect, test } from '@jest/globals';

import type { DocumentAnswer } from '../../src/registry/answer.ts';
import type { Broker } from '../../src/registry/broker.ts';
import { signingKeys } from '../../src/trust/signing-keys.ts';
import { registryKey } from '../support/registry-signer.ts';

/** Keys that a registry lists itself: believed of its own answer, and not of a file. */

const key = registryKey();
const registry = 'https://own.example/';
const registries = {
  ...{ publicRegistry: 'https://public.example/', defaultRegistry: registry, scopes: [] },
  replaceRegistryHost: 'npmjs',
};
const brokerOf = (keys: DocumentAnswer) => ({ keys: () => Promise.resolve(keys) }) as unknown as Broker;
const listed: DocumentAnswer = { state: 'document', document: key.document };
const asked = { registry, name: 'left-pad' };

test('keys that only the recorded evidence has verify nothing', async () => {
  const recorded = await signingKeys(asked, registries, { trustsServedKeys: false }, brokerOf(listed));
  expect(recorded).toMatchObject({ state: 'unavailable', reason: 'not-provided', asked: 'keys' });
  const live = await signingKeys(asked, registries, {}, brokerOf(listed));
  expect(live).toMatchObject({ state: 'keys', alone: false });
});

test('keys that were given count, whatever the recording has', async () => {
  const given = { trustsServedKeys: false, registryKeys: () => ({ keys: key.document, alone: false }) };
  expect(await signingKeys(asked, registries, given, brokerOf({ state: 'absent', authenticated: true }))).toMatchObject(
    {
      state: 'keys',
    },
  );
});
