/** The rehearsal of lockgate, `lockgate-history/1`. Generated from history.schema.json: do not edit. */
export interface Rehearsal {
  readonly schema: 'lockgate-history/1';
  readonly branch: string;
  readonly tip: string;
  /** ISO 8601 in UTC */
  readonly evaluatedAt: string;
  readonly policy: {
    readonly source: string;
    readonly digest: string;
    readonly mode: 'enforce' | 'observe';
    readonly repository?: string;
    readonly ref?: string;
    readonly commit?: string;
    readonly unused?: string;
  };
  /** how many changes were asked for */
  readonly asked: number;
  /** whether a shallow clone lacks older ones */
  readonly isCut: boolean;
  /** the newest first */
  readonly changes: readonly ({
    readonly commit: string;
    readonly parent: string;
    /** ISO 8601 in UTC */
    readonly committedAt: string;
    /** third-party text */
    readonly subject: string;
    /** the commit time, or the time of the rehearsal where that is earlier */
    readonly judgedAt: string;
    /** how the change would have fared: the worst that applies */
    readonly outcome: 'unanswered' | 'blocked' | 'past-judging' | 'decision' | 'waits' | 'passed';
    /** what `check` says of it at that time */
    readonly verdict: 'pass' | 'warn' | 'fail' | 'error';
    readonly counts: {
      readonly added: number;
      readonly updated: number;
      readonly removed: number;
      readonly warnings: number;
    };
    readonly warningRules: readonly (string)[];
    readonly waits: {
      /** ISO 8601 in UTC */
      readonly until: string;
      readonly hours: number;
      readonly rules: readonly (string)[];
    } | null;
    readonly blocks: readonly ({
      readonly rule: string;
      readonly codes: readonly (string)[];
      readonly findings: number;
      /** whether evidence that the rule needs was unavailable */
      readonly indeterminate: boolean;
      /** why it was unavailable; empty for a violation */
      readonly reasons: readonly (string)[];
      /** package versions or files, the first few */
      readonly about: readonly (string)[];
    })[];
    readonly decisions: readonly ({
      readonly rule: string;
      readonly codes: readonly (string)[];
      readonly findings: number;
      /** whether evidence that the rule needs was unavailable */
      readonly indeterminate: boolean;
      /** why it was unavailable; empty for a violation */
      readonly reasons: readonly (string)[];
      /** package versions or files, the first few */
      readonly about: readonly (string)[];
    })[];
    readonly pastJudging: readonly ({
      readonly reason: 'removed' | 'not-listed' | 'known-today' | 'unknown-time' | 'published-later' | 'unreadable' | 'not-locked' | 'not-evaluated';
      readonly findings: number;
      readonly about: readonly (string)[];
    })[];
    /** findings that a further run with the same evidence file may answer */
    readonly unanswered: number;
  })[];
  readonly totals: {
    readonly unanswered: number;
    readonly blocked: number;
    readonly 'past-judging': number;
    readonly decision: number;
    readonly waits: number;
    readonly passed: number;
  };
  /** who did not answer, so that changes could not be judged */
  readonly notAnswered: readonly ({
    /** the address of a registry or of another source, or `OSV`, or `git` */
    readonly source: string;
    readonly reason: 'not-provided' | 'offline' | 'not-recorded' | 'network' | 'timeout' | 'throttled' | 'server-error' | 'unauthorized' | 'redirected' | 'too-large' | 'malformed' | 'budget';
    readonly detail: string;
    readonly findings: number;
    readonly changes: number;
  })[];
  readonly advice: readonly ({
    /** lines for the policy file, or a setting of an update bot */
    readonly kind: 'policy' | 'bot';
    /** the rule that the lines are about; null: every rule */
    readonly rule: string | null;
    readonly lines: string;
    readonly changes: number;
    readonly findings: number;
    readonly letsThrough: number;
    readonly cost: string;
  })[];
  /** what blocks and has no line */
  readonly rest: readonly ({
    readonly rule: string;
    readonly changes: number;
    readonly findings: number;
  })[];
  /** all lines for the policy together, judged again */
  readonly together: {
    readonly lines: string;
    readonly totals: {
      readonly unanswered: number;
      readonly blocked: number;
      readonly 'past-judging': number;
      readonly decision: number;
      readonly waits: number;
      readonly passed: number;
    };
  } | null;
  /** the same changes, judged by a second policy */
  readonly compared?: {
    /** the policy of the rehearsal itself */
    readonly a: {
      readonly source: string;
      readonly digest: string;
      readonly mode: 'enforce' | 'observe';
      readonly repository?: string;
      readonly ref?: string;
      readonly commit?: string;
      readonly unused?: string;
      /** the preset that the operator chose, instead of what a file extends */
      readonly preset: string | null;
    };
    /** the second policy */
    readonly b: {
      readonly source: string;
      readonly digest: string;
      readonly mode: 'enforce' | 'observe';
      readonly repository?: string;
      readonly ref?: string;
      readonly commit?: string;
      readonly unused?: string;
      /** the preset that the operator chose, instead of what a file extends */
      readonly preset: string | null;
    };
    /** what `b` says, in the order of the rehearsal's changes */
    readonly changes: readonly ({
      readonly commit: string;
      readonly parent: string;
      /** ISO 8601 in UTC */
      readonly committedAt: string;
      /** third-party text */
      readonly subject: string;
      /** the commit time, or the time of the rehearsal where that is earlier */
      readonly judgedAt: string;
      /** how the change would have fared: the worst that applies */
      readonly outcome: 'unanswered' | 'blocked' | 'past-judging' | 'decision' | 'waits' | 'passed';
      /** what `check` says of it at that time */
      readonly verdict: 'pass' | 'warn' | 'fail' | 'error';
      readonly counts: {
        readonly added: number;
        readonly updated: number;
        readonly removed: number;
        readonly warnings: number;
      };
      readonly warningRules: readonly (string)[];
      readonly waits: {
        /** ISO 8601 in UTC */
        readonly until: string;
        readonly hours: number;
        readonly rules: readonly (string)[];
      } | null;
      readonly blocks: readonly ({
        readonly rule: string;
        readonly codes: readonly (string)[];
        readonly findings: number;
        /** whether evidence that the rule needs was unavailable */
        readonly indeterminate: boolean;
        /** why it was unavailable; empty for a violation */
        readonly reasons: readonly (string)[];
        /** package versions or files, the first few */
        readonly about: readonly (string)[];
      })[];
      readonly decisions: readonly ({
        readonly rule: string;
        readonly codes: readonly (string)[];
        readonly findings: number;
        /** whether evidence that the rule needs was unavailable */
        readonly indeterminate: boolean;
        /** why it was unavailable; empty for a violation */
        readonly reasons: readonly (string)[];
        /** package versions or files, the first few */
        readonly about: readonly (string)[];
      })[];
      readonly pastJudging: readonly ({
        readonly reason: 'removed' | 'not-listed' | 'known-today' | 'unknown-time' | 'published-later' | 'unreadable' | 'not-locked' | 'not-evaluated';
        readonly findings: number;
        readonly about: readonly (string)[];
      })[];
      /** findings that a further run with the same evidence file may answer */
      readonly unanswered: number;
    })[];
    readonly totals: {
      readonly unanswered: number;
      readonly blocked: number;
      readonly 'past-judging': number;
      readonly decision: number;
      readonly waits: number;
      readonly passed: number;
    };
    /** the changes that `b` lets in and `a` stops; that `b` stops and `a` lets in; that both stop otherwise; of which it is unknown */
    readonly differences: readonly ({
      readonly commit: string;
      readonly effect: 'lets-in' | 'stops' | 'otherwise' | 'unknown';
    })[];
    /** further changes in which only warnings differ */
    readonly warningsOnly: number;
    /** what stops, under `a`, the changes that `b` lets in, by rule */
    readonly letsIn: readonly ({
      /** or the code of an error */
      readonly rule: string;
      readonly findings: number;
      readonly changes: number;
      /** package versions or files, the first few */
      readonly about: readonly (string)[];
    })[];
    /** what stops, under `b`, the changes that `a` lets in, by rule */
    readonly stops: readonly ({
      /** or the code of an error */
      readonly rule: string;
      readonly findings: number;
      readonly changes: number;
      /** package versions or files, the first few */
      readonly about: readonly (string)[];
    })[];
  };
}

export type RehearsedChange = Rehearsal['changes'][number];
export type RehearsedAdvice = Rehearsal['advice'][number];
