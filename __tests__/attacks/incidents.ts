import type { Incident, Package, Release } from './incident.ts';

/** A package with a past of some releases by one account, a month apart, and the last ones spelled out. */
function established(
  repository: string,
  downloads: number,
  past: Readonly<Record<string, Release>>,
  attack: Readonly<Record<string, Release>>,
): Package {
  return { repository, downloads, releases: { ...past, ...attack } };
}
const hook = (command: string, name = 'postinstall') => ({ scripts: { [name]: command } });

/** The incidents, oldest first. */
export const incidents: readonly Incident[] = [
  {
    title: 'eslint-scope 3.7.2 (2018)',
    how: 'a reused password; a new postinstall reads .npmrc',
    publishedAt: '2018-07-12T09:49:00.000Z',
    base: { 'eslint-scope': '3.7.1' },
    head: { 'eslint-scope': '3.7.2' },
    packages: {
      'eslint-scope': established(
        'eslint/eslint-scope',
        8_000_000,
        {
          '3.7.0': { at: '2017-03-17T00:00:00Z', by: 'nzakas' },
          '3.7.1': { at: '2017-04-12T00:00:00Z', by: 'nzakas' },
        },
        { '3.7.2': { at: '2018-07-12T09:49:00Z', by: 'nzakas', ...hook('node ./lib/build.js') } },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'event-stream 3.3.6 with flatmap-stream (2018)',
    how: 'handed to a new maintainer, who adds a brand-new dependency',
    publishedAt: '2018-09-09T09:00:00.000Z',
    base: { 'event-stream': '3.3.4' },
    head: { 'event-stream': '3.3.6' },
    transitive: { 'flatmap-stream': { version: '0.1.0', by: 'event-stream' } },
    packages: {
      'event-stream': established(
        'dominictarr/event-stream',
        8_000_000,
        {
          '3.3.3': { at: '2016-06-01T00:00:00Z', by: 'dominictarr' },
          '3.3.4': { at: '2016-07-03T00:00:00Z', by: 'dominictarr' },
        },
        {
          '3.3.6': { at: '2018-09-09T09:00:00Z', by: 'right9ctrl', dependencies: { 'flatmap-stream': '^0.1.0' } },
        },
      ),
      'flatmap-stream': {
        repository: 'hugeglass/flatmap-stream',
        downloads: 120,
        releases: { '0.1.0': { at: '2018-09-05T00:00:00Z', by: 'hugeglass' } },
      },
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'ua-parser-js 0.7.29, 0.8.0 and 1.0.0 (2021)',
    how: 'a hijacked account; a new preinstall on three release lines within minutes',
    publishedAt: '2021-10-22T12:15:00.000Z',
    base: { 'ua-parser-js': '0.7.28' },
    head: { 'ua-parser-js': '0.7.29' },
    packages: {
      'ua-parser-js': established(
        'faisalman/ua-parser-js',
        30_000_000,
        {
          '0.7.27': { at: '2021-03-01T00:00:00Z', by: 'faisalman' },
          '0.7.28': { at: '2021-04-10T00:00:00Z', by: 'faisalman' },
        },
        {
          '0.7.29': {
            at: '2021-10-22T12:15:00Z',
            by: 'faisalman',
            ...hook('start /B node preinstall.js', 'preinstall'),
          },
          '0.8.0': {
            at: '2021-10-22T12:16:00Z',
            by: 'faisalman',
            ...hook('start /B node preinstall.js', 'preinstall'),
          },
          '1.0.0': {
            at: '2021-10-22T12:16:30Z',
            by: 'faisalman',
            ...hook('start /B node preinstall.js', 'preinstall'),
          },
        },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'coa 2.0.3 (2021)',
    how: 'a hijacked account; a new preinstall after three years of silence',
    publishedAt: '2021-11-04T11:00:00.000Z',
    base: { coa: '2.0.2' },
    head: { coa: '2.0.3' },
    packages: {
      coa: established(
        'veged/coa',
        36_000_000,
        { '2.0.1': { at: '2018-03-01T00:00:00Z', by: 'veged' }, '2.0.2': { at: '2018-11-27T00:00:00Z', by: 'veged' } },
        { '2.0.3': { at: '2021-11-04T11:00:00Z', by: 'veged', ...hook('node compile.js', 'preinstall') } },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'faker 6.6.6 (2022)',
    how: 'the owner empties the package',
    publishedAt: '2022-01-05T00:20:00.000Z',
    base: { faker: '5.5.3' },
    head: { faker: '6.6.6' },
    packages: {
      faker: established(
        'Marak/faker.js',
        10_000_000,
        { '5.5.2': { at: '2021-03-10T00:00:00Z', by: 'marak' }, '5.5.3': { at: '2021-04-10T00:00:00Z', by: 'marak' } },
        { '6.6.6': { at: '2022-01-05T00:20:00Z', by: 'marak' } },
      ),
    },
    withoutCooldown: 'passes',
  },
  {
    title: 'node-ipc 9.2.2 with peacenotwar (2022)',
    how: 'protest of the owner, through a brand-new dependency',
    publishedAt: '2022-03-08T12:00:00.000Z',
    base: { 'node-ipc': '9.2.1' },
    head: { 'node-ipc': '9.2.2' },
    transitive: { peacenotwar: { version: '9.1.3', by: 'node-ipc' } },
    packages: {
      'node-ipc': established(
        'RIAEvangelist/node-ipc',
        4_000_000,
        {
          '9.2.0': { at: '2021-06-01T00:00:00Z', by: 'riaevangelist' },
          '9.2.1': { at: '2021-07-01T00:00:00Z', by: 'riaevangelist' },
        },
        { '9.2.2': { at: '2022-03-08T12:00:00Z', by: 'riaevangelist', dependencies: { peacenotwar: '^9.1.3' } } },
      ),
      peacenotwar: {
        repository: 'RIAEvangelist/peacenotwar',
        downloads: 0,
        releases: { '9.1.3': { at: '2022-03-08T09:00:00Z', by: 'riaevangelist' } },
      },
    },
    withoutCooldown: 'blocked',
  },
  {
    title: '@lottiefiles/lottie-player 2.0.5 to 2.0.7 (2024)',
    how: "a developer's token; three versions in about an hour, no hook",
    publishedAt: '2024-10-30T20:00:00.000Z',
    base: { '@lottiefiles/lottie-player': '2.0.4' },
    head: { '@lottiefiles/lottie-player': '2.0.7' },
    packages: {
      '@lottiefiles/lottie-player': established(
        'LottieFiles/lottie-player',
        400_000,
        {
          '2.0.3': { at: '2024-01-10T00:00:00Z', by: 'jawish' },
          '2.0.4': { at: '2024-03-01T00:00:00Z', by: 'jawish' },
        },
        {
          '2.0.5': { at: '2024-10-30T19:00:00Z', by: 'jawish' },
          '2.0.6': { at: '2024-10-30T19:35:00Z', by: 'jawish' },
          '2.0.7': { at: '2024-10-30T20:00:00Z', by: 'jawish' },
        },
      ),
    },
    withoutCooldown: 'passes',
  },
  {
    title: '@solana/web3.js 1.95.6 and 1.95.7 (2024)',
    how: 'a phished publisher; steals keys when it is used, no hook',
    publishedAt: '2024-12-02T15:20:00.000Z',
    base: { '@solana/web3.js': '1.95.5' },
    head: { '@solana/web3.js': '1.95.6' },
    packages: {
      '@solana/web3.js': established(
        'solana-labs/solana-web3.js',
        2_000_000,
        {
          '1.95.4': { at: '2024-10-15T00:00:00Z', by: 'solana' },
          '1.95.5': { at: '2024-11-20T00:00:00Z', by: 'solana' },
        },
        { '1.95.6': { at: '2024-12-02T15:20:00Z', by: 'solana' } },
      ),
    },
    withoutCooldown: 'passes',
  },
  {
    title: '@rspack/core 1.1.7 (2024)',
    how: 'a stolen token; a new postinstall mines',
    publishedAt: '2024-12-19T02:01:00.000Z',
    base: { '@rspack/core': '1.1.6' },
    head: { '@rspack/core': '1.1.7' },
    packages: {
      '@rspack/core': established(
        'web-infra-dev/rspack',
        1_600_000,
        {
          '1.1.5': { at: '2024-12-05T00:00:00Z', by: 'hardfist' },
          '1.1.6': { at: '2024-12-12T00:00:00Z', by: 'hardfist' },
        },
        { '1.1.7': { at: '2024-12-19T02:01:00Z', by: 'hardfist', ...hook('node dist/util/support.js') } },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'eslint-config-prettier 10.1.6 (2025)',
    how: 'a phished maintainer; an install script on four versions of three lines',
    publishedAt: '2025-07-18T15:06:00.000Z',
    base: { 'eslint-config-prettier': '10.1.5' },
    head: { 'eslint-config-prettier': '10.1.6' },
    packages: {
      'eslint-config-prettier': established(
        'prettier/eslint-config-prettier',
        130_000_000,
        {
          '10.1.4': { at: '2025-05-10T00:00:00Z', by: 'jounqin' },
          '10.1.5': { at: '2025-05-12T00:00:00Z', by: 'jounqin' },
        },
        {
          '8.10.1': { at: '2025-07-18T15:02:00Z', by: 'jounqin', ...hook('node install.js', 'install') },
          '9.1.1': { at: '2025-07-18T15:04:00Z', by: 'jounqin', ...hook('node install.js', 'install') },
          '10.1.6': { at: '2025-07-18T15:06:00Z', by: 'jounqin', ...hook('node install.js', 'install') },
        },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'is 3.3.1 (2025)',
    how: 'a former owner, phished and added again; seven years after the last release',
    publishedAt: '2025-07-19T01:00:00.000Z',
    base: { is: '3.3.0' },
    head: { is: '3.3.1' },
    packages: {
      is: established(
        'enricomarino/is',
        11_000_000,
        {
          '3.2.1': { at: '2017-03-01T00:00:00Z', by: 'ljharb' },
          '3.3.0': { at: '2018-11-01T00:00:00Z', by: 'ljharb' },
        },
        {
          '3.3.1': { at: '2025-07-19T01:00:00Z', by: 'enricomarino', ...hook('node index.js') },
          '5.0.0': { at: '2025-07-19T01:05:00Z', by: 'enricomarino', ...hook('node index.js') },
        },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'nx 21.5.0 (2025)',
    how: 'a token stolen from a workflow; a new postinstall, and the provenance is gone',
    publishedAt: '2025-08-26T22:32:00.000Z',
    base: { nx: '21.4.1' },
    head: { nx: '21.5.0' },
    packages: {
      nx: established(
        'nrwl/nx',
        20_000_000,
        {
          '21.4.0': { at: '2025-08-14T00:00:00Z', by: 'nrwl-jason', provenance: true },
          '21.4.1': { at: '2025-08-20T00:00:00Z', by: 'nrwl-jason', provenance: true },
        },
        { '21.5.0': { at: '2025-08-26T22:32:00Z', by: 'nrwl-jason', ...hook('node telemetry.js') } },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'chalk 5.6.1 (2025)',
    how: 'a phished maintainer; swaps wallets in the browser, no hook',
    publishedAt: '2025-09-08T13:16:00.000Z',
    base: { chalk: '5.6.0' },
    head: { chalk: '5.6.1' },
    packages: {
      chalk: established(
        'chalk/chalk',
        1_300_000_000,
        { '5.5.0': { at: '2025-08-01T00:00:00Z', by: 'qix' }, '5.6.0': { at: '2025-08-17T00:00:00Z', by: 'qix' } },
        { '5.6.1': { at: '2025-09-08T13:16:00Z', by: 'qix' } },
      ),
    },
    withoutCooldown: 'passes',
  },
  {
    title: 'PhantomRaven: unused-imports (2025)',
    how: 'a plausible new name; the payload hides behind an http dependency',
    publishedAt: '2025-08-20T10:00:00.000Z',
    base: {},
    head: { 'unused-imports': '1.0.0' },
    elsewhere: { 'ui-styles-pkg': { address: 'http://packages.example/npm/unused-imports', by: 'unused-imports' } },
    packages: {
      'unused-imports': {
        downloads: 0,
        releases: {
          '1.0.0': {
            ...{ at: '2025-08-20T10:00:00Z', by: 'npmhell', ...hook('node index.js', 'preinstall') },
            dependencies: { 'ui-styles-pkg': 'http://packages.example/npm/unused-imports' },
          },
        },
      },
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'Shai-Hulud: @ctrl/tinycolor 4.1.1 (2025)',
    how: 'a worm; a new postinstall runs a bundle of three megabytes',
    publishedAt: '2025-09-15T19:52:00.000Z',
    base: { '@ctrl/tinycolor': '4.1.0' },
    head: { '@ctrl/tinycolor': '4.1.1' },
    packages: {
      '@ctrl/tinycolor': established(
        'scttcper/tinycolor',
        9_000_000,
        {
          '4.0.4': { at: '2024-06-01T00:00:00Z', by: 'scttcper' },
          '4.1.0': { at: '2024-07-01T00:00:00Z', by: 'scttcper' },
        },
        {
          '4.1.1': { at: '2025-09-15T19:52:00Z', by: 'scttcper', ...hook('node bundle.js') },
          '4.1.2': { at: '2025-09-15T19:54:00Z', by: 'scttcper', ...hook('node bundle.js') },
        },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'Shai-Hulud 2: posthog-node 5.13.3 (2025)',
    how: 'the worm again; a new preinstall on three lines',
    publishedAt: '2025-11-24T04:11:00.000Z',
    base: { 'posthog-node': '5.13.2' },
    head: { 'posthog-node': '5.13.3' },
    packages: {
      'posthog-node': established(
        'PostHog/posthog-js',
        1_600_000,
        {
          '5.13.1': { at: '2025-11-14T00:00:00Z', by: 'posthog' },
          '5.13.2': { at: '2025-11-20T00:00:00Z', by: 'posthog' },
        },
        {
          '4.18.1': { at: '2025-11-24T04:11:00Z', by: 'posthog', ...hook('node setup_bun.js', 'preinstall') },
          '5.11.3': { at: '2025-11-24T04:11:00Z', by: 'posthog', ...hook('node setup_bun.js', 'preinstall') },
          '5.13.3': { at: '2025-11-24T04:11:00Z', by: 'posthog', ...hook('node setup_bun.js', 'preinstall') },
        },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'react-codeshift (2026)',
    how: 'agents wrote a name into 237 repositories that nobody had registered',
    publishedAt: '2026-01-15T12:00:00.000Z',
    base: {},
    head: { 'react-codeshift': '1.0.0' },
    packages: {},
    withoutCooldown: 'blocked',
  },
  {
    title: 'axios 1.14.1 with plain-crypto-js (2026)',
    how: "a maintainer's machine; a token in the place of OIDC, a brand-new dependency with a postinstall",
    publishedAt: '2026-03-31T00:21:00.000Z',
    base: { axios: '1.14.0' },
    head: { axios: '1.14.1' },
    transitive: { 'plain-crypto-js': { version: '4.2.1', by: 'axios' } },
    packages: {
      axios: established(
        'axios/axios',
        300_000_000,
        {
          '1.13.6': { at: '2026-02-20T00:00:00Z', by: 'GitHub Actions', trusted: true },
          '1.14.0': { at: '2026-03-27T00:00:00Z', by: 'GitHub Actions', trusted: true },
        },
        { '1.14.1': { at: '2026-03-31T00:21:00Z', by: 'jasonsaayman', dependencies: { 'plain-crypto-js': '^4.2.1' } } },
      ),
      'plain-crypto-js': {
        downloads: 0,
        releases: {
          '4.2.0': { at: '2026-03-30T05:57:00Z', by: 'nrwise' },
          '4.2.1': { at: '2026-03-30T23:59:00Z', by: 'nrwise', ...hook('node setup.js') },
        },
      },
    },
    withoutCooldown: 'blocked',
  },
  {
    title: '@tanstack/react-router 1.169.5 (2026)',
    how: 'a poisoned cache in the release workflow: valid provenance, and a git dependency with a prepare script',
    publishedAt: '2026-05-11T19:20:00.000Z',
    base: { '@tanstack/react-router': '1.169.2' },
    head: { '@tanstack/react-router': '1.169.5' },
    elsewhere: {
      '@tanstack/setup': {
        address: 'git+ssh://git@github.example/tanstack/router.git#79ac49eedf774dd4b0cfa308722bc463cfe5885c',
        by: '@tanstack/react-router',
      },
    },
    packages: {
      '@tanstack/react-router': established(
        'TanStack/router',
        12_000_000,
        {
          '1.169.1': { at: '2026-05-01T00:00:00Z', by: 'GitHub Actions', trusted: true },
          '1.169.2': { at: '2026-05-06T00:00:00Z', by: 'GitHub Actions', trusted: true },
        },
        {
          '1.169.5': {
            ...{ at: '2026-05-11T19:20:00Z', by: 'GitHub Actions', trusted: true },
            dependencies: { '@tanstack/setup': 'github:tanstack/router#79ac49eedf774dd4b0cfa308722bc463cfe5885c' },
          },
        },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'node-ipc 12.0.1 (2026)',
    how: "the expired mail domain of a dormant maintainer's account; three lines, no hook",
    publishedAt: '2026-05-14T14:00:00.000Z',
    base: { 'node-ipc': '12.0.0' },
    head: { 'node-ipc': '12.0.1' },
    packages: {
      'node-ipc': established(
        'RIAEvangelist/node-ipc',
        3_000_000,
        {
          '9.2.1': { at: '2021-07-01T00:00:00Z', by: 'riaevangelist' },
          '12.0.0': { at: '2024-06-01T00:00:00Z', by: 'riaevangelist' },
        },
        {
          '9.1.6': { at: '2026-05-14T13:58:00Z', by: 'atiertant' },
          '9.2.3': { at: '2026-05-14T13:59:00Z', by: 'atiertant' },
          '12.0.1': { at: '2026-05-14T14:00:00Z', by: 'atiertant' },
        },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'Phantom Gyp: @vapi-ai/server-sdk (2026)',
    how: 'a binding.gyp of 157 bytes runs node; no script in the manifest',
    publishedAt: '2026-06-03T08:00:00.000Z',
    base: { '@vapi-ai/server-sdk': '0.11.0' },
    head: { '@vapi-ai/server-sdk': '0.11.1' },
    packages: {
      '@vapi-ai/server-sdk': established(
        'VapiAI/server-sdk-typescript',
        500_000,
        {
          '0.10.2': { at: '2026-03-01T00:00:00Z', by: 'vapi' },
          '0.11.0': { at: '2026-04-20T00:00:00Z', by: 'vapi' },
        },
        { '0.11.1': { at: '2026-06-03T08:00:00Z', by: 'vapi', files: ['index.js', 'binding.gyp'] } },
      ),
    },
    withoutCooldown: 'blocked',
  },
  {
    title: '@mastra/core 1.42.1 with easy-day-js (2026)',
    how: "a stale maintainer's token beside OIDC; a brand-new look-alike with a postinstall",
    publishedAt: '2026-06-17T06:00:00.000Z',
    base: { '@mastra/core': '1.42.0' },
    head: { '@mastra/core': '1.42.1' },
    transitive: { 'easy-day-js': { version: '1.11.22', by: '@mastra/core' } },
    packages: {
      '@mastra/core': established(
        'mastra-ai/mastra',
        3_000_000,
        {
          '1.41.0': { at: '2026-06-02T00:00:00Z', by: 'GitHub Actions', trusted: true },
          '1.42.0': { at: '2026-06-10T00:00:00Z', by: 'GitHub Actions', trusted: true },
        },
        { '1.42.1': { at: '2026-06-17T06:00:00Z', by: 'ehindero', dependencies: { 'easy-day-js': '^1.11.22' } } },
      ),
      'easy-day-js': {
        downloads: 0,
        releases: { '1.11.22': { at: '2026-06-16T20:00:00Z', by: 'someone', ...hook('node install.js') } },
      },
    },
    withoutCooldown: 'blocked',
  },
  {
    title: 'keyv 6.0.0 (2026)',
    how: "a malicious commit, released by the project's own workflow: valid provenance, and a new preinstall",
    publishedAt: '2026-08-04T10:00:00.000Z',
    base: { keyv: '5.6.0' },
    head: { keyv: '6.0.0' },
    packages: {
      keyv: established(
        'jaredwray/keyv',
        200_000_000,
        {
          '5.5.5': { at: '2026-03-01T00:00:00Z', by: 'GitHub Actions', trusted: true },
          '5.6.0': { at: '2026-06-01T00:00:00Z', by: 'GitHub Actions', trusted: true },
        },
        {
          '6.0.0': {
            at: '2026-08-04T10:00:00Z',
            by: 'GitHub Actions',
            trusted: true,
            ...hook('node setup.js', 'preinstall'),
          },
        },
      ),
    },
    withoutCooldown: 'blocked',
  },
];
