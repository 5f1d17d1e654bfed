/** "A" is 1, "AA" is 27. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export interface Address {
  readonly row: number;
  readonly column: number;
}

/** Reads `B7`; dollar signs are allowed. Null when it is no address. */
export function parseAddress(text: string): Address | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d*)$/.exec(text);
  if (match === null) return null;
  const [, letters = "", row] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(row), column };
}

export function addressOf(row: number, column: number): string {
  return columnName(column) + row;
}
