import { countWords, numberWords } from "@/lib/language/count-words";
import type { Words } from "@/lib/language/language";

const en = {
  heading: (isScheduled: boolean, credits: number, balance: number) =>
    `${isScheduled ? "Scheduled" : "Accepted"}: ${countWords("en", credits, { one: "credit", other: "credits" })} used, ${numberWords("en", balance)} left`,
  cost: (worth: string) => `Cost: ${worth}.`,
  leavesAt: "Sends at",
  untilThen: "You can cancel it in the log until then.",
  copyId: "Copy message ID",
  another: "Send another",
  open: "Open the message",
  copyCurl: "Copy as curl",
  campaign: "The campaign is ready to be checked and started",
  openCampaign: "Open the campaign",
};

export const outcomeWords: Words<typeof en> = {
  en,
  pl: {
    heading: (isScheduled, credits, balance) =>
      `${isScheduled ? "Zaplanowano" : "Przyjęto"}. Koszt: ${countWords("pl", credits, { one: "kredyt", few: "kredyty", many: "kredytów", other: "kredytu" })}, zostało ${numberWords("pl", balance)}`,
    cost: (worth) => `Koszt: ${worth}.`,
    leavesAt: "Wysyłka",
    untilThen: "Do tego czasu możesz ją anulować w dzienniku.",
    copyId: "Kopiuj ID wiadomości",
    another: "Napisz następną",
    open: "Otwórz wiadomość",
    copyCurl: "Kopiuj jako curl",
    campaign: "Kampania czeka na sprawdzenie i start",
    openCampaign: "Otwórz kampanię",
  },
};
