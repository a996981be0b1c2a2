import { visibleText } from "./visible-text";

/**
 * A text that somebody else wrote: a customer, a carrier, a server that was called. Its direction changes nothing
 * around it, and what cannot be seen in it is shown. Every such text stands in this element.
 */
export function OutsideText({ text, className }: { text: string; className?: string }) {
  return <bdi className={className}>{visibleText(text)}</bdi>;
}
