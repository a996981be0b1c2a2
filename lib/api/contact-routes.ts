import { addMembers } from "../contacts/add-members";
import { createGroup } from "../contacts/create-group";
import { deleteContact } from "../contacts/delete-contact";
import { deleteGroup } from "../contacts/delete-group";
import { getContact } from "../contacts/get-contact";
import { listContacts } from "../contacts/list-contacts";
import { listGroups } from "../contacts/list-groups";
import { removeMembers } from "../contacts/remove-members";
import { renameGroup } from "../contacts/rename-group";
import { saveContact } from "../contacts/save-contact";
import { updateContact } from "../contacts/update-contact";
import { contactOperations } from "../operations/contact-operations";
import { groupOperations } from "../operations/group-operations";
import { serve } from "./serve";

/** `/api/contacts`: whom the account writes to. */
export const contactRoutes = serve(contactOperations, {
  async listContacts({ token: actor, query }) {
    const { data, nextCursor } = await listContacts({ actor, input: query });
    return { data, next_cursor: nextCursor };
  },
  saveContact: async ({ token: actor, body }) => saveContact({ actor, input: await body() }),
  getContact: ({ token: actor, params }) =>
    getContact({ actor, input: { contactId: params.contact_id } }),
  updateContact: async ({ token: actor, params, body }) =>
    updateContact({ actor, input: { contactId: params.contact_id, wanted: await body() } }),
  async deleteContact({ token: actor, params }) {
    await deleteContact({ actor, input: { contactId: params.contact_id } });
    return undefined;
  },
});

/** `/api/groups`: contacts under a name. */
export const groupRoutes = serve(groupOperations, {
  async listGroups({ token: actor, query }) {
    const { data, nextCursor } = await listGroups({ actor, input: query });
    return { data, next_cursor: nextCursor };
  },
  createGroup: async ({ token: actor, body }) => createGroup({ actor, input: await body() }),
  renameGroup: async ({ token: actor, params, body }) =>
    renameGroup({ actor, input: { groupId: params.group_id, wanted: await body() } }),
  async deleteGroup({ token: actor, params }) {
    await deleteGroup({ actor, input: { groupId: params.group_id } });
    return undefined;
  },
  addMembers: async ({ token: actor, params, body }) =>
    addMembers({ actor, input: { groupId: params.group_id, wanted: await body() } }),
  async removeMember({ token: actor, params }) {
    const wanted = { contact_ids: [params.contact_id] };
    await removeMembers({ actor, input: { groupId: params.group_id, wanted } });
    return undefined;
  },
});
