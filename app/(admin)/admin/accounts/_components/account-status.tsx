import clsx from "clsx";
import { wordsOf } from "@/components/language/current-language";
import { StatusGlyph } from "@/components/status-glyph";
import type { AccountSummary } from "@/lib/supervision/search-accounts";
import { accountsWords } from "../words";

const looks = {
  active: { glyph: "delivered", tone: "text-ok" },
  suspended: { glyph: "failed", tone: "text-bad" },
  closing: { glyph: "scheduled", tone: "text-warn" },
  erased: { glyph: "cancelled", tone: "text-mute" },
} as const;

/** Whether an account may send: glyph and word. */
export async function AccountStatus({ status }: { status: AccountSummary["status"] }) {
  const { statuses } = await wordsOf(accountsWords);
  const { glyph, tone } = looks[status];
  return (
    <span className={clsx("inline-flex items-center gap-1.5 font-medium", tone)}>
      <StatusGlyph status={glyph} />
      {statuses[status]}
    </span>
  );
}
