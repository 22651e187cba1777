import type { Agent } from 'node:http';

import { Agent as NpmAgent } from '@npmcli/agent';
import npmProxy from '@npmcli/agent/lib/proxy.js';

type NpmAgentOptions = NonNullable<ConstructorParameters<typeof NpmAgent>[0]>;

/** npm's own agent: it asks through the proxy that npm's settings or the environment name for this address, if any. */
export function createProxyAgent(
  url: string,
  given: { readonly proxy?: string; readonly noProxy?: string },
  options: NpmAgentOptions,
): Agent {
  const proxy = npmProxy.getProxy(url, given);
  return new NpmAgent({ ...options, ...(proxy === null ? {} : { proxy, noProxy: given.noProxy }) });
}
