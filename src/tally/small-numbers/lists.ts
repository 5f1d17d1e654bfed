import type { PublicList } from "../../domain/board.ts";
import type { Section } from "../../domain/item.ts";
import type { ReportContext } from "../../domain/report.ts";
import { isSmall, withheldOf } from "./withheld.ts";

/** Ages and statuses. */
const IN_ORDER: ReadonlySet<Section> = new Set<Section>([3, 4]);

interface Member {
  readonly name: string;
  readonly figure: number;
}

/** Members and their sum, masked. Where the sum is small, so is every member. */
function publicList(
  { title, order }: Pick<PublicList, "title" | "order">,
  members: readonly Member[],
  smallUpTo: number,
): PublicList {
  const total = members.reduce((sum, { figure }) => sum + figure, 0);
  const withheld = withheldOf(
    members.map(({ figure }) => [figure]),
    smallUpTo,
  );
  return {
    title,
    order,
    total: isSmall(total, smallUpTo) ? "masked" : total,
    members: members.map(({ name, figure }, at) => ({ name, figure: withheld.has(at) ? "masked" : figure })),
  };
}

/** Every total of counts in sections 3 to 8. Totals of totals are left out: they follow, and say nothing of their own. */
export function listsOf(
  { return: { rows }, items, parts }: Pick<ReportContext, "return" | "items" | "parts">,
  smallUpTo: number,
): readonly PublicList[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return items.flatMap((total) => {
    const members = parts.partsOf(total.id).flatMap((id) => byId.get(id) ?? []);
    if (members.length === 0 || members.some(({ kind }) => kind === "total")) return [];
    const figures = members.map(({ id, label }) => ({
      name: label,
      figure: rows.reduce((sum, { counts }) => sum + (counts[id] ?? 0), 0),
    }));
    const order = IN_ORDER.has(total.section) ? "as on the form" : "largest first";
    return [publicList({ title: total.sectionName, order }, figures, smallUpTo)];
  });
}

/** Follow-ups are merged; one whose first complaint is not in the export is left out. */
const FOLLOW_UPS = "reopened";

/** Complaints by the rule that left them out. Every such rule is listed: one that stands there only if it applied would not be none. */
export function leftOutOf(
  { return: { complaints }, catalogue }: Pick<ReportContext, "return" | "catalogue">,
  smallUpTo: number,
): PublicList {
  const rules = [...catalogue.values()].filter(({ kind, id }) => kind === "exclusion" || id === FOLLOW_UPS);
  const numbers = new Map(rules.map(({ id }) => [id, 0]));
  let otherwise = 0;
  for (const { fate, rules: kept } of complaints) {
    if (fate !== "excluded") continue;
    const [rule = ""] = kept;
    const known = numbers.get(rule);
    if (known === undefined) otherwise += 1;
    else numbers.set(rule, known + 1);
  }
  const members = rules.map(({ id, title }) => ({ name: title, figure: numbers.get(id) ?? 0 }));
  return publicList(
    { title: "By rule", order: "largest first" },
    [...members, { name: "Another rule", figure: otherwise }],
    smallUpTo,
  );
}
