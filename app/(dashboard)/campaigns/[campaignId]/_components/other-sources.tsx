"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { DraftChoices } from "../draft-facts";
import { recipientWords } from "../recipient-words";

interface OtherSourcesProps {
  groups: DraftChoices["groups"];
  isBusy: boolean;
  onPaste: (text: string) => void;
  onGroup: (groupId: string) => void;
}

/** The people without a file: pasted, or from the contacts. */
export function OtherSources({ groups, isBusy, onPaste, onGroup }: OtherSourcesProps) {
  const words = useWords(recipientWords);
  const [pasted, setPasted] = useState("");
  return (
    <div className="mt-6 grid grid-cols-1 gap-x-10 gap-y-6 md:grid-cols-2">
      <div className="space-y-2">
        <TextAreaField
          label={words.paste}
          name="pasted"
          rows={4}
          hint={words.pasteHint}
          isMono
          value={pasted}
          onChange={({ target }) => setPasted(target.value)}
        />
        <Button
          isBusy={isBusy}
          disabled={pasted.trim() === ""}
          onClick={() => {
            onPaste(pasted);
          }}
        >
          {words.usePasted}
        </Button>
      </div>
      {groups.length > 0 ? (
        <SelectField
          label={words.group}
          name="group"
          value=""
          disabled={isBusy}
          onChange={({ target }) => target.value !== "" && onGroup(target.value)}
          options={[
            { value: "", label: words.chooseGroup },
            ...groups.map(({ group_id, name, contacts }) => ({
              value: group_id,
              label: `${name} (${contacts})`,
            })),
          ]}
        />
      ) : (
        <div>
          <p className="mb-1.5 font-medium">{words.group}</p>
          <p className="text-mute text-sm">{words.noGroups}</p>
        </div>
      )}
    </div>
  );
}
