import type { Return } from "../domain/return.ts";

/** `return.json`, ko41a-return/1: one line a complaint, so that two returns can be compared line by line. */
export function returnJson({ complaints, provenance, ...result }: Return): string {
  const head = JSON.stringify({ schema: "ko41a-return/1", ...result }, null, 2).slice(0, -2);
  const lines = complaints.map((complaint) => `    ${JSON.stringify(complaint)}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `${head},\n  "complaints": ${list},\n  "provenance": ${JSON.stringify(provenance, null, 2).replaceAll("\n", "\n  ")}\n}\n`;
}
