import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Markdown as CommonMark with GitHub's extensions reads it, raw HTML kept: what GitHub's pipeline starts from. */
export function html(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

/** What is left of HTML when the code spans, which nobody interprets, are gone. */
export function withoutCode(rendered: string): string {
  return rendered.replace(/<code>[^<]*<\/code>/gu, '');
}

/** The texts of the code spans, decoded. */
export function codeSpans(rendered: string): string[] {
  return [...rendered.matchAll(/<code>([^<]*)<\/code>/gu)].map(([, inner = '']) =>
    inner.replace(/&(lt|gt|quot|amp);/gu, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&'),
  );
}

/** The tags, in order, of what is left. */
export function tags(rendered: string): string[] {
  return withoutCode(rendered).match(/<[^>]*>/gu) ?? [];
}
