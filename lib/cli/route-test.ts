import { z } from "zod";
import { findAccountByEmail } from "../accounts/find-account-by-email";
import { carrierSetup } from "../carriers/carrier-setup";
import { describeRoute, rankRoutes } from "../carriers/choose-route";
import { listCarrierHealth } from "../carriers/list-carrier-health";
import { defineCommand } from "./command";
import { required } from "./options";

export const routeTest = defineCommand({
  words: "route test",
  summary: "show which route a message would take, and why",
  usage: "route test --to <number> [--from <sender>] [--email <account>] [--bulk]",
  options: {
    to: { type: "string" },
    from: { type: "string" },
    email: { type: "string" },
    bulk: { type: "boolean" },
  },
  input: z.object({
    to: required("to"),
    from: z.string().default(""),
    email: z.string().optional(),
    bulk: z.boolean().default(false),
  }),
  async run({ to, from, email, bulk }) {
    const accountId = email ? (await findAccountByEmail(email)).accountId : "";
    const number = to.replace(/^\+/, "");
    const routes = rankRoutes(carrierSetup().routes, {
      ...{ accountId, to: number, from },
      class: bulk ? "bulk" : "transactional",
    });
    const { carriers } = await listCarrierHealth();
    const tried = routes.map((route) => {
      const health = carriers.find(({ carrier }) => carrier === route.carrier);
      return { route: describeRoute(route), carrier: route.carrier, why: reasonNotToTake(health) };
    });
    const taken = tried.find(({ why }) => why === null);
    const lines = tried.map((each) =>
      each === taken ? `→ ${each.route}` : `  ${each.route} (${each.why ?? "next in turn"})`,
    );
    return {
      lines: [...lines, ...(taken ? [] : [noWay(tried.length)])],
      json: { carrier: taken?.carrier ?? null, routes: tried },
      ...(taken ? {} : { hasViolation: true }),
    };
  },
});

type Health = Awaited<ReturnType<typeof listCarrierHealth>>["carriers"][number];

function reasonNotToTake(health: Health | undefined): string | null {
  if (health?.drainingSince) return "draining";
  return health && health.circuit !== "closed" ? (health.reason ?? "in trouble") : null;
}

function noWay(count: number): string {
  return count === 0
    ? "No route matches: such a message stays queued with the reason no_route."
    : "None of these carriers accepts messages now: such a message stays queued.";
}
