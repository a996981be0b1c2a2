"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { useAsk } from "@/components/use-action";
import type { FormFailure } from "@/lib/actions/form-failure";
import type { CampaignView } from "@/lib/campaigns/contract";
import { saveDraft } from "../actions";
import type { DraftChanges } from "../draft-facts";
import { campaignKey } from "./use-campaign";

const saveAfterMs = 500;
const retryMs = 3000;

export interface Saving {
  edit: (changes: DraftChanges) => void;
  /** Saves at once what is not saved yet; whether all of it was. */
  flush: () => Promise<boolean>;
  phase: "idle" | "saving" | "saved";
  /** Why the last attempt was refused, until something is edited. */
  failure: FormFailure | null;
}

/**
 * The draft as it is edited here, and how it saves itself: each field a moment after its last change, one request at a
 * time, again when there was no answer. What is being edited here stands before what others saved; the rest follows them.
 */
export function useSaving(campaign: CampaignView): Saving & { draft: CampaignView } {
  const { campaign_id } = campaign;
  const client = useQueryClient();
  const ask = useAsk(saveDraft);
  const [dirty, setDirty] = useState<DraftChanges>({});
  const [phase, setPhase] = useState<Saving["phase"]>("idle");
  const [failure, setFailure] = useState<FormFailure | null>(null);
  const unsaved = useRef<DraftChanges>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(undefined);

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    await running.current;
    const changes = unsaved.current;
    if (Object.keys(changes).length === 0) return true;
    const refuse = (state: FormFailure) => {
      setPhase("idle");
      setFailure(state);
      if (state.isUnanswered) timer.current = setTimeout(() => void flush(), retryMs);
    };
    const save = async (some: DraftChanges): Promise<boolean> => {
      const state = await ask({ campaign_id, changes: JSON.stringify(some) });
      if (!state.ok) {
        refuse(state);
        // A field that is wrong keeps none of the others from being saved.
        const right = leaveOut(some, Object.keys(state.fields ?? {}));
        const names = Object.keys(right).length;
        if (names > 0 && names < Object.keys(some).length) await save(right);
        return false;
      }
      // An answer on its way may be older than what was just saved.
      await client.cancelQueries({ queryKey: campaignKey(campaign_id) });
      client.setQueryData(campaignKey(campaign_id), state.value);
      unsaved.current = without(unsaved.current, some);
      setDirty(unsaved.current);
      setPhase("saved");
      return true;
    };
    setPhase("saving");
    running.current = save(changes);
    return running.current;
  }, [ask, campaign_id, client]);

  const edit = useCallback(
    (changes: DraftChanges) => {
      unsaved.current = { ...unsaved.current, ...changes };
      setDirty(unsaved.current);
      setFailure(null);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), saveAfterMs);
    },
    [flush],
  );

  useEffect(() => {
    const leave = () => document.visibilityState === "hidden" && void flush();
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      void flush();
    };
  }, [flush]);
  return { draft: { ...campaign, ...dirty }, edit, flush, phase, failure };
}

function leaveOut(all: DraftChanges, names: readonly string[]): DraftChanges {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}

/** What was changed again while it was being saved stays. */
function without(all: DraftChanges, saved: DraftChanges): DraftChanges {
  const isSaved = (name: string) =>
    Reflect.get(saved, name) === Reflect.get(all, name) && Object.hasOwn(saved, name);
  return Object.fromEntries(Object.entries(all).filter(([name]) => !isSaved(name)));
}
