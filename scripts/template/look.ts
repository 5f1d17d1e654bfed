import type { Alignment, Borders, Fill, Font } from "exceljs";
import type { Section } from "../../src/domain/item.ts";

/** How the bundled workbook looks. Every colour of a heading is dark enough for white text. */

const SECTION_COLOURS: Readonly<Record<Section, string>> = {
  2: "003087",
  3: "1D6FA5",
  4: "0B7A75",
  5: "3D7A2E",
  6: "8A4B08",
  7: "8C2F5C",
  8: "5B4A8A",
};

const INK = "212B32";
export const QUIET = "5B6770";
export const FAINT = "98A2A9";
export const LINE = "D8DDE0";
export const BLUE = "005EB8";
export const WARNING = { ink: "7A1712", ground: "FCEFEC", line: "C0392B" };

/** A section's colour, mixed with white: 1 is the colour itself. */
export function sectionColour(section: Section, strength = 1): string {
  const channels = SECTION_COLOURS[section].match(/../g) ?? [];
  return channels.map((channel) => mixed(Number.parseInt(channel, 16), strength)).join("");
}

function mixed(channel: number, strength: number): string {
  return Math.round(255 - (255 - channel) * strength)
    .toString(16)
    .padStart(2, "0")
    .toUpperCase();
}

export function ground(colour: string): Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb: `FF${colour}` } };
}

export function font(size: number, colour = INK, more: Partial<Font> = {}): Partial<Font> {
  return { name: "Arial", family: 2, size, color: { argb: `FF${colour}` }, ...more };
}

export function lines(sides: Partial<Record<keyof Borders, string>>): Partial<Borders> {
  return Object.fromEntries(
    Object.entries(sides).map(([side, colour]) => [side, { style: "thin", color: { argb: `FF${colour}` } }]),
  );
}

export const TEXT: Partial<Alignment> = { vertical: "middle", horizontal: "left", indent: 1 };
export const WRAPPED: Partial<Alignment> = { vertical: "top", horizontal: "left", wrapText: true };

export const FIGURE_FORMAT = "#,##0;[Red]-#,##0";
