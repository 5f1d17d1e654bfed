import { type Problem, Refusal } from "../../src/domain/problem.ts";

/** The problems with which something is refused; fails when it is not refused, or fails in another way. */
export async function problemsOf(work: () => unknown): Promise<readonly Problem[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
  throw new Error("it was not refused");
}
