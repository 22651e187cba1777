import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import npm from '@npmcli/config/lib/definitions/index.js';
import fc from 'fast-check';

import { classifyAddress, maskUserInfo } from '../../src/evidence/address.ts';
import type { RegistryMap } from '../../src/evidence/registry-map.ts';
import { sharedData } from '../support/shared-data.ts';

const publicRegistry = String(npm.defaults.registry);
const publicHost = new URL(publicRegistry).host;
const mirror = 'https://mirror.example/api/npm/all/';

const onPublic: RegistryMap = {
  ...{ publicRegistry, defaultRegistry: publicRegistry, scopes: [] },
  replaceRegistryHost: 'npmjs',
};
const onMirror: RegistryMap = { ...onPublic, defaultRegistry: mirror };

describe('the public registry is trusted', () => {
  const verdictOf = (resolved: string | undefined) => classifyAddress(resolved, publicRegistry, onPublic);

  test('an omitted address means the registry that applies to the name', () => {
    expect(verdictOf(undefined)).toEqual({ verdict: 'omitted' });
  });

  test.each([
    [`${publicRegistry}left-pad/-/left-pad-1.3.0.tgz`, 'left-pad/-/left-pad-1.3.0.tgz'],
    ['https://registry.yarnpkg.com/left-pad/-/left-pad-1.3.0.tgz#5b8a3a7765', 'left-pad/-/left-pad-1.3.0.tgz'],
    [`${publicRegistry}@babel%2fcore/-/core-7.0.0.tgz`, '@babel/core/-/core-7.0.0.tgz'],
    [`${publicRegistry}@babel%2Fcore/-/core-7.0.0.tgz`, '@babel/core/-/core-7.0.0.tgz'],
    [`${publicRegistry}%40babel/core/-/core-7.0.0.tgz?cache=0`, '@babel/core/-/core-7.0.0.tgz?cache=0'],
  ])('%s is its own', (resolved, path) => {
    expect(verdictOf(resolved)).toEqual({ verdict: 'trusted', shown: resolved, path });
  });

  test.each([
    ['a lookalike host', `https://${publicHost}.evil.example/a/-/a-1.0.0.tgz`],
    ['a host with a dot at its end', `https://${publicHost}./a/-/a-1.0.0.tgz`],
    ['a port', `https://${publicHost}:8443/a/-/a-1.0.0.tgz`],
    ['plain http', `http://${publicHost}/a/-/a-1.0.0.tgz`],
    ["plain http at Yarn's alias", 'http://registry.yarnpkg.com/a/-/a-1.0.0.tgz'],
    ['another host', 'https://evil.example/a/-/a-1.0.0.tgz'],
    ['a link-local address', 'http://169.254.169.254/latest'],
    ['another scheme', `ftp://${publicHost}/a/-/a-1.0.0.tgz`],
    ['a git address', `git+https://${publicHost}/a.git`],
    ['a file', 'file:../a-1.0.0.tgz'],
    ['a letter of another script', `https://${publicHost.replace('e', 'е')}/a/-/a-1.0.0.tgz`],
  ])('%s is elsewhere', (_, resolved) => {
    expect(verdictOf(resolved)).toEqual({ verdict: 'elsewhere', shown: resolved });
  });

  test.each([
    ['upper case', `HTTPS://${publicHost}/a/-/a-1.0.0.tgz`],
    ['upper case in the host', `https://${publicHost.toUpperCase()}/a/-/a-1.0.0.tgz`],
    ['the default port', `https://${publicHost}:443/a/-/a-1.0.0.tgz`],
    ['backslashes', `https:\\\\${publicHost}\\a\\-\\a-1.0.0.tgz`],
    ['one slash', `https:/${publicHost}/a/-/a-1.0.0.tgz`],
    ['a blank at the end', `${publicRegistry}a/-/a-1.0.0.tgz `],
    ['a line break inside', `${publicRegistry}a/-/a-1.\n0.0.tgz`],
    ['dot segments', `${publicRegistry}a/../b/-/b-1.0.0.tgz`],
    ['escaped dot segments', `${publicRegistry}a/%2e%2e/b/-/b-1.0.0.tgz`],
    ['dot segments behind an escaped slash', `${publicRegistry}a%2f..%2fb/-/b-1.0.0.tgz`],
    ['an escaped letter', `${publicRegistry}%61/-/a-1.0.0.tgz`],
    ['an escaped backslash', `${publicRegistry}a%5c-/a-1.0.0.tgz`],
    ['user info that is empty', `https://@${publicHost}/a/-/a-1.0.0.tgz`],
  ])('%s is not canonical', (_, resolved) => {
    expect(verdictOf(resolved).verdict).toBe('not-canonical');
  });

  test.each(['', 'a-1.0.0.tgz', 'https://', 'https://[::1/a.tgz', 'https://host.example:99999/a', '//host.example/a'])(
    '%j is no address',
    (resolved) => {
      expect(verdictOf(resolved)).toEqual({ verdict: 'invalid', shown: resolved });
    },
  );

  test('user info decides before the host, and is never shown', () => {
    for (const host of [publicHost, 'evil.example']) {
      const address = verdictOf(`https://reader:s3cret@${host}/a/-/a-1.0.0.tgz`);
      expect(address).toEqual({ verdict: 'credentials', shown: `https://***@${host}/a/-/a-1.0.0.tgz` });
    }
  });

  test("the registry's name as user info of another host is user info", () => {
    expect(verdictOf(`https://${publicHost}@evil.example/a.tgz`).verdict).toBe('credentials');
  });
});

