/** Longer words are no slip of the finger. */
const longest = 64;

/** The candidate that a mistyped word most likely means; of equally near ones the first. Case, `_`, `-`, `.` and spaces do not count. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  const meant = fold(word);
  let best: string | undefined;
  let least = Math.floor(Math.max(meant.length, 3) / 3) + 1;
  for (const candidate of candidates) {
    if (candidate === word || candidate.length > longest) continue;
    const distance = distanceBelow(meant, fold(candidate), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[-_.\s]/g, "");
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other, or `limit` if there are no fewer. */
function distanceBelow(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const steps = [cell(last, column) + 1, cell(now, column - 1) + 1, cell(last, column - 1) + same];
      now.push(Math.min(...steps, swapped ? cell(before, column - 2) + 1 : Number.POSITIVE_INFINITY));
    }
    if (Math.min(...now) >= limit) return limit;
    [before, last] = [last, now];
  }
  return Math.min(cell(last, other.length), limit);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
