import type { Place } from '../errors.ts';
import { asOneFailure, GateFailure } from '../errors.ts';
import type { PolicyOrigin, Snapshot } from '../model/index.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule } from '../model/rule.ts';
import { complaints, expectations } from './complaints.ts';
import type { AcceptedFile, EffectivePolicy } from './effective-policy.ts';
import { composePolicy } from './effective.ts';
import { extendFile } from './extend.ts';
import { withoutUnwritten } from './lint-reasons.ts';
import { refusedEntries } from './refusals.ts';
import type { PolicySchema, PresetName } from './schema.ts';
import { policySchema } from './schema.ts';
import type { Extended, LocalReference } from './references.ts';
import { isLocal, referenceOf } from './references.ts';
import type { PolicyDocument } from './yaml.ts';
import { readPolicyDocument } from './yaml.ts';

export type { EffectivePolicy } from './effective-policy.ts';
export type { PolicyReference, PresetName as Preset } from './schema.ts';
export type { Extended, LocalReference } from './references.ts';

/** A policy file. */
export interface PolicyText {
  /** Its path, as reports show it. */
  readonly source: string;
  /** Its bytes. A text counts as its UTF-8. */
  readonly text: Uint8Array | string;
  /** Where the operator's policy of another repository was read. */
  readonly from?: PolicyOrigin;
  /** Where that is: its path there, and whether that repository is the one that is judged. */
  readonly home?: { readonly path: string; readonly isJudged: () => Promise<boolean> };
  /**
   * Reads the file that this one extends by a path from its own folder, from the state that this one was read from. Absent: it
   * has no folder.
   * @param place of the `extends`, for messages
   * @throws GateFailure `policy-unavailable`, `policy-invalid`
   */
  readonly beside?: (path: LocalReference, place: Required<Place>) => Promise<PolicyText>;
  /** The state that this file was read from, where the run reads everything else from another: its `trustedRoot` is there. */
  readonly tree?: Snapshot;
}

export interface LoadPolicy {
  /** The operator's choice; it replaces the preset that would apply. */
  readonly preset?: PresetName;
  readonly rules?: readonly Rule[];
  /** The file that this one extends. */
  readonly extended?: PolicyText;
}

/** The reference to the file that a policy extends, if any, and its place; none for an invalid file. */
export function extendsOf(
  file: PolicyText,
  rules?: readonly Rule[],
): { readonly reference: Extended; readonly place: Required<Place> } | undefined {
  try {
    const { accepted } = acceptPolicy(file, rules);
    const reference = referenceOf(accepted?.file.extends);
    return accepted && reference && { reference, place: accepted.placeOf(['extends']) };
  } catch (cause) {
    if (cause instanceof GateFailure) return undefined;
    throw cause;
  }
}

/**
 * The effective policy of an accepted file, together with what it extends.
 * @throws GateFailure `policy-invalid` with line and column: everything that is wrong with what it extends, or every entry that asks
 *   for less than what stays whatever it says (`refusedEntries`). `policy-unavailable` where it extends a file that is not given.
 */
export function composeAccepted(file: PolicyText, accepted: AcceptedFile, options: LoadPolicy): EffectivePolicy {
  const { policy, whole } = composeWhole(file, accepted, options);
  const refused = refusedEntries(policy, whole, options.rules ?? allRules);
  const counted = withoutUnwritten(policy);
  return refused.length === 0 ? counted : { ...counted, refused };
}

/** As `composeAccepted`, whatever its entries ask for; with the file and what it extends as one. */
export function composeWhole(
  { source }: PolicyText,
  accepted: AcceptedFile,
  { extended, ...options }: LoadPolicy,
): { readonly policy: EffectivePolicy; readonly whole: AcceptedFile } {
  const reference = referenceOf(accepted.file.extends);
  if (reference === undefined) {
    return { policy: composePolicy({ source, accepted, ...options }), whole: accepted };
  }
  const place = accepted.placeOf(['extends']);
  if (extended === undefined) {
    const message = 'the policy that it extends was not read';
    throw new GateFailure('policy-unavailable', message, place);
  }
  const other = acceptPolicy(extended, options.rules);
  if (other.accepted === undefined) throw asOneFailure(other.failures);
  const whole = extendFile(accepted, other.accepted, place);
  const text = typeof extended.text === 'string' ? extended.text : new TextDecoder().decode(extended.text);
  const policy = composePolicy({ source, accepted: whole, ...options });
  const origins = new Map([...policy.origins, ['extends.path', accepted.originOf(['extends'])]]);
  const named = isLocal(reference) ? { path: reference, source: extended.source } : reference;
  return { policy: { ...policy, origins, extended: { ...named, text } }, whole };
}

/** A file that the schema has accepted, or every failure: first of the document, then of the schema, each in the order of the file. */
export type Acceptance =
  | { readonly accepted: AcceptedFile; readonly failures: readonly [] }
  | { readonly accepted?: never; readonly failures: readonly [GateFailure, ...GateFailure[]] };

/** Made once: a rehearsal opens its policy for each change, and making the schema takes longer than reading by it. */
const schemas = new WeakMap<readonly Rule[], PolicySchema>();

/** @throws GateFailure `policy-invalid` for text that is not a readable YAML document: nothing else could be checked. */
export function acceptPolicy({ source: path, text }: PolicyText, rules: readonly Rule[] = allRules): Acceptance {
  const document = readPolicyDocument(typeof text === 'string' ? new TextEncoder().encode(text) : text, path);
  const schema = schemas.get(rules) ?? policySchema(rules);
  schemas.set(rules, schema);
  const parsed = schema.safeParse(document.value, { error: expectations });
  const issues = parsed.success ? [] : complaints(parsed.error.issues, { schema, document, path });
  // What is no policy at all comes first: a part that was left out for it may be missing below.
  const [first, ...others] = [...document.failures, ...issues];
  if (first !== undefined) return { failures: [first, ...others] };
  if (!parsed.success) throw new TypeError('the schema refuses a policy without a word');
  const { place } = document;
  return {
    accepted: {
      file: parsed.data,
      lineOf: (members) => place(members).line,
      placeOf: (members, of) => ({ path, ...place(members, of) }),
      originOf: (members) => `${path}:${place(members).line}`,
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
