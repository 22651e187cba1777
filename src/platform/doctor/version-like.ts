/** Lines that projects maintain beside their default branch: `7.x`, `v4`, `release/2`, `4-legacy`, `develop`, `next`. */
export function isVersionLike(branch: string): boolean {
  return /^(?:v?\d+(?:\.\d+)*(?:\.x)?|.*\.x|v\d.*|release\/.+|.+-legacy|develop|next)$/.test(branch);
}
