// What counting the segments of the longest texts allowed costs, beside Twilio's counter in the same process.
export const bars = { "Twilio's counter / ours": { atLeast: 10 } };

/** Measures counting segments. */
export async function run(lab) {
  const text = await lab.run(["dist/segments.mjs"]).output();
  const { oursMicros, theirsMicros } = JSON.parse(text);
  const inMicros = (value) => value.toFixed(1);
  return {
    rows: [
      { name: "ours", "µs a text": inMicros(oursMicros) },
      { name: "Twilio's counter", "µs a text": inMicros(theirsMicros) },
    ],
    values: { "Twilio's counter / ours": theirsMicros / oursMicros },
  };
}
