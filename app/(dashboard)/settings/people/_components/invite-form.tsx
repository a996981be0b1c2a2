"use client";

import { useLanguage, useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { isolatedText } from "@/components/visible-text";
import { roleNames, roles } from "@/lib/core/permissions";
import { inviteAction } from "../actions";
import { peopleWords } from "../words";

/** Invites somebody by email, with a role whose reach is said beside it. */
export function InviteForm() {
  const { invite: words, roleHints } = useWords(peopleWords);
  const language = useLanguage();
  const [state, action, isPending] = useAction(inviteAction);
  const failure = state?.ok === false ? state : null;
  return (
    <section>
      <SectionHeading title={words.title} lead={words.lead} />
      <div className="grid max-w-[34rem] gap-5">
        {state?.ok && (
          <Notice
            key={state.value.at}
            tone="ok"
            role="status"
            title={words.sent(isolatedText(state.value.email))}
          />
        )}
        <ActionForm action={action} failure={failure}>
          <TextField
            label={words.email}
            name="email"
            type="email"
            autoComplete="off"
            required
            maxLength={254}
            defaultValue={failure?.values["email"]}
            error={failure?.fields?.["email"]}
          />
          <RadioGroup
            legend={words.role}
            name="role"
            options={roles.map((role) => ({
              value: role,
              label: roleNames[role][language],
              hint: roleHints[role],
            }))}
            defaultValue={failure?.values["role"] ?? "sender"}
            error={failure?.fields?.["role"]}
          />
          <div>
            <Button type="submit" variant="primary" isBusy={isPending}>
              {words.submit}
            </Button>
          </div>
        </ActionForm>
      </div>
    </section>
  );
}
