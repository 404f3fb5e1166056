/**
 * The framework that a title or a sentence names: "High-Level Economic Dialogue", "Digital Partnership", "Task Force on Energy
 * Security". What any two governments have ("strategic partnership", "leaders' summit") is no framework of its own.
 */
const HEADS = "Partnership|Council|Dialogue|Task Force|Taskforce|Committee|Commission|Forum|[Ii]nitiative|Working Group|Consultative Group|Contact Group|Group|Framework|Alliance|Compact|Conference|Consultations|Mechanism|Platform|Coalition|Agreement|Treaty|Accords?|Pact|Process";
/** Heads that are general where nothing but general words stand before them. */
const LOOSE_HEADS = /^(?:partnership|alliance|agreement|framework|treaty|accords?|group|process|forum|council|committee|commission|platform|mechanism|coalition|conference|initiative|pact|compact|consultations|dialogue|task force|working group)$/i;
const GENERAL = new Set("strategic comprehensive global enduring bilateral trilateral multilateral joint special renewed new historic official leaders leader’s leaders’ leaders' annual ministerial inaugural friendship public-private unbreakable deep strong stronger closer close international regional core special-relationship first second third fourth fifth sixth seventh eighth ninth tenth next upcoming for of and the a".split(" "));
const CAP = "(?:\\p{Lu}[\\p{L}’'&]*(?:-\\p{L}+)*|21st-Century|21st|2\\+2)";
const BEFORE = `(?:${CAP}(?: \\([A-Z][A-Za-z]{1,9}\\))?(?:,? (?:and|of|on|&) |, | ))`;
const PATTERN = new RegExp(`(?<![\\p{L}\\p{N}-])(?<before>${BEFORE}{0,7})(?:\\(\\p{L}+\\) )?(?<head>${HEADS})(?: (?:[Bb]etween|[Ww]ith|[Oo]f)? ?(?:the |The |Governments? of )*\\|(?: ?(?:,|and|&) (?:the )?\\|)*)?(?<about> (?:on|for|to) (?:the )?${CAP}(?:(?:,? (?:and|of|the|&|in|for|to) |, | )(?:the )?${CAP}){0,6})?(?![\\p{L}\\p{N}]| Strategy\\b)`, "gu");
/** Words that open a title's phrase and are no part of a name. */
const OPENERS = /^(?:FACT SHEET|Fact Sheet|JOINT|Joint|Statement|Readout|Digest|Re-?[Ll]aunching|\p{Lu}\p{Ll}+ing|(?:Solidif|Unif)(?:y|ies)|(?:Secure|Unveil|Impose|Endorse|Sign|Conclude|Build|Create|Form|Join|Welcome|Convene|Reaffirm|Release|Propose|Achieve|Deliver|Open|Restore|Complete|Forge|Cement|Bolster|Enhance|Boost|Broaden|Implement)s?|Reach(?:es)?|First-Ever|Historic|Landmark|Bilateral|Elevates?|Launch(?:es)?|Announces?|Advances?|Expands?|Deepens?|Strengthens?|Renews?|Upgrades?|Establish(?:es)?|Celebrates?|Marks?|Hosts?|Outcomes?|Their|Its|Our|Your|In|At|On|With|From|To|By|Following|Under|The|A|An|This|\d+(?:st|nd|rd|th)|(?:19|20)\d\d|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Inaugural|Next|Annual|Official|President|Minister|Secretary|High Representative)$/u;

/** Organs of one state, or of all: who sits in them is told in many texts, and they are nobody's partnership. */
const ORGANS = /(?:^|\b(?:National|Federal|UN|Nations) )Security Council$|\b(?:Human Rights|State|Privy|Federation|Supreme|Legislative|Governing|Sovereign(?:ty)?|Transitional) Council$|\bHigh Council\b|\b(?:Central|Congressional|Standing|Parliamentary|Select) Committee$|\b(?:Military|Foreign Affairs|External Relations|Electoral) Commission$/;
/** "Partnership to Establish" is cut from what is established, "for the Benefit of All" says nothing. */
const NO_SUBJECT = /^(?:on|for|to) (?:the )?(?:a |New|Global Good|Peace|Prosperity|Shared|Future|Benefit)|^to \p{Lu}\p{Ll}+$/u;
/** "Working Group on January 30" was on that day. */
const DAY = /^ (?:on|for|to) (?:the )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;

export interface Framework {
  /** Without its parties: "Digital Partnership". */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Frameworks with a name of their own in a text, in order. Parties' names should be blanked before. Linear in the text's length. */
export function frameworksIn(text: string): Framework[] {
  const found: Framework[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const { before = "", head = "", about: told = "" } = match.groups ?? {};
    const about = DAY.test(told) ? "" : told;
    const words = before.trim().replace(/ \([A-Z][A-Za-z]{1,9}\)/g, "").split(/\s+/).filter((word) => word !== "");
    while (words.length > 0 && (OPENERS.test((words[0] ?? "").replace(/[,:]$/, "")) || /^(?:and|of|on|&)$/i.test(words[0] ?? ""))) words.shift();
    const own = words.filter((word) => !GENERAL.has(word.toLowerCase().replace(/[,.]$/, "")) && !/^(?:on|&)$/i.test(word));
    const topical = about.trim() !== "" && !NO_SUBJECT.test(about.trim());
    if (own.length === 0 && !(topical && LOOSE_HEADS.test(head)) && !(words.length > 0 && /Dialogue|Consult/.test(head))) continue;
    const name = shortened([...words, head].join(" "), about);
    if (ORGANS.test(name)) continue;
    found.push({ name, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The council of a partnership is the partnership; a subject of more than eight words is cut. */
function shortened(name: string, about: string): string {
  const core = name.replace(/\b(Partnership|Alliance|Agreement|Framework|Initiative) (?:Council|Committee|Commission|Dialogue|Forum|Group)$/, "$1");
  return `${core}${about.split(" ").slice(0, 9).join(" ").replace(/ [Aa]round the [Ww]orld$/, "").replace(/(?: (?:and|of|the|for|in|to|&|[Aa]round|[Tt]hrough|[Ww]ith|[Aa]cross))+$/, "")}`.replace(/\bTaskforce\b/, "Task Force").replace(/,$/, "").trim();
}
