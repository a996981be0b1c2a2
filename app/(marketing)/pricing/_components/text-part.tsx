"use client";

import { useId } from "react";
import { useWords } from "@/components/language/use-words";
import { MarkedTextArea } from "@/components/marked-text-area";
import { SegmentRuler } from "@/components/segment-ruler";
import { Field, fieldAria } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { PriceList } from "@/lib/pricing/price-list";
import { countSegments } from "@/lib/sms/count-segments";
import { findNonGsmCharacters } from "@/lib/sms/find-non-gsm-characters";
import { type CalculatorInput, maxSegments, segmentsOf } from "../calculator-input";
import { pricingWords } from "../words";
import { UnicodeCost } from "./unicode-cost";

interface TextPartProps {
  input: CalculatorInput;
  list: PriceList;
  onChange: (part: Partial<CalculatorInput>) => void;
}

const choices = Array.from({ length: maxSegments }, (_, index) => String(index + 1));

/** How long each message is: by its text, or by a number of segments. */
export function TextPart({ input, list, onChange }: TextPartProps) {
  const words = useWords(pricingWords);
  const id = useId();
  const { text } = input;
  const { segments, wanted } = segmentsOf(input);
  const composed = text.normalize("NFC");
  const error = wanted > segments ? words.tooLong(wanted) : undefined;
  const hint = words.textHint;
  return (
    <div className="grid gap-4">
      <Field id={id} label={words.text} hint={hint} error={error}>
        <MarkedTextArea
          id={id}
          name="text"
          rows={3}
          maxLength={2000}
          value={text}
          marks={composed === text ? findNonGsmCharacters(text) : []}
          onChange={({ target: { value } }) => onChange({ text: value })}
          {...fieldAria(id, { hint, error })}
        />
      </Field>
      {text !== "" && (
        <div>
          <SegmentRuler count={countSegments(composed)} />
        </div>
      )}
      <UnicodeCost input={input} list={list} />
      <SelectField
        label={words.segments}
        name="seg"
        className="max-w-[16rem]"
        options={choices.map((value) => ({ value, label: value }))}
        value={String(segments)}
        disabled={text !== ""}
        hint={text === "" ? undefined : words.counted}
        onChange={({ target: { value } }) => onChange({ segments: Number(value) })}
      />
    </div>
  );
}
