import { clean } from "../text.ts";

/** Text as SARIF reads it: a brace by itself holds the place of an argument, and "](" makes a link. */
export function messageText(text: string): string {
  return clean(text).replace(/[{}]/g, "$&$&").replaceAll("](", "]\u200b(");
}

export function messageOf(text: string): { readonly text: string } {
  return { text: messageText(text) };
}
