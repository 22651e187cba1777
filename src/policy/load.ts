import type { GateFailure } from '../errors.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { complaints, expectations } from './complaints.ts';
import type { AcceptedFile, EffectivePolicy } from './effective.ts';
import { composePolicy } from './effective.ts';
import type { PresetName } from './schema.ts';
import { policySchema } from './schema.ts';
import type { PolicyDocument } from './yaml.ts';
import { readPolicyDocument } from './yaml.ts';

export type { EffectivePolicy } from './effective.ts';
export { neededEvidence } from './effective.ts';
export type { PresetName as Preset } from './schema.ts';

/** A policy file. */
export interface PolicyText {
  /** Its path, as reports show it. */
  readonly source: string;
  /** Its bytes. A text counts as its UTF-8. */
  readonly text: Uint8Array | string;
}

export interface LoadPolicy {
  /** The operator's choice; it takes the place of the file's `extends`. */
  readonly preset?: PresetName;
  readonly rules?: readonly Rule[];
}

/**
 * The policy that a file comes to; without a file, the preset `recommended`.
 * @throws GateFailure `policy-invalid` with line and column: the first of everything that is wrong with it.
 */
export function loadPolicy(file: PolicyText | undefined, options: LoadPolicy = {}): EffectivePolicy {
  if (file === undefined) return composePolicy({ source: `preset ${options.preset ?? 'recommended'}`, ...options });
  const { accepted, failures } = acceptPolicy(file, options.rules);
  if (accepted === undefined) throw failures[0];
  return composePolicy({ source: file.source, accepted, ...options });
}

/** A file that the schema has accepted, or everything that it has against it, in the order of the file. */
export type Acceptance =
  | { readonly accepted: AcceptedFile; readonly failures: readonly [] }
  | { readonly accepted?: never; readonly failures: readonly [GateFailure, ...GateFailure[]] };

/** @throws GateFailure `policy-invalid` for what is no readable YAML document: nothing after it could be told. */
export function acceptPolicy({ source: path, text }: PolicyText, rules: readonly Rule[] = allRules): Acceptance {
  const document = readPolicyDocument(typeof text === 'string' ? new TextEncoder().encode(text) : text, path);
  const schema = policySchema(rules);
  const parsed = schema.safeParse(document.value, { error: expectations });
  if (!parsed.success) {
    const [first, ...others] = complaints(parsed.error.issues, { schema, document, path });
    if (first === undefined) throw new TypeError('the schema refuses a policy without a word');
    return { failures: [first, ...others] };
  }
  const lineOf = (members: readonly PropertyKey[]) => document.place(members).line;
  return {
    accepted: {
      file: parsed.data,
      lineOf,
      originOf: (members) => `${path}:${lineOf(members)}`,
      written: (rule, profile) => writtenIn(document, rule, profile),
    },
    failures: [],
  };
}

/** The members that the file itself gives a rule: the schema's defaults must not hide what a preset sets. */
function writtenIn({ value }: PolicyDocument, rule: string, profile?: string): readonly string[] {
  const file = value as Part & { readonly profiles?: Readonly<Record<string, Part>> };
  const entry = (profile === undefined ? file : file.profiles?.[profile])?.rules?.[rule];
  return typeof entry === 'object' && entry !== null ? Object.keys(entry) : [];
}
interface Part {
  readonly rules?: Readonly<Record<string, unknown>>;
}
