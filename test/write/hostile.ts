/** What a terminal, a spreadsheet, a page or a mail programme might obey. */
export const EVIL: readonly string[] = [
  "\u001b[31mred\u001b]0;title\u0007",
  "\u009b2Jcleared\u0000",
  "right\u202eleft\u2066\u200f",
  "a | b | c",
  "<script>alert(1)</script>",
  `"><img src=x onerror='alert(2)'>`,
  "</td></tr></table><h1>",
  "=cmd|' /C calc'!A0",
  "one\r\n\r\n| two |\n# three",
  "[here](javascript:alert(3)) ![x](y)",
  "@somebody `code` **bold**",
  "&lt;b&gt; https://www.example.invalid/x",
  "soft\u00adjoined\u2060marked\ufeff",
];

/** Control characters but the line feed, and unseen marks but the one with which our Markdown breaks addresses. */
export const STEERS = /(?!\n|\u200b)[\p{Cc}\p{Cf}]/u;

/** In a page soft hyphens and joiners do no harm: what turns the direction of text does. */
export const STEERS_PAGE = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Markdown that is not text: a cell, a link, an address, a tag, an entity, code. */
export function activeMarkdown(markdown: string): readonly string[] {
  const bare = markdown.replace(/\\./g, "").replaceAll("<br>", "");
  return bare.match(/<[^>]*>|\]\(|!\[|`|\*\*|@\w|:\/\/|\bwww\.|&(?!amp;)\w+;/gi) ?? [];
}
