import { z } from "zod";
import { makeAdmin } from "../accounts/make-admin";
import { defineCommand } from "./command";
import { required } from "./options";

export const accountMakeAdmin = defineCommand({
  words: "account make-admin",
  summary: "let the people of an account administer the installation, or with --remove no longer",
  usage: "account make-admin --email <email> [--remove]",
  options: { email: { type: "string" }, remove: { type: "boolean" } },
  input: z.object({ email: required("email"), remove: z.boolean().default(false) }),
  async run({ email, remove }) {
    await makeAdmin(email, !remove);
    const line = remove
      ? `The account of ${email} no longer administers this installation.`
      : `The account of ${email} administers this installation.`;
    return { lines: [line], json: { email, admin: !remove } };
  },
});
