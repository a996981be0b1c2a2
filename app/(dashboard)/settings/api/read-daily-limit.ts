import type { FormInput } from "@/lib/actions/form-input";
import { wholeNumber } from "@/lib/core/whole-number";

/** The spend limit that a form names, null for an empty field; what is no number stays none, for the verb to judge. */
export function readDailyLimit(form: FormInput): number | null {
  const typed = String(form["daily_limit"] ?? "").trim();
  return typed === "" ? null : (wholeNumber(typed, Number.MAX_SAFE_INTEGER) ?? 0);
}
