import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/cli/github-connection.ts
function connectionFromEnv() {
  const { GITHUB_API_URL: apiUrl = "https://api.github.com", GITHUB_TOKEN, GH_TOKEN } = process.env;
  return { apiUrl: apiUrl.replace(/\/+$/, ""), token: GITHUB_TOKEN || GH_TOKEN };
}

export {
  connectionFromEnv
};
