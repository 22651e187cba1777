import type { BlockedElse, Undecidable } from '../../model/index.ts';

const words: Readonly<Record<Undecidable, string>> = {
  floor: 'nobody can approve what the floor holds',
  'no-bytes': 'it has no bytes of a registry that an approval could be bound to',
  'no-digest': 'no single SHA-512 of it is known, so there is nothing that an approval could be bound to',
  'denied-by-policy': 'the policy denies it: its owners would have to change `deny`',
  'ask-again': 'evidence that nobody can approve without could not be read: ask again later',
  'otherwise-elsewhere': 'another comparison of the same head brings it in otherwise',
  'no-subject': 'the finding is about no package and no file whose bytes are known',
  'no-repository': 'the id of the repository is not known',
};

/** Why nobody can decide about something, and the codes that block it. */
export const undecidableWords = ({ why, codes }: BlockedElse): string => `${words[why]} (${codes.join(', ')})`;
