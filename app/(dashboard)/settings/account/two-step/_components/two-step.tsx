"use client";

import { useWords } from "@/components/language/use-words";
import { Notice } from "@/components/ui/notice";
import type { TotpState } from "@/lib/two-step/get-totp";
import { accountWords } from "../../words";
import { disableTotpAction, enableTotpAction, renewCodesAction, startTotpAction } from "../actions";
import { twoStepWords } from "../words";
import { EnableForm } from "./enable-form";
import { RecoveryCodes } from "./recovery-codes";
import { RenewForm } from "./renew-form";
import { StartForm } from "./start-form";
import { TurnOffForm } from "./turn-off-form";
import { useFormState } from "./use-form-state";

interface TwoStepProps {
  totp: TotpState;
  /** The rows of the QR code while there is one to read. */
  squares: boolean[][];
}

/** All states in one place, so that the codes outlive the form that asked for them. */
export function TwoStep({ totp, squares }: TwoStepProps) {
  const starting = useFormState(startTotpAction);
  const enabling = useFormState(enableTotpAction);
  const renewing = useFormState(renewCodesAction);
  const disabling = useFormState(disableTotpAction);
  if (totp.kind === "pending") {
    return <EnableForm {...enabling.form} secret={totp.secret} squares={squares} />;
  }
  if (totp.kind === "off") {
    return (
      <div className="grid max-w-[26rem] gap-5">
        {disabling.value && <TurnedOff isTold={disabling.value.isMailSent} />}
        <StartForm {...starting.form} />
      </div>
    );
  }
  const codes = newest(enabling.value, renewing.value);
  return (
    <div className="grid grid-cols-1 gap-10">
      {codes && <RecoveryCodes key={codes.madeAt} {...codes} />}
      <RenewForm
        key={renewing.value?.madeAt ?? "first"}
        {...renewing.form}
        codesLeft={totp.codesLeft}
      />
      <TurnOffForm {...disabling.form} />
    </div>
  );
}

function TurnedOff({ isTold }: { isTold: boolean }) {
  const { done } = useWords(twoStepWords).off;
  const { mailSaysSo, mailUnsent } = useWords(accountWords);
  return (
    <Notice tone="ok" role="status" title={done}>
      {isTold ? mailSaysSo : mailUnsent}
    </Notice>
  );
}

function newest<Made extends { madeAt: number }>(one?: Made, other?: Made): Made | undefined {
  return (other?.madeAt ?? 0) > (one?.madeAt ?? 0) ? other : one;
}
