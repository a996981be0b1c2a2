// Webhooks at 50 a second to a healthy endpoint: p95 from an event to its arrival, alone, beside an endpoint of the same
// account that accepts connections and never answers, and alone again.
import { measureDeadNeighbour } from "../measure-dead-neighbour.mjs";

export const bars = { "next to a dead endpoint / alone, p95": { atMost: 1.1 } };

/** Measures a healthy endpoint beside a dead one. */
export async function run(lab) {
  const { url } = await lab.serve("all");
  const [{ token, email }] = await lab.accounts(1);
  const addEndpoint = async (receiver) => {
    const { id } = await lab.cli("webhook", "create", "--email", email, "--url", receiver);
    return () => lab.cli("webhook", "disable", "--email", email, "--id", id);
  };
  const { seconds } = lab.plan;
  const { aloneMs, besideMs } = await measureDeadNeighbour({ url, token, addEndpoint, seconds });
  const [before, after] = aloneMs;
  return {
    rows: [
      { name: "alone", p95Ms: before },
      { name: "next to a dead endpoint", p95Ms: besideMs },
      { name: "alone again", p95Ms: after },
    ],
    values: { "next to a dead endpoint / alone, p95": (besideMs * 2) / (before + after) },
  };
}
