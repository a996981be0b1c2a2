import { countSegments, type Encoding } from "../sms/count-segments";

export interface MessageQuote {
  encoding: Encoding;
  segments: number;
  credits: number;
}

/** What sending this text to one recipient takes: one credit per segment, counted in NFC, the form it is sent in. */
export function quoteMessage(body: string): MessageQuote {
  const { encoding, segments } = countSegments(body.normalize("NFC"));
  return { encoding, segments, credits: segments };
}
