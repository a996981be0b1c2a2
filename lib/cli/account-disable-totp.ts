import { z } from "zod";
import { rescueTotp } from "../accounts/rescue-totp";
import { defineCommand } from "./command";
import { required } from "./options";

export const accountDisableTotp = defineCommand({
  words: "account disable-totp",
  summary: "turns two-step sign-in off for someone who lost app and codes",
  usage: "account disable-totp --email <e-mail>",
  options: { email: { type: "string" } },
  input: z.object({ email: required("email") }),
  async run({ email }) {
    const { wasOn, isMailSent } = await rescueTotp(email);
    const told = isMailSent ? "They have been told by mail." : "The mail to them did not leave.";
    const line = wasOn
      ? `Two-step sign-in of ${email} is off. ${told}`
      : `Two-step sign-in of ${email} was off already.`;
    return { lines: [line], json: { email, was_on: wasOn, mail_sent: isMailSent } };
  },
});
