/** What lockgate uses of npm's own configuration libraries, which ship no types. */

declare module '@npmcli/config' {
  interface ConfigLevel {
    readonly data: Record<string, unknown>;
  }
  export default class Config {
    constructor(options: {
      definitions: unknown;
      shorthands: unknown;
      flatten: unknown;
      npmPath: string;
      argv: readonly string[];
      env: Record<string, string | undefined>;
      cwd: string;
      warn: boolean;
    });
    readonly data: ReadonlyMap<string, ConfigLevel>;
    cwd: string;
    env: Record<string, string | undefined>;
    localPrefix: string | null;
    load(): Promise<void>;
    loadProjectConfig(): Promise<void>;
    /** Coerces to the key's type, with `${VARIABLE}` and `~/` replaced. */
    parseField(value: unknown, key: string): unknown;
  }
}

declare module '@npmcli/config/lib/definitions/index.js' {
  const exported: {
    readonly definitions: Readonly<Record<string, unknown>>;
    readonly defaults: Readonly<Record<string, unknown>>;
    readonly shorthands: Readonly<Record<string, unknown>>;
    readonly flatten: (level: Readonly<Record<string, unknown>>, flat: Record<string, unknown>) => unknown;
  };
  export default exported;
}

declare module '@npmcli/config/lib/env-replace.js' {
  export default function envReplace(text: string, env: Readonly<Record<string, string | undefined>>): string;
}

declare module 'npm-registry-fetch/lib/auth.js' {
  export default function getAuth(
    uri: string,
    options: Readonly<Record<string, unknown>>,
  ): {
    readonly token: string | null | undefined;
    readonly auth: string | null | undefined;
    readonly cert: string | null;
    readonly key: string | null;
  };
}

declare module '@npmcli/agent' {
  import { Agent as HttpAgent } from 'node:http';
  import type { SecureContext } from 'node:tls';

  export class Agent extends HttpAgent {
    constructor(options: {
      readonly proxy?: URL;
      readonly noProxy?: string | undefined;
      readonly secureContext?: SecureContext | undefined;
      readonly localAddress?: string | undefined;
      readonly rejectUnauthorized: boolean;
      readonly maxSockets: number;
    });
  }
}

declare module '@npmcli/agent/lib/proxy.js' {
  const exported: {
    /** The proxy for an address, from the settings or from the environment; null for none. */
    readonly getProxy: (
      url: string,
      settings: { readonly proxy?: string | undefined; readonly noProxy?: string | undefined },
    ) => URL | null;
  };
  export default exported;
}
