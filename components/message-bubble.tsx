import { type Mark, MarkedText } from "./marked-text";
import { OutsideText } from "./outside-text";

interface MessageBubbleProps {
  from: string;
  text: string;
  cuts: readonly number[];
  marks?: readonly Mark[];
}

/** The message as it lies on the phone, cut where the network cuts it. */
export function MessageBubble({ from, text, cuts, marks }: MessageBubbleProps) {
  return (
    <figure className="min-w-0 max-w-sm">
      <figcaption className="mb-1.5 pl-3.5 font-medium text-mute text-sm">
        <OutsideText text={from} />
      </figcaption>
      <div
        dir="auto"
        lang=""
        translate="no"
        className="wrap-anywhere w-fit max-w-full whitespace-pre-wrap rounded-bubble rounded-bl-[4px] border border-line bg-sunk px-3.5 py-2 text-md"
      >
        <MarkedText text={text} cuts={cuts} marks={marks} />
      </div>
    </figure>
  );
}
