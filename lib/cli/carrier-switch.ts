import { z } from "zod";
import { installationId } from "../activity/who";
import { carrierNames } from "../carriers/choose-carrier";
import { drainCarrier } from "../carriers/drain-carrier";
import { operatorOf } from "../core/actor";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { type Command, defineCommand } from "./command";
import { required } from "./options";

const summaries = {
  drain: "stop routing new messages to a carrier; it finishes what it has",
  enable: "route messages to a carrier again",
};

export const carrierDrain = switchCommand("drain");
export const carrierEnable = switchCommand("enable");

function switchCommand(verb: keyof typeof summaries): Command {
  return defineCommand({
    words: `carrier ${verb}`,
    summary: summaries[verb],
    usage: `carrier ${verb} --name <carrier>`,
    options: { name: { type: "string" } },
    input: z.object({ name: required("name") }),
    async run({ name }) {
      if (!carrierNames().includes(name)) {
        const sentence = `There is no carrier named ${name}; known are ${carrierNames().join(", ")}.`;
        throw new AppError("not_found", operatorSentence(sentence));
      }
      const actor = operatorOf(installationId);
      await drainCarrier({ actor, input: { carrier: name, draining: verb === "drain" } });
      const line = verb === "drain" ? `${name} gets no new messages.` : `${name} gets messages.`;
      return { lines: [line], json: { name, draining: verb === "drain" } };
    },
  });
}
