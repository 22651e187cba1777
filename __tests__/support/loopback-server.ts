import { type IncomingMessage, type RequestListener, type Server, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo, type Server as NetServer, createServer as createNetServer } from 'node:net';

/** A request as it arrived, with what it sent. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface LoopbackServer {
  /** Ends in `/`. */
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** How many connections were opened so far. */
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/**
 * A server on this machine that answers as the test says, byte for byte, where what arrives at it or how much of an
 * answer is read is the question.
 * @param make another kind of server, for TLS
 */
export async function startServer(
  answer: (response: ServerResponse, request: ReceivedRequest) => void,
  make: (listener: RequestListener) => Server = createServer,
): Promise<LoopbackServer> {
  const requests: ReceivedRequest[] = [];
  const server = make((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const received = { method, path, headers, body: Buffer.concat(chunks) };
      requests.push(received);
      answer(response, received);
    });
  });
  return { ...(await listening(server)), requests };
}

/** A server that sends this text to whoever connects, HTTP or not. */
export async function startRawServer(text: string): Promise<Omit<LoopbackServer, 'requests'>> {
  return listening(
    createNetServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(text));
    }),
  );
}

async function listening(server: NetServer): Promise<Omit<LoopbackServer, 'requests'>> {
  let connections = 0;
  const sockets = new Set<{ destroy(): unknown }>();
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
