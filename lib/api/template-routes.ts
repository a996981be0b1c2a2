import { templateOperations } from "../operations/template-operations";
import { createTemplate } from "../templates/create-template";
import { deleteTemplate } from "../templates/delete-template";
import { getTemplate } from "../templates/get-template";
import { listTemplates } from "../templates/list-templates";
import { updateTemplate } from "../templates/update-template";
import { serve } from "./serve";

/** `/api/templates`: saved texts with variables. */
export const templateRoutes = serve(templateOperations, {
  async listTemplates({ token: actor, query }) {
    const { data, nextCursor } = await listTemplates({ actor, input: query });
    return { data, next_cursor: nextCursor };
  },
  createTemplate: async ({ token: actor, body }) => createTemplate({ actor, input: await body() }),
  getTemplate: ({ token: actor, params }) =>
    getTemplate({ actor, input: { templateId: params.template_id } }),
  updateTemplate: async ({ token: actor, params, body }) =>
    updateTemplate({ actor, input: { templateId: params.template_id, wanted: await body() } }),
  async deleteTemplate({ token: actor, params }) {
    await deleteTemplate({ actor, input: { templateId: params.template_id } });
    return undefined;
  },
});
