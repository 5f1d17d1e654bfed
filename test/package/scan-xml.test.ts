import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attributesIn, attributesOf, attributesWithout, type StartTag, scanXml, unescaped } from "../../src/package/scan-xml.ts";
import { elementsOf } from "../../src/package/xml.ts";
import { problemsOf } from "../support/refusal.ts";

function tagsOf(xml: string): readonly StartTag[] {
  const tags: StartTag[] = [];
  scanXml(xml, { open: (tag) => tags.push(tag), close: () => {} });
  return tags;
}

function only(xml: string): StartTag {
  const [tag] = tagsOf(xml);
  if (tag === undefined) throw new Error("no tag");
  return tag;
}

describe("attributes", () => {
  test.each([
    ['<c r="A1" s="3"/>', { r: "A1", s: "3" }],
    ["<c r='A1'\n s = \"3\" />", { r: "A1", s: "3" }],
    ['<c a="1 &lt; 2 &amp; 3 &#65;&#x42;" b="x > y"/>', { a: "1 < 2 & 3 AB", b: "x > y" }],
    ['<c a=\'say " r="B2" \'/>', { a: 'say " r="B2" ' }],
    ["<c/>", {}],
    ['<c  r="A1"  s="3"/>', { r: "A1", s: "3" }],
  ])("%s", (xml, attributes) => {
    const tag = only(xml);
    expect(attributesIn(xml, tag)).toEqual(attributes);
    for (const name of ["r", "s", "a", "b"])
      expect(attributesOf(xml, tag)(name)).toBe((attributes as Readonly<Record<string, string>>)[name]);
  });

  test("but some, the same whoever wrote them", () => {
    const [a, b] = ['<c r="A1" s="3" t="s"/>', "<c  r='A1' s='3'/>"];
    expect(attributesWithout(a, only(a), ["t"])).toBe(attributesWithout(b, only(b), ["t"]));
  });
});

describe("what is not well formed is refused", () => {
  test.each([
    "<a>",
    "<a></b>",
    "</a>",
    "<a b='1></a>",
    "<a",
    "<a><!-- </a>",
    "<a><![CDATA[ </a>",
    "<a <b/></a>",
    "< a/>",
    "<!DOCTYPE a><a/>",
  ])("%s", async (xml) => {
    const [problem] = await problemsOf(() => tagsOf(xml));
    expect(problem?.what).toMatch(/not well formed/);
  });

  test.each(["&b;", "&", "a & b", "&#x110000;", "&amp"])("also the entity in %s, when it is read", async (text) => {
    const [problem] = await problemsOf(() => unescaped(text));
    expect(problem?.what).toMatch(/entity/);
  });
});

test("comments, sections and instructions are passed over, and texts are found", () => {
  const xml = '<?xml version="1.0"?><a><!-- <b> --><b>1</b><![CDATA[<c>]]> x </a>';
  const texts: string[] = [];
  const keep = (start: number, end: number): void => {
    texts.push(xml.slice(start, end));
  };
  scanXml(xml, { open: () => {}, close: () => {}, text: keep, cdata: keep });
  expect(texts).toEqual(["1", "<c>", " x "]);
});

test("finds the tags that a general parser finds, for whatever it accepts", () => {
  const name = fc.constantFrom("a", "x:row", "c", "v");
  const value = fc.string({ unit: fc.constantFrom("a", " ", ">", "'", "/", "=", "1"), maxLength: 6 });
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.tuple(name, value).map(([tag, text]) => `<${tag} r="${text}"/>`),
      fc
        .tuple(name, fc.array(tie("tree") as fc.Arbitrary<string>, { maxLength: 4 }))
        .map(([tag, inside]) => `<${tag}>${inside.join(" ")}</${tag}>`),
    ),
  }));
  fc.assert(
    fc.property(tree, (xml) => {
      const elements = elementsOf(`<root>${xml as string}</root>`);
      expect(tagsOf(`<root>${xml as string}</root>`).map(({ name: tag }) => tag)).toEqual(
        elements.map((element) => element.name),
      );
    }),
    { seed: 7, numRuns: 200 },
  );
});
