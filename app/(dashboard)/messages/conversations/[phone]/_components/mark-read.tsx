"use client";

import { startTransition, useEffect } from "react";
import { useAction } from "@/components/use-action";
import { markReadAction } from "../../actions";

/** Marks a phone's messages as read once they are on the screen; `newest` is the last of them. */
export function MarkRead({ phone, newest }: { phone: string; newest: string }) {
  const [, action] = useAction(markReadAction);
  useEffect(() => {
    if (newest === "") return;
    const form = new FormData();
    form.set("phone", phone);
    startTransition(() => action(form));
  }, [phone, newest]);
  return null;
}
