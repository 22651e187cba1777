import { describe, expect, test } from '@jest/globals';

import type { Dossier, Pin, Release } from '../../src/model/index.ts';
import integrity from '../../src/rules/integrity.ts';
import { absent, dossierOf, present, release, without } from '../support/dossier.ts';
import { codesOf, judge } from '../support/judge.ts';

const sha512 = (letter: string) => `sha512-${letter.repeat(85)}A==`;
const sha256 = `sha256-${'C'.repeat(42)}A=`;
const sha1 = 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=';
const otherSha1 = `sha1-${'D'.repeat(26)}A=`;
const shasum = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
const md5 = `md5-${'E'.repeat(21)}A==`;

const pin = (text: string | undefined, line = 10): Pin => ({
  ...(text === undefined ? {} : { integrity: text }),
  line,
  places: 1,
});

/** A release with these digests and no others. */
function releaseThatStates(stated: { integrity?: string; shasum?: string }) {
  const { value } = release();
  return present({
    ...Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'integrity')),
    ...stated,
  } as Release);
}

function pinned(
  text: string | undefined,
  stated: { integrity?: string; shasum?: string } = { integrity: sha512('A'), shasum },
  base: readonly (string | undefined)[] = [],
): Dossier {
  return dossierOf({
    change: { pins: [pin(text)], basePins: base.map((one) => pin(one)) },
    evidence: { release: releaseThatStates(stated) },
  });
}

describe('against the registry', () => {
  test.each<[string, string | undefined, readonly string[]]>([
    ['equal', sha512('A'), []],
    ['other', sha512('B'), ['differs']],
    [
      'one good and one other digest of the same algorithm: npm would take either',
      `${sha512('A')} ${sha512('B')}`,
      ['differs'],
    ],
    ['two algorithms, both equal', `${sha1} ${sha512('A')}`, ['several-algorithms']],
    ['two algorithms, the strongest other', `${sha1} ${sha512('B')}`, ['differs']],
    ['two algorithms, the weaker other', `${otherSha1} ${sha512('A')}`, ['differs']],
    ['sha1, equal', sha1, ['sha1']],
    ['one sha1 twice', `${sha1} ${sha1}`, ['sha1']],
    ['two sha1, one of them equal: npm would take either', `${sha1} ${otherSha1}`, ['differs']],
    ['sha1, equal, and junk', `${sha1} junk`, ['malformed', 'sha1']],
    ['sha1, other', otherSha1, ['differs']],
    ['md5', md5, ['weak']],
    ['md5 and sha1', `${md5} ${sha1}`, ['weak']],
    ['sha256, which the registry does not state', sha256, ['unbound']],
    ['nothing', undefined, ['missing']],
    ['empty text', '', ['malformed']],
    ['not base64', 'sha512-***', ['malformed']],
    ['equal, and junk', `${sha512('A')} junk`, ['malformed']],
    ['other, and junk', `${sha512('B')} junk`, ['differs', 'malformed']],
  ])('%s', (_, text, codes) => {
    expect(codesOf(integrity, pinned(text))).toEqual(codes);
  });

  test.each<[string, string, { integrity?: string; shasum?: string }, readonly string[]]>([
    ['an old packument with a shasum only, sha1 pinned', sha1, { shasum }, ['sha1-alone']],
    ['the same as a SHA-1 in `integrity`', sha1, { integrity: sha1 }, ['sha1-alone']],
    ['a shasum that is no SHA-1, sha1 pinned', sha1, { shasum: 'da39a3' }, ['weak']],
    ['a packument without a shasum, sha1 pinned', sha1, { integrity: sha512('A') }, ['weak']],
    ['a packument that states nothing, sha1 pinned', sha1, {}, ['weak']],
    ['a shasum and a SHA-1 that contradict each other', sha1, { integrity: otherSha1, shasum }, ['sha1-alone']],
    ['an old packument with a shasum only, other sha1 pinned', otherSha1, { shasum }, ['differs']],
    ['an old packument with a shasum only, sha512 pinned', sha512('A'), { shasum }, ['unbound']],
    ['both pinned, shasum only', `${sha512('A')} ${sha1}`, { shasum }, ['unbound', 'several-algorithms']],
    ['a packument that states nothing', sha512('A'), {}, ['unbound']],
    ['a packument whose integrity cannot be read', sha512('A'), { integrity: 'sha512-?' }, ['unbound']],
    [
      'a packument with two digests, one of which is pinned',
      sha512('B'),
      { integrity: `${sha512('A')} ${sha512('B')}` },
      [],
    ],
  ])('%s', (_, text, stated, codes) => {
    expect(codesOf(integrity, pinned(text, stated))).toEqual(codes);
  });
});

