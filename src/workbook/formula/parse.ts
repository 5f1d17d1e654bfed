/** A formula as far as totals and checks of a form need it. References are counted from the cell that holds it. */
export type Node =
  | { readonly kind: "value"; readonly value: number | string | boolean }
  | { readonly kind: "ref"; readonly sheet: string | null; readonly from: RefCell; readonly to: RefCell }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly (Node | null)[] }
  | { readonly kind: "unary"; readonly sign: "-" | "+" | "%"; readonly of: Node }
  | { readonly kind: "binary"; readonly sign: string; readonly left: Node; readonly right: Node };

/** A cell of a reference; a fixed row or column does not move when the formula is shared. */
export interface RefCell {
  readonly row: number;
  readonly column: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

type Token = {
  readonly kind: "number" | "text" | "ref" | "word" | "sign";
  readonly text: string;
  readonly sheet?: string | null;
};

/** What cannot be read: the spreadsheet itself has to work it out. */
export class NotUnderstood extends Error {}

const PATTERNS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["text", /"(?:[^"]|"")*"/y],
  ["ref", /(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?![\p{L}\p{N}_.(!])/uy],
  ["number", /\d+(?:\.\d*)?(?:E[+-]?\d+)?|\.\d+/iy],
  ["word", /[\p{L}_\\][\p{L}\p{N}_.\\]*/uy],
  ["sign", /<>|<=|>=|[-+*/^&=<>%(),:;]/y],
];

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const space = /\s+/y;
    space.lastIndex = at;
    if (space.test(text)) {
      at = space.lastIndex;
      continue;
    }
    const found = PATTERNS.map(([kind, pattern]) => {
      pattern.lastIndex = at;
      return { kind, text: pattern.exec(text)?.[0] };
    }).find((one) => one.text !== undefined);
    if (found?.text === undefined) throw new NotUnderstood(text);
    tokens.push({ kind: found.kind, text: found.text });
    at += found.text.length;
  }
  return tokens;
}

/** @throws {NotUnderstood} */
export function parseFormula(text: string): Node {
  const tokens = tokensOf(text.replace(/^_xlfn\.|_xlws\./g, ""));
  const parser = new Parser(tokens);
  const node = parser.comparison();
  if (!parser.atEnd()) throw new NotUnderstood(text);
  return node;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  comparison(): Node {
    return this.#leftToRight(["=", "<>", "<", ">", "<=", ">="], () => this.#joined());
  }

  #joined(): Node {
    return this.#leftToRight(["&"], () => this.#sum());
  }

  #sum(): Node {
    return this.#leftToRight(["+", "-"], () => this.#product());
  }

  #product(): Node {
    return this.#leftToRight(["*", "/"], () => this.#power());
  }

  #power(): Node {
    return this.#leftToRight(["^"], () => this.#signed());
  }

  #leftToRight(signs: readonly string[], next: () => Node): Node {
    let left = next();
    for (let sign = this.#sign(signs); sign !== null; sign = this.#sign(signs))
      left = { kind: "binary", sign, left, right: next() };
    return left;
  }

  #signed(): Node {
    const sign = this.#sign(["-", "+"]);
    if (sign !== null) return { kind: "unary", sign: sign === "-" ? "-" : "+", of: this.#signed() };
    let node = this.#single();
    while (this.#sign(["%"]) !== null) node = { kind: "unary", sign: "%", of: node };
    return node;
  }

  #single(): Node {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind === "number") return { kind: "value", value: Number(token.text) };
    if (token?.kind === "text") return { kind: "value", value: token.text.slice(1, -1).replaceAll('""', '"') };
    if (token?.kind === "ref") return this.#reference(token.text);
    if (token?.kind === "word") return this.#word(token.text);
    if (token?.text === "(") {
      const node = this.comparison();
      this.#expect(")");
      return node;
    }
    throw new NotUnderstood(token?.text ?? "");
  }

  #reference(text: string): Node {
    const { sheet, cell } = refOf(text);
    if (this.#sign([":"]) === null) return { kind: "ref", sheet, from: cell, to: cell };
    const end = this.#tokens[this.#at];
    this.#at += 1;
    if (end?.kind !== "ref") throw new NotUnderstood(text);
    return { kind: "ref", sheet, from: cell, to: refOf(end.text).cell };
  }

  #word(word: string): Node {
    if (this.#sign(["("]) === null) {
      if (/^(true|false)$/i.test(word)) return { kind: "value", value: word.toLowerCase() === "true" };
      return { kind: "name", name: word };
    }
    const args: (Node | null)[] = [];
    if (this.#sign([")"]) !== null) return { kind: "call", name: word.toUpperCase(), args };
    do {
      const next = this.#tokens[this.#at]?.text;
      args.push(next === "," || next === ")" ? null : this.comparison());
    } while (this.#sign([","]) !== null);
    this.#expect(")");
    return { kind: "call", name: word.toUpperCase(), args };
  }

  #sign(signs: readonly string[]): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || !signs.includes(token.text)) return null;
    this.#at += 1;
    return token.text;
  }

  #expect(sign: string): void {
    if (this.#sign([sign]) === null) throw new NotUnderstood(sign);
  }
}

function refOf(text: string): { readonly sheet: string | null; readonly cell: RefCell } {
  const bang = text.lastIndexOf("!");
  const sheet = bang < 0 ? null : text.slice(0, bang).replace(/^'|'$/g, "").replaceAll("''", "'");
  const [, fixedColumn, letters = "", fixedRow, digits] = /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(text.slice(bang + 1)) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { sheet, cell: { row: Number(digits), column, fixedRow: fixedRow === "$", fixedColumn: fixedColumn === "$" } };
}
