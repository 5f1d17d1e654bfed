import type { Item } from "../../domain/item.ts";
import type { Difference, Reconciliation } from "../../domain/reconciliation.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { aligned } from "../aligned.ts";
import { signed } from "../diff/figures.ts";
import type { Colours } from "../report/console/colours.ts";
import { screenWidth, wrap } from "../report/console/wrap.ts";
import { itemLabels } from "../report/labels.ts";
import { clean, figure } from "../report/text.ts";
import { explanationWords, groupedDifferences, reconciliationSummary, unreadWords } from "./words.ts";

interface Names {
  readonly items: readonly Item[];
  readonly catalogue: ReadonlyMap<string, RuleEntry>;
}

/** Our figures against another's, on the screen: what explains most, then each difference. */
export function reconciliationOnScreen(
  reconciled: Reconciliation,
  { items, catalogue }: Names,
  colour: Colours,
  width: number,
): string {
  const { ours, theirs, differences, explanations } = reconciled;
  const labels = itemLabels(items);
  const unread = unreadWords(theirs);
  const broad = screenWidth(width);
  const row = ({ site, item, ours: own, theirs: other }: Difference) => [
    clean(site ?? "All sites"),
    labels.get(item) ?? item,
    { figure: figure(own) },
    { figure: figure(other) },
    { figure: signed(other - own) },
  ];
  const heading = ["Site", "Item", { figure: "Ours" }, { figure: "Theirs" }, { figure: "Change" }];
  const name = ours.organisation.name === ours.organisation.code ? "" : `${clean(ours.organisation.name)} `;
  return [
    colour.bold(`${name}(${clean(ours.organisation.code)}), ${clean(ours.period)}`),
    `  ours    ${clean(ours.file)}`,
    `  theirs  ${clean(theirs.file)}`,
    ...(unread === null ? [] : ["", wrap(unread, broad, "  ")]),
    ...(theirs.kind === "return.json" ? ["", wrap(DIFF, broad, "  ")] : []),
    ...(explanations.length === 0 ? [] : ["", colour.bold(explanations.length === 1 ? WHY : ONE_OF)]),
    ...explanations.map((one) => wrap(explanationWords(one, catalogue), broad, "    ", "  ")),
    ...groupedDifferences(differences).flatMap(({ says, of }) => [
      "",
      ...says.map((words) => colour.bold(wrap(words, broad, "  ", ""))),
      ...aligned([heading, ...of.map(row)]),
    ]),
    "",
    colour.bold(reconciliationSummary(reconciled)),
    "",
  ].join("\n");
}

const DIFF = "Theirs names its complaints too: ko41a diff says which ones make the difference.";
const WHY = "What explains most";
const ONE_OF = "What could explain most; one is as good as the other";
