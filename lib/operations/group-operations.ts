import { z } from "zod";
import {
  ChangedMembers,
  GroupInput,
  GroupPage,
  GroupView,
  ListGroupsQuery,
  MembersInput,
} from "../contacts/group-contract";
import { exampleContactId, exampleGroupId } from "./contact-operations";
import type { Operation } from "./operation";

const exampleGroup = {
  group_id: exampleGroupId,
  name: "Regulars",
  contacts: 2,
  created_at: "2026-05-15T14:23:48.530Z",
};

const group_id = z
  .string()
  .meta({ description: "ID of the group.", param: { example: exampleGroupId } });

const GroupParams = z.object({ group_id });

const MemberParams = z.object({
  group_id,
  contact_id: z
    .string()
    .meta({ description: "ID of the contact.", param: { example: exampleContactId } }),
});

const listGroups = {
  id: "listGroups",
  method: "get",
  path: "/api/groups",
  tag: "Contacts",
  summary: "List groups",
  description:
    "The groups of the account, newest first. For a test token, `contacts` counts those with test numbers only.",
  scope: "read",
  query: ListGroupsQuery,
  answers: {
    200: {
      description: "A page of groups.",
      schema: GroupPage,
      examples: [
        { name: "page", summary: "One group", value: { data: [exampleGroup], next_cursor: null } },
      ],
    },
  },
  errors: [],
} satisfies Operation;

const createGroup = {
  id: "createGroup",
  method: "post",
  path: "/api/groups",
  tag: "Contacts",
  summary: "Create a group",
  description: "Makes an empty group. An account has at most 500.",
  scope: "manage",
  body: {
    schema: GroupInput,
    maxBytes: 16_384,
    examples: [{ name: "group", summary: "A group", value: { name: exampleGroup.name } }],
  },
  answers: {
    201: {
      description: "The group.",
      schema: GroupView,
      examples: [{ name: "group", summary: "A group", value: { ...exampleGroup, contacts: 0 } }],
    },
  },
  errors: ["conflict"],
} satisfies Operation;

const renameGroup = {
  id: "renameGroup",
  method: "patch",
  path: "/api/groups/{group_id}",
  tag: "Contacts",
  summary: "Rename a group",
  description: "Gives the group another name. A test token can't rename groups.",
  scope: "manage",
  params: GroupParams,
  body: {
    schema: GroupInput,
    maxBytes: 524_288,
    examples: [{ name: "name", summary: "Another name", value: { name: "Guests" } }],
  },
  answers: {
    200: {
      description: "The group.",
      schema: GroupView,
      examples: [
        { name: "name", summary: "Another name", value: { ...exampleGroup, name: "Guests" } },
      ],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const deleteGroup = {
  id: "deleteGroup",
  method: "delete",
  path: "/api/groups/{group_id}",
  tag: "Contacts",
  summary: "Delete a group",
  description: "Its contacts stay. A test token can't delete groups.",
  scope: "manage",
  params: GroupParams,
  answers: { 204: { description: "Deleted." } },
  errors: ["not_found"],
} satisfies Operation;

const addMembers = {
  id: "addMembers",
  method: "post",
  path: "/api/groups/{group_id}/contacts",
  tag: "Contacts",
  summary: "Add contacts to a group",
  description:
    "Up to 10,000 contacts in one commit. Those that are in the group already stay, and IDs of no contact are counted and left out.",
  scope: "manage",
  params: GroupParams,
  body: {
    schema: MembersInput,
    maxBytes: 524_288,
    examples: [{ name: "one", summary: "One contact", value: { contact_ids: [exampleContactId] } }],
  },
  answers: {
    200: {
      description: "What became of them.",
      schema: ChangedMembers,
      examples: [
        { name: "one", summary: "One contact", value: { changed: 1, unchanged: 0, unknown: 0 } },
      ],
    },
  },
  errors: ["not_found"],
} satisfies Operation;

const removeMember = {
  id: "removeMember",
  method: "delete",
  path: "/api/groups/{group_id}/contacts/{contact_id}",
  tag: "Contacts",
  summary: "Remove a contact from a group",
  description: "The contact itself stays.",
  scope: "manage",
  params: MemberParams,
  answers: { 204: { description: "Removed." } },
  errors: ["not_found"],
} satisfies Operation;

/** `/api/groups`. */
export const groupOperations = {
  listGroups,
  createGroup,
  renameGroup,
  deleteGroup,
  addMembers,
  removeMember,
};
