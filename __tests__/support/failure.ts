import { GateFailure } from '../../src/errors.ts';

/** The GateFailure that something throws; fails the test where it throws none. */
export function failureOf(work: () => unknown): GateFailure {
  try {
    work();
  } catch (cause) {
    if (cause instanceof GateFailure) return cause;
    throw cause;
  }
  throw new Error('nothing was thrown');
}
