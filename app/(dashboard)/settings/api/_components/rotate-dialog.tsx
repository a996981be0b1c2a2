"use client";

import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { isolatedText } from "@/components/visible-text";
import { tokenWords } from "../words";
import { type TokenDialogProps, Traffic } from "./revoke-dialog";

const graceHours = ["0", "1", "24", "168"] as const;

/** Asks when the old secret shall end, then makes the new one. */
export function RotateDialog({ token, change, isPending, refusal, onClose }: TokenDialogProps) {
  const words = useWords(tokenWords).rotating;
  const graces = graceHours.map((value) => ({
    value,
    label: words.graces[value],
    ...(value === "0" && { hint: words.leaked }),
  }));
  return (
    <Dialog
      isOpen={token !== null}
      title={words.title(isolatedText(token?.name ?? ""))}
      onClose={onClose}
    >
      <p className="max-w-[68ch]">
        {words.effect}
        {token?.previous_secret && ` ${words.oldEnds}`}
      </p>
      {token && <Traffic token={token} />}
      <form action={change} className="mt-4 grid gap-5">
        <input type="hidden" name="token_id" value={token?.token_id ?? ""} />
        <RadioGroup
          legend={words.ends}
          name="grace_hours"
          options={graces}
          defaultValue="0"
          error={refusal}
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
