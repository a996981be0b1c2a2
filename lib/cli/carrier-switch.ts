import { z } from "zod";
import { carrierNames } from "../carriers/choose-carrier";
import { drainCarrier } from "../carriers/drain-carrier";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { type Command, defineCommand } from "./command";
import { required } from "./options";

const summaries = {
  drain: "give a carrier no new messages; what it has is finished, the rest takes other routes",
  enable: "give a carrier messages again",
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
      await drainCarrier(name, verb === "drain");
      const line = verb === "drain" ? `${name} gets no new messages.` : `${name} gets messages.`;
      return { lines: [line], json: { name, draining: verb === "drain" } };
    },
  });
}
