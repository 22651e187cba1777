/** Whether two comments say the same: GitHub may return CRLF line ends, and strip trailing white space. */
export function sameText(a: string, b: string): boolean {
  const normal = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return normal(a) === normal(b);
}
