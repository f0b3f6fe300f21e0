// Tables for Word and WPS: HTML with merged cells, and plain text with tabs.
import type { Cell, DrawnTable } from "../core/contract";

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function content(cells: { [id: string]: Cell }, id: string | undefined, label: string): string {
  if (!id) return label;
  const cell = cells[id];
  return cell ? cell.raw : "";
}

const cellStyle = "border:1px solid #000;padding:2px 4px;text-align:center;vertical-align:middle";

export function tablesHtml(tables: DrawnTable[], cells: { [id: string]: Cell }): string {
  const drawn = tables.map((table) => {
    const rows = table.rows.map((row) => {
      const entries = row.map((cell) => {
        const spans = (cell.colspan > 1 ? ` colspan="${cell.colspan}"` : "") + (cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : "");
        return `<td${spans} style="${cellStyle}">${escaped(content(cells, cell.cell, cell.text))}</td>`;
      });
      return "<tr>" + entries.join("") + "</tr>";
    });
    return `<table border="1" style="border-collapse:collapse;font-family:宋体,SimSun,serif;font-size:10.5pt"><tbody>${rows.join("")}</tbody></table>`;
  });
  return "<html><body>" + drawn.join("<p>&nbsp;</p>") + "</body></html>";
}

/** Rows by line, cells by tab; places covered by a merge are empty, so that columns stay where they are. */
export function tablesText(tables: DrawnTable[], cells: { [id: string]: Cell }): string {
  return tables.map((table) => {
    const grid: string[][] = table.rows.map(() => []);
    table.rows.forEach((row, r) => {
      let column = 0;
      const line = grid[r] as string[];
      for (const cell of row) {
        while (line[column] !== undefined) column++;
        for (let dr = 0; dr < cell.rowspan && r + dr < grid.length; dr++)
          for (let dc = 0; dc < cell.colspan; dc++) (grid[r + dr] as string[])[column + dc] = dr === 0 && dc === 0 ? content(cells, cell.cell, cell.text) : "";
      }
    });
    return grid.map((line) => line.join("\t")).join("\r\n");
  }).join("\r\n\r\n");
}
