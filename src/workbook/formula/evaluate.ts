import { criterion } from "./criterion.ts";
import { type Node, NotUnderstood } from "./parse.ts";
import { compares, isNumeric, numberOf, order, round, textOf, truth, type Value } from "./values.ts";

export type { Value };

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
      const value = evaluate(node.of, scope);
      if (node.sign === "+") return value;
      return node.sign === "-" ? -numberOf(value) : numberOf(value) / 100;
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
      return finite(numberOf(left) + numberOf(right));
    case "-":
      return finite(numberOf(left) - numberOf(right));
    case "*":
      return finite(numberOf(left) * numberOf(right));
    case "/":
      return finite(numberOf(left) / numberOf(right));
    case "^":
      if (numberOf(left) === 0 && numberOf(right) === 0) throw new NotUnderstood("0^0");
      return finite(numberOf(left) ** numberOf(right));
    case "&":
      return textOf(left) + textOf(right);
    default:
      return compares(sign, order(left, right));
  }
}

/** Division by zero, roots of what is below it, and numbers beyond all bounds are errors. */
function finite(number: number): number {
  if (!Number.isFinite(number)) throw new NotUnderstood("no number");
  return number;
}

const FUNCTIONS: Readonly<Record<string, (one: readonly Lazy[], all: Many, ranges: readonly Many[]) => Value>> = {
  SUM: (_, all) => sum(all()),
  COUNT: (_, all) => all().filter((value) => typeof value === "number").length,
  COUNTA: (_, all) => all().filter((value) => value !== null).length,
  COUNTBLANK: (_, all) => all().filter((value) => value === null || value === "").length,
  COUNTIF: ([, wanted], _, [range]) => (range?.() ?? []).filter(criterion(wanted?.() ?? null)).length,
  SUMIF: ([, wanted], _, [range, , sums]) => {
    const test = criterion(wanted?.() ?? null);
    const found = range?.() ?? [];
    const added = sums?.() ?? found;
    if (added.length !== found.length) throw new NotUnderstood("ranges of two sizes");
    return sum(added.filter((_, index) => test(found[index] ?? null)));
  },
  MAX: (_, all) => orZero(numbersIn(all())).reduce((a, b) => Math.max(a, b)),
  MIN: (_, all) => orZero(numbersIn(all())).reduce((a, b) => Math.min(a, b)),
  ABS: ([value]) => Math.abs(numberOf(value?.() ?? null)),
  ROUND: ([value, digits]) => round(numberOf(value?.() ?? null), numberOf(digits?.() ?? null)),
  IF: ([test, yes, no]) => (truth(test?.() ?? null) ? (yes?.() ?? 0) : no === undefined ? false : (no() ?? 0)),
  AND: (_, all) => truths(all()).every((value) => value),
  OR: (_, all) => truths(all()).some((value) => value),
  NOT: ([value]) => !truth(value?.() ?? null),
  ISBLANK: ([value]) => (value?.() ?? null) === null,
  ISNUMBER: ([value]) => typeof value?.() === "number",
  LEN: ([value]) => textOf(value?.() ?? null).length,
  TRIM: ([value]) =>
    textOf(value?.() ?? null)
      .replace(/ +/g, " ")
      .replace(/^ | $/g, ""),
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
        arg?.kind === "ref" ? scope.cells(arg) : [direct(arg === null ? null : evaluate(arg, scope), name)],
  );
  return known(one, () => ranges.flatMap((values) => values()), ranges);
}

/** In a range texts and truth values are passed over; given directly they would be turned into numbers. */
function direct(value: Value, name: string): Value {
  if (name === "SUM" || name === "MAX" || name === "MIN") return value === "" ? failed() : numberOf(value);
  if (name === "COUNT" && (typeof value === "boolean" || (typeof value === "string" && isNumeric(value)))) return numberOf(value);
  if ((name === "AND" || name === "OR") && typeof value !== "number") return truth(value);
  return value;
}

function failed(): never {
  throw new NotUnderstood("an empty text where a number is needed");
}

/** Texts and blank cells say nothing. */
function truths(values: readonly Value[]): readonly boolean[] {
  const said = values.filter((value) => typeof value === "number" || typeof value === "boolean");
  if (said.length === 0) throw new NotUnderstood("no condition");
  return said.map(truth);
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
