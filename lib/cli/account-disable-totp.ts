import { z } from "zod";
import { disableTotpAsAdmin } from "../two-step/disable-totp-as-admin";
import { defineCommand } from "./command";
import { required } from "./options";

export const accountDisableTotp = defineCommand({
  words: "account disable-totp",
  summary: "turn off two-step sign-in for a user who lost their app and recovery codes",
  usage: "account disable-totp --email <email>",
  options: { email: { type: "string" } },
  input: z.object({ email: required("email") }),
  async run({ email }) {
    const { wasOn, isMailSent } = await disableTotpAsAdmin(email);
    const told = isMailSent ? "An email was sent to them." : "The email to them could not be sent.";
    const line = wasOn
      ? `Two-step sign-in of ${email} is off. ${told}`
      : `Two-step sign-in of ${email} was off already.`;
    return { lines: [line], json: { email, was_on: wasOn, mail_sent: isMailSent } };
  },
});
