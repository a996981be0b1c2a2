"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { createGroupAction } from "../actions";
import { groupWords } from "../words";

/** Makes an empty group. */
export function AddGroupForm() {
  const words = useWords(groupWords);
  const [state, action, isPending] = useAction(createGroupAction);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure} className="grid gap-3">
      {state?.ok && <Notice tone="ok" role="status" title={words.added(state.value.name)} />}
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label={words.name}
          name="name"
          autoComplete="off"
          className="w-64 max-sm:w-full"
          defaultValue={failure?.values?.["name"]}
          error={failure?.fields?.["name"]}
        />
        <Button type="submit" variant="primary" isBusy={isPending}>
          {words.add}
        </Button>
      </div>
    </ActionForm>
  );
}
