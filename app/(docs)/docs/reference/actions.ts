"use server";

import { accountAction } from "@/lib/actions/account-action";
import { invalidFields } from "@/lib/core/invalid-fields";
import { readNumber } from "@/lib/numbers/read-number";
import { getDefaultCountry } from "@/lib/preferences/default-country";
import { saveOwnNumber } from "@/lib/preferences/own-number";
import { createToken } from "@/lib/tokens/create-token";

/** Long enough to follow a message to its end, short enough to be forgotten. */
const lifeMs = 15 * 60_000;
/** More than a few texts to one's own phone is no try any more. */
const dailyLimit = 20;

/**
 * What the page needs for a true exchange with the API: the reader's own number as the API takes it, which is kept, and a
 * token that expires after a quarter of an hour, unless the page still has one. The answer is the only place where it is
 * ever shown.
 */
export const prepareTryAction = accountAction(async (input, { actor }) => {
  const reading = readNumber(String(input["own_number"] ?? ""), await getDefaultCountry({ actor }));
  if (!("to" in reading)) throw invalidFields({ own_number: [reading.sentence] });
  const { to } = reading;
  await saveOwnNumber({ actor, input: { number: to } });
  if (input["has_token"] === "yes") return { token: null, to, lifeMs };
  const wanted = {
    name: "Try it (API reference)",
    mode: input["mode"] === "live" ? "live" : "test",
    scopes: ["send", "read"],
    expires_at: new Date(Date.now() + lifeMs).toISOString(),
  };
  const { token } = await createToken({
    actor,
    input: wanted.mode === "live" ? { ...wanted, daily_limit: dailyLimit } : wanted,
  });
  return { token, to, lifeMs };
});
