import type { PublicList } from "../../domain/board.ts";
import type { Item, Section } from "../../domain/item.ts";
import type { ReportContext } from "../../domain/report.ts";
import type { RuleStatus } from "../../domain/rule.ts";
import { withheldOf } from "./withheld.ts";

/** Ages and statuses. */
const IN_ORDER: ReadonlySet<Section> = new Set<Section>([3, 4]);

interface Member {
  readonly name: string;
  readonly figure: number;
}

/** Members and their sum, masked. Where no member may be shown, nor is the sum. */
function publicList(
  { title, order }: Pick<PublicList, "title" | "order">,
  members: readonly Member[],
  smallUpTo: number,
): PublicList {
  const withheld = withheldOf(
    members.map(({ figure }) => figure),
    smallUpTo,
  );
  const total = members.reduce((sum, { figure }) => sum + figure, 0);
  return {
    title,
    order,
    total: withheld.size === members.length && members.length > 0 ? "masked" : total,
    members: members.map(({ name, figure }, at) => ({ name, figure: withheld.has(at) ? "masked" : figure })),
  };
}

/**
 * Sections 3 to 8, each a list. Sections 6 and 7 are one, since their total is at least New and neither's own is: beside one of
 * them New would tell how small the other can be.
 */
export function listsOf(
  { return: { rows }, items, parts }: Pick<ReportContext, "return" | "items" | "parts">,
  smallUpTo: number,
): readonly PublicList[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const within = new Set(items.flatMap(({ id }) => parts.partsOf(id)));
  return items.flatMap((total) => {
    const members = parts.leavesOf(total.id).flatMap((id) => byId.get(id) ?? []);
    if (parts.partsOf(total.id).length === 0 || within.has(total.id)) return [];
    const figures = members.map((member) => ({
      name: nameWithin(total, member),
      figure: rows.reduce((sum, { counts }) => sum + (counts[member.id] ?? 0), 0),
    }));
    const order = IN_ORDER.has(total.section) ? "as on the form" : "largest first";
    return [publicList({ title: total.sectionName, order }, figures, smallUpTo)];
  });
}

/** Clinical groups among subjects. */
function nameWithin(total: Item, { section, label }: Item): string {
  return section === total.section ? label : `Clinical treatment, ${label}`;
}

/** Nothing of a list. */
export function hiddenList({ title, order, members }: PublicList): PublicList {
  return { title, order, total: "masked", members: members.map(({ name }) => ({ name, figure: "masked" })) };
}

/** Follow-ups are merged; one whose first complaint is not in the export is left out. */
const FOLLOW_UPS = "reopened";

/**
 * Complaints by the rule that left them out. Every rule that can leave something out is listed, whether it did or not, and no
 * other: one that stands there only if it applied would not be none, and one that cannot apply would hide nothing.
 */
export function leftOutOf(
  { return: { complaints, policies }, catalogue }: Pick<ReportContext, "return" | "catalogue">,
  statuses: readonly RuleStatus[],
  smallUpTo: number,
): PublicList {
  const idle = new Set(statuses.flatMap(({ id, status }) => (status === "not-run" ? [id] : [])));
  if (policies.withdrawn !== "exclude") idle.add("withdrawn");
  const rules = [...catalogue.values()].filter(({ kind, id }) => (kind === "exclusion" || id === FOLLOW_UPS) && !idle.has(id));
  const numbers = new Map<string, number>();
  for (const { fate, rules: kept } of complaints)
    if (fate === "excluded") for (const rule of kept.slice(0, 1)) numbers.set(rule, (numbers.get(rule) ?? 0) + 1);
  return publicList(
    { title: "By rule", order: "largest first" },
    rules.map(({ id, title }) => ({ name: title, figure: numbers.get(id) ?? 0 })),
    smallUpTo,
  );
}
