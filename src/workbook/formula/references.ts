import type { Node } from "./parse.ts";

export type Reference = Extract<Node, { kind: "ref" }>;

/** Functions that may look anywhere. */
const ANYWHERE = new Set(["INDIRECT", "OFFSET"]);

/** Every reference of a formula; null when it may look anywhere. */
export function referencesOf(node: Node): readonly Reference[] | null {
  switch (node.kind) {
    case "value":
      return [];
    case "name":
      return null;
    case "ref":
      return [node];
    case "unary":
      return referencesOf(node.of);
    case "binary":
      return together([node.left, node.right]);
    case "call":
      return ANYWHERE.has(node.name) ? null : together(node.args.filter((arg) => arg !== null));
  }
}

function together(nodes: readonly Node[]): readonly Reference[] | null {
  const found = nodes.map(referencesOf);
  return found.some((one) => one === null) ? null : found.flatMap((one) => one ?? []);
}
