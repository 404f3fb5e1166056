/**
 * The lexicon of undertakings: what a verb or an act noun says of how far things have come and how binding it
 * is. Versioned data: add a lemma to a list, raise `LEXICON_VERSION`, rebuild the archive.
 *
 * Sources: stages follow the annotation guidelines, sections 3 and 7; the three levels of force follow the published coding manuals of
 * the G7 Research Group and the G20 Research Group (high, medium and low binding verbs). The lists are our own.
 */
import type { Force } from "../types.ts";

export const LEXICON_VERSION = "4";

/**
 * What a verb does.
 * - `commit` binds its complement; `intend` wishes for it; `foster` helps it along; `explore` looks into it;
 * - `note` takes a position; `hail` welcomes or reports an act that a noun names; `affirm` confirms a position, a promise or an arrangement;
 * - `begin` starts something, `finish` completes it, `keep` goes on with it, `carry` takes it further, `work` is any other joint doing, `provide` gives means;
 * - `say` only reports, `ceremony` is logistics and courtesy, `state` describes how things are.
 */
export type Act = "commit" | "intend" | "foster" | "explore" | "note" | "hail" | "affirm" | "begin" | "finish" | "keep" | "carry" | "work" | "provide" | "say" | "ceremony" | "state";

/** Verbs of hailing that make a thing known, rather than greet what others did. */
export const ANNOUNCES = /^(?:announce|unveil)$/;

/** Verbs that do what they say when the parties say them: to agree, to welcome, to note. */
export const PERFORMATIVE: ReadonlySet<Act | null> = new Set<Act | null>(["commit", "intend", "foster", "explore", "note", "hail", "affirm"]);

const VERBS: Readonly<Record<Act, string>> = {
  commit: "lobby consent assure bind order agree commit pledge decide resolve undertake promise vow recommit determine task instruct direct mandate guarantee rededicate dedicate oblige entrust",
  intend: "slip postpone defer penciled plan intend aim seek strive hope endeavor aspire wish envisage envision foresee pencil earmark schedule expect desire propose try attempt anticipate invite offer consider_to look_forward want schedule eye",
  foster: "back promote support encourage foster champion back advocate favor nurture incentivize",
  explore: "talk raise hear mull moot toy ponder explore discuss consider examine study review assess debate evaluate investigate deliberate contemplate brainstorm scope analyze weigh ponder mull air think look_into",
  note: "see rely embody re-emphasize reemphasize plead point concede request single lament recommend note recognize acknowledge underline stress emphasize believe condemn call urge oppose reject deplore denounce regret lament appreciate respect recall underscore highlight warn insist repeat value praise regard reflect echo view concur share demand object remind maintain_that respect stand deny honor observe understand reflect_on apprise inform brief caution attach",
  hail: "welcome celebrate applaud commend congratulate salute hail announce unveil herald mark laud witness congratulate",
  affirm: "signal indicate reaffirm affirm reiterate reconfirm confirm restate renew express voice reinforce_commitment",
  begin: "commence resume revive restart relaunch reopen activate reactivate launch establish create found start begin initiate inaugurate introduce form develop draft design institute constitute forge unlock build pilot commission open secure set draw draw_up set_up unveil",
  finish: "initial fulfil fulfill present delegate designate appoint graduate clinch ink seal conclude finish sign complete finalize adopt publish release ratify approve hold accomplish achieve fulfill enact enter reach issue endorse accede join lift pass submit resolve_issue deliver select settle choose wind_up come_out take_effect demonstrate",
  keep: "continue maintain keep remain sustain preserve retain persist uphold stay go_on keep_up",
  carry: "proceed advance deepen expand strengthen enhance broaden increase intensify accelerate upgrade reinforce widen extend improve bolster boost elevate streamline step scale ramp progress move modernize further consolidate grow double redouble enlarge diversify update advance augment heighten galvanize double triple quadruple extend lengthen swell",
  work: "work cooperate collaborate coordinate partner engage convene organize facilitate exchange share participate implement operate pursue address tackle combat counter prepare monitor map identify leverage align integrate prioritize take do ensure protect prevent provide_to conduct run use harness mobilize meet consult connect link reduce cut prevent respond act lead drive combine join_forces contribute apply adopt_measures give make host train test develop_further negotiate report help assist evaluate_jointly enable allow empower equip counter safeguard compile collect assemble swap vet register admit exempt clear inspect count survey feed undergo process trial staff translate draw chart document record simplify automate digitize digitise certify label price procure purchase buy sell lease store ship transport supply source recycle restore rehabilitate clean plant harvest fish patrol police investigate prosecute extradite arrest seize dismantle disrupt screen filter verify inspect audit tax waive exempt reimburse insure lend borrow repay charge fine sanction freeze station rotate base house shelter feed vaccinate treat cure immunize educate teach coach mentor tutor hire recruit employ place second intern exhibit perform film broadcast stage curate loan restore twin visit_exchange compare match pool bundle split sequence simulate model measure calibrate calculate estimate forecast plot sample detect trace track locate rescue evacuate escort protect guard defend repair maintain_equipment overhaul refit retrofit rebuild demolish dredge pave electrify wire cable beam launch_satellite orbit land explore_space drill mine smelt refine defend fight build_capacity secure_supply undertake_work",
  provide: "provide fund finance invest allocate award grant donate contribute disburse send deploy repatriate commit_funds spend dedicate_funds",
  say: "convey say tell state explain add quip remark comment write claim argue describe ask mention suggest declare_that quote call_it",
  ceremony: "chair co-chair cochair attend accompany greet thank visit travel arrive depart gather represent speak dine sit mourn commemorate kick",
  state: "encompass complement govern be have become seem appear pose constitute show reside exist include comprise cover contain consist belong mean involve require need depend concern underpin account face suffer cause bring result rise fall live know feel think stem mark_a serve affect threaten challenge total cost represent reflect_a",
};

