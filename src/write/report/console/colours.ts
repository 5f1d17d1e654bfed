type Paint = (text: string) => string;

/** How a terminal shows what; plain functions that return their text are fine. */
export interface Colours {
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
  readonly bold: Paint;
  readonly dim: Paint;
}
