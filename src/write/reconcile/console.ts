import type { Item } from "../../domain/item.ts";
import type { Difference, Reconciliation } from "../../domain/reconciliation.ts";
import { aligned } from "../aligned.ts";
import { organisationInWords } from "../cite.ts";
import { signed } from "../diff/figures.ts";
import type { Colours } from "../report/console/colours.ts";
import { screenWidth, wrap } from "../report/console/wrap.ts";
import { itemLabels } from "../report/labels.ts";
import { clean, cut, figure } from "../report/text.ts";
import {
  changedWords,
  explanationWords,
  groupedDifferences,
  isOpen,
  MOST_WAYS,
  reconciliationSummary,
  unreadWords,
} from "./words.ts";

/** Our figures against another's, on the screen: what explains most, then each difference. */
export function reconciliationOnScreen(
  reconciled: Reconciliation,
  items: readonly Item[],
  colour: Colours,
  width: number,
): string {
  const { ours, theirs, explanations } = reconciled;
  const labels = itemLabels(items);
  const unread = unreadWords(theirs);
  const changed = changedWords(ours);
  const broad = screenWidth(width);
  const row = ({ site, item, ours: own, theirs: other }: Difference) => [
    clean(site ?? "All sites"),
    cut(labels.get(item) ?? item, LABEL),
    { figure: figure(own) },
    { figure: figure(other) },
    { figure: signed(other - own) },
  ];
  const heading = ["Site", "Item", { figure: "Ours" }, { figure: "Theirs" }, { figure: "Difference" }];
  return [
    colour.bold(`${organisationInWords(ours.organisation)}, ${clean(ours.period)}`),
    `  ours    ${clean(ours.file)}`,
    `  theirs  ${clean(theirs.file)}`,
    ...(changed === null ? [] : ["", colour.red(wrap(changed, broad, "  "))]),
    ...(unread === null ? [] : ["", wrap(unread, broad, "  ")]),
    ...(theirs.kind === "return.json" ? ["", wrap(DIFF, broad, "  ")] : []),
    ...(explanations.length === 0
      ? []
      : ["", colour.bold(!isOpen(reconciled) ? WHY : explanations.length === 1 ? COULD : ONE_OF)]),
    ...explanations.slice(0, MOST_WAYS).map((one) => wrap(explanationWords(one), broad, "    ", "  ")),
    ...groupedDifferences(reconciled).flatMap(({ says, of }) => [
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
const LABEL = 44;
const WHY = "What explains it";
const COULD = "What could explain it";
const ONE_OF = "What could explain it; one is as good as the other";
