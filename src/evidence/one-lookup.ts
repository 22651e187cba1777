import { lookup } from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';

type Callback = Parameters<LookupFunction>[2];
type Look = (host: string, options: LookupOptions, told: Callback) => void;

/**
 * Looks up each host once for all connections of an agent. Left to Node, every connection asks by itself, in one of the four
 * threads that files are read in too: a resolver that drops one of thirty questions at once then holds up the whole run
 * until it is asked again, five seconds later where that was measured. A failure is not kept.
 */
export function oneLookup(look: Look = lookup): LookupFunction {
  const answers = new Map<string, Promise<readonly [string | LookupAddress[], number | undefined]>>();
  return (host, options, told) => {
    const key = JSON.stringify([host, options.family, options.hints, options.all, options.order, options.verbatim]);
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = new Promise((resolve, reject) => {
        look(host, options, (failure, address, family) => {
          if (failure === null) resolve([address, family]);
          else reject(failure);
        });
      });
      answers.set(key, answer);
      answer.catch(() => answers.delete(key));
    }
    answer.then(
      ([address, family]) => told(null, address, family),
      (failure: unknown) => told(failure as NodeJS.ErrnoException, ''),
    );
  };
}
