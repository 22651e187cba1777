import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/report/formats/wrap.ts
function wrap(text, indent, width, hang = "  ") {
  const lines = [];
  let line = indent;
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + word.length > width) {
      lines.push(line.trimEnd());
      line = `${indent}${hang}`;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}

export {
  wrap
};