describe("npm's replace-registry-host", () => {
  const publicAddress = `${publicRegistry}left-pad/-/left-pad-1.3.0.tgz`;
  const path = 'left-pad/-/left-pad-1.3.0.tgz';

  test("by default the public registry's address stands for the configured default registry", () => {
    expect(classifyAddress(publicAddress, mirror, onMirror)).toEqual({
      verdict: 'trusted',
      shown: publicAddress,
      path,
    });
    expect(classifyAddress(`${mirror}${path}`, mirror, onMirror)).toMatchObject({ verdict: 'trusted', path });
  });

  test('`never` takes it at its word', () => {
    const never = { ...onMirror, replaceRegistryHost: 'never' };
    expect(classifyAddress(publicAddress, mirror, never).verdict).toBe('elsewhere');
    expect(classifyAddress(mirror + path, mirror, never).verdict).toBe('trusted');
  });

  test('`always` replaces any host, and still no user info and no plain http', () => {
    const always = { ...onMirror, replaceRegistryHost: 'always' };
    expect(classifyAddress(`https://old.example/${path}`, mirror, always)).toMatchObject({ verdict: 'trusted', path });
    expect(classifyAddress(`https://old.example/api/npm/all/${path}`, mirror, always)).toMatchObject({ path });
    expect(classifyAddress(`http://old.example/${path}`, mirror, always).verdict).toBe('elsewhere');
    expect(classifyAddress(`https://a:b@old.example/${path}`, mirror, always).verdict).toBe('credentials');
  });

  test('a host name replaces that host only', () => {
    const one = { ...onMirror, replaceRegistryHost: 'old.example' };
    expect(classifyAddress(`https://old.example/${path}`, mirror, one)).toMatchObject({ verdict: 'trusted', path });
    expect(classifyAddress(`https://older.example/${path}`, mirror, one).verdict).toBe('elsewhere');
    expect(classifyAddress(publicAddress, mirror, one).verdict).toBe('elsewhere');
  });

  test('a URL replaces what lies below it only', () => {
    const base = { ...onMirror, replaceRegistryHost: 'https://old.example/npm' };
    expect(classifyAddress(`https://old.example/npm/${path}`, mirror, base)).toMatchObject({
      verdict: 'trusted',
      path,
    });
    expect(classifyAddress(`https://old.example/npmx/${path}`, mirror, base).verdict).toBe('elsewhere');
  });

  test("it replaces by the default registry, so that a scope's own registry is not meant by the public address", () => {
    const scoped = 'https://npm.acme.example/';
    const map = { ...onPublic, scopes: [{ scope: '@acme', url: scoped }] };
    expect(classifyAddress(`${publicRegistry}@acme/a/-/a-1.0.0.tgz`, scoped, map).verdict).toBe('elsewhere');
    expect(classifyAddress(`${scoped}@acme/a/-/a-1.0.0.tgz`, scoped, map).verdict).toBe('trusted');
  });
});

