import { tookWords } from "@/components/ui/time-words";
import type { Language } from "@/lib/language/language";
import type { MessageView } from "@/lib/messages/contract";
import { messageWords } from "../words";

/** How long a message took, counted from when it was due; null while that cannot be said. */
export function timing(message: MessageView, language: Language): string | null {
  const words = messageWords[language];
  const { status, scheduled_at, created_at, ended_at, credits } = message;
  if (!ended_at) return null;
  if (status === "cancelled") return words.cameBack(credits);
  const tookMs = Date.parse(ended_at) - Date.parse(scheduled_at ?? created_at);
  const took = tookWords(tookMs, language);
  return status === "delivered" ? words.in(took) : words.after(took);
}
