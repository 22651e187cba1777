import type { Blocked, Undecidable } from '../model/decision.ts';
import type { Dossier, Finding, Observation } from '../model/index.ts';
import type { Rule } from '../model/rule.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { denyRule, isCoverable } from '../policy/waivable.ts';
import { compareText } from '../text/order.ts';

/** What packages and files that block have in common. */

/** What is at a path of the head. */
export interface FileBytes {
  /** Git's mode, `100644`. */
  readonly mode: string;
  /** Of its bytes, 64 hex digits; of a link, of its target. */
  readonly sha256: string;
}

export interface FindBlocked {
  /** Those of each package by itself, before any were folded: a decision is about one artifact. */
  readonly findings: readonly Finding[];
  readonly dossiers: readonly Dossier[];
  readonly observations: readonly Observation[];
  readonly policy: Pick<EffectivePolicy, 'settings' | 'profiles' | 'apply' | 'mode'>;
  /** Undefined: not known, and so nothing can be decided. */
  readonly repositoryId: number | undefined;
  readonly rules: readonly Rule[];
  /** What is at a path of the head, of `pathsOf`; null: nothing. Undefined: not known. */
  readonly bytesOf: (path: string) => FileBytes | null | undefined;
}

/** One blocking finding, and what it is about. */
export interface Blocking {
  readonly finding: Finding;
  /** `rule/code`, sorted. */
  readonly codes: readonly string[];
  readonly why?: Undecidable;
}

/** Why nobody can decide about a finding, whatever it is about. */
export function whyNot(finding: Finding, rule: Rule): Undecidable | undefined {
  if (rule.id === denyRule) return 'denied-by-policy';
  if (finding.outcome === 'indeterminate' && (finding.floor || rule.floor !== 'none' || rule.id === 'signature')) {
    return 'ask-again';
  }
  if (finding.floor) return 'floor';
  // What no name and version stands for.
  return isCoverable(finding) ? undefined : 'no-bytes';
}

/** What blocks, in an order that does not depend on that of the findings. */
export function blockedBy(blocking: readonly Blocking[]): Pick<Blocked, 'codes' | 'findings' | 'unread'> {
  const sorted = (texts: readonly string[]) => [...new Set(texts)].sort(compareText);
  return {
    codes: sorted(blocking.flatMap(({ codes }) => codes)),
    findings: sorted(blocking.map(({ finding }) => finding.fingerprint)),
    unread: sorted(blocking.flatMap(({ finding: { cause } }) => cause?.evidence ?? [])),
  };
}
