// The HTTP server beside a bare Node listener without framework, token or limits, which admits by the same verb and the same
// batches: what the front door costs. The bare listener also answers a constant, which is what Node itself can do.
import { freePort } from "../../scripts/free-port.mjs";
import { alternate, measureSends, ratioOf, warmUp, withRatios } from "../contest.mjs";
import { sendOf } from "../measure-load.mjs";

export const bars = { "HTTP server / bare listener": { atLeast: 0.6 } };

const baseline = "bare listener, one account";

/** Measures the front door beside the bare listener. */
export async function run(lab) {
  const web = await lab.serve("web");
  const accounts = await lab.accounts(64);
  const tokens = accounts.map(({ token }) => token);
  const port = await freePort();
  const bare = lab.run(["dist/bare-listener.mjs", String(port), accounts[0].accountId], {
    DATABASE_URL: lab.databaseUrl(),
  });
  await bare.says(/listening/);
  const bareSend = sendOf(`http://127.0.0.1:${port}`, tokens[0]);
  const contestants = [
    ["constant response", bare, { ...bareSend, url: `http://127.0.0.1:${port}/constant` }],
    [baseline, bare, bareSend],
    ["HTTP server, one account", web, sendOf(web.url, tokens[0])],
    ["HTTP server, 64 accounts", web, sendOf(web.url, tokens)],
  ];
  for (const [, , request] of contestants) await warmUp(lab, request);
  const measured = contestants.map(([name, server, request]) => ({
    name,
    measure: () => measureSends(lab, [server], request),
  }));
  const { rows, failed } = await alternate(measured, lab.plan.rounds);
  return {
    rows: withRatios(rows, baseline),
    values: { "HTTP server / bare listener": ratioOf(rows, "HTTP server, one account", baseline) },
    failed,
  };
}
