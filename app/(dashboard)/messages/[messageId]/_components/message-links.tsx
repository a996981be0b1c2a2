import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { SectionHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import type { LinkView } from "@/lib/links/links-of-messages";
import { linkWords } from "../link-words";

/** The short links of a message: what they lead to, and how often they were opened. None can be followed from here: that would count. */
export async function MessageLinks({ links }: { links: LinkView[] }) {
  const words = await wordsOf(linkWords);
  return (
    <section className="mt-10">
      <SectionHeading title={words.title} lead={words.lead} />
      <ul aria-label={words.title} className="border-line border-b text-sm">
        {links.map(({ url, target, opens, previews, lastOpenedAt }) => (
          <li
            key={url}
            className="grid grid-cols-1 gap-x-4 gap-y-0.5 border-line border-t py-2 sm:grid-cols-[12rem_minmax(0,1fr)_auto]"
          >
            <span className="font-mono">{url}</span>
            <OutsideText className="wrap-anywhere text-mute" text={target} />
            <span className="tabular-nums">
              {words.opens(opens)}
              {lastOpenedAt !== null && (
                <span className="text-mute">
                  {" "}
                  ({words.last} <Time at={lastOpenedAt} />)
                </span>
              )}
              <span className="text-mute"> · {words.previews(previews)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
