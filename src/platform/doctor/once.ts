/** Asks each question once: what is the same for every repository of an organisation costs one answer. */
export type Once = <T>(key: string, ask: () => Promise<T>) => Promise<T>;

export function createOnce(): Once {
  const answers = new Map<string, Promise<unknown>>();
  return <T>(key: string, ask: () => Promise<T>) => {
    const known = answers.get(key) ?? ask();
    answers.set(key, known);
    return known as Promise<T>;
  };
}
