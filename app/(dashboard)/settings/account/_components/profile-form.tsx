"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import type { Profile } from "@/lib/preferences/contract";
import { updateProfileAction } from "../actions";
import { accountWords } from "../words";

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
  const { profile: words } = useWords(accountWords);
  const [state, action, isPending] = useAction(updateProfileAction);
  const failure = state?.ok === false ? state : null;
  const typed = failure?.values;
  return (
    <div className="grid max-w-[26rem] gap-5">
      {state?.ok && (
        <Notice key={state.value.savedAt} tone="ok" role="status" title={words.saved} />
      )}
      {/* A new key shows what is stored now: a form keeps the defaults it was made with. */}
      <ActionForm
        key={`${profile.name} ${profile.time_zone} ${profile.language}`}
        action={action}
        failure={failure}
      >
        <TextField
          label={words.name}
          name="name"
          autoComplete="name"
          maxLength={100}
          hint={words.nameHint}
          defaultValue={typed?.["name"] ?? profile.name}
          error={failure?.fields?.["name"]}
        />
        <SelectField
          label={words.zone}
          name="time_zone"
          hint={words.zoneHint}
          options={[{ value: "", label: words.asBrowser }, ...zones.map(zoneOption)]}
          defaultValue={typed?.["time_zone"] ?? profile.time_zone}
          error={failure?.fields?.["time_zone"]}
        />
        <SelectField
          label={words.language}
          name="language"
          hint={words.languageHint}
          options={languages}
          defaultValue={typed?.["language"] ?? profile.language}
          error={failure?.fields?.["language"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
    </div>
  );
}

function zoneOption(zone: string) {
  return { value: zone, label: zone.replaceAll("_", " ") };
}
