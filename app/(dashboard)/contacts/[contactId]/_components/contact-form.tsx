"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import type { ContactView } from "@/lib/contacts/contract";
import type { GroupView } from "@/lib/contacts/group-contract";
import { saveContactAction } from "../../actions";
import { contactWords } from "../../words";
import { FieldRows } from "./field-rows";

interface ContactFormProps {
  /** Null for a new one. */
  contact: ContactView | null;
  groups: GroupView[];
  /** Names of fields that other contacts have. */
  names: string[];
  isJustSaved: boolean;
}

/** Number, fields, and groups of a contact. */
export function ContactForm({ contact, groups, names, isJustSaved }: ContactFormProps) {
  const words = useWords(contactWords).form;
  const [state, action, isPending] = useAction(saveContactAction);
  const failure = state?.ok === false ? state : null;
  const isSaved = state ? state.ok : isJustSaved;
  return (
    <ActionForm action={action} failure={failure} isKept>
      {isSaved && <Notice tone="ok" role="status" title={words.saved} />}
      <input type="hidden" name="contact_id" value={contact?.contact_id ?? ""} />
      <TextField
        label={words.number}
        name="number"
        type="tel"
        autoComplete="off"
        isMono
        hint={words.numberHint}
        defaultValue={contact?.number}
        error={failure?.fields?.["number"]}
      />
      <FieldRows fields={contact?.fields ?? {}} names={names} error={failure?.fields?.["fields"]} />
      {groups.length > 0 && (
        <fieldset className="grid min-w-0 grid-cols-1 gap-1.5">
          <legend className="mb-1.5 font-medium">{words.groups}</legend>
          {groups.map(({ group_id, name }) => (
            <Checkbox
              key={group_id}
              label={name}
              name="groups"
              value={group_id}
              defaultChecked={contact?.groups.includes(group_id) ?? false}
            />
          ))}
        </fieldset>
      )}
      <div>
        <Button type="submit" variant="primary" isBusy={isPending}>
          {words.save}
        </Button>
      </div>
    </ActionForm>
  );
}
