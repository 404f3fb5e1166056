/**
 * Citations: behind `/cite` stands the address of what is cited, a document, a commitment, a meeting, a comparison or one
 * change; with `.bib`, `.ris` or `.csl.json` behind it, the file for reference managers.
 */
import { citePage } from "../../views/pages/cite.ts";
import { today } from "../days.ts";
import { CITATION_FILES, type CitationFile, citationFile } from "../publish/citation-files.ts";
import { CITATION_STYLES, citeAs, wordsOf } from "../publish/citation-styles.ts";
import { type Citable, citeChange, citeCommitment, citeComparison, citeDocument, citeMeeting } from "../publish/cited.ts";
import { recordsOf } from "../publish/entries.ts";
import { escapeMarkdown, link } from "../publish/markdown-signs.ts";
import { askedDay, askedSlug } from "./asking.ts";
import { changesOf } from "./change.ts";
import { attachment } from "./changes.ts";
import type { Asked, Room } from "./room.ts";

const STYLE_WORDS = { apa: "APA, 7th edition", chicago: "Chicago, notes and bibliography", mla: "MLA, 9th edition" } as const;

export function mountCite(room: Room): void {
  // The JSON of CSL would be taken for a page's twin, so its ending is told apart first.
  room.serve("/cite/:rest{.+\\.(?:bib|ris|csl\\.json)}", (asked) => {
    const [, path = "", ending = ""] = /^(.*)\.(bib|ris|csl)$/.exec(asked.param("rest")) ?? [];
    const kind: CitationFile = ending === "csl" ? "csl.json" : ending === "bib" ? "bib" : "ris";
    const found = find(room, path, asked);
    return found === null ? null : { body: citationFile(kind, found.cited), mediaType: CITATION_FILES[kind].mediaType, headers: attachment(`${found.cited.key}.${kind}`) };
  }, "day");
  room.page("/cite/:rest{.+}", (asked) => {
    const found = find(room, asked.param("rest"), asked);
    if (found === null) return null;
    const { cited, sentence, links, quotations, original, digest, href } = found;
    return citePage({
      title: cited.title,
      href,
      sentence,
      links,
      permalink: `${asked.origin}${href}`,
      markdown: `${escapeMarkdown(sentence)} (${links.map((one) => link(one.label, one.href)).join("; ")}).`,
      styles: CITATION_STYLES.map((style) => {
        const runs = citeAs(style, cited);
        return { name: STYLE_WORDS[style], id: style, text: wordsOf(runs), runs };
      }),
      files: (["bib", "ris", "csl.json"] as const).map((ending) => ({ name: CITATION_FILES[ending].name, ending })),
      quotations,
      original,
      digest,
    });
  }, "day");
}

function find({ archive, names }: Room, path: string, { origin }: Asked): Citable | null {
  const means = { names, origin, today: today() };
  const [place = "", first = "", second = "", third = "", fourth, fifth] = path.split("/");
  if (place === "documents") {
    const document = archive.document(first);
    return document === null ? null : citeDocument(document, means);
  }
  if (place === "commitments") {
    const found = archive.commitment(first);
    return found === null ? null : citeCommitment(found, archive.document(found.document.sha256)?.snapshot ?? null, means);
  }
  const slug = place === "partnerships" ? askedSlug(first) : null;
  if (slug === null) return null;
  if (second !== "compare") {
    const held = askedDay(second);
    const meeting = held === null ? null : archive.meeting(slug, held);
    return meeting === null ? null : citeMeeting(meeting, means);
  }
  const [before = null, after = null] = third.split("..").map(askedDay);
  if (before === null || after === null) return null;
  // Mostly the change is of neighbours and has its id still: then nothing but it is fetched.
  const stored = fourth === "changes" ? archive.change(slug, [before, after], fifth ?? "") : null;
  if (stored !== null) return citeChange(stored, archive.document, means);
  const record = archive.comparison(slug, before, after);
  if (record === null) return null;
  if (fourth === undefined) return citeComparison(record, means);
  const named = fourth === "changes" ? changesOf(archive, record.comparison.changes, fifth ?? "") : [];
  const [change] = recordsOf(record, archive, named.slice(0, 1));
  if (change === undefined) return null;
  return citeChange(change, archive.document, means);
}
