import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../../server/knowledge.ts";
import { createReading } from "../../server/reading.ts";
import type { Commitment, IsoDate } from "../../snapshots/index.ts";
import { asDocx, asHtml, asText, hasBrowser, type Part, printPdf } from "./makers.ts";

/** A statement of invented sides, with all that real ones have: a dateline, headings, lists within lists, long paragraphs. */
const STATEMENT: readonly Part[] = [
  { heading: "Joint Statement of Norvania and Chilonia on the Digital Corridor Partnership", level: 1 },
  { paragraph: "OSLO, 8 May 2025 - The ministers of Norvania and Chilonia met in Oslo on 7 May 2025 for the third round of their partnership. They recalled the signature of the partnership in February 2023 and took stock of the progress that has been made since then." },
  { heading: "Data and trust" },
  { paragraph: "The two sides agreed to establish a joint programme on cross-border data flows by the end of 2026. They will publish a common guide for small firms, and they intend to negotiate an arrangement on the mutual recognition of electronic signatures." },
  { paragraph: "The ministers welcomed the launch of the sandbox for artificial intelligence in March 2025. Both sides will continue to support the training of 250 officials in each country, and agreed to explore shared test methods for high-risk systems." },
  { paragraph: "In this respect the two sides will:" },
  {
    items: [
      "launch a pilot for electronic invoicing with 40 small firms in each country;",
      ["work together on digital identities, in particular to:", "exchange experience on wallets for citizens;", "explore a pilot for the recognition of diplomas;"],
      "share information on threats to submarine cables and long-term repair capacities in the northern seas;",
      "hold a workshop on interoperable, trustworthy standards before the next meeting.",
    ],
  },
  { heading: "Semiconductors and research" },
  { paragraph: "Norvania and Chilonia signed a memorandum of understanding on semiconductor supply chains. The two sides committed 12 million euros to joint research on quantum sensors, and they will open a call for proposals in the second half of 2025." },
  { items: ["The research councils will exchange twenty doctoral students every year.", "The sides intend to link their high-performance computing centres.", "Chilonia will join the working group on photonics as an observer."] },
  { heading: "Digital trade" },
  { paragraph: "The ministers reaffirmed their commitment to open digital trade. They agreed that customs duties shall not be imposed on electronic transmissions between them, and they will cooperate in the World Trade Organization to make the moratorium permanent." },
  { paragraph: "They noted the importance of online safety for children. The competent authorities of both sides will meet twice a year, and they will set up a hotline for cross-border consumer complaints by 30 June 2026." },
  { heading: "Next steps" },
  { paragraph: "The two sides will draw up a roadmap for the years 2026 to 2028. They will meet again in Valdoro in the first half of 2026 to review what has been done." },
];

const reading = createReading(loadKnowledge("none"));

function commitmentsIn(bytes: Uint8Array, name: string): readonly Commitment[] {
  const outcome = reading.read({ bytes, name, given: { published: "2025-05-08" as IsoDate } });
  if (outcome.kind === "refused") throw new Error(outcome.refusal.sentence);
  for (const { start, end, quote } of outcome.snapshot.commitments) expect(outcome.snapshot.document.text.slice(start, end)).toBe(quote);
  return outcome.snapshot.commitments;
}

/** Harmonic mean of precision and recall; two are the same if words, stage, force and topic are. */
function f1(found: readonly Commitment[], expected: readonly Commitment[]): number {
  const key = ({ plain, stage, force, topic }: Commitment): string => [plain.replace(/\s+/g, " "), stage, force, topic].join("|");
  const wanted = new Set(expected.map(key));
  const both = new Set(found.map(key).filter((one) => wanted.has(one))).size;
  return (2 * both) / (found.length + expected.length);
}

const expected = commitmentsIn(Buffer.from(asText(STATEMENT, "plain")), "statement.txt");
const page = `<!doctype html><html lang="en"><head><title>Statement</title></head><body><nav><a href="/">Home</a> <a href="/news">All news of the ministry</a></nav><main><article>${asHtml(STATEMENT)}</article></main><footer>The ministry will answer letters. Contact us.</footer></body></html>`;

test("the statement has enough in it to compare", () => {
  expect(expected.length).toBeGreaterThan(15);
});

describe("the same statement gives the same commitments", () => {
  test.each<readonly [string, () => Uint8Array]>([
    ["statement.md", () => Buffer.from(asText(STATEMENT, "markdown"))],
    ["statement.html", () => Buffer.from(page)],
    ["statement.docx", () => asDocx(STATEMENT)],
    ["statement-in-utf-16.txt", () => Buffer.from(`\ufeff${asText(STATEMENT, "plain")}`, "utf16le")],
  ])("as %s", (name, make) => {
    expect(f1(commitmentsIn(make(), name), expected)).toBeGreaterThanOrEqual(0.95);
  });

  test.skipIf(!hasBrowser).each<readonly [string, string, boolean]>([
    ["with its structure", page, true],
    ["without", page, false],
    ["in two columns", `<html lang="en"><style>main{columns:2;hyphens:auto;text-align:justify;font:10pt serif}</style>${asHtml(STATEMENT.slice(0, 1))}<main>${asHtml(STATEMENT.slice(1))}</main></html>`, false],
  ])("as PDF %s", async (_name, html, tagged) => {
    const bytes = await printPdf(html.replace(/<nav>.*?<\/nav>|<footer>.*?<\/footer>/gs, ""), { tagged, header: "<span style='font-size:8px'>Ministry</span>", footer: "<span style='font-size:8px'><span class=pageNumber></span> of <span class=totalPages></span></span>" });
    expect(f1(commitmentsIn(bytes, "statement.pdf"), expected)).toBeGreaterThanOrEqual(0.95);
  });
});
