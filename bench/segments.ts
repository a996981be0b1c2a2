import { SegmentedMessage } from "sms-segments-calculator";
import { countSegments } from "../lib/sms/count-segments";

/** What counting the longest texts allowed costs, beside the same by Twilio's counter. Run by scenarios/segments.mjs. */
const texts = ["a".repeat(1530), "ą".repeat(670), "😀".repeat(335)];
const rounds = 300;

function microsOf(count: (text: string) => unknown): number {
  const run = () => {
    const startMs = performance.now();
    for (let round = 0; round < rounds; round += 1) for (const text of texts) count(text);
    return ((performance.now() - startMs) * 1000) / (rounds * texts.length);
  };
  // The first run warms up; of the others the least disturbed one counts.
  return Math.min(...[run(), run(), run(), run()].slice(1));
}

const ours = microsOf(countSegments);
const theirs = microsOf((text) => new SegmentedMessage(text, "auto").segmentsCount);
process.stdout.write(JSON.stringify({ oursMicros: ours, theirsMicros: theirs }));
