import { readProcess, watchLag } from "./read-process";
import type { Reading } from "./reading";

/** What the main process asks each other for. */
export interface Wanted {
  figuresWanted?: string;
}

/** What each responds with. */
export interface Given {
  figuresOf?: string;
  readings?: Reading[];
}

/** Tells the main process the figures of this one whenever it asks for them. */
export function reportFigures(): void {
  watchLag();
  process.on("message", (message: Wanted) => {
    const id = message?.figuresWanted;
    if (id === undefined) return;
    void readProcess().then((readings) => {
      process.send?.(
        { figuresOf: id, readings } satisfies Given,
        undefined,
        undefined,
        () => undefined,
      );
    });
  });
}
