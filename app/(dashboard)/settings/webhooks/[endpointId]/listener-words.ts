import type { Words } from "@/lib/language/language";

const en = {
  title: "Listener",
  lead: "A program requests these events, and Depesza sends none to the URL. The listener is deleted when its program ends, or ten minutes later.",
  more: "Receive events on your machine",
};

export const listenerWords: Words<typeof en> = {
  en,
  pl: {
    title: "Nasłuch",
    lead: "Te zdarzenia pobiera program, a Depesza nie wysyła żadnego na ten URL. Nasłuch znika, gdy program się kończy, albo dziesięć minut później.",
    more: "Odbieraj zdarzenia na swoim komputerze",
  },
};