describe('another path of the trusted host', () => {
  test('is elsewhere', () => {
    for (const address of ['https://mirror.example/api/npm/other/a.tgz', 'https://mirror.example/api/npm/allx/a.tgz']) {
      expect(classifyAddress(address, mirror, onMirror).verdict).toBe('elsewhere');
    }
  });

  test("is trusted where the trusted registry's packument names exactly that address", () => {
    const tarball = 'https://files.mirror.example/7/left-pad-1.3.0.tgz';
    expect(classifyAddress(tarball, mirror, onMirror, tarball)).toEqual({
      verdict: 'trusted',
      shown: tarball,
      path: '7/left-pad-1.3.0.tgz',
    });
    expect(classifyAddress(`${tarball}?x`, mirror, onMirror, tarball).verdict).toBe('elsewhere');
    const odd = 'https://files.mirror.example:443/a.tgz';
    expect(classifyAddress(odd, mirror, onMirror, odd).verdict).toBe('elsewhere');
  });
});

describe('masking', () => {
  test.each([
    ['https://user:s3cret@host.example:99999/a', 'https://***@host.example:99999/a'],
    ['https:\\\\user:s3cret@host.example:99999\\a', 'https:\\\\***@host.example:99999\\a'],
    ['https:/\t/user:s3cret@[host/a', 'https:/\t/***@[host/a'],
    ['s3cret@host', '***@host'],
    ['git+ssh://git@host.example/@scope/a', 'git+ssh://***@host.example/@scope/a'],
    ['https://host.example/@scope/a', 'https://host.example/@scope/a'],
  ])('%j becomes %j', (address, shown) => {
    expect(maskUserInfo(address)).toBe(shown);
  });

  test('no user info is shown, however the address is written', () => {
    const secret = 'hunter2';
    fc.assert(
      fc.property(
        fc.constantFrom('https:', 'http:', 'git+ssh:', ''),
        fc.constantFrom('//', '/', '///', '\\\\', '/\t/', '/\\', '//\n'),
        fc.stringMatching(/^[a-z:%~]{0,6}$/),
        fc.constantFrom('host.example', '[::1', 'host:99999', '', 'a b'),
        fc.constantFrom('', '/', '/a@b', '?c@d', '#e@f', '\\g@h'),
        (scheme, slashes, before, host, rest) => {
          const shown = maskUserInfo(`${scheme}${slashes}${before}${secret}@${host}${rest}`);
          expect(shown).not.toContain(secret);
        },
      ),
    );
  });

  test('a megabyte without an end takes no time', () => {
    expect(maskUserInfo('a'.repeat(1_000_000))).toHaveLength(1_000_000);
    expect(maskUserInfo('/'.repeat(1_000_000))).toHaveLength(1_000_000);
  });
});

test('no text makes it throw, and only a trusted one starts where the registry does', () => {
  const start = fc.constantFrom(publicRegistry, `https://${publicHost}`, 'https://', '');
  fc.assert(
    fc.property(start, fc.string(), (prefix, text) => {
      const resolved = prefix + text;
      const { verdict } = classifyAddress(resolved, publicRegistry, onPublic);
      if (verdict === 'trusted') expect(resolved.startsWith(publicRegistry)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe('honest lockfiles', () => {
  const folders = ['lockfile-pairs', 'lockfiles'].map((name) => sharedData(name));

  (folders.some((folder) => folder === undefined) ? test.skip : test)(
    "every registry address of npm's and Yarn's lockfiles is trusted but the plain-http ones",
    () => {
      const seen = new Map<string, number>();
      for (const address of folders.flatMap((folder) => addressesIn(folder ?? ''))) {
        if (!URL.canParse(address)) continue;
        const { protocol, host } = new URL(address);
        if (host !== publicHost && host !== 'registry.yarnpkg.com') continue;
        const { verdict } = classifyAddress(address, publicRegistry, onPublic);
        seen.set(`${protocol} ${verdict}`, (seen.get(`${protocol} ${verdict}`) ?? 0) + 1);
      }
      expect([...seen.keys()].sort()).toEqual(['http: elsewhere', 'https: trusted']);
      expect(seen.get('https: trusted')).toBeGreaterThan(90_000);
      expect(seen.get('http: elsewhere')).toBe(35);
    },
  );
});

function addressesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /lock|shrinkwrap/.test(entry.name))
    .flatMap((entry) => {
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      return [...text.matchAll(/^\s*"?resolved"?:? "([^"]+)"/gm)].map((match) => match[1] ?? '');
    });
}
