import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Finding } from '../../src/model/index.ts';
import { checkFolders } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';
import { registryKey } from '../support/registry-signer.ts';

/** What a policy says of a registry's capabilities holds for the scopes of the entry, and for nothing else from that address. */

const key = registryKey();
const stranger = registryKey();
let registry: LoopbackRegistry;
const names = ['@acme/tool', 'left-pad'];
const bulk = '-/npm/v1/security/advisories/bulk';

beforeAll(async () => {
  const untimed = { document: { time: undefined } };
  const wronglySigned = (name: string) => {
    const integrity = `sha512-${Buffer.alloc(64, name.length).toString('base64')}`;
    const { sig } = stranger.sign({ name, version: '1.0.0', integrity });
    return pkg({ '1.0.0': { integrity, dist: { signatures: [{ keyid: key.keyid, sig }] } } }, untimed);
  };
  registry = await startRegistry({
    signing: key,
    packages: Object.fromEntries(names.map((name) => [name, wronglySigned(name)])),
  });
  registry.fail(bulk, { text: '[]x' });
});
afterAll(() => registry.close());

async function saidUnder(entry: string) {
  const described = {
    dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
    packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
  };
  const { base, head } = pullRequest(registry, {}, described);
  const policy = {
    '.github/dependency-policy.yml': `version: 1\nregistries: [${entry.replace('{url}', registry.url)}]\n`,
  };
  const sides = { base: { ...base, ...policy }, head: { ...head, ...policy } };
  const { report } = await checkFolders(sides, ['--registry', registry.url]);
  // Wrong signatures of several packages are one finding, which names them.
  const isOf = (each: Finding, name: string) =>
    each.name === name || (each.name === null && each.message.includes(name));
  // What a registry offers of none of them is one finding, which names the rules too.
  const rulesOf = ({ rule, packages, message }: Finding) =>
    packages === undefined ? [rule] : [rule, ...[...message.matchAll(/`([a-z-]+)`/g)].map(([, word = '']) => word)];
  const of = (name: string) => report.findings.filter((each) => isOf(each, name)).flatMap(rulesOf);
  return { report, own: of('@acme/tool'), other: of('left-pad') };
}

describe('an entry for the scope @acme at the address of the default registry', () => {
  test.each([
    ['signatures: unsupported', 'signature'],
    ['signatures: none', 'signature'],
    ['publishTimes: none', 'cooldown'],
    ['publishTimes: none', 'new-package'],
    ['advisories: none', 'malware'],
    ['advisories: none', 'advisory'],
  ])('with `%s` leaves the rule %s judged for everything else', async (said, rule) => {
    const silent = await saidUnder('{ url: "{url}", scopes: ["@acme"] }');
    expect([silent.own.includes(rule), silent.other.includes(rule)]).toEqual([true, true]);
    const { own, other } = await saidUnder(`{ url: "{url}", scopes: ["@acme"], ${said} }`);
    expect([own.includes(rule), other.includes(rule)]).toEqual([false, true]);
  });

  test('is counted where it does not let lockgate judge', async () => {
    const { report } = await saidUnder('{ url: "{url}", scopes: ["@acme"], publishTimes: none, advisories: none }');
    expect(report.registries[0]?.notJudged).toEqual({ malware: 1, advisories: 1, publishers: 2, publishTimes: 1 });
  });
});

test('`advisories: required` makes a registry that offers none an open question', async () => {
  registry.fail(bulk, { status: 405 });
  const auto = await saidUnder('{ url: "{url}" }');
  expect(auto.own).not.toContain('malware');
  const { own, other } = await saidUnder('{ url: "{url}", advisories: required }');
  expect([own.includes('malware'), other.includes('malware')]).toEqual([true, true]);
  registry.fail(bulk, { text: '[]x' });
});
