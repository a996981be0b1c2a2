import { expect, test } from "vitest";
import { classOfStatus } from "./class-of-status";

test.each([
  [400, "permanent"],
  [401, "auth"],
  [402, "credit"],
  [404, "address"],
  [429, "throttled"],
])("HTTP %i is %s", (status, cls) => {
  expect(classOfStatus(status)).toBe(cls);
});

test.each([302, 408, 418, 500, 502, 503, 504])(
  "HTTP %i may come from anything between, so the message may be there",
  (status) => {
    expect(classOfStatus(status)).toBe("server");
  },
);
