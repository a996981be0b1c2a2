"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import { begin } from "../actions";
import { importWords } from "../words";

/** Leads to the page of an import. */
export function BeginImport() {
  const words = useWords(importWords);
  const [state, action, isPending] = useAction(begin);
  return (
    <ActionForm action={action} failure={state?.ok === false ? state : null}>
      <Button type="submit" isBusy={isPending}>
        {words.begin}
      </Button>
    </ActionForm>
  );
}
