import path from "node:path";

/** An argument as it has to be typed. */
export function quoted(text: string): string {
  return /\s/.test(text) ? `"${text}"` : text;
}

/** How to have the words listed under headings that were chosen in a sheet; before, somebody's name might be under one. */
export function wordsBelow(exports: string, options: string, sheet: string): string {
  const { dir, name, ext } = path.parse(sheet);
  const next = path.join(dir, `${name}-2${ext}`);
  const again = `ko41a map ${exports} ${options} --mapping ${quoted(sheet)} --out ${quoted(next)}`;
  return `If you choose a column for a heading, this lists the words under it:\n  ${again}\n`;
}
