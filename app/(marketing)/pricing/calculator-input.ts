import { wholeNumber } from "@/lib/core/whole-number";
import { quoteMessage } from "@/lib/pricing/quote-message";
import { maxTextLength } from "@/lib/sms/count-segments";

/** The input of the calculator, as its URL has it. */
export interface CalculatorInput {
  messages: number;
  /** Per message, if there is no text to count. */
  segments: number;
  text: string;
}

export const maxMessages = 100_000_000;
export const maxSegments = 10;
const usual: CalculatorInput = { messages: 5000, segments: 1, text: "" };

type Params = Record<string, string | string[] | undefined>;

/** Reads an address; what it says wrongly is as if it said nothing, but `isWrong` for the number of messages. */
export function readCalculatorInput(params: Params): CalculatorInput & { isWrong: boolean } {
  const first = (name: string) => [params[name]].flat()[0] ?? "";
  const messages = wholeNumber(first("n"), maxMessages);
  return {
    messages: messages ?? usual.messages,
    segments: wholeNumber(first("seg"), maxSegments) ?? usual.segments,
    text: first("text").slice(0, maxTextLength).replaceAll("\r\n", "\n"),
    isWrong: first("n") !== "" && messages === null,
  };
}

/** The address' query that asks the same. */
export function toQuery({ messages, segments, text }: CalculatorInput): string {
  const query = new URLSearchParams({ n: String(messages) });
  if (text === "") query.set("seg", String(segments));
  else query.set("text", text);
  return `?${query}`;
}

/** The segments of each message, by the text where there is one; `wanted` may be more than a message can have. */
export function segmentsOf({ text, segments }: CalculatorInput): {
  segments: number;
  wanted: number;
} {
  const wanted = text === "" ? segments : quoteMessage(text).segments;
  return { segments: Math.min(wanted, maxSegments), wanted };
}
