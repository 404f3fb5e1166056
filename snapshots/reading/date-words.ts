/**
 * The words by which running text tells a date: one expression with a named group for each way of telling. What the groups mean is
 * `told-dates.ts`'s matter.
 */
/** Without its full stop a short month is one only beside a day: "on Aug 29". */
const SHORT = "(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)";
const MONTH = `(?:January|February|March|April|May|June|July|August|September|October|November|December|${SHORT}\\.)`;
const YEAR = "(?:19|20)\\d\\d(?![\\d%]|[.,]\\d|s\\b)";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
const RANGE = `(?:${DAY}(?: ?[-–] ?| and | to |, ))?`;
export const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const WEEKDAY = `(?:${WEEKDAYS.join("|")})`;
/** What a year before it dates: "the 2019 agreement on fish". */
const PACT = "[Aa]greements?|[Tt]reaty|[Pp]act|[Pp]artnership|[Mm]emorandum|MOU|MoU|declaration|[Aa]rrangement|[Aa]ccord";
const COUNT = "a|an|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2}";
const TURN = " (?:of )?(?:this|last|next|that|the same) year";
const SEASON = "(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter)";
/** No date is told without one of these; most sentences have none, and need not be looked at place by place. */
export const ANY = /\d|\b(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec|Sun|Mon|Tue|Wed|Thu|Fri|Sat)|Christmas|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|quarter|half|esterday|oday|onight|omorrow|night|morning|afternoon|evening|days? ago|year|month/;

export const WORDS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    `(?<dm>${RANGE}(?<d1>${DAY})(?: of)? (?<m1>${MONTH}|${SHORT}(?![\\p{L}.]))(?:,? (?<y1>${YEAR})|(?<t1>${TURN}))?(?!\\d))`,
    `(?<md>(?<m2>${MONTH}|${SHORT}) ${RANGE}(?<d2>${DAY})(?:,? (?<y2>${YEAR})|,?(?<t2>${TURN}))?(?![\\d:]))`,
    `(?<my>(?<m3>${MONTH})(?: of)?,? ?(?:(?<y3>${YEAR})|(?<t3>(?:this|last|next|that|the same) year)))`,
    `(?<turn>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]his coming) (?<m4>${MONTH})(?![\\p{L}])`,
    `(?<lead>[Ii]n|[Bb]y|[Ss]ince|[Ff]rom|[Uu]ntil|[Bb]efore|[Aa]fter|[Dd]uring|[Ii]n (?:early|mid|late)|[Ee]arly|[Ll]ate|[Aa]s of|[Tt]han|(?<=(?:planned|scheduled|set|due|slated|foreseen|pencilled in|signature|signing) )for|[Tt]he end of|[Ee]nd of|[Oo]ur|[Tt]he|[Ii]ts|[Tt]heir|(?<=${MONTH}(?: \\d{4})? )(?:and|or)(?: again)?(?: in)?)[ -](?<m5>${MONTH})(?![\\p{L}])(?!,? (?:of )?${YEAR})(?! (?:${DAY})(?!\\d))(?! (?:of )?(?:this|last|next|that|the same) year)`,
    `(?<weekday>(?:(?:[Oo]n|[Ll]ast|[Tt]his|[Ee]arly|[Ll]ate) ${WEEKDAY}|(?<!\\p{L} )${WEEKDAY}(?= \\p{Ll})|${WEEKDAY}(?=[’']s |[,.)]| (?:and|to|through) (?:${WEEKDAY})| (?:in|at|morning|afternoon|evening|night|to|that|and|with|for|of this|of last|last week)\\b| \\p{Ll}+ed\\b| (?:met|held|began|said|told)\\b))(?: ?(?:and|to|through|until|[-–]) ?(?:on )?${WEEKDAY})?(?: (?:of )?last week)?)(?!,? \\(?(?:the )?(?:${DAY}(?: of)? ${MONTH}|${MONTH} ${DAY}(?!\\d)))`,
    `(?<feast>(?:[Bb]y|[Bb]efore|[Uu]ntil|[Aa]t|[Ii]n time for) Christmas)`,
    `(?<season>(?=the |s|a|w)(?:(?<=\\b(?:in|by|before|after|until|since|for|from) )the |(?<=\\b[Bb]y ))(?:spring|summer|autumn|winter|(?<=the )(?:first|second|third|fourth|last) (?:quarter|half))(?: of the year)?(?! (?:of|and|to|semester|term|session|school|break|${YEAR})\\b))`,
    `(?<quarter>(?:the )?end of (?:(?:the )?(?:Q(?<q1>[1-4])|(?<q2>first|second|third|fourth|last) quarter)|(?:the )?first half)(?: of)? (?<y10>${YEAR}))`,
    `(?<named>(?=[12])(?<=(?:\\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]|[Jj]oint)|\\p{L}[’']s?) )(?<y11>${YEAR})(?= (?:[\\p{L}’'–&-]+ ){0,6}(?:${PACT})\\b))`,
    `(?<prolonged>(?=to |until |through )(?<=\\b(?:extended|prolonged|runs?|running|renewed|valid|mandate|put off|slipped|delayed|postponed|pushed back)(?: [\\p{L}’'-]+){0,6} )(?:to|until|through) (?:the end of )?(?<y12>${YEAR}))`,
    `(?<near>(?:[Tt]he day before )?[Yy]esterday|[Ll]ast night|[Tt]oday|[Tt]his (?:morning|afternoon|evening)|[Tt]onight|[Tt]omorrow|(?:${COUNT}) days? ago)`,
    `(?<period>(?:[Ll]ast|[Nn]ext) (?:year|month)|(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) (?:in the|this|next|last) (?:year|month)|[Tt]his (?:year|month)(?! (?:in a row|alone))|the (?:end|start|middle|close|beginning) of (?:the|this|next|last) (?:calendar )?year|the year is out|year[- ]end|(?<!(?:[Ee]arlier|[Ll]ate) )(?:this|next|last) ${SEASON}(?! ?\\d))`,
    `(?:(?<part>(?:the )?(?:end|close|start|beginning|middle|first half|second half|(?:first|second|third|fourth|last|final) quarter|${SEASON}|course)(?: of)?|[Ee]arly|[Mm]id|[Ll]ate|[Ll]ater in|[Ee]arlier in|Q[1-4]|H[12])[ -](?:of )?)(?:FY ?|(?:fiscal|financial) year )?(?<y6>${YEAR})(?! ?[–/-] ?\\d)`,
    `(?<ago>(?:${COUNT}) (?:years?|months?) ago)`,
    `(?:[Bb]etween|[Ff]rom|[Ii]n|[Oo]ver|[Ff]or)(?: the period)?(?: of)? (?:19|20)\\d\\d(?: and | to | through | until | ?[-–] ?)(?<y8>${YEAR})`,
    `(?:[Bb]y|[Ii]n) (?:(?:[Jj]apanese )?fiscal year|FY) ?(?<y9>${YEAR})`,
    `(?<into>[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hroughout|[Ff]rom|[Ff]or|[Oo]f|[Tt]hrough|[Ww]ithin|[Aa]round) (?:the year |calendar year )?(?<y7>${YEAR})(?! ?[–/-] ?\\d| and (?:19|20)\\d\\d| and beyond)`,
  ].join("|")})`,
  "gu",
);