const ACTS = new Map<string, Act>();
for (const [act, list] of Object.entries(VERBS)) {
  for (const lemma of list.split(" ")) if (!ACTS.has(lemma)) ACTS.set(lemma, act as Act);
}

/** What a verb does, by lemma; null when the lexicon does not know it. */
export function actOf(lemma: string): Act | null {
  const known = ACTS.get(lemma);
  if (known !== undefined) return known;
  // "co-fund", "re-launch", "utilise": the same verb in another dress.
  const plain = lemma.replace(/^(?:co|re)-/, "").replace(/([iy])s(e|ed)$/, "$1z$2");
  if (plain !== lemma) return actOf(plain);
  // A participle that the tagger took for an adjective keeps its ending too: "vaccinated".
  if (lemma.endsWith("ed")) return ACTS.get(lemma.slice(0, -1)) ?? ACTS.get(lemma.slice(0, -2)) ?? ACTS.get(lemma.slice(0, -3)) ?? null;
  if (!lemma.endsWith("ing")) return null;
  // A gerund that the tagger took for a noun keeps its ending: "building", "forging", "setting".
  const base = lemma.slice(0, -3);
  return ACTS.get(base) ?? ACTS.get(`${base}e`) ?? ACTS.get(base.slice(0, -1)) ?? null;
}

/** Adjectives and participles after "be" that carry an undertaking: "are committed to", "is due to". */
export const STATES: ReadonlyMap<string, Act> = new Map<string, Act>([
  ["committed", "commit"], ["determined", "commit"], ["resolved", "commit"], ["resolute", "commit"], ["dedicated", "commit"], ["envisaged", "intend"], ["foreseen", "intend"], ["planned", "intend"], ["expected", "intend"], ["scheduled", "commit"], ["apprised", "note"], ["informed", "note"], ["briefed", "note"], ["devoted", "commit"], ["pledged", "commit"], ["bound", "commit"], ["obliged", "commit"],
  ["united", "note"], ["concerned", "note"], ["alarmed", "note"], ["aware", "note"], ["mindful", "note"], ["convinced", "note"], ["confident", "note"], ["grateful", "note"], ["appalled", "note"],
  ["eager", "intend"], ["keen", "intend"], ["ready", "intend"], ["willing", "intend"], ["prepared", "intend"], ["interested", "explore"], ["poised", "intend"],
  ["due", "commit"], ["slated", "intend"], ["penciled", "intend"], ["meant", "intend"], ["set", "commit"], ["proud", "hail"], ["pleased", "hail"], ["delighted", "hail"], ["honored", "hail"], ["glad", "hail"], ["underway", "carry"], ["ongoing", "carry"], ["active", "carry"], ["operational", "finish"], ["complete", "finish"],
]);

