/**
 * What a comment or a commit status says, for the scheduled run, about until when a head waits. It is a hint about where to
 * look first, and never decides anything.
 */

const shown = /[Ww]aiting until (\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC/u;

/** An HTML comment, on a line of its own. */
export function waitingMarker(until: string, commit: string): string {
  return `<!-- lockgate:${commit.slice(0, 12)} waiting until ${until} -->\n`;
}

/**
 * Until when a text says that a head waits, in milliseconds; undefined where it says nothing of the kind.
 * @param commit the head, where the text is a comment, which may be about another one
 */
export function readWaiting(text: string, commit?: string): number | undefined {
  const line =
    commit === undefined
      ? text
      : text.split(/\r?\n/u).find((each) => each.startsWith(`<!-- lockgate:${commit.slice(0, 12)} `));
  const [, day, clock] = shown.exec(line ?? '') ?? [];
  if (day === undefined || clock === undefined) return undefined;
  const time = Date.parse(`${day}T${clock}:00Z`);
  return Number.isNaN(time) ? undefined : time;
}
