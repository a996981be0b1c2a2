import { markRefused } from "@/lib/core/page-refusal";
import { may, type Permission, type Role, roleNames, rolesWithWords } from "@/lib/core/permissions";
import type { Words } from "@/lib/language/language";
import { currentLanguage } from "./language/current-language";
import { PageHeading } from "./ui/heading";

const en = {
  title: "Not for your role",
  lead: (needed: string, own: string) =>
    `This page needs the role ${needed}. Your role is ${own}. An owner of the account can change it.`,
  overview: "Go to the overview",
  credits: "Go to credits",
};

/** What is said where a page is not for the role of the person who opens it. */
const notForRoleWords: Words<typeof en> = {
  en,
  pl: {
    title: "Strona niedostępna dla tej roli",
    lead: (needed, own) =>
      `Ta strona wymaga roli: ${needed}. Obecna rola: ${own}. Może ją zmienić właściciel konta.`,
    overview: "Przejdź do przeglądu",
    credits: "Przejdź do kredytów",
  },
};

interface NotForRoleProps {
  role: Role;
  /** What the page asks for. */
  permission: Permission;
}

/** Stands in the place of a page that a role may not open, inside the shell: says which role may, and whom to ask. The status is 403. */
export async function NotForRole({ role, permission }: NotForRoleProps) {
  markRefused();
  const language = await currentLanguage();
  const words = notForRoleWords[language];
  const isReader = may(role, "read_messages");
  return (
    <>
      <PageHeading
        title={words.title}
        lead={words.lead(rolesWithWords(permission)[language], roleNames[role][language])}
      />
      <a href={isReader ? "/overview" : "/credits"} className="link text-md">
        {isReader ? words.overview : words.credits}
      </a>
    </>
  );
}
