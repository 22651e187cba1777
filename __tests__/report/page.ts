/** What a browser makes of a comment. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse, parseFragment } from 'parse5';

import { html } from './rendered.ts';

export interface Page {
  /** Every element but bare code, where it begins, with its attributes, and ends, and every HTML comment, in order. */
  readonly shape: readonly string[];
  /** What stands outside of code, where GitHub looks for mentions, references and addresses. */
  readonly words: string;
}

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A comment as the HTML parser of browsers reads it. */
export const pageOf = (markdown: string): Page => read(parseFragment(html(markdown)));

/** The body of a whole page. */
export function bodyOf(text: string): Page {
  const [body] = elements(parse(text)).filter(({ tagName }) => tagName === 'body');
  if (body === undefined) throw new Error('a page without a body');
  return read(body);
}

function elements(parent: Parent): DefaultTreeAdapterTypes.Element[] {
  return parent.childNodes.flatMap((node) => ('tagName' in node ? [node, ...elements(node)] : []));
}

function read(parent: Parent): Page {
  const shape: string[] = [];
  let words = '';
  const visit = (node: Node, isCode: boolean): void => {
    if ('value' in node) words += isCode ? ' ' : node.value;
    else if ('data' in node) shape.push(`<!--${node.data}-->`);
    else if ('tagName' in node) {
      const isBareCode = node.tagName === 'code' && node.attrs.length === 0;
      const attributes = node.attrs.map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`);
      if (!isBareCode) shape.push(`<${node.tagName}${attributes.join('')}>`);
      if (node.tagName === 'br') words += '\n';
      for (const child of node.childNodes) visit(child, isCode || node.tagName === 'code');
      if (!isBareCode) shape.push(`</${node.tagName}>`);
    } else shape.push(node.nodeName);
  };
  for (const node of parent.childNodes) visit(node, false);
  return { shape, words };
}

/**
 * What GitHub makes something of in plain words (GitHub Docs, "Autolinked references and URLs", "Basic writing and
 * formatting syntax"): mentions, references, commit ids, addresses, records, emoji, task lists, colours.
 */
export const linked: readonly RegExp[] = [
  /@/u,
  /#/u,
  /\bGH-\d/iu,
  /\b[\da-f]{7,40}\b/iu,
  /:\/\/|\bwww\.|\bmailto:|\bxmpp:/iu,
  /\b(?:CVE|GHSA)-/iu,
  /:[+\w-]+:/u,
  /^\s*\[[ x]\]/imu,
  /\[\^|\$/u,
];
