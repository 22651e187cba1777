import { afterEach, describe, expect, test } from '@jest/globals';

import type { Report } from '../../src/model/index.ts';
import { checkFolders } from '../support/cli.ts';
import type { Failure, LoopbackRegistry, VersionDescription } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';
import { registryKey } from '../support/registry-signer.ts';

/** Each capability of a registry under each word of the policy: what it does not offer, and what it failed to answer. */

const bulk = '-/npm/v1/security/advisories/bulk';
const key = registryKey();

const started: LoopbackRegistry[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

interface Situation {
  readonly version?: VersionDescription;
  readonly document?: object;
  readonly signs?: boolean;
  readonly failures?: Readonly<Record<string, Failure>>;
}

async function judged(capability: string, word: string, { version = {}, document, signs, failures = {} }: Situation) {
  const registry = await startRegistry({
    packages: { widget: pkg({ '1.0.0': version }, document === undefined ? {} : { document: { ...document } }) },
    ...(signs === true ? { signing: key } : {}),
  });
  started.push(registry);
  for (const [path, failure] of Object.entries(failures)) registry.fail(path, failure);
  const entry = { version: '1.0.0', resolved: `${registry.url}widget/-/widget-1.0.0.tgz` };
  const integrity = integrityOf('widget', '1.0.0', version);
  const sides = pullRequest(
    registry,
    {},
    { dependencies: { widget: '*' }, packages: { 'node_modules/widget': { ...entry, integrity } } },
  );
  const policy = `version: 1\nregistries: [{ url: "${registry.url}", ${capability}: ${word} }]\n`;
  const files = { '.npmrc': `registry=${registry.url}\n`, '.github/dependency-policy.yml': policy };
  const { report } = await checkFolders({ base: { ...sides.base, ...files }, head: { ...sides.head, ...files } });
  return report;
}

const unjudged = ({ findings }: Report) =>
  findings.filter(({ outcome }) => outcome === 'indeterminate').map(({ rule }) => rule);
const saidOf = ({ registries: [registry] }: Report) => Object.keys(registry?.notJudged ?? {});
const untimed = { document: { time: undefined } };
const noise = { text: '[]x' };

const claimed = { version: { attestations: null }, signs: true };
const attestations = '-/npm/v1/attestations/widget@1.0.0';

describe('what a registry does not offer', () => {
  test.each<[string, string, Situation, { readonly open: readonly string[]; readonly said: readonly string[] }]>([
    ['signatures', 'required', {}, { open: ['signature'], said: [] }],
    ['signatures', 'auto', {}, { open: [], said: ['signatures'] }],
    ['signatures', 'none', {}, { open: [], said: ['signatures'] }],
    ['attestations', 'required', claimed, { open: ['provenance'], said: [] }],
    // A claim that nobody proves is never taken for no claim.
    ['attestations', 'auto', claimed, { open: ['provenance'], said: [] }],
    ['attestations', 'none', claimed, { open: [], said: ['provenance'] }],
    ['publishers', 'required', { signs: true }, { open: ['trust-downgrade'], said: [] }],
    ['publishers', 'auto', { signs: true }, { open: [], said: ['publishers'] }],
    ['publishers', 'none', { signs: true }, { open: [], said: ['publishers'] }],
    ['publishTimes', 'required', untimed, { open: ['cooldown', 'new-package'], said: [] }],
    ['publishTimes', 'auto', untimed, { open: ['cooldown', 'new-package'], said: [] }],
    ['publishTimes', 'none', untimed, { open: [], said: ['publishTimes'] }],
    ['advisories', 'required', {}, { open: ['malware', 'advisory'], said: [] }],
    ['advisories', 'auto', {}, { open: [], said: ['malware', 'advisories'] }],
    ['advisories', 'none', {}, { open: [], said: ['malware', 'advisories'] }],
  ])('%s: %s', async (capability, word, situation, { open, said }) => {
    const report = await judged(capability, word, situation);
    for (const rule of open) expect(unjudged(report)).toContain(rule);
    if (open.length === 0) expect(unjudged(report)).toEqual([]);
    expect(saidOf(report)).toEqual(expect.arrayContaining([...said]));
    const isSaid = saidOf(report).some(
      (one) => one === capability || (capability === 'attestations' && one === 'provenance'),
    );
    if (said.length === 0) expect(isSaid).toBe(false);
  });
});

describe('what fails is not judged, unless nobody asks for it', () => {
  test.each<[string, Situation, readonly string[]]>([
    ['signatures', { signs: true, failures: { '-/npm/v1/keys': noise } }, ['signature']],
    ['attestations', { ...claimed, failures: { [attestations]: noise } }, ['provenance']],
    ['publishTimes', { document: { time: { '1.0.0': 'yesterday' } } }, ['cooldown']],
    ['advisories', { failures: { [bulk]: noise } }, ['malware', 'advisory']],
  ])('%s', async (capability, situation, rules) => {
    for (const word of ['required', 'auto']) {
      const report = await judged(capability, word, situation);
      for (const rule of rules) expect([word, unjudged(report)]).toEqual([word, expect.arrayContaining([rule])]);
    }
    const report = await judged(capability, 'none', situation);
    for (const rule of rules) expect(unjudged(report)).not.toContain(rule);
  });
});

describe('install scripts that only the tarball has', () => {
  const hidden = { version: { packed: { scripts: { postinstall: 'node x.js' } } } };
  test.each(['required', 'auto', 'none'])('scripts: %s: are found', async (word) => {
    const { findings } = await judged('scripts', word, hidden);
    expect(findings.map(({ rule }) => rule)).toContain('install-scripts');
  });

  test.each([
    ['required', 'note'],
    ['auto', 'note'],
    ['none', 'error'],
  ])('scripts: %s: a tarball elsewhere', async (word, level) => {
    const report = await judged('scripts', word, {
      version: { tarball: 'https://elsewhere.example/widget-1.0.0.tgz' },
    });
    const levels = report.findings.flatMap(({ outcome, level }) => (outcome === 'indeterminate' ? [level] : []));
    expect(unjudged(report)).toEqual(['install-scripts']);
    expect(levels).toEqual([level]);
  });
});

describe('digests that the registry does not state', () => {
  const undigested: Situation = { version: { integrity: null, dist: { shasum: undefined } } };
  test.each<[string, boolean]>([
    ['required', true],
    ['auto', true],
    ['none', false],
  ])('digests: %s', async (word, isReported) => {
    const { findings } = await judged('digests', word, undigested);
    expect(findings.some(({ rule }) => rule === 'integrity')).toBe(isReported);
  });
});
