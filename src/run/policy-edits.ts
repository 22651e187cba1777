import { isMap, isScalar, parseDocument } from 'yaml';

/** One change to a policy file that lets more through. */
export interface PolicyEdit {
  /** Patterns for `lockfiles.exclude`. */
  readonly exclude?: readonly string[];
  readonly rule?: string;
  /** Entries for the rule's option `allow`. */
  readonly allow?: readonly string[];
  /** Codes of the rule that are to be warnings. */
  readonly warn?: readonly string[];
  readonly exception?: { readonly package: string; readonly rules: readonly string[]; readonly expires: string };
}

/** What whoever takes the lines over has to say. */
const reason = 'Say here why it is needed.';

/** What only has to be quoted elsewhere in YAML 1.2. */
const plain = /^[A-Za-z][\w./-]*$/;
const scalar = (text: string) => (plain.test(text) ? text : `'${text.replaceAll("'", "''")}'`);
const list = (texts: readonly string[]) => `[${texts.map(scalar).join(', ')}]`;

/** The edits as lines of a policy file, those of one rule on one line. */
export function editLines(edits: readonly PolicyEdit[]): string {
  const exclude = edits.flatMap((edit) => edit.exclude ?? []);
  const rules = [...new Set(edits.flatMap(({ rule }) => rule ?? []))].sort();
  const lines = rules.map((rule) => {
    const own = edits.filter((edit) => edit.rule === rule);
    const allow = [...new Set(own.flatMap((edit) => edit.allow ?? []))];
    const warn = [...new Set(own.flatMap((edit) => edit.warn ?? []))];
    const members = [...(allow.length === 0 ? [] : [`allow: ${list(allow)}`]), ...warn.map((code) => `${code}: warn`)];
    return `  ${rule}: { ${members.join(', ')} }`;
  });
  const exceptions = edits.flatMap(({ exception }) => exception ?? []);
  const entries = exceptions.map(
    (each) =>
      `  - { package: ${scalar(each.package)}, rules: ${list(each.rules)}, expires: ${each.expires}, reason: ${reason} }`,
  );
  return [
    ...(exclude.length === 0 ? [] : [`lockfiles: { exclude: ${list(exclude)} }`]),
    ...(lines.length === 0 ? [] : ['rules:', ...lines]),
    ...(entries.length === 0 ? [] : ['exceptions:', ...entries]),
  ].join('\n');
}

/** A policy file's text with the edits; what the file has stays. */
export function withEdits(text: string, edits: readonly PolicyEdit[]): string {
  const document = parseDocument(text);
  const add = (path: readonly string[], more: readonly unknown[]) => {
    const known: unknown = document.getIn(path);
    const before = known === undefined || known === null ? [] : (JSON.parse(JSON.stringify(known)) as unknown[]);
    document.setIn(path, document.createNode([...new Set([...before, ...more])]));
  };
  for (const { exclude = [], rule, allow = [], warn = [], exception } of edits) {
    if (exception !== undefined) add(['exceptions'], [{ ...exception, reason }]);
    if (exclude.length > 0) add(['lockfiles', 'exclude'], exclude);
    if (rule === undefined) continue;
    const own: unknown = document.getIn(['rules', rule], true);
    if (!isMap(own)) {
      document.setIn(['rules', rule], document.createNode(isScalar(own) ? { level: own.value } : {}));
    }
    if (allow.length > 0) add(['rules', rule, 'allow'], allow);
    for (const code of warn) document.setIn(['rules', rule, code], 'warn');
  }
  return document.toString();
}
