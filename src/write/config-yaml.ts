import { stringify } from "yaml";
import type { PolicyChoice } from "../domain/rule-book.ts";
import type { SiteSetting } from "../domain/settings.ts";

/** What somebody was asked. */
export interface Answers {
  readonly organisation: string;
  readonly organisationName: string | null;
  readonly period: string;
  readonly sites: readonly SiteSetting[];
  /** By the policy's name. */
  readonly policies: Readonly<Record<string, string>>;
}

/** `ko41a.yaml` from answers, with what the guidance leaves open explained beside each policy. */
export function configYaml(
  { organisation, organisationName, period, sites, policies }: Answers,
  choices: readonly PolicyChoice[],
): string {
  const blocks = [
    "# What a trust says of its own exports. Give it with --config ko41a.yaml.\n",
    block("organisation", { code: organisation, ...(organisationName === null ? {} : { name: organisationName }) }),
    block("period", period),
    `# What the guidance leaves open.\npolicies:\n${choices.map((choice) => policyLines(choice, policies[choice.name] ?? choice.default)).join("")}`,
    sites.length === 0
      ? "# Sites that the export names without a code:\n# sites:\n#   - name: Health bus\n#     code: RZZ05\n"
      : block("sites", sites),
    "# Headings (columns:) and words (values:) may stand here too. A mapping sheet says the same, in Excel.\n",
    ACCEPTED,
  ];
  return blocks.join("\n");
}

const ACCEPTED = [
  "# Warnings that are right as they are, by rule, complaint (reference), site and item as the report has them.",
  "# What is left out does not matter: a rule alone accepts all of its warnings.",
  "# accepted:",
  "#   - rule: implausible-age",
  "#     reference: C-17",
  "#     reason: Checked against the record, she is 108.",
  "#     by: A. Officer",
  "",
].join("\n");

function block(key: string, value: unknown): string {
  return stringify({ [key]: value }, { lineWidth: 0 });
}

function policyLines({ name, values, why }: PolicyChoice, chosen: string): string {
  return `${wrapped(`${why} (${values.join(", ")})`)}  ${name}: ${chosen}\n`;
}

function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 100) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `  # ${line}\n`).join("");
}
