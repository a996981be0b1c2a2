"use client";

import { useWords } from "@/components/language/use-words";
import { useLinkPreview } from "@/components/link-origin";
import { MessageBubble } from "@/components/message-bubble";
import { SegmentRuler } from "@/components/segment-ruler";
import { SegmentSummary } from "@/components/segment-summary";
import type { CampaignView } from "@/lib/campaigns/contract";
import { countSegments } from "@/lib/sms/count-segments";
import { findNonGsmCharacters } from "@/lib/sms/find-non-gsm-characters";
import { parseText } from "@/lib/templates/parse-text";
import { renderText } from "@/lib/templates/render-text";
import type { DraftRow } from "../draft-facts";
import { textWords } from "../text-words";

interface TextPreviewProps {
  draft: CampaignView;
  row: DraftRow | undefined;
}

/** The message as it lies on the phone of the first person, with what it costs. */
export function TextPreview({ draft, row }: TextPreviewProps) {
  const words = useWords(textWords);
  const toSent = useLinkPreview();
  const text = previewOf({ ...draft, body: toSent(draft.body) }, row)?.normalize("NFC");
  const count = countSegments(text ?? "");
  return (
    <aside aria-label={words.preview} className="min-w-0 border-line md:border-l md:pl-8">
      <h3 className="mb-4 font-medium text-mute">{words.onThePhone}</h3>
      {text === undefined && <p className="text-bad">{words.tooLong}</p>}
      {text === "" && <p className="text-mute">{words.noText}</p>}
      {text && (
        <div className="space-y-4">
          <MessageBubble
            from={draft.from || words.sender}
            text={text}
            cuts={count.cuts}
            marks={findNonGsmCharacters(text)}
          />
          <div>
            <SegmentRuler count={count} />
            <SegmentSummary count={count} />
          </div>
          {row && <p className="text-mute text-sm">{words.previewOf(row.row)}</p>}
        </div>
      )}
    </aside>
  );
}

/** With the person's values; a variable that has none is shown as it is written. Undefined where it is too long to send. */
function previewOf({ body, mapping }: CampaignView, row: DraftRow | undefined): string | undefined {
  const parts = parseText(body);
  if (!parts) return body;
  const readValue = (name: string) => row?.cells[mapping.indexOf(name)];
  const rendered = renderText(parts, readValue);
  const missing = "missing" in rendered ? rendered.missing : [];
  const shown = renderText(parts, (name) =>
    missing.includes(name) ? `{{${name}}}` : readValue(name),
  );
  return "text" in shown ? shown.text : undefined;
}
