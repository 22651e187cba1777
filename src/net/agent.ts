import { type Agent, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type SecureContext, createSecureContext } from 'node:tls';

import { GateFailure } from '../errors.ts';
import { quoted } from '../text/visible.ts';
import { codeOf } from './exchange-failure.ts';
import { isLoopback } from './loopback.ts';
import { sharedLookup } from './shared-lookup.ts';

/** How a host is reached, as npm's settings say it. */
export interface AgentOptions {
  readonly proxy?: string;
  readonly noProxy?: string;
  readonly ca?: string | readonly string[];
  readonly cert?: string;
  readonly key?: string;
  readonly localAddress?: string;
  readonly rejectUnauthorized: boolean;
}

/** An address, and how its host is reached. */
interface Destination {
  readonly url: string;
  readonly agent: AgentOptions;
}

/**
 * An agent for one host, with npm's proxies (settings, then environment), certificates and kept connections. Where no
 * proxy can apply it is Node's own: npm's agent brings SOCKS and three proxy clients, which take longer to load than most
 * registries take to answer.
 * The certificates are read once: left to Node, a bundle of authorities is parsed anew for every connection, which took
 * 30 ms each where it was measured.
 * @throws GateFailure `configuration-invalid`
 */
export async function createAgent({ url, agent }: Destination, maxSockets: number): Promise<Agent> {
  const { localAddress, rejectUnauthorized } = agent;
  try {
    const options = { localAddress, maxSockets, keepAlive: true, lookup: sharedLookup() };
    if (agent.proxy === undefined && (isLoopback(url) || !environmentNamesProxy())) {
      if (new URL(url).protocol === 'http:') return new HttpAgent(options);
      return new HttpsAgent({ ...options, secureContext: secureContext(agent), rejectUnauthorized });
    }
    const { createProxyAgent } = await import('./proxy-agent.ts');
    return createProxyAgent(url, agent, { ...options, secureContext: secureContext(agent), rejectUnauthorized });
  } catch (cause) {
    const code = quoted(codeOf(cause) ?? 'unreadable', 60);
    throw new GateFailure(
      'configuration-invalid',
      `npm's settings for certificates or proxies cannot be used (${code}); correct \`cafile\`, \`ca\`, \`cert\`, \`key\`, \`proxy\` or \`https-proxy\`.`,
    );
  }
}

/**
 * The variables that @npmcli/agent reads a proxy from, in any case (its lib/proxy.js). A proxy of the environment is not
 * asked for this machine: its loopback is another one.
 */
function environmentNamesProxy(): boolean {
  return Object.entries(process.env).some(([name, value]) => /^(?:https?_)?proxy$/i.test(name) && value !== '');
}

function secureContext({ ca, cert, key }: AgentOptions): SecureContext | undefined {
  if (ca === undefined && cert === undefined && key === undefined) return undefined;
  return createSecureContext({
    ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  });
}
