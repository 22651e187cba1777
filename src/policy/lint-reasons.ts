import type { EffectivePolicy, Exception } from './effective-policy.ts';
import { exceptionWords } from './exception-words.ts';
import type { Warning } from './lint-warning.ts';

/** Whether an exception still has the reason that lockgate proposes it with: nobody has said yet why it is acceptable. */
export const isUnwritten = ({ reason }: Pick<Exception, 'reason'>): boolean => /^\s*TODO(?![\w-])/.test(reason);

/** Exceptions that do not count, because their reason is still to be written. */
export function unwrittenReasons({ exceptions }: EffectivePolicy): readonly Warning[] {
  return exceptions.flatMap((exception, index): readonly Warning[] => {
    if (!isUnwritten(exception)) return [];
    const message = `${exceptionWords(exception)} does not count: its reason begins with \`TODO\`; say why it is acceptable`;
    return [{ grade: 'refused', message, at: ['exceptions', index] }];
  });
}

/** A policy without the exceptions whose reason is still to be written. */
export function withoutUnwritten(policy: EffectivePolicy): EffectivePolicy {
  const exceptions = policy.exceptions.filter((exception) => !isUnwritten(exception));
  return exceptions.length === policy.exceptions.length ? policy : { ...policy, exceptions };
}
