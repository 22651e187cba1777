import { compileWildmatch } from '../text/wildmatch.ts';
import { prefixOf } from '../text/paths.ts';
import { encodePath } from './path-bytes.ts';

/**
 * What the `.gitattributes` of a repository give a path, as git matches them (attr.c): the last matching line of the
 * deepest file decides, `!name` takes back, `-name` unsets, and a macro that is set sets what it stands for.
 */

/** `true`: set; `false`: unset; `null`: unspecified by `!`; else its value. */
export type AttributeState = string | boolean | null;

/** One `.gitattributes` file. */
export interface AttributesFile {
  readonly path: string;
  /** Its bytes; of a symbolic link those of its target, which git reads as the file's text. */
  readonly bytes: Uint8Array;
}

type Given = readonly (readonly [name: string, state: AttributeState])[];

interface Line {
  readonly file: string;
  readonly line: number;
  readonly given: Given;
  /** Which versions of git read it depends on their limits: it counts only where it makes things worse. */
  readonly isDoubtful: boolean;
  readonly macro?: string;
  readonly matches: (path: string, ignoresCase: boolean) => boolean;
}

/** An attribute that changes the text that is checked out, or put into an archive, and the line that gives it. */
export interface Rewriting {
  readonly attribute: 'ident' | 'filter' | 'working-tree-encoding' | 'export-subst';
  readonly value: string;
  readonly file: string;
  readonly line: number;
}

/** Longer lines are ignored since git 2.38.3. */
const LONGEST = 2048;

export interface Attributes {
  /** The state of an attribute of a path as git tells it; undefined: unspecified. */
  readonly stateOf: (path: string, attribute: string) => AttributeState | undefined;
  /**
   * What of git's own rewriting a checkout would do to a file. Whichever way lines are read that versions of git and
   * file systems read in two ways.
   */
  readonly rewritingOf: (path: string) => readonly Rewriting[];
}

interface Found {
  readonly state: AttributeState;
  readonly by: Line;
}

/** @param files in any order */
export function readAttributes(files: readonly AttributesFile[]): Attributes {
  const lines = [...files]
    .sort((a, b) => a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1))
    .flatMap(linesOf);
  const strict = lines.filter(({ isDoubtful }) => !isDoubtful);
  const readings = (strict.length === lines.length ? [lines] : [strict, lines]).map((some) => ({
    lines: some.filter(({ macro }) => macro === undefined),
    macros: new Map<string, Given>([
      ['binary', binary],
      ...some.flatMap(({ macro, given }) => (macro === undefined ? [] : [[macro, given] as const])),
    ]),
  }));
  const found = ({ lines: some, macros }: (typeof readings)[number], path: string, ignoresCase: boolean) => {
    const states = new Map<string, Found>();
    const fill = (given: Given, by: Line): void => {
      for (const [name, state] of given.toReversed()) {
        if (states.has(name)) continue;
        states.set(name, { state, by });
        const macro = state === true ? macros.get(name) : undefined;
        if (macro !== undefined) fill(macro, by);
      }
    };
    for (const line of some.toReversed()) if (line.matches(path, ignoresCase)) fill(line.given, line);
    return states;
  };
  return {
    stateOf: (path, attribute) =>
      readings.slice(0, 1).map((each) => found(each, path, false).get(attribute)?.state)[0] ?? undefined,
    rewritingOf: (path) => {
      if (lines.length === 0) return [];
      const all = readings.flatMap((each) => [false, true].map((ignoresCase) => found(each, path, ignoresCase)));
      return rewriting.flatMap(([attribute, value]) => {
        const [first] = all.flatMap((states) => {
          const state = states.get(attribute);
          const text = state === undefined ? undefined : value(state.state);
          return state === undefined || text === undefined ? [] : [{ value: text, by: state.by }];
        });
        return first === undefined ? [] : [{ attribute, value: first.value, file: first.by.file, line: first.by.line }];
      });
    },
  };
}

const binary: Given = [
  ['diff', false],
  ['merge', false],
  ['text', false],
];

/** When each of them rewrites: `filter` and the encoding need a value, and UTF-8 is what git stores. */
const rewriting: readonly (readonly [Rewriting['attribute'], (state: AttributeState) => string | undefined])[] = [
  ['ident', (state) => (state === true ? '' : undefined)],
  // Of archives alone, which some jobs take in place of a clone; a placeholder of the message may hold whole lines.
  ['export-subst', (state) => (state === true ? '' : undefined)],
  ['filter', (state) => (typeof state === 'string' ? state : undefined)],
  [
    'working-tree-encoding',
    (state) => (typeof state === 'string' && state !== '' && !/^utf-?8$/i.test(state) ? state : undefined),
  ],
];

