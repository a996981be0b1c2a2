"use client";

import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { CampaignView } from "@/lib/campaigns/contract";
import { recipientWords } from "../recipient-words";
import type { ReadAs, Upload } from "./use-upload";

interface FileSummaryProps {
  draft: CampaignView;
  upload: Upload;
  onReplace: () => void;
}

/** Which file the people are from and how it was read. */
export function FileSummary({ draft, upload, onReplace }: FileSummaryProps) {
  const words = useWords(recipientWords);
  const isFile = draft.file_name !== null && draft.file_name !== "";
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="wrap-anywhere min-w-0">
          <span className="font-medium">
            {isFile ? <OutsideText text={draft.file_name ?? ""} /> : words.pasted}
          </span>{" "}
          <span className="text-mute tabular-nums">· {words.rows(draft.rows)}</span>
        </p>
        <Button onClick={onReplace}>{words.replace}</Button>
      </div>
      {upload.last ? (
        <ReadingFields last={upload.last} onChange={upload.send} />
      ) : (
        isFile && <p className="text-mute text-sm">{words.again}</p>
      )}
    </div>
  );
}

/** The encodings that a list in Latin script comes in. */
const encodings = ["utf-8", "windows-1250", "iso-8859-2", "windows-1252", "utf-16le", "utf-16be"];

interface ReadingFieldsProps {
  last: NonNullable<Upload["last"]>;
  onChange: (file: File, readAs: ReadAs) => void;
}

/** What was guessed about the file, changeable: each change reads it again. */
function ReadingFields({ last: { file, answer }, onChange }: ReadingFieldsProps) {
  const words = useWords(recipientWords);
  const { encoding, separator, has_header: hasHeader } = answer;
  const now: ReadAs = {
    ...(encoding === null ? {} : { encoding }),
    ...(separator === null ? {} : { separator }),
    header: hasHeader ? "yes" : "no",
  };
  const known = encoding !== null && !encodings.includes(encoding) ? [encoding] : [];
  return (
    <fieldset className="grid max-w-2xl grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-3">
      <legend className="sr-only">{words.readAs}</legend>
      {encoding !== null && (
        <SelectField
          label={words.encoding}
          name="encoding"
          value={encoding}
          options={[...encodings, ...known].map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={({ target }) => onChange(file, { ...now, encoding: target.value })}
        />
      )}
      {separator !== null && (
        <SelectField
          label={words.delimiter}
          name="delimiter"
          value={separator}
          options={Object.entries(words.delimiters).map(([value, label]) => ({ value, label }))}
          onChange={({ target }) => onChange(file, { ...now, separator: target.value })}
        />
      )}
      <SelectField
        label={words.header}
        name="header"
        value={hasHeader ? "yes" : "no"}
        options={(["yes", "no"] as const).map((value) => ({ value, label: words.headers[value] }))}
        onChange={({ target }) =>
          onChange(file, { ...now, header: target.value === "yes" ? "yes" : "no" })
        }
      />
    </fieldset>
  );
}