describe('against the base, under one version', () => {
  test.each<[string, string | undefined, readonly (string | undefined)[], readonly string[]]>([
    ['unchanged', sha512('A'), [sha512('A')], []],
    ['gains integrity', sha512('A'), [undefined], []],
    ['sha1 becomes sha512', sha512('A'), [sha1], []],
    ['gains a second algorithm', `${sha1} ${sha512('A')}`, [sha512('A')], ['several-algorithms']],
    ['other bytes', sha512('A'), [sha512('B')], ['changed-bytes']],
    ['other bytes, and not the registry either', sha512('C'), [sha512('B')], ['differs', 'changed-bytes']],
    ['one of several pins of the base', sha512('A'), [sha512('B'), sha512('A')], []],
    ['sha512 becomes sha1: weaker, and this change did it', sha1, [sha512('A')], ['weak']],
    ['loses integrity: this change did it', undefined, [sha512('A')], ['dropped']],
    ['loses a sha1: this change did it', undefined, [sha1], ['dropped']],
    ['had none before', undefined, [undefined], ['carried-missing']],
    ['was a sha1 before too', sha1, [sha1], ['sha1']],
    ['was md5 before too', md5, [md5], ['carried-weak']],
    ['sha256 becomes sha1', sha1, [sha256], ['weak']],
    ['one of two places had the sha1 before too', sha1, [sha1, sha512('A')], ['carried-weak']],
  ])('%s', (_, text, base, codes) => {
    expect(codesOf(integrity, pinned(text, undefined, base))).toEqual(codes);
  });

  test('a new address for bytes that nothing strong pins is not carried', () => {
    const before = pinned(sha1, undefined, [sha1]);
    const change = { ...before.change, pins: [{ ...pin(sha1), resolved: 'https://registry.example/x.tgz' }] };
    expect(codesOf(integrity, { ...before, change })).toEqual(['sha1']);
  });
});

test('what is floor stays an error, with the rule off and in an audit', () => {
  for (const how of [{ level: 'off' }, { mode: 'audit', level: 'warn' }] as const) {
    expect(judge(integrity, [pinned(sha512('B'))], how)).toMatchObject([{ level: 'error', floor: true }]);
  }
});

test('a lost digest is said as what it is, with what npm does to lose it, and stays floor', () => {
  const [finding] = judge(integrity, [pinned(undefined, undefined, [sha512('A')])], { level: 'off' });
  expect(finding).toMatchObject({ level: 'error', floor: true });
  expect(finding?.message).toContain('lost the digest that the base branch pins');
  expect(finding?.message).not.toContain('different bytes');
  expect(finding?.remediation).toContain('delete `node_modules`');
});

describe("a SHA-1 that is the registry's own", () => {
  test.each<[string, string]>([
    ['package-lock.json', '`npm install`'],
    ['deep/npm-shrinkwrap.json', '`npm install`'],
    ['yarn.lock', '`yarn install`'],
    ['pnpm-lock.yaml', '`pnpm install --fix-lockfile`'],
    ['bun.lock', 'lock again'],
  ])('is a warning that names how it is renewed in %s', (lockfile, command) => {
    const dossier = pinned(sha1);
    const [finding] = judge(integrity, [{ ...dossier, change: { ...dossier.change, lockfile } }]);
    expect(finding).toMatchObject({ level: 'warn', codes: ['sha1'] });
    expect(finding?.remediation).toContain(command);
  });

  test('is a note where the registry states nothing stronger, in strict too', () => {
    const [finding] = judge(integrity, [pinned(sha1, { shasum })], { advice: 'error' });
    expect(finding).toMatchObject({ level: 'note', codes: ['sha1-alone'] });
  });

  test('is an error under strict where the registry states a SHA-512 too', () => {
    expect(judge(integrity, [pinned(sha1)], { advice: 'error' })).toMatchObject([{ level: 'error' }]);
  });

  test('is an error, as it was, where the base branch pins a SHA-512', () => {
    expect(judge(integrity, [pinned(sha1, undefined, [sha512('A')])])).toMatchObject([{ level: 'error' }]);
  });

  test('is an error, as it was, where Yarn berry bound the bytes by its checksum', () => {
    const dossier = pinned(sha1);
    const change = { ...dossier.change, basePins: [{ checksum: '10c0/0a', line: 10, places: 1 }] };
    expect(judge(integrity, [{ ...dossier, change }])).toMatchObject([{ level: 'error', codes: ['weak'] }]);
  });

  test('of other bytes is floor, whatever else the registry states', () => {
    for (const stated of [{ shasum }, { integrity: sha512('A'), shasum }]) {
      expect(judge(integrity, [pinned(otherSha1, stated)])).toMatchObject([{ floor: true, codes: ['differs'] }]);
    }
  });
});