function linesOf({ path, bytes }: AttributesFile): readonly Line[] {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '');
  let isCut = false;
  return text.split('\n').flatMap((raw, at): readonly Line[] => {
    const isDoubtful = isCut || raw.length >= LONGEST;
    // Git's string ends at a NUL, and with it the file or only the line.
    const nul = raw.indexOf('\0');
    isCut ||= nul >= 0;
    const parsed = parseLine(nul < 0 ? raw : raw.slice(0, nul), path);
    return parsed === undefined ? [] : [{ ...parsed, file: path, line: at + 1, isDoubtful }];
  });
}

type Parsed = Pick<Line, 'given' | 'macro' | 'matches'>;

/** Undefined for a line that git ignores. */
function parseLine(raw: string, path: string): Parsed | undefined {
  const content = raw.replace(/^[ \t\r]+/, '');
  if (content === '' || content.startsWith('#')) return undefined;
  const quoted = content.startsWith('"') ? unquoted(content) : undefined;
  const [plain] = /^[^ \t\r]*/.exec(content) as unknown as [string];
  const { text, rest } = quoted ?? { text: plain, rest: content.slice(plain.length) };
  const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
  const isMacro = text.startsWith('[attr]') && text.length > '[attr]'.length;
  const given = statesOf(rest);
  if (given === undefined) return undefined;
  if (isMacro) {
    const macro = text.slice('[attr]'.length);
    // Only the topmost file may define one.
    return folder !== '' || !isName(macro) ? undefined : { given, macro, matches: () => false };
  }
  return text.startsWith('!') ? undefined : { given, matches: matcherOf(text, folder) };
}

const isName = (text: string): boolean => /^[A-Za-z0-9_.][-A-Za-z0-9_.]*$/.test(text);

/** Undefined where one of them has no valid name: then git ignores the line. */
function statesOf(text: string): Given | undefined {
  const states = text.split(/[ \t\r]+/).flatMap((word): readonly (readonly [string, AttributeState] | undefined)[] => {
    if (word === '') return [];
    const [, sign, name = '', value] = /^([-!]?)([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    if (!isName(name)) return [undefined];
    return [[name, sign === '-' ? false : sign === '!' ? null : (value ?? true)]];
  });
  return states.every((state) => state !== undefined) ? states : undefined;
}

/** A pattern with a slash is about paths from its file's folder, one without about names; one for folders matches no file. */
function matcherOf(pattern: string, folder: string): Line['matches'] {
  if (pattern.endsWith('/')) return () => false;
  const isPath = pattern.includes('/');
  const bare = pattern.startsWith('/') ? pattern.slice(1) : pattern;
  const compiled = [false, true].map((ignoresCase) => compileWildmatch(bare, { ignoresCase }));
  const prefix = bytesOf(prefixOf(folder));
  return (path, ignoresCase) => {
    const bytes = bytesOf(path);
    const [given, own] = ignoresCase ? [bytes.toLowerCase(), prefix.toLowerCase()] : [bytes, prefix];
    if (!given.startsWith(own)) return false;
    const below = bytes.slice(prefix.length);
    const matches = compiled[ignoresCase ? 1 : 0] as (text: string) => boolean;
    return matches(isPath ? below : below.slice(below.lastIndexOf('/') + 1));
  };
}

const bytesOf = (path: string): string => encodePath(path).toString('latin1');

const escapes: Readonly<Record<string, string>> = {
  ...{ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  ...{ '\\': '\\', '"': '"' },
};

/** Git's quoting of C strings (quote.c); undefined for another form: then it is no quote. */
function unquoted(text: string): { readonly text: string; readonly rest: string } | undefined {
  let read = '';
  for (let at = 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') return { text: read, rest: text.slice(at + 1) };
    if (character !== '\\') {
      read += character;
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(text.slice(at + 1))?.[0];
    const escape = escapes[text.charAt(at + 1)];
    if (octal === undefined && escape === undefined) return undefined;
    read += octal === undefined ? (escape ?? '') : String.fromCharCode(Number.parseInt(octal, 8));
    at += octal?.length ?? 1;
  }
  return undefined;
}
