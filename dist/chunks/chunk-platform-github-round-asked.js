import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/platform/github/round/asked.ts
var words = /^\/(?:(?:approve|approve-file|deny|withdraw)[ \t]|lockgate[ \t]+check(?!\S))/i;
var denial = /^\/deny[ \t]/i;
var actions = /* @__PURE__ */ new Set(["created", "edited", "deleted"]);
function isAsked({ action, isPull, isOpen, comment, former }) {
  if (!isPull || !actions.has(action) || comment.author?.type !== "User") return false;
  const texts = action === "edited" && former !== void 0 ? [comment.body, former] : [comment.body];
  return texts.some((text) => (isOpen ? words : denial).test(text));
}

export {
  isAsked
};
