import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/platform/github/pages.ts
var maxPages = 30;
async function readPages(client, route, parameters, page, most = maxPages) {
  const all = [];
  for (let number = 1; number <= most; number += 1) {
    const { data, headers } = await client.request(route, { ...parameters, per_page: 100, page: number });
    all.push(...page.parse(data));
    if (!String(headers["link"] ?? "").includes('rel="next"')) return all;
  }
  throw new Error(`more than ${most} pages`);
}

export {
  readPages
};
