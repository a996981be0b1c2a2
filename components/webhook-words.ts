import type { DeliveryView } from "@/lib/deliveries/contract";
import { countWords, type Forms } from "@/lib/language/count-words";
import type { Language, Words } from "@/lib/language/language";
import type { EndpointView } from "@/lib/webhooks/contract";
import { tookWords } from "./ui/time-words";

/** A failing endpoint is left to its retries this long before it is called out. */
const alertAfterMs = 10 * 60_000;

const errorsInEnglish = {
  redirect: "redirects aren't followed",
  timeout: "no response in time",
  connect_timeout: "no connection in time",
  dns: "the name was not found",
  refused: "the connection was refused",
  tls: "the certificate or TLS was not accepted",
  reset: "the connection was closed early",
  bad_answer: "the response wasn't valid HTTP",
  blocked: "the hostname resolves to a non-public address",
  erased: "its URL was erased",
  other: "the connection failed",
};

const errors: Words<Record<string, string>> = {
  en: errorsInEnglish,
  pl: {
    redirect: "przekierowania nie są obsługiwane",
    timeout: "brak odpowiedzi na czas",
    connect_timeout: "brak połączenia na czas",
    dns: "nie znaleziono nazwy",
    refused: "odmowa połączenia",
    tls: "nie przyjęto certyfikatu lub TLS",
    reset: "połączenie zamknięto przedwcześnie",
    bad_answer: "odpowiedź nie jest prawidłowym HTTP",
    blocked: "nazwa prowadzi do adresu, który nie jest publiczny",
    erased: "adres URL usunięto",
    other: "połączenie się nie udało",
  } satisfies typeof errorsInEnglish,
};

const reasons: Words<Record<NonNullable<DeliveryView["reason"]>, string>> = {
  en: {
    exhausted: "all scheduled attempts failed",
    endpoint_disabled: "the endpoint was disabled",
    endpoint_deleted: "the endpoint was deleted",
  },
  pl: {
    exhausted: "nie udała się żadna z zaplanowanych prób",
    endpoint_disabled: "punkt odbioru został wyłączony",
    endpoint_deleted: "punkt odbioru został usunięty",
  },
};

/** Why a delivery is not tried any more, in plain words. */
export function deliveryReasonWords(
  reason: NonNullable<DeliveryView["reason"]>,
  language: Language = "en",
): string {
  return reasons[language][reason];
}

/** "200", "500", "302: redirects are not followed", "no response: the connection was refused". */
export function answerWords(
  status: number | null,
  error: string | null,
  language: Language = "en",
): string {
  if (error === null || error === "status") return String(status ?? "–");
  const words = errors[language][error] ?? error.replaceAll("_", " ");
  const none = language === "pl" ? "brak odpowiedzi" : "no response";
  return status === null ? `${none}: ${words}` : `${status}: ${words}`;
}

interface Outcome {
  status: number | null;
  error: string | null;
  duration_ms: number;
}

const exchangesInEnglish = {
  taken: (status: number | null, took: string) => `Accepted with ${status} in ${took}`,
  silent: (took: string) => `No response after ${took}`,
  refused: (status: number, took: string) => `Failed with ${status} in ${took}`,
};

const exchanges: Words<typeof exchangesInEnglish> = {
  en: exchangesInEnglish,
  pl: {
    taken: (status, took) => `Przyjęte z odpowiedzią ${status} po ${took}`,
    silent: (took) => `Brak odpowiedzi po ${took}`,
    refused: (status, took) => `Nieudane z odpowiedzią ${status} po ${took}`,
  },
};

/** "Accepted with 200 in 34 ms", "Failed with 500 in 34 ms", "No response after 15.0 s: …". */
export function exchangeWords(exchange: Outcome, language: Language = "en"): string {
  const say = exchanges[language];
  const { status, error, duration_ms } = exchange;
  const took = tookWords(duration_ms, language);
  if (error === null) return say.taken(status, took);
  const words = errors[language][error];
  if (status === null) return `${say.silent(took)}: ${words ?? error}`;
  return `${say.refused(status, took)}${words ? `: ${words}` : ""}`;
}

const triesForms: Words<Forms> = {
  en: { one: "attempt", other: "attempts" },
  pl: { one: "próba", few: "próby", many: "prób", other: "próby" },
};

/** "1 attempt", "3 attempts". */
export function tryWords(tries: number, language: Language = "en"): string {
  return countWords(language, tries, triesForms[language]);
}

/** Whether a person should look at an endpoint: it was switched off for failing, or has failed for a while. */
export function needsAttention(endpoint: EndpointView, nowMs: number): boolean {
  const { enabled, disabled_reason, failing_since } = endpoint;
  if (!enabled) return disabled_reason === "failing" || disabled_reason === "gone";
  return failing_since !== null && Date.parse(failing_since) < nowMs - alertAfterMs;
}

/** The host and path of an endpoint, for where its scheme is of no interest. */
export function shortUrl(url: string): string {
  return url.replace(/^https:\/\//, "");
}
