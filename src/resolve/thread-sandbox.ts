import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

type Callable = (...given: readonly unknown[]) => unknown;

/**
 * Takes from this thread every way to start a process or to reach a host; other threads keep theirs. Nothing in the
 * thread of Arborist needs one: this holds even where something that it was given found a way past what it is told.
 */
export function blockThreadAccess(): void {
  const { ChildProcess } = childProcess as unknown as { readonly ChildProcess: { readonly prototype: object } };
  for (const each of [childProcess, ChildProcess.prototype, dns, dns.promises, dgram]) {
    refuseAll(each);
  }
  refuse(net.Socket.prototype, 'connect');
  refuse(net.Server.prototype, 'listen');
  syncBuiltinESMExports();
}

function refuseAll(holder: object): void {
  for (const [name, value] of Object.entries(holder)) if (isPlainFunction(name, value)) refuse(holder, name);
}

/** Classes stay: what they inherit is asked of them when modules load. */
const isPlainFunction = (name: string, value: unknown) => typeof value === 'function' && !/^[A-Z]/.test(name);

function refuse(holder: object, name: string): void {
  const refused: Callable = () => {
    throw Object.assign(new Error(`${name} is refused where dependencies are resolved`), { code: 'ESEALED' });
  };
  // Defined and not assigned: some of them have no setter. Writable: modules that load later lay their own over them.
  Object.defineProperty(holder, name, { value: refused, configurable: true, enumerable: true, writable: true });
}
