import { guidance } from "../sources.ts";
import type { Exclusion } from "./exclusion.ts";

export const noActionTaken: Exclusion = {
  id: "no-action-taken",
  kind: "exclusion",
  severity: "info",
  title: "Neither investigated nor answered",
  why: "What is recorded for internal purposes only, without an investigation or a response, is a comment or suggestion. The collection does not tell formal from informal, nor written from verbal.",
  effect: "Kept out when both Investigated and Response provided say No. Not known counts.",
  source: guidance("'Informal' complaints"),
  otherwise: "Investigated or Response provided says Yes, or is left blank because nobody knows.",
  excludes: ({ investigated, responded }) => investigated === "no" && responded === "no",
};