/** Nouns that name an act of the parties, by how far it has come. */
export type ActNoun = "done" | "begun" | "going" | "talked" | "promised" | "wished" | "thing";
const NOUNS: Readonly<Record<Exclude<ActNoun, "thing">, string>> = {
  done: "renewal identification removal settlement completion conclusion signing signings signature issuance closure clarification licensing adoption finalization finalisation ratification publication release accession award awarding selection achievement delivery approval endorsement accomplishment membership participation observation entry approval holding summit visit inauguration_of event mission edition meeting release",
  begun: "launch establishment creation start beginning opening inauguration introduction initiation formation commencement extension setting-up convening operationalization rollout kickoff founding appointment expansion implementation deployment resumption success hosting operation performance arrival integration",
  going: "progress cooperation collaboration work engagement partnership efforts effort continuation strengthening deepening advancement stride strides coordination momentum steps step development contribution contributions exchange exchanges relationship negotiations negotiation growth initiative initiatives engagements rise growth increase number complexity joint_work",
  talked: "discussion discussions consideration exploration dialogue_on talks deliberations exchange_of_views consultations interest",
  promised: "commitment commitments pledge pledges announcement promise dedication determination resolve decision decisions agreement_to undertaking recommitment",
  wished: "intention intent plan plans proposal proposals ambition aspiration aim goal objective objectives desire hope hopes support willingness readiness will wish wishes offer offers solidarity expectation expectations idea ideas",
};
const ACT_NOUNS = new Map<string, ActNoun>();
for (const [name, list] of Object.entries(NOUNS)) for (const noun of list.split(" ")) if (!ACT_NOUNS.has(noun)) ACT_NOUNS.set(noun, name as ActNoun);

/** What an object noun names; `thing` for nouns that name no act. */
export function actNounOf(word: string): ActNoun {
  return ACT_NOUNS.get(word) ?? "thing";
}

/** Objects of "reaffirm", "stress" and the like that make them a position and nothing more. */
export const POSITION_NOUNS = new Set("importance need necessity value role significance right rights view views concern concerns principle principles urgency belief conviction opposition condemnation recognition centrality relevance potential benefit benefits priority imperative obligation obligations responsibility understanding fact validity duty freedom condolences gratitude appreciation call calls request requests attachment respect leadership strength nature application values merit merits unity centrality vision".split(" "));

/** Force of an act when nothing weakens it. */
export const FORCE_OF: Readonly<Record<Act, Force>> = {
  commit: "strong", intend: "moderate", foster: "weak", explore: "weak", note: "weak", hail: "weak", affirm: "moderate", begin: "strong", finish: "strong",
  keep: "moderate", carry: "moderate", work: "moderate", provide: "strong", say: "weak", ceremony: "weak", state: "weak",
};

/** Nouns made of verbs that begin an item: "Launch of a call", "Expansion of the exchange", "Support for small firms". */
const NOMINALS: Readonly<Partial<Record<Act, string>>> = {
  begin: "launch opening creation establishment start introduction development elaboration drafting preparation design formation initiation inauguration appointment building construction setting-up rollout piloting",
  finish: "conclusion signing signature adoption completion publication selection award ratification finalization finalisation release approval accession delivery",
  keep: "continuation maintenance renewal resumption prolongation",
  carry: "expansion extension increase deepening strengthening enhancement intensification widening upgrade upgrading broadening acceleration growth improvement advancement modernization modernisation consolidation growing",
  explore: "examination exploration study review discussion discussions talks consideration assessment analysis consultation consultations dialogue_on investigation evaluation",
  foster: "support promotion encouragement facilitation",
  work: "cooperation collaboration coordination implementation exchange sharing organization organisation integration alignment harmonization harmonisation protection monitoring training participation use",
  provide: "provision funding financing investment allocation",
};
const ACTS_BY_NOUN = new Map<string, Act>();
for (const act of Object.keys(NOMINALS)) for (const noun of (NOMINALS[asAct(act)] ?? "").split(" ")) if (!ACTS_BY_NOUN.has(noun)) ACTS_BY_NOUN.set(noun, asAct(act));

/** What the act is that a noun at the head of an item names; null for nouns that name none. */
export function nominalActOf(word: string): Act | null {
  return ACTS_BY_NOUN.get(word) ?? null;
}

function asAct(name: string): Act {
  return name as Act;
}
