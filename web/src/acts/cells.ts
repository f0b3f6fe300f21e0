// Figures copied in a spreadsheet, pasted into the drawn tables.

const longestFigure = 24;
const most = 200;

/** What was copied, by rows and columns; null where it is anything else than a few figures. */
export function figuresOf(text: string): string[][] | null {
  const rows = text.replace(/(\r\n|\r|\n)$/, "").split(/\r\n|\r|\n/).map((line) => line.split("\t").map((figure) => figure.trim()));
  const all = ([] as string[]).concat(...rows);
  if (all.length > most || all.every((figure) => figure === "")) return null;
  return all.every((figure) => figure.length <= longestFigure && !/[\u4e00-\u9fff]{3}/.test(figure)) ? rows : null;
}

/** Which cell takes which figure, from a cell on to the right and down; null where a figure would have no cell. */
export function placed(figures: string[][], rows: string[][], first: string): { [cell: string]: string } | null {
  const top = rows.findIndex((row) => row.indexOf(first) >= 0);
  if (top < 0) return null;
  const left = (rows[top] as string[]).indexOf(first);
  const taken: { [cell: string]: string } = {};
  for (let r = 0; r < figures.length; r++)
    for (let c = 0; c < (figures[r] as string[]).length; c++) {
      const id = (rows[top + r] || [])[left + c];
      if (id === undefined) return null;
      taken[id] = (figures[r] as string[])[c] as string;
    }
  return taken;
}
