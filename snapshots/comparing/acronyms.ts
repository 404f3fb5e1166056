/**
 * Acronyms and their long forms as one thing: what the texts spell out themselves, and what is spelled out nowhere because
 * every reader knows it. Both forms bear the same mark, so that "NIST" meets "National Institute of Standards and Technology".
 */
import { type Word, wordsOf } from "../language/words.ts";
import { acronymsOf } from "../reading/institutions.ts";
import type { Side, Snapshot } from "../types.ts";
import { type Content, fullWords } from "./content.ts";

const EVERYDAY = `
  AI artificial intelligence|ML machine learning|6G sixth generation|5G fifth generation|ICT information and communication technology|IoT internet of things|HPC high performance computing|PQC post quantum cryptography
  RAN radio access network|ORAN open radio access network|SME small and medium enterprises|MSME micro small and medium enterprises|LNG liquefied natural gas|SMR small modular reactor|NDC nationally determined contribution|GHG greenhouse gas
  CCUS carbon capture utilization and storage|EV electric vehicle|SAF sustainable aviation fuel|ODA official development assistance|MDB multilateral development bank|NGO non governmental organization|UN United Nations|EU European Union
  DPRK Democratic People's Republic of Korea|DPRK North Korea|ROK Republic of Korea|PRC People's Republic of China|UNSC United Nations Security Council|UNSCR United Nations Security Council resolution|UNCLOS United Nations Convention on the Law of the Sea|UNCLOS UN Convention on the Law of the Sea
  WTO World Trade Organization|WHO World Health Organization|IMF International Monetary Fund|OECD Organisation for Economic Co-operation and Development|IAEA International Atomic Energy Agency|ITU International Telecommunication Union|ISO International Organization for Standardization
  IMO International Maritime Organization|ICAO International Civil Aviation Organization|NIST National Institute of Standards and Technology|NSF National Science Foundation|NASA National Aeronautics and Space Administration|ENISA European Union Agency for Cybersecurity|CISA Cybersecurity and Infrastructure Security Agency
  CDC Centers for Disease Control and Prevention|HADR humanitarian assistance and disaster relief|ISR intelligence surveillance and reconnaissance|WMD weapons of mass destruction|IUU illegal unreported and unregulated|FTA free trade agreement|MOU memorandum of understanding|MOC memorandum of cooperation
  FOIP free and open Indo-Pacific|JCPOA Joint Comprehensive Plan of Action|NPT Treaty on the Non-Proliferation of Nuclear Weapons|IPEF Indo-Pacific Economic Framework|PGI Partnership for Global Infrastructure and Investment|AML anti money laundering|CBDC central bank digital currency|R&D research and development
  STEM science technology engineering and mathematics|TVET technical and vocational education and training|WRC World Radiocommunication Conference|GE General Electric|GPAI general purpose AI|LLM large language model|CSIRT computer security incident response team|MRA mutual recognition agreement|DFFT data free flow with trust|CBPR cross border privacy rules`;

/** One way of writing a name: the stems that must follow each other, and the mark that all its ways share. */
interface Form {
  readonly stems: readonly string[];
  readonly mark: string;
}

export interface Acronyms {
  /** Marks of all names that the words write, short or long. */
  marksIn(content: Content): string[];
  /** Stems of the words, each long form replaced by its mark, and so its short form. */
  shorten(content: Content): string[];
}

/** Acronyms known in the documents of both sides. A text's own long form wins over the everyday one of the same letters. */
export function acronymsFor(sides: readonly Side[]): Acronyms {
  const own = new Map<string, string>();
  for (const side of sides) for (const { document } of side.snapshots) for (const [short, long] of spelledOut(document)) if (!own.has(short)) own.set(short, long);
  const forms = new Map<string, Form[]>();
  for (const [short, long] of own) for (const form of formsOf(short, long)) add(forms, form);
  for (const { short, both } of everydayForms()) if (!own.has(short)) for (const form of both) add(forms, form);
  return { marksIn: ({ full, numbered }) => [...new Set([...placesIn(full, forms).map(({ mark }) => mark), ...numbered])], shorten: ({ full }) => shorten(full, forms) };
}

const known = new WeakMap<Snapshot["document"], ReadonlyMap<string, string>>();

/** The acronyms that a document spells out, looked for once. */
function spelledOut(document: Snapshot["document"]): ReadonlyMap<string, string> {
  const acronyms = known.get(document) ?? acronymsOf(document.text);
  known.set(document, acronyms);
  return acronyms;
}

const formsOf = (short: string, long: string): Form[] => [short, long].map((text) => ({ stems: fullWords(wordsOf(text)).map((word) => word.stem), mark: `@${short}` }));

interface Everyday {
  readonly short: string;
  readonly both: readonly Form[];
}

let everyday: readonly Everyday[] | null = null;

function everydayForms(): readonly Everyday[] {
  everyday ??= EVERYDAY.trim().split(/[|\n]/).map((entry) => entry.trim()).map((entry) => {
    const [short, long] = [entry.slice(0, entry.indexOf(" ")), entry.slice(entry.indexOf(" ") + 1)];
    return { short, both: formsOf(short, long) };
  });
  return everyday;
}

function add(forms: Map<string, Form[]>, form: Form): void {
  const [first] = form.stems;
  if (first === undefined) return;
  const known = forms.get(first);
  if (known === undefined) forms.set(first, [form]);
  else known.push(form);
}

interface Place {
  readonly at: number;
  readonly length: number;
  readonly mark: string;
}

/** Where names stand in the words; of two that begin at one word, the longer. No name begins with most words. */
function placesIn(words: readonly Word[], forms: ReadonlyMap<string, readonly Form[]>): Place[] {
  const places: Place[] = [];
  words.forEach(({ stem: first }, at) => {
    const fitting = forms.get(first)?.filter(({ stems }) => stems.every((stem, offset) => words[at + offset]?.stem === stem)) ?? [];
    if (fitting.length > 0) places.push(...fitting.map(({ stems, mark }) => ({ at, length: stems.length, mark })).toSorted((a, b) => b.length - a.length));
  });
  return places;
}

function shorten(words: readonly Word[], forms: ReadonlyMap<string, readonly Form[]>): string[] {
  const stems: string[] = [];
  const places = placesIn(words, forms);
  for (let at = 0; at < words.length; ) {
    const place = places.find((one) => one.at === at);
    stems.push(place?.mark ?? words[at]?.stem ?? "");
    at += place?.length ?? 1;
  }
  return stems;
}
