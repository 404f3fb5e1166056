/**
 * The shape of an API operation: one value that validates, answers, documents itself and gives an example that works on
 * the archive at hand.
 */
import type { z } from "zod";
import type { Names } from "../../views/names.ts";
import type { ArchiveReader, Page } from "../archive/types.ts";
import { understanding } from "./api-asking.ts";

export interface ApiMeans {
  readonly archive: ArchiveReader;
  readonly names: Names;
  readonly origin: string;
}

export type Strings = Readonly<Record<string, string>>;

export interface Example {
  readonly params: Strings;
  readonly query: Strings;
}

export interface Operation {
  readonly id: string;
  /** Below `/api/v1`, with parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodRawShape;
  readonly query: z.ZodRawShape;
  readonly answer: z.ZodType;
  /** Null where the archive has nothing to show it with. */
  example(archive: ArchiveReader): Example | null;
  /** The answer, or null where there is nothing. Throws what cannot be understood. */
  run(asked: { readonly params: Strings; readonly query: Strings }, means: ApiMeans): unknown;
}

interface Definition<Params extends z.ZodRawShape, Query extends z.ZodRawShape> extends Omit<Operation, "params" | "query" | "run"> {
  readonly params: Params;
  readonly query: Query;
  answerTo(asked: z.output<z.ZodObject<Params>> & z.output<z.ZodObject<Query>>, means: ApiMeans & { nextOf(page: number): string }): unknown;
}

export const API_BASE = "/api/v1";

export function operation<Params extends z.ZodRawShape, Query extends z.ZodRawShape>({ answerTo, ...definition }: Definition<Params, Query>): Operation {
  const [understandParams, understandQuery] = [understanding(definition.params), understanding(definition.query)];
  return {
    ...definition,
    run({ params, query }, means) {
      const asked = { ...understandParams(params), ...understandQuery(query) };
      return answerTo(asked, { ...means, nextOf: (page) => `${means.origin}${addressOf(definition.path, { params, query: { ...query, page: String(page) } })}` });
    },
  };
}

/** The address of an operation, from the root. */
export function addressOf(path: string, { params, query }: Example): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? "").replaceAll("%2F", "/"));
  const pairs = new URLSearchParams(query).toString();
  return `${API_BASE}${filled}${pairs === "" ? "" : `?${pairs}`}`;
}

interface Paged {
  readonly page: number;
  readonly limit: number;
}

export function sliceOf({ page, limit }: Paged): { readonly offset: number; readonly limit: number } {
  return { offset: (page - 1) * limit, limit };
}

/** A list's part with the address of the next. */
export function paged<Item, Shown>({ items, total }: Pick<Page<Item>, "items" | "total">, { page, limit, nextOf }: Paged & { nextOf(page: number): string }, show: (item: Item) => Shown): object {
  return { items: items.map(show), total, page, limit, next: page * limit < total ? nextOf(page + 1) : null };
}
