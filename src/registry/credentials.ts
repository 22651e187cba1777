import { GateFailure } from '../errors.ts';
import { quoted } from '../text/visible.ts';
import { basicOf } from '../managers/named-credential.ts';
import type { Environment } from '../managers/named-registry.ts';

/** The credential for a registry. Secret, except `withoutCredential`. */
export interface Credential {
  /** Value of the `authorization` header. */
  readonly authorization?: string;
  /** Why there is none although one was configured. May be shown. */
  readonly withoutCredential?: string;
  /** The environment variable that it was to come from, and that is not set. May be shown. */
  readonly unset?: string;
  /** A client certificate, PEM. */
  readonly certificate?: { readonly cert: string; readonly key: string };
}

/** npm-registry-fetch's lookup: walks up from an address to the `//host/path/:key` settings that cover it. */
type GetAuth = (
  uri: string,
  options: Readonly<Record<string, unknown>>,
) => {
  readonly token?: string | null | undefined;
  readonly auth?: string | null | undefined;
  readonly cert: string | null;
  readonly key: string | null;
};

/**
 * The credential for a registry in npm's settings. A setting that names an unset variable is left out: npm would send the name
 * itself, and registries answer that with 401 for public packages too.
 * @throws GateFailure `configuration-invalid` for what no header can carry
 */
export function npmCredential(registry: string, flat: Readonly<Record<string, unknown>>, getAuth: GetAuth): Credential {
  const settings = Object.entries(flat).filter(([key]) => key.startsWith('//'));
  const isUnset = ([, value]: [string, unknown]) => typeof value === 'string' && value.includes('${');
  const usable = Object.fromEntries(settings.filter((setting) => !isUnset(setting)));
  // Without `registry` of the same address the lookup would fall back to another path of the same host.
  const { token, auth, cert, key } = getAuth(registry, { ...usable, registry });
  const certificate = cert === null || key === null ? {} : { certificate: { cert, key } };
  if (typeof token === 'string') return { ...certificate, authorization: header('Bearer', token, registry) };
  if (typeof auth === 'string') return { ...certificate, authorization: header('Basic', auth, registry) };
  const bare = registry.slice(registry.indexOf('//'));
  const meant = settings
    .filter(isUnset)
    .find(([setting]) => bare.startsWith(setting.slice(0, setting.lastIndexOf(':'))));
  if (meant === undefined) return certificate;
  return { ...certificate, ...unsetCredential(/\$\{([A-Za-z_]\w*)/.exec(String(meant[1]))?.[1]) };
}

function unsetCredential(variable: string | undefined): Credential {
  return variable === undefined
    ? { withoutCredential: 'the environment variable that its credential is taken from is not set' }
    : { withoutCredential: `the environment variable ${quoted(variable, 100)} is not set`, unset: variable };
}

/** How a policy's token is sent: `basic`: it is `user:password`, as it is or in base64. */
export type TokenScheme = 'bearer' | 'basic';

/**
 * The token that a policy's `tokenEnv` names.
 * @throws GateFailure `configuration-invalid` for what no header can carry
 */
export function tokenCredential(
  registry: string,
  tokenEnv: string,
  env: Environment,
  scheme: TokenScheme = 'bearer',
): Credential {
  const token = env[tokenEnv];
  if (token === undefined || token === '') return unsetCredential(tokenEnv);
  return {
    authorization: scheme === 'basic' ? header('Basic', basicOf(token), registry) : header('Bearer', token, registry),
  };
}

function header(scheme: 'Bearer' | 'Basic', secret: string, registry: string): string {
  if (/^[\x21-\x7e]+$/.test(secret)) return `${scheme} ${secret}`;
  throw new GateFailure(
    'configuration-invalid',
    `The credential for ${quoted(registry)} has characters that an HTTP header cannot carry; set it again without spaces or line breaks.`,
  );
}
