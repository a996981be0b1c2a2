import { expect, it } from "vitest";
import { visitorOf } from "./visitor-of";

it.each([
  ["192.0.2.1", "192.0.2.1"],
  ["6.6.6.6, 192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "::ffff:192.0.2.1"],
  ["unknown", null],
  ["", null],
])("believes only the last hop of %j", (forwarded, address) => {
  expect(visitorOf(new Headers({ "x-forwarded-for": forwarded })).address).toBe(address);
});
