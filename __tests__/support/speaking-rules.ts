import type { EvidenceKind } from '../../src/model/index.ts';
import { defineLockfileRule, definePackageRule } from '../../src/model/rule.ts';
import type { MessageSeverity, PackageRule, Rule, Violation } from '../../src/model/rule.ts';

/** Rules made for tests of what judges rules: each says what the test tells it to. */

export interface Speaking {
  readonly id?: string;
  /** Its messages, by code, worst first. */
  readonly messages: Readonly<Record<string, MessageSeverity>>;
  readonly floor?: Rule['floor'];
  readonly recommended?: Rule['recommended'];
  readonly needs?: readonly EvidenceKind[];
  readonly optionalEvidence?: readonly EvidenceKind[];
  readonly sources?: PackageRule['sources'];
  readonly check?: PackageRule['check'];
}

function messagesOf(severities: Speaking['messages']): Rule['messages'] {
  return Object.fromEntries(
    Object.entries(severities).map(([code, severity]) => [
      code,
      { severity, text: (args) => `It says ${code}${String(args['more'] ?? '')}.`, remediation: () => `Mend ${code}.` },
    ]),
  );
}

function metaOf({ id = 'speaking', messages, floor, recommended = 'error' }: Speaking) {
  const anyFloor = Object.values(messages).includes('mandatory');
  return {
    ...{ id, summary: 'A rule for tests.', why: 'Tests.', recommended },
    floor: floor ?? (anyFloor ? 'part' : 'none'),
    messages: messagesOf(messages),
  } as const;
}

/** Says its first message about every package, unless told otherwise. */
export function packageRule(speaking: Speaking): Rule {
  const [code = ''] = Object.keys(speaking.messages);
  return definePackageRule({
    ...metaOf(speaking),
    sources: speaking.sources ?? 'registry',
    needs: speaking.needs ?? [],
    optionalEvidence: speaking.optionalEvidence ?? [],
    examples: [],
    check: speaking.check ?? (() => says(code)),
  });
}

/** Its messages are for observations of their codes. */
export function lockfileRule(speaking: Speaking): Rule {
  return defineLockfileRule({
    ...metaOf(speaking),
    examples: [],
    check: ({ observation: { code } }) => says(code),
  });
}

export function says(...codes: readonly string[]): readonly Violation[] {
  return codes.map((code) => ({ code, args: {} }));
}
