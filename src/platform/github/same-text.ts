/** Whether two comments say the same: GitHub may give line ends back as CRLF, and without white space at the end. */
export function sameText(a: string, b: string): boolean {
  const normal = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return normal(a) === normal(b);
}
