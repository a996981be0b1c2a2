import { sql } from "drizzle-orm";
import { maxContacts } from "../contacts/contract";
import { db } from "../core/db";
import type { Ask, Plays, Stage } from "./play";

async function idOfTemplate({ make }: Stage, name = "One more"): Promise<Ask> {
  const { template_id } = await make("createTemplate", { body: { name, body: "Hi {{a|b}}" } });
  return { params: { template_id: String(template_id) } };
}

async function idOfContact({ make }: Stage, number = "48732129000"): Promise<Ask> {
  const { contact_id } = await make("saveContact", { body: { number } });
  return { params: { contact_id: String(contact_id) } };
}

async function idOfGroup({ make }: Stage, name = "One more"): Promise<Ask> {
  const { group_id } = await make("createGroup", { body: { name } });
  return { params: { group_id: String(group_id) } };
}

async function idOfMember(stage: Stage): Promise<Ask> {
  const [group, contact] = [await idOfGroup(stage), await idOfContact(stage)];
  const contact_ids = [contact.params?.["contact_id"]];
  await stage.make("addMembers", { ...group, body: { contact_ids } });
  return { params: { ...group.params, ...contact.params } };
}

/** As many contacts as an account may have. */
async function fillWithContacts({ account: { accountId } }: Stage): Promise<Ask> {
  const atOnce = 20_000;
  for (let first = 0; first < maxContacts; first += atOnce) {
    await db().execute(sql`
      insert into contacts (account_id, id, number)
      select ${accountId}::uuid, gen_random_uuid(), (48600000000 + ${first}::int + each)::text
      from generate_series(1, ${atOnce}::int) as each`);
  }
  return {};
}

/** How calls for contacts, groups, and templates are made to go well, and to fail in the ways that are their own. */
export const contactPlays: Record<string, Plays> = {
  createTemplate: {
    refusals: {
      conflict: async (stage) => {
        await idOfTemplate(stage, "Taken");
        return { body: { name: "Taken", body: "Hi" } };
      },
    },
  },
  getTemplate: { prepare: (stage) => idOfTemplate(stage) },
  updateTemplate: {
    prepare: (stage) => idOfTemplate(stage),
    refusals: {
      conflict: async (stage) => {
        await idOfTemplate(stage, "Taken");
        return { body: { name: "Taken" } };
      },
    },
  },
  deleteTemplate: { prepare: (stage) => idOfTemplate(stage) },
  listTemplates: { refusals: { invalid_request: () => ({ query: { limit: "1001" } }) } },
  listContacts: {
    refusals: {
      invalid_request: () => ({ query: { limit: "1001" } }),
      not_found: () => ({ query: { group_id: "grp_x" } }),
    },
  },
  saveContact: { refusals: { conflict: fillWithContacts } },
  getContact: { prepare: (stage) => idOfContact(stage) },
  updateContact: {
    prepare: (stage) => idOfContact(stage),
    refusals: {
      conflict: async (stage) => {
        const number = "48732129001";
        await idOfContact(stage, number);
        return { ...(await idOfContact(stage)), body: { number } };
      },
    },
  },
  deleteContact: { prepare: (stage) => idOfContact(stage) },
  listGroups: { refusals: { invalid_request: () => ({ query: { limit: "1001" } }) } },
  createGroup: {
    refusals: {
      conflict: async (stage) => {
        await idOfGroup(stage, "Taken");
        return { body: { name: "Taken" } };
      },
    },
  },
  renameGroup: {
    prepare: (stage) => idOfGroup(stage),
    refusals: {
      conflict: async (stage) => {
        await idOfGroup(stage, "Taken");
        return { body: { name: "Taken" } };
      },
    },
  },
  deleteGroup: { prepare: (stage) => idOfGroup(stage) },
  addMembers: { prepare: (stage) => idOfGroup(stage) },
  removeMember: { prepare: idOfMember },
};
