import { appUrl } from "../core/env";
import type { Language, Words } from "../language/language";
import type { MailContent } from "../mail/mail";
import { alarmWords } from "./_alarm-words";
import { alarmFacts, type Condition } from "./alarm-kinds";

/** What is told of an alarm. */
export interface News extends Condition {
  since: Date;
  status: "open" | "lasting" | "resolved";
  /** It is over because its machine no longer says anything. */
  isLost?: boolean;
}

/** The email about an alarm that begins, lasts, or is over. */
export function newsLetter(news: News): Words<MailContent> {
  return { en: letterIn("en", news), pl: letterIn("pl", news) };
}

/** The same in one line of English for a webhook. */
export function newsSummary(news: News): string {
  const { begins } = alarmWords.en[news.alarm](news);
  return `${news.status === "resolved" ? endOf("en", news) : begins}.`;
}

function letterIn(language: Language, news: News): MailContent {
  const { begins, detail, advice } = alarmWords[language][news.alarm](news);
  const { still, over, carriers, page } = frame[language];
  const { status } = news;
  const link = isOfCarriers(news)
    ? { words: carriers, url: `${appUrl()}/admin/carriers` }
    : { words: page, url: `${appUrl()}/docs/monitoring#alarms` };
  if (status === "resolved") {
    return { subject: endOf(language, news), paragraphs: [over(timeOf(news.since))], link };
  }
  return {
    subject: status === "lasting" ? still(begins) : begins,
    paragraphs: [detail, advice],
    link,
  };
}

function endOf(language: Language, news: News): string {
  if (news.isLost) return frame[language].lost(news.subject);
  return alarmWords[language][news.alarm](news).ends;
}

function isOfCarriers({ alarm }: News): boolean {
  return alarmFacts(alarm).isOfCarrier || alarm === "no_route";
}

function timeOf(since: Date): string {
  return `${since.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

const frame = {
  en: {
    still: (begins: string) => `Still: ${begins}`,
    over: (since: string) => `This alarm was open since ${since}. It is over.`,
    lost: (machine: string) => `Machine ${machine} no longer reports its disk`,
    carriers: "Open carriers",
    page: "Read about alarms",
  },
  pl: {
    still: (begins: string) => `Nadal: ${begins}`,
    over: (since: string) => `Alarm trwał od ${since}. Już minął.`,
    lost: (machine: string) => `Maszyna ${machine} nie podaje już stanu dysku`,
    carriers: "Otwórz dostawców",
    page: "Czytaj o alarmach",
  },
} satisfies Words<unknown>;
