/** Terminals that say who they are, and show hyperlinks (OSC 8). */
const programs = new Set(['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'rio', 'WarpTerminal']);
const terms = /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|wezterm|contour)/;

/** VTE, and with it GNOME Terminal, shows them from 0.50 on. */
const firstVte = 5000;

/**
 * Whether the terminal of standard output shows hyperlinks. No terminal can be asked, so those count that are known; `FORCE_HYPERLINK` decides
 * where it is set. A multiplexer may not pass them on, and a CI has no terminal that could be clicked.
 */
export function showsHyperlinks(env: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_HYPERLINK: forced, TERM = '', TERM_PROGRAM: program = '', VTE_VERSION: vte = '' } = env;
  if (forced !== undefined && forced !== '') return forced !== '0';
  if (TERM === 'dumb' || ['CI', 'TMUX', 'STY'].some((name) => Boolean(env[name]))) return false;
  const isNamed = programs.has(program) || terms.test(TERM);
  const isMarked = ['WT_SESSION', 'KONSOLE_VERSION', 'DOMTERM'].some((name) => Boolean(env[name]));
  return isNamed || isMarked || Number(vte) >= firstVte;
}
