import type { About } from "../../domain/explanation.ts";
import type { TracedReturn } from "../../domain/read-return.ts";

export function aboutOf({ file, organisation, period, made }: TracedReturn): About {
  return { file, organisation, period: { label: period ?? "", start: made.start, end: made.end } };
}
