import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  __commonJS
} from "./chunk-runtime.js";

// ../../../work/main/node_modules/@npmcli/config/lib/env-replace.js
var require_env_replace = __commonJS({
  "../../../work/main/node_modules/@npmcli/config/lib/env-replace.js"(exports, module) {
    var envExpr = /(?<!\\)(\\*)\$\{([^${}?]+)(\?)?\}/g;
    module.exports = (f, env) => f.replace(envExpr, (orig, esc, name, modifier) => {
      const fallback = modifier === "?" ? "" : `\${${name}}`;
      const val = env[name] !== void 0 ? env[name] : fallback;
      if (esc.length % 2) {
        return orig.slice((esc.length + 1) / 2);
      }
      return esc.slice(esc.length / 2) + val;
    });
  }
});

export {
  require_env_replace
};
