/**
 * All operations of the API, and the OpenAPI document made from them: the schemas that validate are the schemas that
 * document. Examples come from the archive at hand, so each of them works as it stands.
 */
import { z } from "zod";
import type { ArchiveReader } from "../archive/types.ts";
import { addressOf, API_BASE, type Example, type Operation } from "./api-operation.ts";
import { NEWS_OPERATIONS } from "./api-news.ts";
import { RECORD_OPERATIONS } from "./api-records.ts";
import { refusalsByStatus, type Sending } from "./api-sending.ts";
import { refused, SCHEMAS } from "./api-values.ts";

export const OPERATIONS: readonly Operation[] = [...RECORD_OPERATIONS, ...NEWS_OPERATIONS];

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

const JSON_TYPE = "application/json";

/** The document, after OpenAPI 3.1. */
export function openApi(archive: ArchiveReader, { origin, version, sendings = [] }: { readonly origin: string; readonly version: string; readonly sendings?: readonly Sending[] }): object {
  const paths: Record<string, object> = Object.fromEntries(OPERATIONS.map((one) => [one.path, { get: describe(one, one.example(archive)) }]));
  for (const one of sendings) paths[one.path] = { ...paths[one.path], post: describeSending(one, archive) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Pactline",
      version,
      description: "What governments promised each other, meeting by meeting. Reading needs no key. Lists come in parts: `next` is the address of the one that follows. Answers carry an entity tag; ask with If-None-Match and get 304 while nothing was written.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: `${origin}${API_BASE}` }],
    paths,
    components: { schemas: componentSchemas(), ...(sendings.length === 0 ? {} : { securitySchemes: { token: TOKEN } }) },
  };
}

function describe(one: Operation, example: Example | null): object {
  const parameters = parametersOf(one).map((parameter) => {
    const value = example?.[parameter.in === "path" ? "params" : "query"][parameter.name];
    return value === undefined ? parameter : { ...parameter, example: value };
  });
  return {
    operationId: one.id,
    summary: one.summary,
    parameters,
    responses: {
      "200": { description: "The answer", content: { [JSON_TYPE]: { schema: schemaOf(one.answer) } } },
      "304": { description: "Nothing was written since the entity tag that was sent" },
      "400": refusalResponse("The address asks for something that cannot be understood"),
      "404": refusalResponse("There is nothing at this address"),
    },
  };
}

const TOKEN = { type: "http", scheme: "bearer", description: "A token that `pactline token add NAME --role archivist` gives" };

function describeSending(one: Sending, archive: ArchiveReader): object {
  const examples = Object.fromEntries(one.examples(archive).map(({ name, value }) => [name, { value }]));
  const { $schema: _, ...schema } = z.toJSONSchema(one.sent, { io: "input" });
  const answers = Object.entries(one.answers).map(([status, { description, schema: answer }]) => [status, { description, content: { [JSON_TYPE]: { schema: schemaOf(answer) } } }] as const);
  const refusals = [...refusalsByStatus(one)].map(([status, rows]) => [String(status), refusalResponse(rows.map(({ code, sentence }) => `\`${code}\`: ${sentence}`).join("\n"))] as const);
  return {
    operationId: one.id,
    summary: one.summary,
    description: `${one.role}.`,
    security: [{ token: [] }],
    ...(one.query === null ? {} : { parameters: parametersIn(one.query, "query") }),
    requestBody: { required: true, content: { [JSON_TYPE]: { schema, examples }, ...(one.query === null ? {} : { "*/*": { schema: {} } }) } },
    responses: Object.fromEntries([...answers, ...refusals]),
  };
}

function refusalResponse(description: string): object {
  return { description, content: { [JSON_TYPE]: { schema: schemaOf(refused) } } };
}

/** The parameters of an operation, those of the path first. */
export function parametersOf({ params, query }: Operation): readonly Parameter[] {
  return [...parametersIn(params, "path"), ...parametersIn(query, "query")];
}

function parametersIn(shape: z.ZodRawShape, place: Parameter["in"]): readonly Parameter[] {
  return Object.entries(shape).map(([name, schema]) => {
    const { $schema: _, description, ...rest } = z.toJSONSchema(schema as z.ZodType, { io: asIntegers(schema as z.ZodType), unrepresentable: "any" });
    const optional = (schema as z.ZodType).safeParse(undefined).success;
    return { name, in: place, required: place === "path" || !optional, description: description ?? "", schema: rest };
  });
}

/** Numbers come as text and are documented as what they become; other texts as they are given. */
function asIntegers(schema: z.ZodType): "input" | "output" {
  return schema instanceof z.ZodDefault && schema.unwrap() instanceof z.ZodNumber ? "output" : "input";
}

function schemaOf(schema: z.ZodType): object {
  const id = SCHEMAS.get(schema)?.id;
  if (id === undefined) throw new Error("an answer of the API has no name");
  return { $ref: `#/components/schemas/${id}` };
}

/** Named schemas refer to each other; unknown fields are allowed, so that answers may grow. */
function componentSchemas(): object {
  const { schemas } = z.toJSONSchema(SCHEMAS, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
}

/** The examples that work on this archive, as addresses. */
export function exampleAddresses(archive: ArchiveReader): readonly { readonly operation: Operation; readonly example: Example; readonly address: string }[] {
  return OPERATIONS.flatMap((one) => {
    const example = one.example(archive);
    return example === null ? [] : [{ operation: one, example, address: addressOf(one.path, example) }];
  });
}

/** The fields of what is sent, for a page for people. */
export function fieldsOf({ sent }: Sending): readonly { readonly name: string; readonly description: string; readonly required: boolean }[] {
  const { properties = {}, required = [] } = z.toJSONSchema(sent, { io: "input" });
  return Object.entries(properties).map(([name, schema]) => ({ name, description: (typeof schema === "object" ? schema.description : undefined) ?? "", required: required.includes(name) }));
}
