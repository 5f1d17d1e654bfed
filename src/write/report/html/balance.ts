import { ITEM } from "../../../domain/item.ts";
import type { Report, ReportContext } from "../../../domain/report.ts";
import type { Fate, RowsByRule } from "../../../domain/return.ts";
import { sumOf } from "../sums.ts";
import { figure } from "../text.ts";
import { type Html, html } from "./escape.ts";
import { rowsMark } from "./figure-mark.ts";
import { type FlowEnd, flow } from "./flow.ts";
import { type Part, type Step, steps } from "./parts.ts";

const FATES: Readonly<Record<Fate, { readonly name: string; readonly note: string; readonly colour: string }>> = {
  counted: { name: "Counted", note: "in at least one figure of the return", colour: "blue" },
  excluded: { name: "Excluded", note: "understood, and left out by a rule", colour: "grey" },
  merged: { name: "Merged", note: "one more row of a complaint that another row stands for", colour: "teal" },
  refused: { name: "Refused", note: "could not be read as a complaint", colour: "red" },
};
const ORDER: readonly Fate[] = ["counted", "excluded", "merged", "refused"];

export function balancePart({ balance, fates }: Report, context: ReportContext): Part {
  const { rows } = balance;
  const sum = ORDER.reduce((all, fate) => all + balance[fate], 0);
  const adds = `${ORDER.map((fate) => figure(balance[fate])).join(" + ")} = ${figure(sum)}`;
  const addsUp = sum === rows;
  return {
    id: "rows",
    title: "What became of every row",
    body: html`<p>${
      addsUp
        ? html`Every row is accounted for: ${adds}. The file ledger.csv lists them one by one.`
        : html`<strong>The rows do not add up: ${adds}, not ${figure(rows)}. Please report this as a fault.</strong>`
    }</p>
${addsUp && rows > 0 && fates.length > 0 ? picture(rows, balance, fates, context) : null}${steps(
  "Rows of the export by what became of them",
  "Rows",
  lines(balance, fates, context),
)}`,
  };
}

function picture(
  rows: number,
  balance: Report["balance"],
  fates: readonly RowsByRule[],
  { return: made, catalogue }: ReportContext,
): Html {
  const brought = sumOf(made.rows, ITEM.broughtForward);
  const fresh = sumOf(made.rows, ITEM.new);
  const inReturn: readonly FlowEnd[] =
    brought + fresh === balance.counted
      ? [
          { name: "brought forward", size: brought },
          { name: "new", size: fresh },
        ]
      : [{ name: "in the return", size: balance.counted }];
  const byRule = (fate: Fate): readonly FlowEnd[] =>
    fates
      .filter((one) => one.fate === fate)
      .map(({ rule, rows: size }) => ({ name: catalogue.get(rule ?? "")?.title ?? rule ?? "", size }));
  return flow(
    { name: "rows in the export", size: rows },
    ORDER.map((fate) => ({
      name: FATES[fate].name.toLowerCase(),
      colour: FATES[fate].colour,
      size: balance[fate],
      ends: fate === "counted" ? inReturn : byRule(fate),
    })),
  );
}

/** The whole, each fate where the one before ended, and under it its rules. */
function lines(balance: Report["balance"], fates: readonly RowsByRule[], { catalogue }: ReportContext): readonly Step[] {
  const whole: Step = { name: "Rows in the export", note: "", from: 0, size: balance.rows, colour: "deep", total: true };
  let from = 0;
  const rest = ORDER.flatMap((fate): readonly Step[] => {
    const { name, note, colour } = FATES[fate];
    let within = from;
    const rules = fates
      .filter((one) => one.fate === fate && one.rule !== null)
      .map((one): Step => {
        const title = catalogue.get(one.rule ?? "")?.title ?? one.rule;
        const step = { name: title, note: null, from: within, size: one.rows, colour, mark: rowsMark(one), under: true as const };
        within += one.rows;
        return step;
      });
    const step: Step = { name, note, from, size: balance[fate], colour, mark: rowsMark({ fate, rule: null }) };
    from += balance[fate];
    return [step, ...rules];
  });
  return [whole, ...rest];
}
