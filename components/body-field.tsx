"use client";

import { useId } from "react";
import { countSegments } from "@/lib/sms/count-segments";
import { findNonGsmCharacters } from "@/lib/sms/find-non-gsm-characters";
import { useWords } from "./language/use-words";
import type { Mark } from "./marked-text";
import { MarkedTextArea } from "./marked-text-area";
import { maskNames, unmaskNames } from "./mask-names";
import { ReplaceCharacters } from "./replace-characters";
import { SegmentRuler } from "./segment-ruler";
import { SegmentSummary } from "./segment-summary";
import { segmentWords } from "./segment-words";
import { Field, fieldAria } from "./ui/field";

interface BodyFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: readonly string[] | undefined;
  rows?: number;
  placeholder?: string;
  /** What is sent of a text, where links in it are shortened. */
  toSent?: (text: string) => string;
}

/** The text of a message with what it costs: encoding, segments, ruler, and the characters to blame. */
export function BodyField({
  label,
  value,
  onChange,
  error,
  rows = 5,
  placeholder,
  toSent = (text) => text,
}: BodyFieldProps) {
  const id = useId();
  const words = useWords(segmentWords);
  // The network carries the composed form, so that is what is counted and marked.
  const text = value.normalize("NFC");
  const sent = toSent(text);
  const count = countSegments(sent);
  const isShortened = sent !== text;
  const marks = text === value ? marksOf(text, { encoding: count.encoding, isShortened }) : [];
  return (
    <div className="space-y-3">
      <Field id={id} label={label} error={error}>
        <MarkedTextArea
          id={id}
          name="body"
          rows={rows}
          value={value}
          marks={marks}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
          {...fieldAria(id, { error, hint: undefined })}
        />
      </Field>
      <div>
        <SegmentRuler count={count} />
        <p className="flex flex-wrap justify-between gap-x-4 gap-y-1">
          <SegmentSummary count={count} />
          <DoubleCharacters text={sent} encoding={count.encoding} />
        </p>
        <p role="status" className="sr-only">
          {count.encoding}, {words.segments(count.segments)}
        </p>
      </div>
      <ReplaceCharacters
        value={value}
        onChange={onChange}
        text={isShortened ? maskNames(text) : text}
        restore={(next) => (isShortened ? unmaskNames(next, text) : next)}
      />
    </div>
  );
}

// The extension table of the GSM alphabet: an escape goes before each (3GPP TS 23.038, 6.2.1.1).
const doubleCharacters = /[\^{}\\[\]~|€]/g;

const link = /\{\{link:[^{}]*\}\}/g;

/** What turns the text into Unicode; in a text of the GSM alphabet, softly, what counts as two. Links that are shortened as one. */
function marksOf(
  text: string,
  { encoding, isShortened }: { encoding: string; isShortened: boolean },
) {
  const costly: Mark[] = encoding === "GSM-7" ? doublesOf(text) : findNonGsmCharacters(text);
  if (!isShortened) return costly;
  const links = [...text.matchAll(link)].map(({ 0: character, index }): Mark => {
    return { character, index, isVariable: true };
  });
  const isInside = ({ index }: Mark) =>
    links.some((each) => index >= each.index && index < each.index + each.character.length);
  return [...links, ...costly.filter((mark) => !isInside(mark))];
}

function doublesOf(text: string): Mark[] {
  return [...text.matchAll(doubleCharacters)].map(({ 0: character, index }) => ({
    ...{ character, index },
    isSoft: true,
  }));
}

function DoubleCharacters({ text, encoding }: { text: string; encoding: string }) {
  const words = useWords(segmentWords);
  const doubles = encoding === "GSM-7" ? [...new Set(text.match(doubleCharacters))] : [];
  if (doubles.length === 0) return null;
  return (
    <span className="text-mute text-sm">
      <span className="font-mono">{doubles.join(" ")}</span> {words.countDouble(doubles.length)}
    </span>
  );
}
