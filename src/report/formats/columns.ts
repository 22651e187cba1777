/**
 * Cells as columns of text, each as wide as its widest line; a cell of several lines goes on below.
 * @param rows cells in lines
 */
export function inColumns(rows: readonly (readonly (readonly string[])[])[]): readonly string[] {
  const count = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...rows.map((row) => Math.max(0, ...(row[at] ?? []).map((line) => line.length)))),
  );
  return rows.flatMap((row) => {
    const height = Math.max(...row.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      row
        .map((cell, at) => (cell[line] ?? '').padEnd((widths[at] ?? 0) + 2))
        .join('')
        .trimEnd(),
    );
  });
}
