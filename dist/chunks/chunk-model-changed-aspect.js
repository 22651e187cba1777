import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/model/changed-aspect.ts
var changedAspects = [
  ...["version", "resolved", "integrity", "source", "dependency-types", "alias"],
  ...["bin", "in-bundle", "has-shrinkwrap", "has-install-script"],
  ...["platforms", "requirements", "other-fields"],
  "folder-scripts"
];

// src/model/manager-ids.ts
var managerIds = ["npm", "yarn-classic", "yarn-berry", "pnpm", "bun", "deno"];

export {
  changedAspects,
  managerIds
};
