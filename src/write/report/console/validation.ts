import type { Report } from "../../../domain/report.ts";
import type { RuleEntry } from "../../../domain/rule.ts";
import { groupsOf, sharesOf } from "../groups.ts";
import { count } from "../text.ts";
import type { Colours } from "./colours.ts";
import { findingGroups } from "./findings.ts";
import { screenWidth } from "./wrap.ts";

interface Checked {
  readonly rows: number;
  readonly organisations: number;
}

interface ValidationOptions {
  readonly catalogue: ReadonlyMap<string, RuleEntry>;
  readonly colour: Colours;
  readonly maxFindings: number;
  readonly width: number;
}

/** What checking finished figures says on the screen. */
export function validationOnScreen(report: Report, checked: Checked, options: ValidationOptions): string {
  const { catalogue, colour, maxFindings, width } = options;
  const { errors, warnings, notes } = groupsOf(report, catalogue);
  const groups = [...errors, ...warnings, ...notes];
  const lines = findingGroups(groups, sharesOf(groups, maxFindings), colour, screenWidth(width));
  const { errors: broken } = report.summary;
  const what = `${count(checked.rows, "row")} of ${count(checked.organisations, "organisation")}`;
  const verdict =
    broken === 0
      ? colour.green(
          `Every relation holds: ${what}, ${count(report.rules.filter(({ status }) => status !== "not-run").length, "rule")}.`,
        )
      : colour.red(`${count(broken, "figure")} in ${what} ${broken === 1 ? "breaks a relation" : "break relations"}.`);
  return `${[...lines, ...(lines.length === 0 ? [] : [""]), verdict].join("\n")}\n`;
}
