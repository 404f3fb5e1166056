/**
 * The API on a page for people: what can be asked, with what, and an example of each that works on this archive.
 */
import { apiHref, openApiHref, twinOf } from "../addresses.ts";
import { type Link, listHead, type Page } from "../page.ts";

/** A run of a text, told apart where it is code. */
interface CodePiece {
  readonly text: string;
  readonly code: boolean;
}

interface Operation<Words> {
  readonly id: string;
  readonly path: string;
  readonly summary: Words;
  /** `values` are all that a parameter may be; empty where there is no end of them. */
  readonly parameters: readonly { readonly name: string; readonly place: string; readonly description: Words; readonly required: boolean; readonly values: readonly string[] }[];
  readonly example: string | null;
}

/** What may be sent, with a token. */
interface Sending<Words> {
  readonly id: string;
  readonly path: string;
  readonly summary: string;
  readonly role: Words;
  readonly fields: readonly { readonly name: string; readonly description: Words; readonly required: boolean }[];
  /** JSON that can be sent as it stands. */
  readonly example: string | null;
  /** `422 no-date`. */
  readonly refusals: readonly string[];
}

export interface ApiPage extends Page {
  readonly template: "api";
  readonly base: string;
  readonly openApi: string;
  readonly mcp: string;
  readonly operations: readonly Operation<readonly CodePiece[]>[];
  readonly sendings: readonly Sending<readonly CodePiece[]>[];
  readonly tools: readonly { readonly name: string; readonly description: string }[];
  readonly forms: readonly (Link & { readonly what: string })[];
}

/** Texts in which code stands between backticks. */
export interface ApiInput {
  readonly base: string;
  readonly mcp: string;
  readonly operations: readonly Operation<string>[];
  readonly sendings: readonly Sending<string>[];
  readonly tools: ApiPage["tools"];
}

/** Forms of pages that need no API at all. */
const FORMS: ApiPage["forms"] = [
  { label: "/changes.json", href: "/changes.json", what: "the stream, as it is filtered" },
  { label: "/changes.csv", href: "/changes.csv", what: "the same as a table" },
  { label: "/changes.atom", href: "/changes.atom", what: "the same as a feed" },
  { label: "/documents.csv", href: "/documents.csv", what: "all documents" },
  { label: "/timeline.csv", href: "/timeline.csv", what: "all meetings with their figures" },
];

export function apiPage({ base, mcp, operations, sendings, tools }: ApiInput): ApiPage {
  return {
    template: "api",
    head: listHead({ title: "API", description: "The same values as the pages, for programs: JSON over HTTP without a key, described by OpenAPI.", path: apiHref, twin: twinOf(apiHref) }),
    trail: [],
    base,
    openApi: openApiHref,
    mcp,
    operations: operations.map(({ summary, parameters, ...one }) => ({ ...one, summary: codePieces(summary), parameters: parameters.map((parameter) => ({ ...parameter, description: codePieces(parameter.description) })) })),
    sendings: sendings.map(({ role, fields, ...one }) => ({ ...one, role: codePieces(role), fields: fields.map((field) => ({ ...field, description: codePieces(field.description) })) })),
    tools,
    forms: FORMS,
  };
}

function codePieces(text: string): readonly CodePiece[] {
  return text.split("`").map((piece, at) => ({ text: piece, code: at % 2 === 1 })).filter(({ text: words }) => words !== "");
}
