/** Why something could not be done: what, where, and what to do. Becomes exit code 2. */
export interface Problem {
  readonly what: string;
  readonly where?: string;
  readonly fix?: string;
}

/** An expected failure with all its problems at once. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map((problem) => problem.what).join("; "));
    this.name = "Refusal";
    this.problems = problems;
  }
}
