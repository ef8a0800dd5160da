const separators = [',', ';', '\t', '|'] as const;

/**
 * The character between the cells of a text that begins so: the one that cuts most lines into equally many. Quotes are
 * minded. A file of one column gets a comma, which it does not hold.
 */
export function detectSeparator(text: string): string {
  const ranked = separators.map((separator) => ({ separator, score: scoreOf(text, separator) })).toSorted((a, b) => b.score - a.score);
  return ranked[0] && ranked[0].score > 0 ? ranked[0].separator : ',';
}

const mostLines = 50;

/** How many cells a line has, as often as lines agree with the first. */
function scoreOf(text: string, separator: string): number {
  const counts = cellsByLine(text, separator);
  const [heading = 1, ...rows] = counts;
  if (heading < 2) return 0;
  const agreeing = rows.filter((cells) => cells === heading).length;
  return heading * (rows.length === 0 ? 1 : 0.1 + agreeing / rows.length);
}

function cellsByLine(text: string, separator: string): number[] {
  const counts: number[] = [];
  let [cells, quoted, filled] = [1, false, false];
  for (const letter of text) {
    if (letter === '"') quoted = !quoted;
    if (quoted) continue;
    if (letter === separator) cells += 1;
    if (letter === '\n') {
      if (filled) counts.push(cells);
      if (counts.length === mostLines) return counts;
      [cells, filled] = [1, false];
    } else filled = true;
  }
  // The last line of a piece may be cut off: it counts where it is the only one.
  return counts.length > 0 ? counts : [cells];
}
