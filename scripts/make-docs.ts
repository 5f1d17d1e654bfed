import { writeFileSync } from "node:fs";
import path from "node:path";
import { configJsonSchema } from "../src/config/schema.ts";
import type { RuleEntry, RuleKind } from "../src/domain/rule.ts";
import { catalogueOf } from "../src/rules/catalogue.ts";
import { readEdition } from "./support/edition.ts";
import { reportJsonSchema } from "./support/report-schema.ts";

const KINDS: Readonly<Record<RuleKind, string>> = {
  file: "How a file was read",
  record: "Rows become complaints",
  exclusion: "Does it count? Tested in this order; the first that applies is the reason",
  site: "Where does it count?",
  aspect: "What does it count as?",
  timing: "When does it count?",
  relation: "Relations that every row must satisfy",
  plausibility: "Can the return be right?",
};

/** Writes what the documentation says of the code: the catalogue of rules, the policies, the items, the schemas of ko41a.yaml and report.json. */
export function makeDocs(): void {
  const docs = path.join(process.cwd(), "docs");
  const book = readEdition("2025-26");
  const rules = [...catalogueOf(book).values()];
  const sections = (Object.keys(KINDS) as RuleKind[]).map((kind) => {
    const entries = rules.filter((rule) => rule.kind === kind).map(entry);
    return `## ${KINDS[kind]}\n\n${entries.join("\n")}`;
  });
  const policies = book.policyChoices.map(
    ({ name, values, default: chosen, why }) =>
      `| \`${name}\` | ${values.map((value) => (value === chosen ? `**${value}**` : value)).join(", ")} | ${why} |`,
  );
  const head =
    "# The rules\n\nGenerated from the rule catalogue by `npm run generate`; `ko41a rules ID` prints one on the screen.\n";
  const table = `## Policies: what the guidance leaves open\n\nThe default is bold. Choose with \`--policy NAME=VALUE\` or \`policies:\` in ko41a.yaml.\n\n| policy | values | why it is open |\n| --- | --- | --- |\n${policies.join("\n")}\n`;
  writeFileSync(path.join(docs, "rules.md"), `${head}\n${sections.join("\n")}\n${table}`);
  const items = book.items.map(
    ({ number, id, kind, label, labelStatus }) => `| ${number} | \`${id}\` | ${kind} | ${label} | ${labelStatus} |`,
  );
  writeFileSync(
    path.join(docs, "items.md"),
    `# The items of the return\n\nGenerated from \`rulebook/2025-26/items.csv\` by \`npm run generate\`. The id is the column name in NHS England's published data. The number is a reconstruction, and so is each label whose status is not "seen".\n\n| number | id | kind | label | label is |\n| --- | --- | --- | --- | --- |\n${items.join("\n")}\n`,
  );
  writeFileSync(path.join(docs, "ko41a.schema.json"), configJsonSchema());
  writeFileSync(path.join(docs, "report.schema.json"), reportJsonSchema());
}

function entry({ id, severity, title, why, effect, otherwise, source }: RuleEntry): string {
  const counts = otherwise === undefined ? "" : `It would count otherwise if ${otherwise}\n\n`;
  return `### \`${id}\`\n\n**${title}** (${severity}). ${why}\n\n${effect}\n\n${counts}Source: ${source.document}, "${source.heading}", ${source.edited}.\n`;
}
