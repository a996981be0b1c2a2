import { z } from "zod";
import { removeNumber } from "../inbound/remove-number";
import { defineCommand } from "./command";
import { required } from "./options";

export const numberRemove = defineCommand({
  words: "number remove",
  summary: "take a number from its account",
  usage: "number remove --number <number>",
  options: { number: { type: "string" } },
  input: z.object({ number: required("number") }),
  async run({ number }) {
    await removeNumber(number);
    return {
      lines: [`${number} belongs to no account now. Messages that were sent to it stay.`],
      json: { number },
    };
  },
});
