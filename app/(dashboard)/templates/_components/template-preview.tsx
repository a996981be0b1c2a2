"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { MessageBubble } from "@/components/message-bubble";
import { SegmentSummary } from "@/components/segment-summary";
import { TextField } from "@/components/ui/text-field";
import { countSegments } from "@/lib/sms/count-segments";
import { findNonGsmCharacters } from "@/lib/sms/find-non-gsm-characters";
import { parseText } from "@/lib/templates/parse-text";
import { renderText } from "@/lib/templates/render-text";
import { valuesOf } from "@/lib/templates/values-of";
import { variablesOf } from "@/lib/templates/variables-of";
import { templateWords } from "../words";

/** The message with sample values, rendered as every message is, and what it costs. */
export function TemplatePreview({ body }: { body: string }) {
  const words = useWords(templateWords);
  const [values, setValues] = useState<Record<string, string>>({});
  const variables = variablesOf(body);
  return (
    <aside aria-label={words.preview} className="min-w-0 space-y-6 border-line md:border-l md:pl-8">
      <h2 className="font-medium text-mute">{words.preview}</h2>
      <Rendered body={body} values={values} />
      {variables.length > 0 && (
        <fieldset className="grid min-w-0 grid-cols-1 gap-3">
          <legend className="mb-2 font-medium">{words.samples}</legend>
          {variables.map(({ name }) => (
            <TextField
              key={name}
              label={name}
              name={`sample ${name}`}
              autoComplete="off"
              maxLength={300}
              value={values[name] ?? ""}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          ))}
        </fieldset>
      )}
    </aside>
  );
}

function Rendered({ body, values }: { body: string; values: Record<string, string> }) {
  const words = useWords(templateWords);
  if (body.trim() === "") return <p className="text-mute">{words.noText}</p>;
  const parts = parseText(body);
  if (!parts) return <p className="text-bad">{words.wrongText}</p>;
  const rendered = renderText(parts, valuesOf(values));
  const missing = "missing" in rendered ? rendered.missing : [];
  // What is missing stays in its braces, so that the text can be judged before every value is there.
  const shown = renderText(parts, (name) =>
    missing.includes(name) ? `{{${name}}}` : valuesOf(values)(name),
  );
  if ("isTooLong" in shown) return <p className="text-bad">{words.tooLong}</p>;
  const text = ("text" in shown ? shown.text : "").normalize("NFC");
  const count = countSegments(text);
  return (
    <div className="space-y-2">
      <MessageBubble
        from={words.sender}
        text={text}
        cuts={count.cuts}
        marks={findNonGsmCharacters(text)}
      />
      <p>
        <SegmentSummary count={count} />
      </p>
      {missing.length > 0 && (
        <p className="text-mute text-sm">{words.missing(missing.join(", "))}</p>
      )}
    </div>
  );
}
