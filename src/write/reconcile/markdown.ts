import type { Item } from "../../domain/item.ts";
import type { Reconciliation } from "../../domain/reconciliation.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import { markdownTable, plain } from "../markdown.ts";
import { itemLabels } from "../report/labels.ts";
import { figure } from "../report/text.ts";
import { differenceWords, explanationWords, reconciliationSummary, unreadWords } from "./words.ts";

interface Names {
  readonly items: readonly Item[];
  readonly catalogue: ReadonlyMap<string, RuleEntry>;
}

/** Our figures against another's, for an e-mail. */
export function reconciliationMarkdown(reconciled: Reconciliation, { items, catalogue }: Names): string {
  const { ours, theirs, differences, explanations } = reconciled;
  const labels = itemLabels(items);
  const unread = unreadWords(theirs);
  const table = markdownTable(
    [
      { heading: "Site" },
      { heading: "Item" },
      { heading: "Ours", right: true },
      { heading: "Theirs", right: true },
      { heading: "Why" },
    ],
    differences.map((one) => [
      plain(one.site ?? "All sites"),
      plain(labels.get(one.item) ?? one.item),
      figure(one.ours),
      figure(one.theirs),
      differenceWords(one).map(plain).join("<br>"),
    ]),
  );
  return [
    `# KO41a ${plain(ours.period)}, ${plain(ours.organisation.name)}: ours and theirs\n\n${plain(reconciliationSummary(reconciled))}\n`,
    `- Ours: ${plain(ours.file)}\n- Theirs: ${plain(theirs.file)}\n`,
    ...(unread === null ? [] : [`${plain(unread)}\n`]),
    ...(explanations.length === 0 ? [] : [explanations.map((one) => `- ${plain(explanationWords(one, catalogue))}\n`).join("")]),
    ...(differences.length === 0 ? [] : [table]),
  ].join("\n");
}
