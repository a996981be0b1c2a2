// A campaign of 100,000 rows from the upload of its file to its last receipt on the simulator, and another account's single
// sends meanwhile.
import { measureCampaign } from "../measure-campaign.mjs";

export const bars = {
  "messages/s to the last receipt": { atLeast: 500 },
  "single sends until sent, p95 ms": { atMost: 1000 },
};

/** Measures one campaign. */
export async function run(lab) {
  const all = await lab.serve("all");
  const [one, other] = await lab.accounts(2);
  const found = await measureCampaign({
    url: all.url,
    token: one.token,
    otherToken: other.token,
    rows: lab.plan.isQuick ? 1000 : 100_000,
    pid: all.pid,
  });
  const { seconds, perSecond, peakRssMb, singlesUntilSentP95Ms, rows } = found;
  return {
    rows: [
      { name: "upload", s: seconds.upload },
      { name: "check", s: seconds.check },
      { name: "start", s: seconds.start },
      { name: `${rows} rows to the last receipt`, s: seconds.send, perSecond, peakRssMb },
      { name: "single sends of another account until sent", p95Ms: singlesUntilSentP95Ms },
    ],
    values: {
      "messages/s to the last receipt": perSecond,
      "single sends until sent, p95 ms": singlesUntilSentP95Ms,
    },
  };
}
