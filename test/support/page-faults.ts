import { check } from "../write/report/markup.ts";

/**
 * What keeps a page from standing alone and being read by everybody: faults of its markup, anything that would be loaded,
 * landmarks, headings out of order, ids that stand twice, links that lead nowhere, tables without captions.
 */
export function pageFaults(page: string): readonly string[] {
  const { faults, tags, attributes, values } = check(page);
  const number = (tag: string): number => tags.filter((name) => name === tag).length;
  const ids = values("id");
  const links = values("href");
  const levels = tags.filter((name) => /^h[1-6]$/.test(name)).map((name) => Number(name[1]));
  return [
    ...faults,
    ...(page.match(/<(iframe|object|embed|link|img|base|form)\b/gi) ?? []),
    ...(page.match(/https?:|\burl\(|@import/g) ?? []),
    ...attributes.filter(([name]) => /^on|^style$|^src/i.test(name)).map(([name]) => `attribute ${name}`),
    ...["header", "main", "nav", "footer", "h1"].filter((tag) => number(tag) !== 1).map((tag) => `not one ${tag}`),
    ...levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1).map((level) => `a jump to h${level}`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `twice ${id}`),
    ...links.filter((href) => !href.startsWith("#")).map((href) => `leads out: ${href}`),
    ...[...links.map((href) => href.slice(1)), ...values("aria-labelledby")]
      .filter((id) => !ids.includes(id))
      .map((id) => `leads nowhere: ${id}`),
    ...(number("caption") === number("table") ? [] : ["a table without a caption"]),
  ];
}
