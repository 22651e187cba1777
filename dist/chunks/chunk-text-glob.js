import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  quoted
} from "./chunk-text-visible.js";

// src/text/glob.ts
var longest = 256;
function globProblem(text) {
  if (text === "") return "expected a pattern";
  if (text.length > longest) return `expected a pattern of at most ${longest} characters`;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return "expected a pattern without control characters";
  if (/[{}[\]()\\|]/.test(text) || text.startsWith("!")) {
    return "expected a pattern of `*`, `**` and `?` only; braces, brackets, groups, escapes and negation are not known";
  }
  if (text.includes("***")) return "expected `*` or `**`, not more stars in a row";
  return void 0;
}
function pathGlobProblem(text) {
  if (text.endsWith("/")) return `expected a pattern of files; a folder's are ${quoted(`${text}**`)}`;
  if (text.split("/").some((segment) => segment === "" || segment === "." || segment === "..")) {
    return "expected a path from the root of the repository, without `/` in front and without empty, `.` or `..` segments";
  }
  return globProblem(text);
}
function tokenise(glob) {
  const tokens = [];
  const characters = Array.from(glob);
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? "";
    const leads = i === 0 || characters[i - 1] === "/";
    if (character === "?") tokens.push({ kind: "one" });
    else if (character !== "*") tokens.push({ kind: "literal", character, leads });
    else if (characters[i + 1] !== "*") tokens.push({ kind: "run" });
    else {
      if (leads && characters[i + 2] === "/") tokens.push({ kind: "optional", skip: 3 });
      tokens.push({ kind: "deep" });
      i++;
    }
  }
  return tokens;
}
function compileGlob(glob, options = {}) {
  const { hidesDots = false, spend } = options;
  if (!/[*?]/.test(glob)) return (text) => text === glob;
  const [plain] = /^[^*?\uD800-\uDFFF]*/.exec(glob);
  const tokens = tokenise(glob).slice(plain.length);
  const reached = new Int32Array(tokens.length + 1);
  return (text) => {
    spend?.(1);
    if (!text.startsWith(plain)) return false;
    reached.fill(-1);
    let places = [];
    let at = 0;
    const reach = (place) => {
      if (reached[place] === at) return;
      reached[place] = at;
      places.push(place);
      const token = tokens[place];
      if (token?.kind === "optional") reach(place + token.skip);
      if (token?.kind === "optional" || token?.kind === "run" || token?.kind === "deep") reach(place + 1);
    };
    reach(0);
    let before = plain.at(-1) ?? "/";
    for (const character of text.slice(plain.length)) {
      const isHidden = hidesDots && character === "." && before === "/";
      const open = places;
      spend?.(open.length);
      places = [];
      at += 1;
      for (const place of open) {
        const token = tokens[place];
        if (token === void 0 || token.kind === "optional" || !takes(token, character, isHidden)) continue;
        reach(token.kind === "literal" || token.kind === "one" ? place + 1 : place);
      }
      if (places.length === 0) return false;
      before = character;
    }
    return reached[tokens.length] === at;
  };
}
function compileGlobs(globs, options = {}) {
  const matchers = globs.map((glob) => compileGlob(glob, options));
  return (text) => matchers.some((matches) => matches(text));
}
function takes(token, character, isHidden) {
  if (token.kind === "literal") return token.character === character && (!isHidden || token.leads);
  return !isHidden && (token.kind === "deep" || character !== "/");
}

export {
  globProblem,
  pathGlobProblem,
  compileGlob,
  compileGlobs
};
