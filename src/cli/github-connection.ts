/** Where GitHub is, and as whom to ask. */
export function connectionFromEnv(): { readonly apiUrl: string; readonly token: string | undefined } {
  const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_TOKEN, GH_TOKEN } = process.env;
  return { apiUrl: apiUrl.replace(/\/+$/, ''), token: GITHUB_TOKEN || GH_TOKEN };
}
