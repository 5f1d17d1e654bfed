/** Breaks text at spaces; every line starts with `indent`, the first with `first` where that is given. */
export function wrap(text: string, width: number, indent: string, first = indent): string {
  const lines: string[] = [];
  let line = "";
  for (const part of text.split(" ")) {
    if (line !== "" && line.length + 1 + part.length > width - indent.length) {
      lines.push(line);
      line = part;
    } else line = line === "" ? part : `${line} ${part}`;
  }
  lines.push(line);
  return lines.map((one, at) => `${at === 0 ? first : indent}${one}`).join("\n");
}

/** A width that can be read: neither the narrowest window nor the widest. */
export function screenWidth(columns: number): number {
  return Math.max(60, Math.min(columns, 120));
}
