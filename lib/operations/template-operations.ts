import { z } from "zod";
import {
  CreateTemplateInput,
  ListTemplatesQuery,
  TemplatePage,
  TemplateView,
  UpdateTemplateInput,
} from "../templates/contract";
import type { Operation } from "./operation";

const exampleId = "tpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA";

const exampleTemplate = {
  template_id: exampleId,
  name: "Parcel today",
  body: "Hi {{first_name|there}}, your parcel {{parcel}} arrives today.",
  variables: [
    { name: "first_name", required: false },
    { name: "parcel", required: true },
  ],
  created_at: "2026-05-15T14:23:48.530Z",
  updated_at: "2026-05-15T14:23:48.530Z",
};

const changed = {
  ...exampleTemplate,
  body: "Hi {{first_name|there}}, your parcel arrives today.",
  variables: [{ name: "first_name", required: false }],
  updated_at: "2026-05-16T08:11:02.114Z",
};

const TemplateParams = z.object({
  template_id: z
    .string()
    .meta({ description: "ID of the template.", param: { example: exampleId } }),
});

const oneTemplate = {
  description: "The template.",
  schema: TemplateView,
  examples: [{ name: "template", summary: "A template", value: exampleTemplate }],
};

const listTemplates = {
  id: "listTemplates",
  method: "get",
  path: "/api/templates",
  tag: "Templates",
  summary: "List templates",
  description: "The templates of the account, newest first.",
  scope: "read",
  query: ListTemplatesQuery,
  answers: {
    200: {
      description: "A page of templates.",
      schema: TemplatePage,
      examples: [
        {
          name: "page",
          summary: "One template",
          value: { data: [exampleTemplate], next_cursor: null },
        },
      ],
    },
  },
  errors: [],
} satisfies Operation;

const createTemplate = {
  id: "createTemplate",
  method: "post",
  path: "/api/templates",
  tag: "Templates",
  summary: "Create a template",
  description:
    "Saves a text with variables. Send it with `template_id` and `variables` instead of `body` in `POST /api/sms`. Live and test tokens share templates. An account has at most 1,000.",
  scope: "manage",
  body: {
    schema: CreateTemplateInput,
    maxBytes: 65_536,
    examples: [
      {
        name: "template",
        summary: "A template",
        value: { name: exampleTemplate.name, body: exampleTemplate.body },
      },
    ],
  },
  answers: { 201: oneTemplate },
  errors: ["conflict"],
} satisfies Operation;

const getTemplate = {
  id: "getTemplate",
  method: "get",
  path: "/api/templates/{template_id}",
  tag: "Templates",
  summary: "Get a template",
  description: "One template with its variables.",
  scope: "read",
  params: TemplateParams,
  answers: { 200: oneTemplate },
  errors: ["not_found"],
} satisfies Operation;

const updateTemplate = {
  id: "updateTemplate",
  method: "patch",
  path: "/api/templates/{template_id}",
  tag: "Templates",
  summary: "Change a template",
  description:
    "Changes the name, the text, or both. Messages that were accepted keep their text. A test token can't change templates.",
  scope: "manage",
  params: TemplateParams,
  body: {
    schema: UpdateTemplateInput,
    maxBytes: 65_536,
    examples: [{ name: "text", summary: "Another text", value: { body: changed.body } }],
  },
  answers: {
    200: {
      ...oneTemplate,
      examples: [{ name: "text", summary: "Another text", value: changed }],
    },
  },
  errors: ["not_found", "conflict"],
} satisfies Operation;

const deleteTemplate = {
  id: "deleteTemplate",
  method: "delete",
  path: "/api/templates/{template_id}",
  tag: "Templates",
  summary: "Delete a template",
  description: "Messages that were sent by it stay. A test token can't delete templates.",
  scope: "manage",
  params: TemplateParams,
  answers: { 204: { description: "Deleted." } },
  errors: ["not_found"],
} satisfies Operation;

/** `/api/templates`. */
export const templateOperations = {
  listTemplates,
  createTemplate,
  getTemplate,
  updateTemplate,
  deleteTemplate,
};
