/** How a warning is accepted, in lines of ko41a.yaml. */
export const ACCEPTING = [
  "accepted:",
  "  - rule: implausible-age",
  "    reference: C-17",
  "    reason: Checked against the record, she is 108.",
  "    by: A. Officer",
].join("\n");
