import { z } from "zod";
import { carrierSetup } from "../carriers/carrier-setup";
import { describeRoute } from "../carriers/choose-route";
import { defineCommand } from "./command";

export const carrierList = defineCommand({
  words: "carrier list",
  summary: "list carriers and the routes that lead to them",
  usage: "carrier list",
  options: {},
  input: z.object({}),
  run() {
    const { carriers, routes, problems } = carrierSetup();
    const lines = carriers.flatMap(({ carrier: { name }, kind, common: { rate } }) => [
      `${name}  ${kind}${rate === undefined ? "" : `, ${rate} parts/s`}`,
      ...routes
        .filter(({ carrier }) => carrier === name)
        .map((route) => `  ${describeRoute(route)}`),
    ]);
    const wrong = problems.map(({ line, problem }) => `carriers.json, line ${line}: ${problem}`);
    return Promise.resolve({
      lines: [...wrong, ...lines],
      json: {
        carriers: carriers.map(({ carrier, kind, common }) => ({
          ...common,
          name: carrier.name,
          kind,
        })),
        routes,
        problems,
      },
      ...(problems.length > 0 ? { hasViolation: true } : {}),
    });
  },
});
