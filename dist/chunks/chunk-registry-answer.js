import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/registry/answer.ts
function recordedAdvisories(recorded, versions) {
  if (recorded === void 0 || !("advisories" in recorded)) return void 0;
  return versions.every((version) => recorded.versions.includes(version)) ? recorded.advisories : void 0;
}
function subjectOf(answer) {
  if ("keys" in answer) return keysSubject(answer.registry);
  if ("downloads" in answer) return downloadsSubject(answer.registry, answer.name, answer.at);
  if ("advisories" in answer) return advisoriesSubject(answer.registry, answer.name, answer.source);
  if ("contents" in answer) return contentsSubject(answer.registry, answer.name, answer.version);
  if ("tarball" in answer) return tarballSubject(answer.registry, answer.name, answer.version);
  if ("program" in answer) return programSubject(answer.registry, answer.name, answer.version);
  return "attestations" in answer ? attestationsSubject(answer.registry, answer.name, answer.version, answer.at) : packumentSubject(answer.registry, answer.name);
}
var keysSubject = (registry) => registry;
var packumentSubject = (registry, name) => `${registry} ${name}`;
var advisoriesSubject = (registry, name, source = "registry") => `${registry} ${name} advisories${source === "registry" ? "" : ` ${source}`}`;
var downloadsSubject = (registry, name, at) => `${registry} ${name} downloads${asked(at)}`;
var tarballSubject = (registry, name, version) => `${registry} ${name} ${version} tarball`;
var programSubject = (registry, name, version) => `${registry} ${name} ${version} program`;
var contentsSubject = (registry, name, version) => `${registry} ${name} ${version} contents`;
var attestationsSubject = (registry, name, version, at) => `${registry} ${name} ${version}${asked(at)}`;
var asked = (at) => at === void 0 ? "" : ` at ${at}`;

export {
  recordedAdvisories,
  subjectOf,
  packumentSubject,
  advisoriesSubject,
  downloadsSubject,
  tarballSubject,
  programSubject,
  contentsSubject
};
