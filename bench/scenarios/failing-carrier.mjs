// Messages a second that reach an HTTP carrier here, well and while one request in ten meets a fault (503, 500, a reset, a cut
// connection), in turn. Medians.
import { measureFailingCarrier, startCarrier } from "../measure-failing-carrier.mjs";
import { median } from "../percentiles.mjs";

export const bars = { "failing / well": { atLeast: 0.7 } };

/** Measures sending to a carrier that fails now and then. */
export async function run(lab) {
  const carrier = await startCarrier();
  try {
    const upstream = { SMS_API_URL: carrier.url, SMS_API_TOKEN: "x" };
    const { url } = await lab.serve("all", upstream);
    const tokens = (await lab.accounts(4)).map(({ token }) => token);
    const { seconds } = lab.plan;
    const measured = await measureFailingCarrier({ url, tokens, carrier, seconds });
    const [well, failing] = [measured.well, measured.failing].map(mediansOf);
    return {
      rows: [
        { name: "well", ...well },
        { name: "one request in ten fails", ...failing },
      ],
      values: { "failing / well": failing.perSecond / well.perSecond },
    };
  } finally {
    carrier.close();
  }
}

function mediansOf(phases) {
  return {
    perSecond: Math.round(median(phases.map((each) => each.perSecond))),
    "the last after ms": median(phases.map((each) => each.lastAfterMs)),
  };
}
