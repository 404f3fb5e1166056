/**
 * Pages of forms, by their addresses: a form that is refused is shown again on its own page, as it was filled in, with the sentence
 * beside it.
 */
import type { Context } from "hono";
import type { Refusal } from "../refusals.ts";
import { showCommitmentForms, showDocumentForms } from "./correct-pages.ts";
import { type Fields, type FormAsked, ownPath } from "./forms.ts";
import { showReview } from "./history.ts";
import type { Room } from "./room.ts";
import { showDesk } from "./sign-in.ts";

type Show = (room: Room, context: Context, asked: FormAsked) => Response;

const PAGES: readonly (readonly [RegExp, Show])[] = [
  [/^\/documents\/([^/]+)\/correct$/, showDocumentForms],
  [/^\/commitments\/([^/]+)\/correct$/, showCommitmentForms],
  [/^\/review$/, showReview],
  [/^\/desk$/, showDesk],
];

/** The page that a refused form came from, by its field `back`; programs are told the refusal alone. */
export function showRefused(room: Room, context: Context, { fields, refusal }: { readonly fields: Fields; readonly refusal: Refusal }): Response {
  const { pathname, searchParams: query } = new URL(ownPath(fields["back"]), "http://localhost");
  for (const [pattern, show] of PAGES) {
    const [found, id = ""] = pattern.exec(pathname) ?? [];
    if (found === undefined || room.wantsJson(context)) continue;
    const page = show(room, context, { id, query, outcome: { kind: "refused", sentence: refusal.sentence, fields } });
    return new Response(page.body, { status: refusal.status, headers: page.headers });
  }
  return room.refuse(context, refusal);
}
