import type { Item } from "../../domain/item.ts";
import type { Difference, Reconciliation } from "../../domain/reconciliation.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import type { Colours } from "../report/console/colours.ts";
import { screenWidth, wrap } from "../report/console/wrap.ts";
import { itemLabels } from "../report/labels.ts";
import { clean, figure } from "../report/text.ts";
import { differenceWords, explanationWords, reconciliationSummary, unreadWords } from "./words.ts";

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
  const broad = screenWidth(width);
  const line = ({ site, item, ours: own, theirs: other }: Difference): string =>
    `  ${clean(site ?? "All sites")}  ${labels.get(item) ?? item}: ours ${figure(own)}, theirs ${figure(other)}`;
  return [
    colour.bold(`${clean(ours.organisation)}, ${clean(ours.period)}`),
    `  ours    ${clean(ours.file)}`,
    `  theirs  ${clean(theirs.file)}`,
    ...(theirs.unread.length === 0 ? [] : ["", wrap(unreadWords(theirs.unread), broad, "  ")]),
    ...(explanations.length === 0
      ? []
      : [
          "",
          colour.bold(explanations.length === 1 ? "What explains most" : "What could explain most; one is as good as the other"),
        ]),
    ...explanations.map((one) => wrap(explanationWords(one, catalogue), broad, "    ", "  ")),
    ...(differences.length === 0 ? [] : ["", colour.bold("Differences")]),
    ...differences.flatMap((one) => [
      line(one),
      ...differenceWords(one).map((words) => colour.dim(wrap(words, broad, "      "))),
    ]),
    "",
    colour.bold(reconciliationSummary(reconciled)),
    "",
  ].join("\n");
}
