/**
 * Whether two types of plain data have the same values: the same fields, each as optional in both, and the same members of
 * every union. What may be written to does not count: a schema gives objects of one's own, and the types are read-only.
 */
export type Exact<A, B> =
  (<T>(value: T) => T extends Writable<A> ? 1 : 2) extends <T>(value: T) => T extends Writable<B> ? 1 : 2
    ? true
    : false;

type Writable<T> = unknown extends T ? T : T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;
