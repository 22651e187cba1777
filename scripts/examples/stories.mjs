/**
 * What the examples tell. The first is modelled on the takeover of axios in March 2026: a stolen token released a new
 * patch version that brought in a brand-new package with an install hook. Names, versions and times follow the public
 * reports; everything else is made up, and so is the name that an agent invents beside it.
 */
const manifest = (dependencies) => ({ name: 'shop', version: '1.0.0', private: true, dependencies });

const axios = {
  versions: {
    '1.13.6': { publishedAt: '2026-02-12T16:20:00.000Z' },
    '1.14.0': { publishedAt: '2026-03-02T10:12:00.000Z' },
    '1.14.1': { publishedAt: '2026-03-31T00:21:00.000Z', dependencies: { 'plain-crypto-js': '^4.2.1' } },
  },
};
const plainCrypto = {
  versions: {
    '4.2.0': { publishedAt: '2026-03-30T05:57:00.000Z' },
    '4.2.1': { publishedAt: '2026-03-30T23:59:00.000Z', scripts: { postinstall: 'node setup.js' } },
  },
};
const ms = {
  versions: {
    '2.1.2': { publishedAt: '2019-06-06T17:31:00.000Z' },
    '2.1.3': { publishedAt: '2020-12-08T13:54:00.000Z' },
    '3.0.0-canary.1': { publishedAt: '2025-08-20T09:00:00.000Z' },
  },
};

/** Recorded: the releases of nuxt 4 as the public registry lists them, without what no verdict needs. */
const nuxt = (recorded, url) => {
  const text = recorded('packuments/provenance-action_nuxt.json').replace(/https:\/\/[^/"]+\/(?=nuxt\/-\/)/g, url);
  const { name, time, versions, ...rest } = JSON.parse(text);
  const isShown = (version) => version.startsWith('4.') || ['created', 'modified'].includes(version);
  const shown = (members) => Object.fromEntries(Object.entries(members).filter(([key]) => isShown(key)));
  return {
    document: { ...rest, name, time: shown(time), versions: shown(versions), 'dist-tags': { latest: '4.1.2' } },
    versions: { '4.1.2': { attestations: JSON.parse(recorded('attestations/provenance-action/nuxt-4.1.2.json')) } },
  };
};

export const stories = [
  {
    name: 'takeover',
    now: '2026-03-31T02:00:00Z',
    packages: { axios, 'plain-crypto-js': plainCrypto, ms },
    base: {
      manifest: manifest({ axios: '^1.14.0', ms: '^2.1.2' }),
      packages: { 'node_modules/axios': { version: '1.14.0' }, 'node_modules/ms': { version: '2.1.2' } },
    },
    head: {
      manifest: manifest({ axios: '^1.14.1', ms: '^2.1.3', 'react-codeshift': '^1.0.0' }),
      packages: {
        'node_modules/axios': { version: '1.14.1', dependencies: { 'plain-crypto-js': '^4.2.1' } },
        'node_modules/ms': { version: '2.1.3' },
        'node_modules/plain-crypto-js': { version: '4.2.1', hasInstallScript: true },
        'node_modules/react-codeshift': {
          version: '1.0.0',
          resolved: 'https://registry.example/react-codeshift/-/react-codeshift-1.0.0.tgz',
          integrity:
            'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
        },
      },
    },
  },
  {
    name: 'harmless',
    now: '2026-03-31T02:00:00Z',
    packages: { ms },
    base: { manifest: manifest({ ms: '^2.1.2' }), packages: { 'node_modules/ms': { version: '2.1.2' } } },
    head: { manifest: manifest({ ms: '^2.1.3' }), packages: { 'node_modules/ms': { version: '2.1.3' } } },
  },
  {
    // A real release with its real signature and attestations: whoever runs it verifies them.
    name: 'verified',
    now: '2025-10-01T12:00:00Z',
    recordedPackages: (recorded, url) => ({ nuxt: nuxt(recorded, url) }),
    keys: (recorded) => JSON.parse(recorded('keys/npm-v1-keys.json')),
    // What nuxt runs on install is read from its tarball, which was not recorded.
    policy: 'version: 1\nrules:\n  install-scripts: { level: error, allow: [nuxt] }\n',
    base: { manifest: manifest({}), packages: {} },
    head: { manifest: manifest({ nuxt: '^4.1.2' }), packages: { 'node_modules/nuxt': { version: '4.1.2' } } },
  },
];
