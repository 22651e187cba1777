import type { Agent } from 'node:http';
import { type SecureContext, createSecureContext } from 'node:tls';

import { Agent as NpmAgent } from '@npmcli/agent';
import npmProxy from '@npmcli/agent/lib/proxy.js';

import { GateFailure } from '../errors.ts';
import { quoted } from '../text.ts';
import type { AgentOptions, Connection } from './configuration.ts';
import { codeOf } from './http-exchange.ts';
import { isLoopback } from './registry-map.ts';

/**
 * npm's own agent for one registry: its proxies (settings, then environment), certificates and kept connections.
 * The certificates are read once: left to Node, a bundle of authorities is parsed anew for every connection, which took
 * 30 ms each where it was measured.
 * @throws GateFailure `configuration-invalid`
 */
export function createAgent({ url, agent }: Connection, maxSockets: number): Agent {
  const { localAddress, rejectUnauthorized, noProxy } = agent;
  try {
    // A proxy of the environment is not asked for this machine: its loopback is another one.
    const proxy = agent.proxy === undefined && isLoopback(url) ? null : npmProxy.getProxy(url, agent);
    return new NpmAgent({
      ...(proxy === null ? {} : { proxy, noProxy }),
      ...{ secureContext: secureContext(agent), localAddress, rejectUnauthorized, maxSockets },
    });
  } catch (cause) {
    const code = quoted(codeOf(cause) ?? 'unreadable', 60);
    throw new GateFailure(
      'configuration-invalid',
      `npm's settings for certificates or proxies cannot be used (${code}); mend \`cafile\`, \`ca\`, \`cert\`, \`key\`, \`proxy\` or \`https-proxy\`.`,
    );
  }
}

function secureContext({ ca, cert, key }: AgentOptions): SecureContext | undefined {
  if (ca === undefined && cert === undefined && key === undefined) return undefined;
  return createSecureContext({
    ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  });
}
