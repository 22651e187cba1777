/** The text of Yarn's loader (`.pnp.cjs`): a program that is the same for every project, and the project's state. */
export interface LoaderText {
  /** All of the text but the state. */
  readonly program: string;
  /** The state as JSON; undefined where another file has it. */
  readonly state: string | undefined;
}

const START = /^(?:const RAW_RUNTIME_STATE =\n|  return hydrateRuntimeState\(JSON\.parse\()(?=')/m;
/** Only comments and the start of the first function stand before the state. */
const MAX_START = 2_000;
/** Stands for the state. */
const HOLE = "'\u0000'";

/** Takes the state out of a loader's text, without executing it. Undefined for a literal that Yarn does not write. */
export function splitLoader(text: string): LoaderText | undefined {
  const found = START.exec(text.slice(0, MAX_START));
  if (text.includes('\u0000')) return undefined;
  if (found === null) return { program: text, state: undefined };
  const start = found.index + found[0].length;
  let state = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at] as string;
    if (char === "'") return { program: text.slice(0, start) + HOLE + text.slice(at + 1), state };
    if (char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029') return undefined;
    if (char !== '\\') {
      state += char;
      continue;
    }
    at += 1;
    const escaped = text[at];
    if (escaped === '\\' || escaped === "'") state += escaped;
    else if (escaped !== '\n') return undefined;
  }
  return undefined;
}

const HEAD = '#!/usr/bin/env node\n/* eslint-disable */\n';
const SETUP = 'function $$SETUP_STATE(hydrateRuntimeState, basePath) {\n';
const RETURN = (state: string, indent: string) =>
  `  return hydrateRuntimeState(JSON.parse(${state}), {basePath: basePath || __dirname});\n${indent}}\n\n`;
/** What stands around the state, before the program that a release of Yarn has in itself: of Yarn 3, and of Yarn 4 with the state in it or in a file of its own. */
const WRAPPERS = [
  `${HEAD}"use strict";\n\n${SETUP}${RETURN(HOLE, '  ')}`,
  `${HEAD}// @ts-nocheck\n"use strict";\n\nconst RAW_RUNTIME_STATE =\n${HOLE};\n\n${SETUP}${RETURN('RAW_RUNTIME_STATE', '')}`,
  `${HEAD}// @ts-nocheck\n"use strict";\n\n${SETUP}  const fs = require('fs');\n  const path = require('path');\n  const pnpDataFilepath = path.resolve(__dirname, ".pnp.data.json");\n${RETURN("fs.readFileSync(pnpDataFilepath, 'utf8')", '')}`,
];

/** The part of a program that a release of Yarn has in itself, if all else is what such a release writes around it. */
export function releasedPart(program: string): string | undefined {
  const wrapper = WRAPPERS.find((each) => program.startsWith(each));
  return wrapper === undefined ? undefined : program.slice(wrapper.length);
}
