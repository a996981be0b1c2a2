import { visibleText } from "./visible-text";

/**
 * A text that somebody else wrote: a customer, a carrier, a server that was called. Its direction changes nothing
 * around it, what cannot be seen in it is shown, and no browser translates it. Every such text stands in this element.
 */
export function OutsideText({ text, className }: { text: string; className?: string }) {
  return (
    <bdi translate="no" className={className}>
      {visibleText(text)}
    </bdi>
  );
}
