import { expect, test } from '@jest/globals';

import { openPolicy } from '../../src/policy/open.ts';

const policy = (text: string) => openPolicy({ source: 'policy.yml', text }, {});

test('the scopes that a registry holds alone reach the rule that guards them, whatever the policy says of the rule', async () => {
  const { settings } = await policy(`
version: 1
registries:
  - { url: "https://b.example/", scopes: ["@z", "@a"], exclusive: true }
  - { url: "https://c.example/", scopes: ["@c"] }
rules:
  dependency-confusion: { exclusive: [] }
`);
  expect(settings.get('dependency-confusion')).toMatchObject({
    level: 'error',
    options: {
      exclusive: [
        { scope: '@a', registry: 'https://b.example/' },
        { scope: '@z', registry: 'https://b.example/' },
      ],
    },
  });
});
