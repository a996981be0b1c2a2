"use client";

import { useActionState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Profile } from "@/lib/accounts/contract";
import { updateProfileAction } from "../actions";

const languages = [
  { value: "en", label: "English" },
  { value: "pl", label: "Polski" },
] as const;

interface ProfileFormProps {
  profile: Profile;
  /** The zones the server knows: it has to know what it is told. */
  zones: string[];
}

/** Name, time zone and language. */
export function ProfileForm({ profile, zones }: ProfileFormProps) {
  const [state, action, isPending] = useActionState(updateProfileAction, null);
  const failure = state?.ok === false ? state : null;
  const typed = failure?.values;
  return (
    <div className="grid max-w-[26rem] gap-5">
      {state?.ok && (
        <Notice key={state.value.savedAt} tone="ok" role="status" title="Profile saved." />
      )}
      {/* A new key shows what is stored now: a form keeps the defaults it was made with. */}
      <ActionForm
        key={`${profile.name} ${profile.time_zone} ${profile.language}`}
        action={action}
        failure={failure}
      >
        <TextField
          label="Name"
          name="name"
          autoComplete="name"
          maxLength={100}
          hint="Shown to nobody but you."
          defaultValue={typed?.["name"] ?? profile.name}
          error={failure?.fields?.["name"]}
        />
        <SelectField
          label="Time zone"
          name="time_zone"
          hint="Times on these screens are shown in it."
          options={[{ value: "", label: "As this browser" }, ...zones.map(zoneOption)]}
          defaultValue={typed?.["time_zone"] ?? profile.time_zone}
          error={failure?.fields?.["time_zone"]}
        />
        <SelectField
          label="Language"
          name="language"
          hint="Kept for the day these screens speak more than English."
          options={languages}
          defaultValue={typed?.["language"] ?? profile.language}
          error={failure?.fields?.["language"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            Save profile
          </Button>
        </div>
      </ActionForm>
    </div>
  );
}

function zoneOption(zone: string) {
  return { value: zone, label: zone.replaceAll("_", " ") };
}
