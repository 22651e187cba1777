import type { Change, Comparison, Evidence, Namesake } from '../model/index.ts';
import { absent, present } from '../model/evidence-values.ts';
import { isPackageName } from '../lockfile/names.ts';
import { provider } from './provider.ts';
import type { Answer } from '../registry/answer.ts';

/** What comes from a registry has no namesake there. */
export const namesake = provider({
  kinds: ['namesake'],
  needs: [],
  collect: () => () => ({ namesake: absent }),
});

/**
 * Whether a registry is asked for the name of a change that does not come from one: of a folder of the repository that is
 * new, where the base does not lock the name from a registry already.
 */
export function mayHaveNamesake(change: Change, mode: Comparison['mode']): boolean {
  const { kind, source, changed, baseVersions, name } = change;
  const isFolder = (source.kind === 'link' || source.kind === 'portal') && source.declared === true;
  if (kind === 'removed' || !isFolder || source.workspace === true || source.outside === true) return false;
  const isNew = kind === 'added' || changed.includes('source');
  return isNew && (mode === 'audit' || baseVersions.length === 0) && isPackageName(name);
}

/** @param answer of the registry that applies to the name; undefined if it was not asked */
export function namesakeOf(answer: Answer | undefined): Evidence<Namesake> {
  switch (answer?.state) {
    case 'packument':
      return present({ answer: 'exists' });
    case 'absent':
      return present({ answer: 'none' });
    case 'refused':
      return present({ answer: 'unknown', detail: `the registry refuses it (HTTP ${answer.status})` });
    case 'unavailable':
      return present({ answer: 'unknown', detail: answer.detail });
    case undefined:
      return absent;
  }
}
