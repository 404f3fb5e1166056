/** Whether a correction of links, partnerships, parties or topics fits the archive as it is. Writes nothing. */
import type { Anchor, CatalogueCorrection, LinkCorrection, Slug } from "../../snapshots/index.ts";
import type { Database } from "./database.ts";
import { numberOf } from "./facts.ts";
import { anchorLinks } from "./rulings.ts";
import { PROVISIONAL, refuse, type Trial, valueDetail } from "./trial.ts";

export function attemptLink(db: Database, body: LinkCorrection): Trial {
  const { unfit } = anchorLinks(db, [{ id: PROVISIONAL, document: null, body, author: "", reason: "", madeAt: "" }]);
  const anchors = [...body.before, ...body.after];
  const touches = anchors.flatMap(({ sha256 }) => numberOf(db, sha256) ?? []);
  if (unfit.length > 0 || touches.length < anchors.length) return refuse("correction-unfit", "a commitment that it speaks of is not read");
  if (body.before.some((one) => body.after.some((other) => one.sha256 === other.sha256))) return refuse("correction-unfit", "commitments of one document are not compared with each other");
  const [was, is] = [body.before.map((anchor) => dayOf(db, anchor)), body.after.map((anchor) => dayOf(db, anchor))];
  if (was.some((day) => is.some((other) => day !== null && other !== null && day >= other))) return refuse("correction-unfit", "a link goes from a meeting to a later one");
  return { kind: "fits", document: null, touches, before: words(body.before), after: `${words(body.after)}${body.kind === "change-kind" ? ` (${body.value})` : ""}` };
}

function words(anchors: readonly Anchor[]): string {
  return anchors.map(({ quote }) => quote.replace(/\s+/g, " ")).join(" | ");
}

/** The day of the meeting that a commitment was told at; null where its document is of none. */
function dayOf(db: Database, { sha256 }: Anchor): string | null {
  return db.prepare<{ sha256: string }, string | null>(
    `SELECT COALESCE(md.held, cp.held) FROM documents AS d LEFT JOIN meeting_documents AS md ON md.document = d.id LEFT JOIN copies AS cp ON cp.document = d.id WHERE d.sha256 = :sha256`,
  ).pluck().get({ sha256 }) ?? null;
}

export function attemptCatalogue(db: Database, body: CatalogueCorrection): Trial {
  const fits = (before: string, after: string): Trial => ({ kind: "fits", document: null, touches: [], before, after });
  const there = (slug: Slug): boolean => db.prepare("SELECT 1 FROM partnerships WHERE slug = :slug").get({ slug }) !== undefined;
  const nameOf = (slug: Slug): string | undefined => db.prepare<{ slug: Slug }, string>("SELECT name FROM partnerships WHERE slug = :slug").pluck().get({ slug });
  switch (body.kind) {
    case "rename-partnership":
      if (!there(body.from)) return refuse("no-such-partnership", body.from);
      if (body.from === body.to && nameOf(body.from) === body.name) return refuse("already-so", valueDetail(body.name));
      return body.from !== body.to && there(body.to) ? refuse("partnership-exists", body.to) : fits(body.from, `${body.to} (${body.name})`);
    case "merge-partnerships":
      if (body.from === body.to) return refuse("merge-with-itself");
      if (!there(body.from)) return refuse("no-such-partnership", body.from);
      return there(body.to) ? fits(body.from, body.to) : refuse("no-such-partnership", body.to);
    case "add-alias":
      return fits("", `${body.partnership}: ${body.value}`);
    case "add-party":
    case "add-topic":
      return fits("", body.value.name);
  }
}
