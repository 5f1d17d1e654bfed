import { type Node, NotUnderstood } from "./parse.ts";

/** What a cell or a part of a formula comes to; null is a blank cell. */
export type Value = number | string | boolean | null;

/** Cells of a reference, row by row. */
export type Reach = (ref: Extract<Node, { kind: "ref" }>) => readonly Value[];

interface Scope {
  readonly cells: Reach;
  readonly name: (name: string) => Value;
}

type Lazy = () => Value;
type Many = () => readonly Value[];

/**
 * Works out a formula.
 * @throws {NotUnderstood} for what forms do not use, and for what comes to an error
 */
export function evaluate(node: Node, scope: Scope): Value {
  switch (node.kind) {
    case "value":
      return node.value;
    case "name":
      return scope.name(node.name);
    case "ref": {
      const values = scope.cells(node);
      if (values.length !== 1) throw new NotUnderstood("a range where one cell is needed");
      return values[0] ?? null;
    }
    case "unary": {
      const number = numberOf(evaluate(node.of, scope));
      return node.sign === "-" ? -number : node.sign === "%" ? number / 100 : number;
    }
    case "binary":
      return binary(node.sign, evaluate(node.left, scope), evaluate(node.right, scope));
    case "call":
      return call(node.name, node.args, scope);
  }
}

function binary(sign: string, left: Value, right: Value): Value {
  switch (sign) {
    case "+":
      return numberOf(left) + numberOf(right);
    case "-":
      return numberOf(left) - numberOf(right);
    case "*":
      return numberOf(left) * numberOf(right);
    case "/":
      if (numberOf(right) === 0) throw new NotUnderstood("division by zero");
      return numberOf(left) / numberOf(right);
    case "^":
      return numberOf(left) ** numberOf(right);
    case "&":
      return textOf(left) + textOf(right);
    default:
      return compares(sign, order(left, right));
  }
}

function compares(sign: string, difference: number): boolean {
  const tests: Readonly<Record<string, boolean>> = {
    "=": difference === 0,
    "<>": difference !== 0,
    "<": difference < 0,
    ">": difference > 0,
    "<=": difference <= 0,
    ">=": difference >= 0,
  };
  const test = tests[sign];
  if (test === undefined) throw new NotUnderstood(sign);
  return test;
}

/** Numbers come before texts, texts before truth values; a blank is what it is compared with. */
function order(left: Value, right: Value): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  const rank = (value: Value): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}

function blankLike(value: Value): Value {
  return typeof value === "string" ? "" : typeof value === "boolean" ? false : 0;
}

function numberOf(value: Value): number {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  const number = Number(value);
  if (value.trim() === "" || Number.isNaN(number)) throw new NotUnderstood("a text where a number is needed");
  return number;
}

function textOf(value: Value): string {
  return value === null ? "" : typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function truth(value: Value): boolean {
  if (typeof value === "string") throw new NotUnderstood("a text where a condition is needed");
  return value !== null && value !== false && value !== 0;
}

const FUNCTIONS: Readonly<Record<string, (one: readonly Lazy[], all: Many, ranges: readonly Many[]) => Value>> = {
  SUM: (_, all) => sum(all()),
  COUNT: (_, all) => all().filter((value) => typeof value === "number").length,
  COUNTA: (_, all) => all().filter((value) => value !== null).length,
  COUNTBLANK: (_, all) => all().filter((value) => value === null || value === "").length,
  COUNTIF: ([, wanted], _, [range]) => (range?.() ?? []).filter(criterion(wanted?.() ?? null)).length,
  SUMIF: ([, wanted], _, [range, sums]) => {
    const test = criterion(wanted?.() ?? null);
    const found = range?.() ?? [];
    const added = sums?.() ?? found;
    return sum(added.filter((_, index) => test(found[index] ?? null)));
  },
  MAX: (_, all) => Math.max(...orZero(numbersIn(all()))),
  MIN: (_, all) => Math.min(...orZero(numbersIn(all()))),
  ABS: ([value]) => Math.abs(numberOf(value?.() ?? null)),
  ROUND: ([value, digits]) => round(numberOf(value?.() ?? null), numberOf(digits?.() ?? null)),
  IF: ([test, yes, no]) => (truth(test?.() ?? null) ? (yes?.() ?? 0) : no === undefined ? false : (no() ?? 0)),
  AND: (_, all) => all().every((value) => value === null || truth(value)),
  OR: (_, all) => all().some((value) => value !== null && truth(value)),
  NOT: ([value]) => !truth(value?.() ?? null),
  ISBLANK: ([value]) => (value?.() ?? null) === null,
  ISNUMBER: ([value]) => typeof value?.() === "number",
  LEN: ([value]) => textOf(value?.() ?? null).length,
  TRIM: ([value]) =>
    textOf(value?.() ?? null)
      .trim()
      .replace(/ +/g, " "),
  N: ([value]) => {
    const found = value?.() ?? null;
    return typeof found === "string" ? 0 : numberOf(found);
  },
};

function call(name: string, args: readonly (Node | null)[], scope: Scope): Value {
  const known = FUNCTIONS[name];
  if (known === undefined || !Object.hasOwn(FUNCTIONS, name)) throw new NotUnderstood(name);
  const one = args.map(
    (arg): Lazy =>
      () =>
        arg === null ? null : evaluate(arg, scope),
  );
  const ranges = args.map(
    (arg): Many =>
      () =>
        arg?.kind === "ref" ? scope.cells(arg) : [arg === null ? null : direct(evaluate(arg, scope), name)],
  );
  return known(one, () => ranges.flatMap((values) => values()), ranges);
}

/** In a range texts and truth values are passed over; given directly they would be turned into numbers. */
function direct(value: Value, name: string): Value {
  if (name === "SUM" || name === "MAX" || name === "MIN") return value === "" ? failed() : numberOf(value);
  return value;
}

function failed(): never {
  throw new NotUnderstood("an empty text where a number is needed");
}

/** What COUNTIF and SUMIF look for: `">0"`, `"OK"`, `5`. */
function criterion(wanted: Value): (value: Value) => boolean {
  const [, sign = "", rest = ""] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(textOf(wanted)) ?? [];
  if (/[*?~]/.test(rest)) throw new NotUnderstood("a pattern");
  const number = rest.trim() !== "" && !Number.isNaN(Number(rest)) ? Number(rest) : null;
  const target: Value = number ?? rest;
  if (sign === "" || sign === "=" || sign === "<>") {
    const same = (value: Value): boolean =>
      target === "" ? value === null || value === "" : order(value, target) === 0 && value !== null;
    return sign === "<>" ? (value) => !same(value) : same;
  }
  return (value) => typeof value === typeof target && compares(sign, order(value, target));
}

function numbersIn(values: readonly Value[]): readonly number[] {
  return values.filter((value) => typeof value === "number");
}

function orZero(numbers: readonly number[]): readonly number[] {
  return numbers.length === 0 ? [0] : numbers;
}

function sum(values: readonly Value[]): number {
  return numbersIn(values).reduce((total, value) => total + value, 0);
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor;
}
