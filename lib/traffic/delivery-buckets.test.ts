import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketSteps, percentileMs } from "./delivery-buckets";

test("without messages there is no time to speak of", () => {
  expect(percentileMs(new Map(), 0.95)).toBeNull();
});

test("inside a bucket messages are taken to be spread evenly", () => {
  // Bucket 6 is from 1 s to 1.5 s.
  expect(percentileMs(new Map([[6, 100]]), 0.5)).toBe(1250);
  expect(percentileMs(new Map([[6, 100]]), 1)).toBe(1500);
});

test("one slow message in twenty does not move the 95th percentile, two in twenty do", () => {
  const slow = bucketSteps.length;
  expect(
    percentileMs(
      new Map([
        [0, 19],
        [slow, 1],
      ]),
      0.95,
    ),
  ).toBe(100);
  expect(
    percentileMs(
      new Map([
        [0, 18],
        [slow, 2],
      ]),
      0.95,
    ),
  ).toBe(86_400_000);
});

test("a greater share never takes less time", () => {
  const histograms = fc.dictionary(
    fc.nat(bucketSteps.length).map(String),
    fc.integer({ min: 1, max: 1000 }),
    {
      minKeys: 1,
    },
  );
  fc.assert(
    fc.property(
      histograms,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (sizes, a, b) => {
        const histogram = new Map(
          Object.entries(sizes).map(([bucket, size]) => [Number(bucket), size]),
        );
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(percentileMs(histogram, less)).toBeLessThanOrEqual(
          percentileMs(histogram, more) ?? -1,
        );
      },
    ),
  );
});
