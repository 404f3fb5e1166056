/**
 * What kind of publication a document is: as stated, else by its title, the label above everything first; a text whose title does not say
 * is told by how it speaks.
 */
import { datelineOf } from "./dateline.ts";
import { type Block, DOCUMENT_KINDS, type DocumentKind } from "../types.ts";

/** Words of titles, the surest first: "Joint Readout" is a read-out, "Joint Declaration" a declaration. */
const TITLES: readonly (readonly [DocumentKind, RegExp])[] = [
  ["digest", /^digest\b/i],
  ["read-out", /\bread-?outs?\b/i],
  ["fact-sheet", /\bfact ?-?sheets?\b|\bfiche d[’']information\b/i],
  ["press-release", /\b(?:press|news|media) release\b|\bpress corner\b/i],
  ["communique", /\bcommuniqu[eé]s?(?!\p{L})|\bchairs?[’']?s? (?:summary|statement)\b|\bchair[’']s\b.*\bsummary\b|\bsummit conclusions\b/iu],
  ["declaration", /\b(?:joint|leaders[’']|political|ministerial)? ?declaration\b|\bd[ée]claration\b|\bdeclaraci[óo]n\b|\bdeclaraç[ãa]o\b|\b(?:atlantic )?charter\b/i],
  ["joint-statement", /\bjoint (?:[\p{L}’'-]+ ){0,4}statements?\b|\bstatements? (?:by|from|of|between) [^:]* and\b|\b(?:leaders|ministers|presidential|summit|vision|trilateral|ministerial)[’']?s?’? (?:[\p{L}’'-]+ ){0,3}statement\b|\bjoint (?:press )?(?:communication|announcement|vision|roadmap|action plan)\b/iu],
  ["agreement", /^(?:[\p{L}.’'–-]+ ){0,6}(?:agreement|treaty|memorandum of (?:understanding|cooperation|arrangement)|convention|protocol|memorandum of)\b/iu],
];

/** What a title says before its colon or as its whole. */
export function documentKind(title: string, metadata: Readonly<Record<string, string>>, blocks: readonly Block[] = []): DocumentKind {
  const stated = (metadata["kind"] ?? metadata["type"] ?? "").trim().toLowerCase().replace(/[\s_]+/g, "-");
  const exact = DOCUMENT_KINDS.find((kind) => kind === stated || `${kind}s` === stated || kind.replace("-", "") === stated.replace("-", ""));
  if (exact !== undefined) return exact;
  const label = /^[^:]{3,40}:/.exec(title)?.[0] ?? "";
  return kindOfTitle(label) ?? kindOfTitle(title) ?? kindOfText(blocks);
}

function kindOfTitle(title: string): DocumentKind | null {
  const found = TITLES.find(([, words]) => words.test(title));
  if (found?.[0] === "agreement" && /\b(?:implementation of|framework for|fact|trade deal|reach|announce|finalize)/i.test(title)) return null;
  return found?.[0] ?? null;
}

const GOVERNMENTS = /\b(?:leaders|ministers?|presidents?|governments?|both sides|two sides|(?:our|two|these) (?:countries|nations)|heads of state|secretar(?:y|ies)|delegations?)\b/i;

/** A release has a dateline or a contact for the press, a report tells what others said, a statement speaks as "we". */
function kindOfText(blocks: readonly Block[]): DocumentKind {
  const first = blocks.slice(0, 8).map(({ text }) => text);
  const label = first.slice(0, 4).find((text) => text.length < 120 && kindOfTitle(text) !== null);
  if (label !== undefined) return kindOfTitle(label) ?? "other";
  const whole = blocks.map(({ text }) => text).join("\n").slice(0, 20_000);
  const contact = blocks.some(({ text }) => text.length < 300 && /\b(?:press|media) (?:contact|office|enquir|inquir|officer)|\bspokespersons?\b[^.]{0,40}$/i.test(text));
  if (contact || first.some((text) => text.length < 80 && datelineOf(text) !== null)) return "press-release";
  const own = (whole.match(/\b(?:[Ww]e|[Oo]ur)\b/g) ?? []).length;
  const told = (whole.match(/(?:[”"]|,) (?:said|says|told|added|quipped)\b|\b(?:said|told reporters|according to|officials said)\b/g) ?? []).length;
  const words = whole.split(" ").length;
  if (own >= 2 && own * 150 > words && (GOVERNMENTS.test(whole.slice(0, 1_500)) || /^(?:We|WE), /m.test(whole))) return "joint-statement";
  const agency = first.some((text) => text.length > 120 && datelineOf(text) !== null);
  if ((agency || (told >= 1 && words > 40)) && own * 300 < words) return "news";
  return "other";
}
