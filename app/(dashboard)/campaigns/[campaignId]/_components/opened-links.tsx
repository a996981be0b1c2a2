"use client";

import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import type { CampaignResults } from "@/lib/campaigns/results-contract";
import { numberWords } from "@/lib/language/count-words";
import { runWords } from "../run-words";

/** How many recipients opened each short link of a campaign. */
export function OpenedLinks({ links }: Pick<CampaignResults, "links">) {
  const { results: words } = useWords(runWords);
  const language = useLanguage();
  return (
    <div>
      <h3 className="mb-2 font-medium">{words.links}</h3>
      <ul className="border-line border-b text-sm">
        {links.map(({ target, people, opened, opens, previews }) => (
          <li
            key={target}
            className="grid grid-cols-1 gap-x-6 gap-y-0.5 border-line border-t py-1.5 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <OutsideText className="wrap-anywhere font-mono" text={target} />
            <span className="tabular-nums sm:text-right">
              {words.opened(opened, people)}
              <span className="block text-mute">
                {words.opens(opens)} · {words.previews(numberWords(language, previews))}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 max-w-[68ch] text-mute text-sm">{words.opensHint}</p>
    </div>
  );
}
