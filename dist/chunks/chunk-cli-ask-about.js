import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  changesAbout
} from "./chunk-run-findings-about.js";
import {
  openAsked,
  openChange
} from "./chunk-cli-subject.js";
import {
  requestOf
} from "./chunk-cli-request.js";
import {
  shownPath,
  writeText
} from "./chunk-cli-output.js";
import {
  basisWords
} from "./chunk-report-view-basis.js";
import {
  programName
} from "./chunk-cli-program.js";
import {
  runGate
} from "./chunk-run-pipeline.js";
import {
  errorLine
} from "./chunk-report-view-words.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  visible
} from "./chunk-text-visible.js";

// src/cli/ask-about.ts
function wantedOf([asked, ...more], command) {
  const at = asked?.lastIndexOf("@") ?? -1;
  if (asked === void 0 || asked === "" || more.length > 0 || at === asked.length - 1) {
    throw new GateFailure(
      "usage",
      `${command} takes one package: ${programName()} ${command} PACKAGE[@VERSION]${command === "explain" ? `, or a rule: ${programName()} explain --rule RULE` : ""}`
    );
  }
  return at > 0 ? { name: asked.slice(0, at), version: asked.slice(at + 1) } : { name: asked };
}
function refuseFormats(command, { format }) {
  if (format === "text" || format === "json") return;
  throw new GateFailure("usage", `${command} writes text or json; not ${format}.`);
}
async function askAbout(flags, focus) {
  const change = namesSubject(flags) ? void 0 : await openChange(flags).catch(refusal);
  const checked = change === void 0 ? void 0 : await ask(change, flags, focus);
  if (checked !== void 0 && (checked.failed || changesAbout(checked, focus.wanted).length > 0)) return checked;
  return ask(await openAsked(flags), flags, focus);
}
async function askUntouched(flags, focus) {
  if ([flags.base, flags.head, flags.baseDir, flags.headDir].every((flag) => flag === void 0)) return void 0;
  const { head, trusted } = await openChange(flags);
  return ask({ mode: "audit", head, trusted }, flags, focus).finally(() => trusted.close?.());
}
async function ask(subject, flags, focus) {
  try {
    return await runGate({ ...await requestOf(flags, subject), focus });
  } finally {
    await Promise.all([subject.base?.close?.(), subject.head.close?.()]);
  }
}
var namesSubject = ({ base, head, baseDir, headDir, rev, dir }) => [base, head, baseDir, headDir, rev, dir].some((flag) => flag !== void 0);
function refusal(cause) {
  if (!(cause instanceof GateFailure)) throw cause;
}
async function writeExplanation(text, { errors, evaluatedAt }, { output, evidence, format }) {
  const isRecorded = evidence !== void 0 && evaluatedAt !== void 0 && format === "text" && text !== "";
  const basis = isRecorded ? `${basisWords({ path: shownPath(evidence), at: evaluatedAt }, visible)}
` : "";
  if (output === void 0) process.stdout.write(basis + text);
  else await writeText(output, basis + text);
  for (const error of errors) process.stderr.write(`lockgate: ${errorLine(error)}
`);
  return errors.length === 0 ? 0 : 2;
}

// src/report/view/similar-names.ts
function similarNames(wanted, locked) {
  const sameName = locked.filter(({ name }) => name === wanted).map(({ name, version }) => `${name}@${version}`);
  if (sameName.length > 0) return [...new Set(sameName)].slice(0, 5);
  const asked = wanted.slice(0, 214);
  return [...new Set(locked.map(({ name }) => name))].filter((name) => name.length <= 214).map((name) => ({ name, far: distance(asked.toLowerCase(), name.toLowerCase()) })).filter(({ name, far }) => far <= Math.max(2, asked.length / 4) || lastOf(name) === lastOf(asked)).sort((a, b) => a.far - b.far || compareText(a.name, b.name)).slice(0, 5).map(({ name }) => name);
}
var lastOf = (name) => name.slice(name.lastIndexOf("/") + 1);
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

export {
  similarNames,
  wantedOf,
  refuseFormats,
  askAbout,
  askUntouched,
  writeExplanation
};
