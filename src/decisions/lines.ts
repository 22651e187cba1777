import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';

import type { Statement } from '../model/index.ts';

/** The lines of a comment that decide something (docs/decisions/0287). */

/** A line that begins with one of our words, with what it says; null where it cannot be read. */
export interface Line {
  readonly text: string;
  readonly statement: Statement | null;
}

/** The longest reason, in characters. */
const maxReason = 500;
/** GitHub's own limit of a comment: what is longer did not come from it. */
const maxBody = 65_536;
/**
 * Characters that mark something in Markdown. Reading them costs their square: 65,000 of them take minutes, and anybody can write
 * them. Fifty lines of ours with a reason each have a few.
 */
const maxMarks = 1000;
const mark = /[*_~[\]<>`&]/g;
/** Of what begins like a decision and is none, the report shows this much. */
const maxShown = 200;

/**
 * The decisions that a comment says, as a CommonMark reader sees it: a line counts alone, from its start, in a paragraph of the
 * comment itself. Code, quotes, lists, HTML and what is struck out say nothing. Other tools' commands of the same word
 * (`/approve` alone) are no lines of ours.
 */
export function linesOf(body: string): readonly Line[] {
  if (!ours.test(body) || body.length > maxBody) return [];
  if ((body.match(mark)?.length ?? 0) > maxMarks) return unread(body);
  const tree = fromMarkdown(body, {
    extensions: [gfmStrikethrough()],
    mdastExtensions: [gfmStrikethroughFromMarkdown()],
  });
  return tree.children.flatMap((block) => (block.type === 'paragraph' ? linesIn(block.children, body) : []));
}

/** Of a body that is not read as Markdown, what only tightens counts; of the rest it is said that it was not read. */
function unread(body: string): readonly Line[] {
  return body.split(/\r\n|\r|\n/).flatMap((raw) => {
    const text = raw.replace(/^ {0,3}/, '').trimEnd();
    if (!isLine(text)) return [];
    const statement = statementOf(text);
    return [{ text: text.slice(0, maxShown), statement: statement?.say === 'deny' ? statement : null }];
  });
}

/** Cheap: whether any line of a body could be one of ours. It loads no reader. */
export const mayDecide = (body: string): boolean => ours.test(body);

const ours = /^ {0,3}\/(?:approve|approve-file|deny|withdraw)[ \t]/m;

type Paragraph = Extract<ReturnType<typeof fromMarkdown>['children'][number], { type: 'paragraph' }>;

/** Whole lines of a paragraph of which every character is plain text: what a person sees is what is written. */
function linesIn(children: Paragraph['children'], body: string): readonly Line[] {
  const [first] = children;
  const from = first?.position?.start.line;
  const to = children.at(-1)?.position?.end.line;
  if (from === undefined || to === undefined) return [];
  const marked = new Set<number>();
  for (const { type, position } of children) {
    if (type === 'text' || type === 'break' || position === undefined) continue;
    for (let line = position.start.line; line <= position.end.line; line += 1) marked.add(line);
  }
  return body
    .split(/\r\n|\r|\n/)
    .slice(from - 1, to)
    .flatMap((raw, index) => {
      const text = raw.replace(/^ {0,3}/, '').trimEnd();
      if (!isLine(text)) return [];
      const statement = marked.has(from + index) ? null : statementOf(text.replaceAll(/\\([_*~])/g, '$1'));
      return [{ text: text.slice(0, maxShown), statement }];
    });
}

const isLine = (text: string): boolean => ours.test(`${text} `) && /^\/\S+ +\S*[@/.]/.test(text);

const printable = /^[\x20-\x7e]+$/;
const named = /^((?:@[a-z0-9~'!()._-]+\/)?[A-Za-z0-9~'!()._-]+)@([0-9A-Za-z.+-]+)$/;
const codes = /^[a-z0-9-]+\/[a-z0-9-]+(?:,[a-z0-9-]+\/[a-z0-9-]+)*$/;
const hex = /^[0-9a-f]{64}$/;

/** What a line says; null for one that is not written as it has to be. */
function statementOf(text: string): Statement | null {
  if (!printable.test(text)) return null;
  const [word, subject = '', ...rest] = text.split(/ +/);
  if (word === '/approve-file') {
    const [digest = '', ...why] = rest;
    const reason = why.join(' ');
    return hex.test(digest) && reason.length <= maxReason
      ? { say: 'approve-file', path: subject, digest, reason }
      : null;
  }
  const [, name, version] = named.exec(subject) ?? [];
  if (name === undefined || version === undefined || name.length > 214 || version.length > 256) return null;
  if (word === '/withdraw') return rest.join('') === '' ? { say: 'withdraw', name, version } : null;
  if (word === '/deny') {
    const reason = rest.join(' ');
    return reason !== '' && reason.length <= maxReason ? { say: 'deny', name, version, reason } : null;
  }
  const [list = '', digest = '', ...why] = rest;
  const reason = why.join(' ');
  if (!codes.test(list) || !hex.test(digest) || reason.length > maxReason) return null;
  return { say: 'approve', name, version, codes: [...new Set(list.split(','))].sort(), digest, reason };
}
