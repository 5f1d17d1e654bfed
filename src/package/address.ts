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

/** Reads `B7`; dollar signs are allowed. Null when it is no address. A sheet has many, so no pattern is used. */
export function parseAddress(text: string): Address | null {
  let at = text.charCodeAt(0) === DOLLAR ? 1 : 0;
  const letters = at;
  let column = 0;
  for (let code = text.charCodeAt(at); code >= 65 && code <= 90; code = text.charCodeAt(at)) {
    column = column * 26 + code - 64;
    at += 1;
  }
  if (at === letters || at - letters > 3) return null;
  if (text.charCodeAt(at) === DOLLAR) at += 1;
  const digits = at;
  let row = 0;
  for (let code = text.charCodeAt(at); code >= 48 && code <= 57; code = text.charCodeAt(at)) {
    row = row * 10 + code - 48;
    at += 1;
  }
  return at === text.length && at > digits && text.charCodeAt(digits) !== 48 ? { row, column } : null;
}

const DOLLAR = 36;

export function addressOf(row: number, column: number): string {
  return columnName(column) + row;
}
