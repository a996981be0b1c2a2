import { expect, test } from "vitest";
import { nearestStop, placeOf, volumeStops } from "./volume-scale";

test("every stop of the slider is its own nearest, so that each key press moves it", () => {
  expect(volumeStops.map(nearestStop)).toEqual(volumeStops.map((_, place) => place));
});

test("volumes beyond the scale are at its ends", () => {
  expect([placeOf(1), placeOf(100), placeOf(10_000_000), placeOf(100_000_000)]).toEqual([
    0, 0, 1, 1,
  ]);
});
