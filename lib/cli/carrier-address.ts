import { z } from "zod";
import { callbackUrl } from "../carriers/callback-url";
import { carrierNames, findCarrier } from "../carriers/choose-carrier";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { defineCommand } from "./command";
import { required } from "./options";

export const carrierAddress = defineCommand({
  words: "carrier address",
  summary: "print the secret address that a carrier reports to",
  usage: "carrier address --name <carrier>",
  options: { name: { type: "string" } },
  input: z.object({ name: required("name") }),
  run({ name }) {
    const carrier = findCarrier(name);
    if (!carrier) {
      const sentence = `There is no carrier named ${name}; known are ${carrierNames().join(", ")}.`;
      throw new AppError("not_found", operatorSentence(sentence));
    }
    if (!carrier.callbacks) {
      const sentence = `${name} reports over its own connection and needs no address.`;
      throw new AppError("invalid_request", operatorSentence(sentence));
    }
    const url = callbackUrl(name);
    return Promise.resolve({ lines: [url], json: { name, url } });
  },
});
