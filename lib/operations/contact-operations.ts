import { z } from "zod";
import {
  ContactPage,
  ContactView,
  ListContactsQuery,
  SaveContactInput,
  UpdateContactInput,
} from "../contacts/contract";
import type { Operation } from "./operation";

/** IDs that stand for a contact and a group everywhere in the document. */
export const exampleContactId = "con_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
export const exampleGroupId = "grp_01HQX7Z8RNQK5ZF8TBPNT2YFKA";

const exampleContact = {
  contact_id: exampleContactId,
  number: "48732129000",
  fields: { first_name: "Ada", city: "Łódź" },
  groups: [exampleGroupId],
  created_at: "2026-05-15T14:23:48.530Z",
  updated_at: "2026-05-15T14:23:48.530Z",
};

const ContactParams = z.object({
  contact_id: z
    .string()
    .meta({ description: "ID of the contact.", param: { example: exampleContactId } }),
});

const oneContact = {
  description: "The contact.",
  schema: ContactView,
  examples: [{ name: "contact", summary: "A contact", value: exampleContact }],
};

const listContacts = {
  id: "listContacts",
  method: "get",
  path: "/api/contacts",
  tag: "Contacts",
  summary: "List contacts",
  description:
    "Contacts that match every filter, newest first. A test token lists those with test numbers only.",
  scope: "read",
  query: ListContactsQuery,
  answers: {
    200: {
      description: "A page of contacts.",
      schema: ContactPage,
      examples: [
        {
          name: "page",
          summary: "One contact",
          value: { data: [exampleContact], next_cursor: null },
        },
      ],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const saveContact = {
  id: "saveContact",
  method: "post",
  path: "/api/contacts",
  tag: "Contacts",
  summary: "Save a contact",
  description:
    "Adds a contact. If the account has one with this number, the fields and groups are merged into it. An account has at most 200,000 contacts. A test token can save test numbers only.",
  scope: "manage",
  body: {
    schema: SaveContactInput,
    maxBytes: 65_536,
    examples: [
      {
        name: "contact",
        summary: "A contact",
        value: { number: exampleContact.number, fields: exampleContact.fields },
      },
    ],
  },
  answers: {
    200: {
      ...oneContact,
      examples: [
        { name: "contact", summary: "A contact", value: { ...exampleContact, groups: [] } },
      ],
    },
  },
  errors: ["conflict"],
} satisfies Operation;

const getContact = {
  id: "getContact",
  method: "get",
  path: "/api/contacts/{contact_id}",
  tag: "Contacts",
  summary: "Get a contact",
  description: "One contact. A test token finds those with test numbers only.",
  scope: "read",
  params: ContactParams,
  answers: { 200: oneContact },
  errors: ["not_found"],
} satisfies Operation;

const updateContact = {
  id: "updateContact",
  method: "patch",
  path: "/api/contacts/{contact_id}",
  tag: "Contacts",
  summary: "Change a contact",
  description:
    "`fields` are merged; an empty value or null removes one. `groups` replaces all groups. Omitted parts don't change.",
  scope: "manage",
  params: ContactParams,
  body: {
    schema: UpdateContactInput,
    maxBytes: 65_536,
    examples: [
      {
        name: "fields",
        summary: "Change a field and remove another",
        value: { fields: { first_name: "Ada B.", city: null } },
      },
    ],
  },
  answers: {
    200: {
      ...oneContact,
      examples: [
        {
          name: "fields",
          summary: "Change a field and remove another",
          value: { ...exampleContact, fields: { first_name: "Ada B." } },
        },
      ],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const deleteContact = {
  id: "deleteContact",
  method: "delete",
  path: "/api/contacts/{contact_id}",
  tag: "Contacts",
  summary: "Delete a contact",
  description:
    "Deletes the contact and takes it from its groups. Its messages stay; erase a person everywhere in the panel.",
  scope: "manage",
  params: ContactParams,
  answers: { 204: { description: "Deleted." } },
  errors: ["not_found"],
} satisfies Operation;

/** `/api/contacts`. */
export const contactOperations = {
  listContacts,
  saveContact,
  getContact,
  updateContact,
  deleteContact,
};
