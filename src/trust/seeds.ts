import seeds from '@sigstore/tuf/seeds.json' with { type: 'json' };

import type { Instant } from '../model/index.ts';

/**
 * The trust seeds that @sigstore/tuf ships: the trusted root of the public-good Sigstore and the public registry's
 * keys, as the TUF repository held them when that package was released. The bundler inlines them, so verification
 * needs neither network nor a file at run time.
 */
interface Seeds {
  /** The address of the TUF repository that they are of. */
  readonly mirror: string;
  /** The name of the TUF target that holds the registry's keys. */
  readonly keysTarget: string;
  readonly root: string;
  readonly trustedRoot: string;
  readonly registryKeys: string;
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

/** The seeds' texts. @throws Error where the installed @sigstore/tuf has another shape: a defect of the build. */
function read(): Seeds {
  const [entry, ...others] = Object.entries<{ 'root.json': string; targets: Record<string, string> }>(seeds);
  if (entry === undefined || others.length > 0) throw new Error('trust seeds of exactly one repository expected');
  const [mirror, repository] = entry;
  const { targets } = repository;
  // Target names are URL-encoded paths: `<registry host>%2Fkeys.json`.
  const keys = Object.keys(targets).filter((name) => name.endsWith('%2Fkeys.json'));
  const [keysName] = keys;
  const trustedRoot = targets['trusted_root.json'];
  const registryKeys = keysName === undefined ? undefined : targets[keysName];
  if (keysName === undefined || trustedRoot === undefined || registryKeys === undefined || keys.length > 1) {
    throw new Error('trust seeds hold no trusted root or not exactly one key list');
  }
  return {
    mirror,
    keysTarget: decodeURIComponent(keysName),
    root: decode(repository['root.json']),
    trustedRoot: decode(trustedRoot),
    registryKeys: decode(registryKeys),
  };
}

export const seedTexts: Seeds = read();

const dayLength = 86_400_000;

/**
 * When the root metadata of the embedded trust seeds was signed. TUF metadata carries no such field; tuf-on-ci, which
 * maintains Sigstore's repository, sets `expires` to the moment of signing plus `x-tuf-on-ci-expiry-period` days
 * (https://github.com/theupdateframework/tuf-on-ci, signing-event documentation), so the difference is that moment.
 */
export function trustSeedsDate(): Instant {
  const date = signedOn(seedTexts.root);
  if (date === undefined) throw new Error('the trust seeds do not say when they were signed');
  return date;
}

/** When TUF metadata was signed, where tuf-on-ci wrote it. @param metadata verified metadata in JSON */
export function signedOn(metadata: string): Instant | undefined {
  const { signed } = JSON.parse(metadata) as {
    signed: { expires: string; 'x-tuf-on-ci-expiry-period'?: number };
  };
  const time = Date.parse(signed.expires) - (signed['x-tuf-on-ci-expiry-period'] ?? Number.NaN) * dayLength;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** From this age on (in days) a report should warn: a key that was added or withdrawn since is not known here. */
export const oldSeedsDays = 365;

/** How old the embedded trust seeds are, in whole days, and whether a report should say so as a warning. */
export function trustSeedsAge(now: Instant): { readonly date: Instant; readonly days: number; readonly old: boolean } {
  const date = trustSeedsDate();
  const days = Math.max(0, Math.floor((Date.parse(now) - Date.parse(date)) / dayLength));
  return { date, days, old: days >= oldSeedsDays };
}
