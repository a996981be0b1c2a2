"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { type TokenDialogProps, Traffic } from "./revoke-dialog";

const graces = [
  {
    value: "0",
    label: "At once",
    hint: "For a secret that leaked: the next request with it is 401.",
  },
  { value: "1", label: "In 1 hour" },
  { value: "24", label: "In 24 hours" },
  { value: "168", label: "In 7 days" },
] as const;

/** Asks when the old secret shall end, then makes the new one. */
export function RotateDialog({ token, change, isPending, refusal, onClose }: TokenDialogProps) {
  return (
    <Dialog isOpen={token !== null} title={`Rotate “${token?.name ?? ""}”?`} onClose={onClose}>
      <p className="max-w-[68ch]">
        It gets a new secret now; name, scopes and limits stay.
        {token?.previous_secret && " The old secret that still works from the last rotation ends."}
      </p>
      {token && <Traffic token={token} />}
      <form action={change} className="mt-4 grid gap-5">
        <input type="hidden" name="token_id" value={token?.token_id ?? ""} />
        <RadioGroup
          legend="The secret until now ends"
          name="grace_hours"
          options={graces}
          defaultValue="0"
          error={refusal}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" variant="primary" isBusy={isPending}>
            Make new secret
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
