import { GateFailure } from '../errors.ts';
import { quoted } from '../text/visible.ts';
import type { TokenScheme } from './credentials.ts';
import { canonicalRegistry, isPrivateChannel } from './registry-map.ts';

/** A registry of the policy. The policy wins over npm's configuration. */
export interface PolicyRegistry {
  readonly url: string;
  /** With their `@`. None: it replaces the default registry. */
  readonly scopes?: readonly string[] | undefined;
  /** Name of the environment variable that holds its token. */
  readonly tokenEnv?: string | undefined;
  /** How the token is sent. Default: `bearer`. */
  readonly tokenScheme?: TokenScheme | undefined;
}

export interface ReadPolicyRegistry {
  readonly url: string;
  readonly scopes: readonly string[];
  readonly tokenEnv: string | undefined;
  readonly tokenScheme: TokenScheme;
}

/** @throws GateFailure `configuration-invalid` */
export function readPolicyRegistries(registries: readonly PolicyRegistry[]): readonly ReadPolicyRegistry[] {
  const claimed = new Set<string>();
  return registries.map(({ url: text, scopes = [], tokenEnv, tokenScheme = 'bearer' }) => {
    const read = canonicalRegistry(text);
    const fault = 'fault' in read ? read.fault : isPrivateChannel(read.url) ? undefined : 'plain http';
    if (fault !== undefined || 'fault' in read) {
      throw new GateFailure(
        'configuration-invalid',
        `A registry in the policy has ${article(fault ?? '')}; give its https URL, and a credential by tokenEnv.`,
      );
    }
    for (const scope of scopes.length === 0 ? ['every scope that no other registry names'] : scopes) {
      if (claimed.has(scope)) {
        throw new GateFailure(
          'configuration-invalid',
          `Two registries in the policy claim ${quoted(scope, 100)}; remove it from one of them.`,
        );
      }
      claimed.add(scope);
    }
    return { url: read.url, scopes, tokenEnv, tokenScheme };
  });
}

/**
 * The value of `--registry`, canonical.
 * @throws GateFailure `usage`
 */
export function flagRegistry(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const read = canonicalRegistry(text);
  const fault = 'fault' in read ? read.fault : isPrivateChannel(read.url) ? undefined : 'plain http';
  if ('url' in read && fault === undefined) return read.url;
  throw new GateFailure(
    'usage',
    `--registry has ${article(fault ?? '')}; give the registry's https URL (plain http only on loopback).`,
  );
}

/** A fault as the object of a sentence: `has user info`, `has a value that is not a URL`. */
export function article(fault: string): string {
  return fault.startsWith('not ') ? `a value that is ${fault}` : fault;
}
