import type { FormInput } from "@/lib/actions/form-input";
import { AppError } from "@/lib/core/errors";
import type { CreateTokenInput } from "@/lib/tokens/contract";

const scopes = ["send", "read", "manage"] as const;
const dayMs = 86_400_000;

/** What the form asks for, in the words of the wire. The verb judges it; here it is only read. */
export function tokenWish(form: FormInput, nowMs: number = Date.now()): CreateTokenInput {
  const { name, mode, cidrs } = form;
  return {
    name,
    mode,
    scopes: scopes.filter((scope) => `scope_${scope}` in form),
    expires_at: endOf(form, nowMs),
    cidrs: String(cidrs ?? "")
      .split(/[\s,;]+/)
      .filter(Boolean),
  } as CreateTokenInput;
}

/** Days from now, or the end of a day; a day is a day in UTC, which the field says. */
function endOf({ expiry, expiry_date }: FormInput, nowMs: number): string | null {
  if (expiry === "date") {
    if (expiry_date) return `${String(expiry_date)}T23:59:59Z`;
    const fields = { expires_at: ["Choose the last day."] };
    throw new AppError("invalid_request", "Some fields are not valid.", { fields });
  }
  const days = Number(expiry);
  return days > 0 ? new Date(nowMs + days * dayMs).toISOString() : null;
}
