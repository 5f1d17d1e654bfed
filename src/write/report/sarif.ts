import type { Report, TitledReport } from "../../domain/report.ts";
import type { Return } from "../../domain/return.ts";
import type { FormatOptions } from "./formats.ts";
import { artifactsOf } from "./sarif/artifacts.ts";
import { messageOf } from "./sarif/message.ts";
import { resultsOf } from "./sarif/results.ts";
import { type Rules, rulesOf } from "./sarif/rules.ts";
import { clean } from "./text.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** SARIF 2.1.0 for code scanning: one run for each return. */
export function reportSarif(reports: readonly TitledReport[], options: FormatOptions): string {
  const log = { $schema: SCHEMA, version: "2.1.0", runs: reports.map((one) => runOf(one, options)) };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function runOf({ title, report, return: made }: TitledReport, options: FormatOptions): object {
  const rules = rulesOf(report, options);
  const artifacts = artifactsOf(report, made, options);
  return {
    tool: { driver: { ...toolOf(options.engine), rules: rules.descriptors } },
    // Code scanning takes no two runs with the same id.
    automationDetails: {
      id: `ko41a/${made === null ? slug(title) : `${slug(made.organisation.code)}/${slug(made.period.label)}`}/`,
      description: messageOf(title),
    },
    invocations: [invocationOf(report, made, rules)],
    columnKind: "utf16CodeUnits",
    ...(Object.keys(artifacts.bases).length === 0 ? {} : { originalUriBaseIds: artifacts.bases }),
    artifacts: artifacts.list,
    results: resultsOf(report, rules, artifacts),
  };
}

/** "ko41a 1.0.0" as name and version. */
function toolOf(engine: string): object {
  const [, name = engine, version] = /^(.*\S)\s+(\d\S*)$/.exec(clean(engine)) ?? [];
  return {
    name: clean(name),
    ...(version === undefined ? {} : { version }),
    ...(version !== undefined && /^\d+\.\d+\.\d+([-+]|$)/.test(version) ? { semanticVersion: version } : {}),
  };
}

function invocationOf({ rules: statuses }: Report, made: Return | null, rules: Rules): object {
  const at = made?.provenance.generatedAt ?? "";
  return {
    // Findings are results: the tool did its work.
    executionSuccessful: true,
    ...(/^\d{4}-(0\d|1[0-2])-([01]\d|2\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/.test(at) ? { endTimeUtc: at } : {}),
    toolConfigurationNotifications: statuses
      .filter(({ status }) => status === "not-run")
      .map(({ id, reason }) => ({
        message: messageOf(`${rules.titleOf(id)} was not run: ${reason ?? "no reason given"}`),
        level: "note",
        associatedRule: rules.referenceTo(id),
      })),
  };
}

function slug(text: string): string {
  return clean(text).replace(/[^\p{L}\p{N}-]+/gu, "-");
}
