import type { Authorship, Person } from './index.ts';

/** Longest name or address that is kept. A longer one identifies nobody. */
const longest = 320;

/** One value of a `Co-authored-by` trailer: `Name <address>`. */
export function coAuthorOf(value: string): Person {
  const [, name = value, email = ''] = /^(.*?)<([^<>]*)>\s*$/.exec(value) ?? [];
  return { role: 'co-author', name: name.trim(), email: email.trim() };
}

/** The values of the `Co-authored-by` lines of a commit message, at any position. */
export function coAuthorsIn(message: string): readonly Person[] {
  const lines = message.split(/\r?\n/);
  return lines.flatMap((line) => {
    const value = /^\s*co-authored-by:(.*)$/i.exec(line.slice(0, 1000))?.[1];
    return value === undefined ? [] : coAuthorOf(value.trim());
  });
}

/** Every person once, in code-unit order, so that the order of reading does not show. */
export function authorshipOf({ people, ...made }: Authorship): Authorship {
  const distinct = new Map<string, Person>();
  for (const { role, name, email } of people) {
    const person = { role, name: name.slice(0, longest), email: email.slice(0, longest) };
    distinct.set(JSON.stringify([role, person.name, person.email]), person);
  }
  const sorted = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...made, people: sorted.map(([, person]) => person) };
}
