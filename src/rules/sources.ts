import type { RuleSource } from "../domain/rule.ts";

/** NHS England's KO41a guidance page, by heading. */
export function guidance(heading: string): RuleSource {
  return { document: "KO41a support and further guidance (NHS England)", heading, edited: "2026-03-11" };
}

export function guidelines(heading: string): RuleSource {
  return { document: "KO41a guidelines (NHS England)", heading, edited: "not known" };
}

export function regulations(heading: string): RuleSource {
  return { document: "SI 2009/309, NHS complaints regulations", heading, edited: "2009-02-23" };
}

/** The guidance leaves it open; the tool's choice, so that it is seen as one. */
export function ownChoice(heading: string): RuleSource {
  return { document: "ko41a's own rule, the guidance does not say", heading, edited: "2026-03-11" };
}
