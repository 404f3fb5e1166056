/**
 * The API: every operation at its address below `/api/v1`, the OpenAPI document, and a page for people.
 */
import { openApiHref } from "../../views/addresses.ts";
import { apiPage } from "../../views/pages/api.ts";
import { API_BASE } from "../publish/api-operation.ts";
import { exampleAddresses, fieldsOf, openApi, OPERATIONS, type Parameter, parametersOf } from "../publish/api.ts";
import { refusalsByStatus, SENDINGS } from "../publish/api-sending.ts";
import { TOOLS } from "../publish/mcp.ts";
import { json } from "./changes.ts";
import type { Room } from "./room.ts";

export function mountApi(room: Room): void {
  const { archive, names, version, desk } = room;
  const sendings = desk === null ? [] : SENDINGS;
  for (const operation of OPERATIONS) {
    const parameters = Object.keys(operation.params);
    room.serve(`${API_BASE}${operation.path.replace(/\{(\w+)\}/g, ":$1")}`, ({ param, query, origin }) => {
      const params = Object.fromEntries(parameters.map((name) => [name, param(name)]));
      const value = operation.run({ params, query }, { archive, names, origin });
      return value === null ? null : json(value);
    });
  }
  room.serve(openApiHref, ({ origin }) => json(openApi(archive, { origin, version, sendings })));
  room.page("/api", ({ origin }) => {
    const examples = new Map(exampleAddresses(archive).map(({ operation, address }) => [operation.id, address]));
    return apiPage({
      base: API_BASE,
      mcp: `${origin}/mcp`,
      operations: OPERATIONS.map((operation) => ({
        id: operation.id,
        path: operation.path,
        summary: operation.summary,
        parameters: parametersOf(operation).map(({ name, in: place, description, required, schema }) => ({ name, place: place === "path" ? "address" : "query", description, required, values: valuesOf(schema) })),
        example: examples.get(operation.id) ?? null,
      })),
      sendings: sendings.map((one) => {
        const [example] = one.examples(archive);
        const refusals = [...refusalsByStatus(one)].flatMap(([status, rows]) => rows.map(({ code }) => `${status} ${code}`));
        return { id: one.id, path: one.path, summary: one.summary, role: one.role, fields: fieldsOf(one), example: example === undefined ? null : JSON.stringify(example.value), refusals };
      }),
      tools: Object.entries(TOOLS).map(([name, description]) => ({ name, description })),
    });
  });
}

/** The words that are permitted, where a schema names them. */
function valuesOf({ enum: words }: Parameter["schema"]): readonly string[] {
  return Array.isArray(words) ? words.map(String) : [];
}
