import { HEADINGS, ordinaryComplaints } from "../demo/complaints.ts";

/** An export of this many complaints: the demo's ordinary ones again and again under new references. */
export function benchExport(complaints: number): string {
  const rows = ordinaryComplaints();
  const lines = Array.from({ length: complaints }, (_, index) => {
    const row = rows[index % rows.length] ?? {};
    return HEADINGS.map((heading) => (heading === "Complaint reference" ? `B-${index}` : cell(row[heading] ?? ""))).join(",");
  });
  return `${HEADINGS.join(",")}\r\n${lines.join("\r\n")}\r\n`;
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
