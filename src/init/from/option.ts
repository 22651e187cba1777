import { scalarOf } from '../../managers/tightening.ts';
import type { JsonValue } from '../../text/json-object.ts';
import { visible } from '../../text/visible.ts';

/** One option of another tool's file, and what it becomes. */
export interface Option {
  /** As the tool spells it: third-party text. */
  readonly name: string;
  /** Its value, as far as it is to be shown; absent where it may be a secret. */
  readonly value?: string;
  /** 1-based; absent for an option that the file does not have, of which the tool's default counts. */
  readonly line?: number;
  readonly becomes: Fate;
}

/** What an option becomes. */
export type Fate =
  /** A level, with an option of the rule, that the policy should be at least as strict as. */
  | { readonly is: 'rule'; readonly wish: Wish }
  /** One entry of a list of the policy, in YAML. */
  | { readonly is: 'entry'; readonly list: 'deny' | 'exceptions'; readonly text: string }
  /** When the action comments. */
  | { readonly is: 'comment'; readonly value: 'always' | 'findings' | 'never' }
  /** lockgate does it anyway, or does not need it. */
  | { readonly is: 'nothing'; readonly why: string }
  /** lockgate has nothing like it: why, and what to do. */
  | { readonly is: 'no-counterpart'; readonly why: string }
  /** It would let more through: what, and how to write it. */
  | { readonly is: 'looser'; readonly why: string }
  /** The tool's option is not known here. */
  | { readonly is: 'unknown'; readonly why: string };

/** That a rule is an error, with one of its options. */
export interface Wish {
  readonly rule: 'advisory' | 'alias' | 'cooldown' | 'deny' | 'integrity' | 'license' | 'source' | 'trust-downgrade';
  readonly option?: OptionWish;
}

export type OptionWish =
  | { readonly name: 'minimumSeverity'; readonly value: Severity }
  | { readonly name: 'minimumReleaseAge'; readonly value: string }
  | { readonly name: 'allow'; readonly value: readonly string[] };

/** From the lowest to the highest. */
export const severities = ['low', 'moderate', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export const nothing = (why: string): Fate => ({ is: 'nothing', why });
export const noCounterpart = (why: string): Fate => ({ is: 'no-counterpart', why });
export const looser = (why: string): Fate => ({ is: 'looser', why });
export const ruled = (rule: Wish['rule'], option?: OptionWish): Fate => ({
  is: 'rule',
  wish: { rule, ...(option && { option }) },
});

/** A value of a third party, short enough for a line. */
export function shown(value: JsonValue | undefined): string {
  const one = (each: JsonValue): string => scalarOf(each) ?? '…';
  return visible(Array.isArray(value) ? (value as readonly JsonValue[]).map(one).join(', ') : one(value ?? null), 60);
}

/** The options of one file. */
export interface Translation {
  /** What the file is for: `actions/dependency-review-action`. */
  readonly tool: string;
  /** The page about the way from this tool. */
  readonly page: string;
  /** The file, as the policy names it. */
  readonly path: string;
  readonly options: readonly Option[];
}
