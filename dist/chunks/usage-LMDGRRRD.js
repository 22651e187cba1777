import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import "./chunk-U2RJDSLN.js";

// src/cli/usage.ts
var usage = `lockgate: judges what a lockfile change would bring in, before it is merged.

Usage
  lockgate check [--base REV] [--head REV] [--repo DIR]    git revisions
                 default: merge base with the default branch .. work tree
  lockgate check --base-dir DIR --head-dir DIR             two folders, no git
  lockgate audit [--rev REV | --dir DIR] [--repo DIR]      everything that is locked
  lockgate vet SPEC... [--dir DIR | --repo DIR]            would these be admitted? the whole closure, nothing installed
  lockgate explain PACKAGE[@VERSION] [--rev | --dir]       why it is here, what is known, which rules speak
  lockgate replay EVIDENCE [--policy FILE]                 judge recorded evidence again, without network
  lockgate policy check [FILE]                             lint a policy
  lockgate policy explain [FILE]                           every effective value and where it comes from
  lockgate policy schema                                   the policy's JSON Schema, for editors
  lockgate init [--dir DIR] [--dry-run]                    write a policy, a workflow and the CODEOWNERS lines
  lockgate doctor [OWNER/NAME]                             does the repository's protection make the check mean something?
                 asks GitHub with GITHUB_TOKEN

Flags
  --policy FILE          this policy instead of .github/dependency-policy.yml of the base
  --preset NAME          audit, recommended or strict; takes the place of what the policy extends
  --registry URL         replaces the public registry for this run (plain http only on loopback)
  --osv URL              where OSV is asked, should the policy name it as a source
  --registry-keys FILE   the keys that the registry must sign with, as /-/npm/v1/keys lists them
  --trusted-root FILE    verify attestations against this trusted_root.json, not the public Sigstore
  --refresh-trust        fetch the current trust material by TUF instead of using what is built in
  --tuf-mirror URL       ... from this TUF repository, a copy of the public Sigstore's unless --tuf-root
  --tuf-root FILE        ... whose chain of trust starts from this root.json
  --now INSTANT          judge as of then, e.g. 2026-01-31T12:00:00Z
  --format FORMAT        text, json, markdown or sarif
  --output FILE          write the report there instead of to standard output
  --evidence FILE        take evidence from this recording instead of from the registry
  --evidence-out FILE    record the evidence there
  --offline              make no request; evidence that is not recorded is unavailable
  --verbose              say what is read and asked
  --help, --version

Exit status
  0  pass, warnings included
  1  the policy is violated, or evidence that it needs could not be had
  2  could not evaluate: bad usage, bad policy, unreadable lockfile
`;
export {
  usage
};
