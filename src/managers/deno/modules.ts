import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { LockedPackage, Requirement } from '../../model/index.ts';
import { EntryFields, isExact } from '../../lockfile/entry.ts';
import { refuser } from '../../lockfile/requirements.ts';
import type { JsonDocument, JsonValue } from '../../text/json-object.ts';
import { JsonObject } from '../../text/json-object.ts';
import { compareText } from '../../text/order.ts';
import { limits, quoted } from '../../text/visible.ts';

const JSR_KEY = /^(@[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*)@([^@]+)$/;

/** The packages of JSR. @param answer the key of the entry for a specifier */
export function readJsr(
  document: JsonDocument,
  jsr: JsonObject,
  answer: (specifier: string) => string | undefined,
): readonly LockedPackage[] {
  return jsr.keys.map((key): LockedPackage => {
    const offset = jsr.offsetOf(key);
    const value = jsr.get(key);
    const [, name, version = ''] = JSR_KEY.exec(key) ?? [];
    if (name === undefined || !isExact(version)) {
      return refuser(document, 'lockfile-invalid-name')(offset, `The key ${quoted(key)} is no package of JSR`);
    }
    if (!(value instanceof JsonObject)) {
      return refuser(document, 'lockfile-shape')(offset, `The entry ${quoted(key)} must be an object`);
    }
    const integrity = new EntryFields(document, key, value).string('integrity');
    const asked = value.get('dependencies') ?? [];
    if (!Array.isArray(asked)) {
      return refuser(document, 'lockfile-shape')(value.offsetOf('dependencies'), '`dependencies` must be a list');
    }
    const requires = (asked as readonly JsonValue[]).flatMap((each): readonly Requirement[] => {
      if (typeof each !== 'string') return [];
      const to = answer(each);
      return to === undefined ? [] : [{ name: each, spec: '*', type: 'prod', to }];
    });
    return {
      ...{ key: jsrKey(key), name, version, requires, line: document.line(offset), claims: {} },
      source: { kind: 'jsr', spec: `jsr:${name}` },
      ...(integrity !== undefined && { integrity }),
    };
  });
}

/** The key of an entry of `jsr` among those of all packages. */
export const jsrKey = (key: string): string => `jsr:${key}`;

/**
 * One entry for each origin that modules are imported from by address, with a digest of all that is pinned of it: real
 * lockfiles have hundreds of modules of few origins, and who controls one of them controls all.
 */
export function readImports(
  document: JsonDocument,
  remote: JsonObject,
  redirects: JsonObject,
): readonly LockedPackage[] {
  const pinned = new Map<string, { readonly host: string; readonly line: number; readonly facts: string[] }>();
  const add = (address: string, fact: readonly string[], offset: number): void => {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
      refuser(document, 'lockfile-value')(offset, `${quoted(address, limits.path)} is not the address of a module`);
    }
    const { origin, host } = url as URL;
    const known = pinned.get(origin) ?? { host, line: document.line(offset), facts: [] };
    pinned.set(origin, known);
    known.facts.push(JSON.stringify(fact));
  };
  const refuse = refuser(document, 'lockfile-shape');
  remote.forEach((address, digest, offset) => {
    if (typeof digest !== 'string') return refuse(offset, 'The digest of a module must be a string');
    add(address, [address, digest], offset);
  });
  redirects.forEach((from, to, offset) => {
    if (typeof to !== 'string') return refuse(offset, 'A redirect must lead to a string');
    for (const each of new Set([from, to])) {
      // One that leads to a package is answered by the entry of the package.
      if (!/^(?:npm|jsr):/.test(each)) add(each, [from, to], offset);
    }
  });
  return [...pinned].map(([origin, { host, line, facts }]): LockedPackage => {
    const digest = bytesToHex(sha256(utf8ToBytes(facts.sort(compareText).join('\n'))));
    return {
      ...{ key: `import:${origin}`, name: host, version: '', line, requires: [], claims: {} },
      ...{ source: { kind: 'import', spec: origin }, integrity: `modules ${digest}` },
    };
  });
}
