"use client";

import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { isolatedText } from "@/components/visible-text";
import { tokenWords } from "../words";
import type { TokenDialogProps } from "./revoke-dialog";

/** Asks how many credits a token may spend on a day. */
export function LimitDialog({ token, change, isPending, refusal, onClose }: TokenDialogProps) {
  const words = useWords(tokenWords).limiting;
  return (
    <Dialog
      isOpen={token !== null}
      title={words.title(isolatedText(token?.name ?? ""))}
      onClose={onClose}
    >
      <p className="max-w-[68ch]">{words.effect}</p>
      <form action={change} className="mt-4 grid gap-5">
        <input type="hidden" name="token_id" value={token?.token_id ?? ""} />
        <TextField
          key={token?.token_id}
          label={words.limit}
          name="daily_limit"
          inputMode="numeric"
          autoComplete="off"
          isMono
          className="max-w-[14rem]"
          hint={words.hint}
          defaultValue={token?.daily_limit ?? ""}
          error={refusal ? [refusal] : undefined}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.leave}</Button>
          <Button type="submit" variant="primary" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