test('missing, weak and malformed are warnings in an audit', () => {
  for (const text of [undefined, md5, 'junk']) {
    expect(judge(integrity, [pinned(text)])).toMatchObject([{ level: 'error', floor: false }]);
    expect(judge(integrity, [pinned(text)], { mode: 'audit' })).toMatchObject([{ level: 'warn' }]);
  }
});

test('one bad pin among good ones is found, with its own line', () => {
  const dossier = dossierOf({ change: { pins: [pin(undefined, 10), pin(sha512('B'), 77)] } });
  expect(judge(integrity, [dossier])).toMatchObject([{ codes: ['differs', 'missing'], line: 77, floor: true }]);
});

test('a document about another package is a floor finding even where the digests agree', () => {
  const dossier = dossierOf({ evidence: { release: release({ documentMatches: false }) } });
  expect(judge(integrity, [dossier])).toMatchObject([{ codes: ['other-document'], floor: true, level: 'error' }]);
});

test('a version that the registry lists and does not describe is not bound to anything', () => {
  expect(codesOf(integrity, dossierOf({ evidence: { release: absent } }))).toEqual(['unbound']);
});

test('an address elsewhere is left to the rule registry; a trusted one is compared', () => {
  const path = 'evil/-/evil-1.0.0.tgz';
  expect(codesOf(integrity, dossierOf({ addresses: [{ verdict: 'elsewhere', shown: 'https://x.test/' }] }))).toEqual(
    [],
  );
  expect(codesOf(integrity, dossierOf({ addresses: [{ verdict: 'omitted' }] }))).toEqual([]);
  expect(codesOf(integrity, dossierOf({ addresses: [{ verdict: 'trusted', path }] }))).toEqual(['another-tarball']);
});

test('a pin without a judged address is a defect, never a pass', () => {
  expect(() => judge(integrity, [{ ...dossierOf(), addresses: [] }])).toThrow(TypeError);
});

test('without the release it is indeterminate, floor and error', () => {
  const [finding] = judge(integrity, [without(pinned(sha512('A')), 'release')], { unavailable: 'warn' });
  expect(finding).toMatchObject({ outcome: 'indeterminate', level: 'error', floor: true });
});

describe('bytes that changed under one version are seen', () => {
  test('where another digest is added to the one that the base had', () => {
    const both = `${sha512('A')} ${sha512('B')}`;
    expect(codesOf(integrity, pinned(both, { integrity: both }, [sha512('A')]))).toEqual(['changed-bytes']);
  });

  test('and an entry that stands without integrity as it stood is not called a pin that was dropped', () => {
    expect(codesOf(integrity, pinned(undefined, undefined, [sha512('A'), undefined]))).toEqual(['carried-missing']);
  });

  test('and an integrity that was unreadable is not called a pin that was dropped', () => {
    expect(codesOf(integrity, pinned(undefined, undefined, ['junk']))).toEqual(['missing']);
  });
});

