import type { GateRequest } from '../run/request.ts';

type ReadAuthorship = NonNullable<GateRequest['authorship']>;

/** The authors of a change, and that an agent proposes what is vetted. It adds a mark and takes none away. */
export function asAgent(read: ReadAuthorship | undefined): ReadAuthorship {
  return async () => {
    const known = await read?.();
    const value = known?.state === 'present' ? known.value : { people: [] };
    return { state: 'present', value: { ...value, declared: 'agent' } };
  };
}
