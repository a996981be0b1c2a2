"use client";

import clsx from "clsx";
import { FileSpreadsheet } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { maxRows } from "@/lib/spreadsheets/contract";
import { recipientWords } from "../recipient-words";

interface SourcePickerProps {
  onFile: (file: File) => void;
}

/** Where a file is dropped, or chosen by a button. */
export function SourcePicker({ onFile }: SourcePickerProps) {
  const words = useWords(recipientWords);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button inside is for everyone.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx(
        "flex flex-wrap items-center gap-x-6 gap-y-3 rounded-sheet border border-dashed px-5 py-6",
        isOver ? "border-petrol bg-petrol/10" : "border-control bg-panel",
      )}
    >
      <FileSpreadsheet className="size-6 text-mute max-sm:hidden" aria-hidden="true" />
      <div className="min-w-0 grow basis-56">
        <p className="font-medium max-sm:hidden">{words.drop}</p>
        <p id={id} className="text-mute text-sm">
          {words.limits(maxRows)}
        </p>
      </div>
      <Button onClick={() => input.current?.click()} aria-describedby={id}>
        {words.choose}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again, once it was corrected.
          target.value = "";
        }}
      />
    </div>
  );
}
