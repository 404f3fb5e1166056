/**
 * The history, as a page, JSON and CSV, and the queue of review.
 */
import type { Context } from "hono";
import { deskHref } from "../../views/addresses.ts";
import { historyPage } from "../../views/pages/history.ts";
import { reviewPage } from "../../views/pages/review.ts";
import type { Sha256 } from "../../snapshots/index.ts";
import { REVIEW_KINDS, type ReviewItem } from "../archive/desk-types.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { partsOf, tableOf } from "../publish/parts.ts";
import { csvOf } from "../taking/exporting.ts";
import { actsTable } from "../taking/tables.ts";
import { askedSlugIn, offsetOf, pageNumber } from "./asking.ts";
import { type FormAsked, formAsked } from "./forms.ts";
import type { Asked, Room } from "./room.ts";

const LIMIT = 100;

interface Scope {
  readonly filter: { readonly document?: Sha256; readonly commitment?: string };
  readonly query: { readonly document: string | null; readonly commitment: string | null };
}

export function mountHistory(room: Room): void {
  const { app, archive, access } = room;
  const scope = ({ query }: Asked): Scope => {
    const { document, commitment } = query;
    if (commitment !== undefined) return { filter: { commitment }, query: { document: null, commitment } };
    if (document === undefined) return { filter: {}, query: { document: null, commitment: null } };
    const found = archive.document(document);
    if (found === null) throw new RefusedError(refusal("no-such-document", document));
    return { filter: { document: found.sha256 }, query: { document: found.sha256.slice(0, 12), commitment: null } };
  };
  room.page("/history", (asked) => {
    const { filter, query } = scope(asked);
    const page = pageNumber(asked.query);
    const offset = offsetOf(page, LIMIT);
    return historyPage({ ...archive.history(filter, { offset, limit: LIMIT }), offset, limit: LIMIT, query: { ...query, page } });
  });
  room.serve("/history.csv", (asked) => {
    const { filter } = scope(asked);
    const parts = partsOf((slice) => archive.history(filter, slice), { offset: 0, limit: Number.POSITIVE_INFINITY });
    return { body: tableOf(parts, (acts) => csvOf(actsTable(acts))), mediaType: "text/csv; charset=utf-8" };
  });
  if (access === null) return;
  for (const path of ["/review", "/review.json"]) app.get(path, (context) => showReview(room, context, formAsked(context, archive)));
}

/** The queue of review at the place that is asked for. */
export function showReview({ archive, access, desk, show, names }: Room, context: Context, { query, outcome }: FormAsked): Response {
  if (access === null) throw new RefusedError(refusal("not-found"));
  if (access.visitor(context) === null && desk?.hasPeople() === true) return context.redirect(`/sign-in?back=${encodeURIComponent(deskHref)}`, 303);
  const visitor = access.require(context, "reviewer");
  // A form sends what was not chosen, too.
  const asked = Object.fromEntries([...query].filter(([, value]) => value !== ""));
  const [at, kind, partnership] = [pageNumber(asked, "at"), askedReviewKind(asked), askedSlugIn(asked, "partnership")];
  const { items, ...queue } = archive.review({ offset: at - 1, limit: 1 }, { ...(kind === null ? {} : { kind }), ...(partnership === null ? {} : { partnership }) });
  const partnerships = queue.partnerships.map(({ slug, count }) => ({ slug, name: archive.partnership(slug)?.name ?? slug, count }));
  return show(context, reviewPage({ ...queue, partnerships, item: items[0] ?? null, asked: { at, kind, partnership }, visitor, outcome }, names));
}

function askedReviewKind(query: Readonly<Record<string, string>>): ReviewItem["kind"] | null {
  const text = query["kind"];
  const kind = text === undefined ? null : REVIEW_KINDS.find((one) => one === text);
  if (kind === undefined) throw new RefusedError(refusal("bad-request", `“kind” must be one of ${REVIEW_KINDS.join(", ")}`));
  return kind;
}
