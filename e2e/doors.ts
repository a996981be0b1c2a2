import { test } from "./fixtures";

export interface Door {
  /** Known once the servers run, not yet when the specs are listed. */
  readonly url: string;
}

const front: Door = {
  get url() {
    return process.env["E2E_URL"] ?? "";
  },
};

const nextHost: Door = {
  get url() {
    return process.env["E2E_NEXT_URL"] ?? "";
  },
};

/** The API's two doors: the front door of `npm start`, and the route handler in a plain Next host. */
export const doors = { front, nextHost };

/** Defines the same tests for both doors: they answer alike. */
export function atEachDoor(define: (door: Door) => void): void {
  test.describe("at the front door", () => define(front));
  test.describe("at a plain Next host", () => define(nextHost));
}
