/** Pages that look nearly as GitHub and a terminal do, for pictures. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const colours = {
  light: {
    link: '#0969da',
    page: '#fff',
    text: '#1f2328',
    soft: '#59636e',
    line: '#d1d9e0',
    code: '#818b981f',
    head: '#f6f8fa',
  },
  dark: {
    link: '#4493f8',
    page: '#0d1117',
    text: '#f0f6fc',
    soft: '#9198a1',
    line: '#3d444d',
    code: '#656c7633',
    head: '#151b23',
  },
};

/** One comment in its box. `open` unfolds what is folded. */
export function commentPage(markdown, { theme, open = false }) {
  const body = micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  const shown = open ? body.replaceAll('<details>', '<details open>') : body;
  const box = `<div class="box"><div class="head"><b>github-actions</b> <span class="bot">bot</span> commented</div><div class="body">${shown}</div></div>`;
  return page(box, commentStyle(colours[theme]));
}

/** Plain text in 80 columns, as a terminal without colour shows it. */
export function terminalPage(text) {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return page(
    `<pre>${escaped}</pre>`,
    'body{background:#0d1117;color:#f0f6fc;margin:16px}pre{font:13px/1.4 monospace;width:80.5ch;white-space:pre-wrap;outline:1px dashed #3d444d}',
  );
}

const page = (body, style) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>lockgate</title><style>${style}</style><body>${body}</body></html>`;

const commentStyle = ({ page: back, text, soft, line, code, head, link }) => `
  a { color: ${link}; text-decoration: none; }
  body { background: ${back}; color: ${text}; margin: 16px; font: 14px/1.5 "DejaVu Sans", sans-serif; }
  .box { border: 1px solid ${line}; border-radius: 6px; }
  .head { background: ${head}; color: ${soft}; padding: 8px 16px; border-bottom: 1px solid ${line}; border-radius: 6px 6px 0 0; }
  .bot { border: 1px solid ${line}; border-radius: 1em; padding: 0 6px; font-size: 12px; }
  .body { padding: 16px; }
  h3 { font-size: 1.25em; margin: 0 0 12px; } h4 { font-size: 1em; margin: 20px 0 12px; }
  p, ul, table, details { margin: 0 0 14px; } ul { padding-left: 2em; } li { margin-top: .25em; } li > ul { margin: 0; }
  code { background: ${code}; border-radius: 6px; padding: .2em .4em; font-family: "DejaVu Sans Mono", monospace; font-size: 85%; overflow-wrap: anywhere; }
  pre { background: ${head}; border-radius: 6px; padding: 12px 16px; overflow: auto; } pre code { background: none; padding: 0; overflow-wrap: normal; }
  sub { font-size: 80%; vertical-align: baseline; } summary { cursor: pointer; }
  table { border-collapse: collapse; } td, th { border: 1px solid ${line}; padding: 6px 13px; }`;