describe('what comes in the tarball of another package needs no pin of its own', () => {
  const claim = (pinned: boolean, held: boolean) => ({
    line: 10,
    pinned,
    held,
    by: { name: 'pads', version: '2.0.0' },
  });
  const bundledAs = (pins: readonly Pin[], claims: readonly ReturnType<typeof claim>[]) =>
    dossierOf({ change: { pins, claims: { inBundle: true } }, evidence: { bundling: present({ claims }) } });

  test('but a pin that it has all the same is compared with the registry', () => {
    expect(codesOf(integrity, bundledAs([pin(sha512('B'))], [claim(false, true)]))).toEqual(['differs']);
  });

  test('but an entry more than the other package bundles is not covered by it', () => {
    const pins = [{ line: 10, places: 2 }];
    expect(codesOf(integrity, bundledAs(pins, [claim(false, true), claim(false, true)]))).toEqual([]);
    expect(codesOf(integrity, bundledAs(pins, [claim(false, true), claim(false, false)]))).toEqual(['missing']);
  });

  test('but an entry that is bundled and pinned does not cover another that has no pin', () => {
    expect(codesOf(integrity, bundledAs([pin(undefined)], [claim(true, true)]))).toEqual(['missing']);
  });

  test('but the claim alone, which no published manifest confirms, covers nothing', () => {
    expect(codesOf(integrity, bundledAs([pin(undefined)], [claim(false, false)]))).toEqual(['missing']);
  });

  test('but a package about which nobody claims it must have one', () => {
    expect(codesOf(integrity, dossierOf({ change: { pins: [pin(undefined)] } }))).toEqual(['missing']);
  });
});

describe("a checksum of Yarn's own", () => {
  const summed = (checksum: string, line = 10): Pin => ({ checksum, line, places: 1 });
  const withChecksums = (
    head: string,
    base: readonly string[],
    changed: Dossier['change']['changed'] = ['integrity'],
  ) => dossierOf({ change: { changed, pins: [summed(head)], basePins: base.map((one) => summed(one)) } });

  test('that differs only because Yarn packs it otherwise now is no change of bytes', () => {
    expect(codesOf(integrity, withChecksums('10c0/0a', ['9/0b'], ['dependency-types']))).toEqual([]);
  });

  test('that the base had among others is no change of bytes', () => {
    expect(codesOf(integrity, withChecksums('10c0/0a', ['10c0/0a', '10c0/0b']))).toEqual([]);
  });

  test('where the base recorded none is no change of bytes', () => {
    expect(codesOf(integrity, withChecksums('10c0/0a', ['']))).toEqual([]);
  });

  test('that is no longer recorded is no other checksum', () => {
    expect(codesOf(integrity, withChecksums('', ['10c0/0b']))).toEqual([]);
  });

  test('an exception for one change of bytes does not cover another', () => {
    const [one, other] = ['10c0/0a', '10c0/0c'].map((text) => judge(integrity, [withChecksums(text, ['10c0/0b'])])[0]);
    expect(one).toMatchObject({ codes: ['changed-bytes'] });
    expect(one?.fingerprint).not.toBe(other?.fingerprint);
  });
});

test('an exception for one address does not cover another', () => {
  const at = (name: string) => {
    const path = `${name}/-/${name}-1.0.0.tgz`;
    const pins = [{ ...pin(sha512('A')), resolved: `https://registry.example/${path}` }];
    return judge(integrity, [dossierOf({ change: { pins }, addresses: [{ verdict: 'trusted', path }] })])[0];
  };
  expect(at('evil')).toMatchObject({ codes: ['another-tarball'] });
  expect(at('evil')?.fingerprint).not.toBe(at('worse')?.fingerprint);
});

test('a weak pin at the address of the base is new where its digest is', () => {
  const resolved = 'https://registry.example/left-pad/-/left-pad-1.3.0.tgz';
  const change = { pins: [{ ...pin(sha1), resolved }], basePins: [{ ...pin(sha512('A')), resolved }] };
  const dossier = dossierOf({ change, evidence: { release: releaseThatStates({ integrity: sha512('A'), shasum }) } });
  expect(codesOf(integrity, dossier)).toEqual(['weak']);
});

test('a reader learns how many entries of the lockfile a bad pin has', () => {
  const dossier = dossierOf({ change: { pins: [{ ...pin(sha512('B')), places: 3 }] } });
  expect(judge(integrity, [dossier])).toMatchObject([{ codes: ['differs'], places: 3 }]);
});
