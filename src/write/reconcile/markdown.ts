import type { Item } from "../../domain/item.ts";
import type { Reconciliation } from "../../domain/reconciliation.ts";
import { organisationInWords } from "../cite.ts";
import { markdownTable, plain } from "../markdown.ts";
import { itemLabels } from "../report/labels.ts";
import { figure } from "../report/text.ts";
import {
  changedWords,
  differenceWords,
  explanationWords,
  isOpen,
  MOST_WAYS,
  reconciliationSummary,
  unreadWords,
} from "./words.ts";

/** Our figures against another's, for an e-mail. */
export function reconciliationMarkdown(reconciled: Reconciliation, items: readonly Item[]): string {
  const { ours, theirs, differences, explanations } = reconciled;
  const labels = itemLabels(items);
  const unread = unreadWords(theirs);
  const changed = changedWords(ours);
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
      differenceWords(one, isOpen(reconciled)).map(plain).join("<br>"),
    ]),
  );
  return [
    `# KO41a ${plain(ours.period)}, ${plain(organisationInWords(ours.organisation))}: ours and theirs\n\n${plain(reconciliationSummary(reconciled))}\n`,
    `- Ours: ${plain(ours.file)}\n- Theirs: ${plain(theirs.file)}\n`,
    ...(changed === null ? [] : [`${plain(changed)}\n`]),
    ...(unread === null ? [] : [`${plain(unread)}\n`]),
    ...(explanations.length === 0
      ? []
      : [
          explanations
            .slice(0, MOST_WAYS)
            .map((one) => `- ${plain(explanationWords(one))}\n`)
            .join(""),
        ]),
    ...(differences.length === 0 ? [] : [table]),
  ].join("\n");
}
