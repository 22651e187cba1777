/**
 * Variables by which bun, Node, git, a shell or the loader of the system runs other code, or asks other hosts. What the
 * environment already has, such as `PATH`, a file does not replace.
 */
const STEERING = [
  'node_(?:options|path|extra_ca_certs|tls_reject_unauthorized|use_env_proxy)',
  'bun_\\w+',
  'npm_(?:config_\\w+|execpath|node_execpath)',
  '(?:https?|all|no)_proxy',
  'git_(?:ssh\\w*|config\\w*|exec_path|askpass|proxy_\\w+|template_dir|editor|allow_protocol)',
  'ssl_cert_(?:file|dir)',
  '(?:ld|dyld)_\\w+',
  'bash_env|shell|python|cc|cxx|cflags|cxxflags|ldflags|gyp_\\w+|make(?:flags|files)?',
].join('|');

const NAMED = new RegExp(`(?<![\\w.-])(?:${STEERING})\\s*[=:]`, 'i');

/** Whether a file of environment variables sets one that decides what runs or who is asked. Only whole lines of comment are none. */
export function steersPrograms(text: string): boolean {
  return text.split(/[\r\n]+/).some((line) => !/^\s*#/.test(line) && NAMED.test(line));
}
