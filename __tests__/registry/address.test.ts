import { describe, expect, test } from '@jest/globals';
import npm from '@npmcli/config/lib/definitions/index.js';
import fc from 'fast-check';

import { classifyAddress, maskUserInfo, tarballAddress } from '../../src/registry/address.ts';
import type { RegistryMap } from '../../src/registry/registry-map.ts';
import { corpus, corpusManifest, filesOf, isWholeCorpus } from '../support/corpus.ts';

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

  test('a password without a name is user info too, and not shown either', () => {
    const address = verdictOf(`https://:s3cret@${publicHost}/a/-/a-1.0.0.tgz`);
    expect(address).toEqual({ verdict: 'credentials', shown: `https://***@${publicHost}/a/-/a-1.0.0.tgz` });
  });

  test.each([
    ['an escaped dot', 'left%2epad'],
    ['an escaped hyphen', 'left%2Dpad'],
    ['an escaped digit', 'md%35'],
    ['an escaped capital', '%4aSONStream'],
    ['an escaped capital of the second half', 'JSON%53tream'],
    ['an escaped underscore', 'a%5fb'],
    ['an escaped small letter of the second half', 'ex%70ress'],
    ['an escaped tilde', 'a%7eb'],
    ['an escaped NUL', 'a%00b'],
  ])('%s in the path is another spelling of an address, which is not canonical', (_, name) => {
    expect(verdictOf(`${publicRegistry}${name}/-/a-1.0.0.tgz`).verdict).toBe('not-canonical');
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

  test('a host whose name only ends like the one that is replaced stays elsewhere', () => {
    const one = { ...onMirror, replaceRegistryHost: 'old.example' };
    for (const host of ['evil-old.example', 'evil.old.example']) {
      expect(classifyAddress(`https://${host}/${path}`, mirror, one).verdict).toBe('elsewhere');
    }
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

describe('an address that its manager asks as it stands, and whose bytes nothing pins', () => {
  const path = 'left-pad/-/left-pad-1.3.0.tgz';
  const followed = (resolved: string, registry: string, map = onMirror, tarball?: string) =>
    classifyAddress(resolved, registry, map, tarball, true).verdict;

  test("the public registry's stands for no other registry, whatever npm's setting says", () => {
    for (const replaceRegistryHost of ['npmjs', 'always', publicHost]) {
      expect(followed(publicRegistry + path, mirror, { ...onMirror, replaceRegistryHost })).toBe('elsewhere');
    }
    expect(followed(mirror + path, mirror)).toBe('trusted');
  });

  test("the trusted registry's own word for the tarball counts, on another host too", () => {
    const tarball = 'https://files.mirror.example/7/left-pad-1.3.0.tgz';
    expect(followed(tarball, mirror, onMirror, tarball)).toBe('trusted');
    expect(followed(`${tarball}?x`, mirror, onMirror, tarball)).toBe('elsewhere');
    expect(followed(publicRegistry + path, mirror, onMirror, tarball)).toBe('elsewhere');
  });

  test('the two names of the public registry are one', () => {
    expect(followed(`https://registry.yarnpkg.com/${path}`, publicRegistry, onPublic)).toBe('trusted');
    expect(followed(publicRegistry + path, publicRegistry, onPublic)).toBe('trusted');
    expect(followed(`https://registry.yarnpkg.com/${path}`, mirror)).toBe('elsewhere');
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

test.each(['ftp://files.example/a-1.0.0.tgz', 'file:///srv/a-1.0.0.tgz', 'git+https://files.example/a.git'])(
  'an address that is not of the web is not trusted for standing in the packument: %s',
  (address) => {
    expect(classifyAddress(address, mirror, onMirror, address)).toEqual({ verdict: 'elsewhere', shown: address });
  },
);

describe('where a tarball is asked for', () => {
  const ask = (tarball: string) => tarballAddress(tarball, mirror, onMirror)?.href;

  test('below the registry, and beside it at its own origin', () => {
    expect(ask(`${mirror}a/-/a-1.0.0.tgz`)).toBe(`${mirror}a/-/a-1.0.0.tgz`);
    expect(ask('https://mirror.example/files/a-1.0.0.tgz')).toBe('https://mirror.example/files/a-1.0.0.tgz');
  });

  test('at the mirror, where the packument names the public registry that the mirror stands for', () => {
    expect(ask(`${publicRegistry}a/-/a-1.0.0.tgz`)).toBe(`${mirror}a/-/a-1.0.0.tgz`);
  });

  test('never at another origin that a packument names, which would learn what is asked for', () => {
    expect(ask('https://evil.example/a-1.0.0.tgz')).toBeUndefined();
    expect(ask('http://mirror.example/files/a-1.0.0.tgz')).toBeUndefined();
    expect(ask('https://mirror.example:8443/files/a-1.0.0.tgz')).toBeUndefined();
  });

  test('never with a user name that a packument gives, which would be sent as a credential', () => {
    expect(ask('https://reader@mirror.example/files/a-1.0.0.tgz')).toBeUndefined();
  });

  test('never with a password that a packument gives, which would be sent as a credential', () => {
    expect(ask('https://:s3cret@mirror.example/files/a-1.0.0.tgz')).toBeUndefined();
  });

  test('nowhere, without a crash, where the packument gives no URL', () => {
    expect(() => ask('nonsense')).not.toThrow();
    expect(ask('nonsense')).toBeUndefined();
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

  test('a password without a name is masked, also where no slash stands before it', () => {
    expect(maskUserInfo('https://:s3cret@host.example/a')).toBe('https://***@host.example/a');
    expect(maskUserInfo('https::s3cret@host.example/a')).toBe('https://***@host.example/a');
  });

  test('what names no host keeps its text, so that the reader sees which package is meant', () => {
    expect(maskUserInfo('npm:left-pad@1.3.0')).toBe('npm:left-pad@1.3.0');
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
  const hosts = [publicHost, 'registry.yarnpkg.com'];
  const verdictsOf = (text: string): string[] =>
    [...text.matchAll(/^\s*"?resolved"?:? "([^"]+)"/gm)]
      .map((match) => match[1] ?? '')
      .filter((address) => URL.canParse(address) && hosts.includes(new URL(address).host))
      .map((address) => `${new URL(address).protocol} ${classifyAddress(address, publicRegistry, onPublic).verdict}`);
  const textsOf = (one: Parameters<typeof filesOf>[0]): string[] =>
    [...filesOf(one)].filter(([name]) => /lock/.test(name)).map(([, bytes]) => new TextDecoder().decode(bytes));

  test("every https address of the registry in npm's and Yarn's lockfiles is trusted", () => {
    const { lockfiles, pairs } = corpus();
    let addresses = 0;
    for (const text of [...lockfiles, ...pairs].flatMap(textsOf)) {
      const secure = verdictsOf(text).filter((verdict) => verdict.startsWith('https:'));
      expect([...new Set(secure)].filter((verdict) => verdict !== 'https: trusted')).toEqual([]);
      addresses += secure.length;
    }
    expect(addresses).toBeGreaterThan(isWholeCorpus ? 90_000 : 19_000);
  });

  test('a plain-http address of the registry is elsewhere', () => {
    const plain = corpusManifest().lockfiles.filter(({ file }) => file.includes('_lerna_package-lock.json'));
    const verdicts = plain.flatMap(textsOf).flatMap(verdictsOf);
    expect(verdicts.filter((verdict) => verdict === 'http: elsewhere')).toHaveLength(35);
    expect(new Set(verdicts)).toEqual(new Set(['http: elsewhere', 'https: trusted']));
  });
});
