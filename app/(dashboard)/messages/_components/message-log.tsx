"use client";

import { useWords } from "@/components/language/use-words";
import { Permitted } from "@/components/permitted";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import type { LogCount, LogPage } from "@/lib/message-log/log-contract";
import { LiveDot } from "../../_components/live-dot";
import { logWords } from "../words";
import { CampaignProgress } from "./campaign-progress";
import { CancelOutcome } from "./cancel-outcome";
import type { Density } from "./density";
import { DirectionSwitch } from "./direction-switch";
import { LogFilters } from "./log-filters";
import { LogList } from "./log-list";
import { type LogSearch, logQuery } from "./log-search";
import { MessageDrawer } from "./message-drawer";
import type { FilterChoices } from "./more-filters";
import { useCancel } from "./use-cancel";
import { useDensity } from "./use-density";
import { type Opened, useOpened } from "./use-opened";

interface MessageLogProps {
  firstPage: LogPage;
  /** What the address asks for, as far as it was understood. */
  search: LogSearch;
  choices: FilterChoices;
  opened: Opened | null;
  firstCount: LogCount;
  firstDensity: Density;
  /** Messages from phones that nobody has read. */
  unread: number;
}

/** The message log, newest first and live, with the message that is looked at beside it. */
export function MessageLog(props: MessageLogProps) {
  const { firstPage, search, choices, opened, firstCount } = props;
  const words = useWords(logWords);
  const { outcome, ...cancelling } = useCancel();
  const drawer = useOpened();
  const [density, chooseDensity] = useDensity(props.firstDensity);
  return (
    <>
      <PageHeading
        title={words.title}
        actions={
          <>
            <LiveDot />
            <ButtonLink href="/messages/conversations">
              {words.conversations(props.unread)}
            </ButtonLink>
            <Permitted permission="send_messages">
              <ButtonLink href="/send" variant="primary" className="max-sm:hidden">
                {words.send}
              </ButtonLink>
            </Permitted>
          </>
        }
      />
      <CancelOutcome outcome={outcome} />
      <DirectionSwitch search={search} />
      <LogFilters
        search={search}
        choices={choices}
        firstCount={firstCount}
        density={density}
        onDensity={chooseDensity}
      />
      {choices.campaign && <CampaignProgress first={choices.campaign} />}
      <LogList
        key={logQuery(search)}
        firstPage={firstPage}
        search={search}
        density={density}
        openId={drawer.messageId}
        onOpen={drawer.open}
        choices={choices}
        cancelling={cancelling}
      />
      <MessageDrawer messageId={drawer.messageId} opened={opened} onClose={drawer.close} />
    </>
  );
}
