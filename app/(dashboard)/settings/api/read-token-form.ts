import type { FormInput } from "@/lib/actions/form-input";
import { AppError } from "@/lib/core/errors";
import { fieldSentences } from "@/lib/core/parse-input";
import { sentences } from "@/lib/core/sentence";
import { coreSentences } from "@/lib/core/sentences";
import { CreateTokenInput } from "@/lib/tokens/contract";
import { readDailyLimit } from "./read-daily-limit";

const { lastDay } = sentences("token-form", {
  lastDay: { en: "Choose the last day.", pl: "Wybierz ostatni dzień." },
});
const scopes = ["send", "read", "manage"] as const;
const dayMs = 86_400_000;
const maxDays = 3650;

/**
 * What the form asks for, in the words of the wire. The verb judges it; here it is only read. A last day that
 * is not given stays unset. Throws invalid_request with everything that is wrong with the form.
 */
export function readTokenForm(form: FormInput, nowMs: number = Date.now()): CreateTokenInput {
  const { name, mode, cidrs } = form;
  const input = {
    name,
    mode,
    scopes: scopes.filter((scope) => `scope_${scope}` in form),
    expires_at: endOf(form, nowMs),
    cidrs: String(cidrs ?? "")
      .split(/[\s,;]+/)
      .filter(Boolean),
    ...(form["daily_limit"] ? { daily_limit: readDailyLimit(form) } : {}),
  } as CreateTokenInput;
  if (form["expiry"] !== "date" || form["expiry_date"]) return input;
  const others = fieldSentences(CreateTokenInput.safeParse(input).error);
  const fields = { ...others, expires_at: [lastDay] };
  throw new AppError("invalid_request", coreSentences.wrongFields, { fields });
}

/** Days from now, or the end of a day; a day is a day in UTC, which the field says. */
function endOf({ expiry, expiry_date }: FormInput, nowMs: number): string | null {
  if (expiry === "date") return expiry_date ? `${String(expiry_date)}T23:59:59Z` : null;
  const days = Number(expiry);
  return days > 0 && days <= maxDays ? new Date(nowMs + days * dayMs).toISOString() : null;
}
