import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/model/co-authors.ts
var longest = 320;
function coAuthorOf(value) {
  const [, name = value, email = ""] = /^(.*?)<([^<>]*)>\s*$/.exec(value) ?? [];
  return { role: "co-author", name: name.trim(), email: email.trim() };
}
function coAuthorsIn(message) {
  const lines = message.split(/\r?\n/);
  return lines.flatMap((line) => {
    const value = /^\s*co-authored-by:(.*)$/i.exec(line.slice(0, 1e3))?.[1];
    return value === void 0 ? [] : coAuthorOf(value.trim());
  });
}
function authorshipOf({ people, ...made }) {
  const distinct = /* @__PURE__ */ new Map();
  for (const { role, name, email } of people) {
    const person = { role, name: name.slice(0, longest), email: email.slice(0, longest) };
    distinct.set(JSON.stringify([role, person.name, person.email]), person);
  }
  const sorted = [...distinct].sort(([a], [b]) => a < b ? -1 : 1);
  return { ...made, people: sorted.map(([, person]) => person) };
}

export {
  coAuthorOf,
  coAuthorsIn,
  authorshipOf
};
