// Children and young people who take part, as prose tells of them: "teach pupils to code", "children build kites".
// Pure text; what follows from it is for the rule.

import { isNamed, isQuoted } from './prose-reading.ts';
import { matchesOf, stemmed } from './stems.ts';

/** Who is under age: "students" may be grown up, and a "family" always has somebody who is. */
const young =
  '(?:children|kids|toddlers|pre-?schoolers|pupils|school ?children|teenagers|teens|adolescents|minors|young people|youngsters|(?:girls|boys)(?: and (?:girls|boys))?|school classes|under-\\d{1,2}s|children and (?:young people|teenagers))';

/** Which of them, between the deed and the word: "teach twenty local children". */
const which =
  '(?:(?:famil(?:y|ies) and|parents and|adults and|seniors and|the|all|any|some|many|more|local|small|young|older|younger|primary|refugee|\\d{1,5}|ten|twelve|twenty|thirty|forty|fifty|hundred|a hundred|groups? of|classes of) ){0,3}';

/** What is done with them by those who sign. */
const withThem =
  '(?:teach(?:es|ing)?|trains?|training|tutor(?:s|ing)?|mentor(?:s|ing)?|coach(?:es|ing)?|guid(?:es?|ing)|accompan(?:y|ies|ying)|supervis(?:es?|ing)|look(?:s|ing)? after|driv(?:es?|ing)|tak(?:es?|ing)|invit(?:es?|ing)|host(?:s|ing)?|welcom(?:es?|ing)|show(?:s|ing)?|reach(?:es|ing)?|interest(?:s|ing)?|help(?:s|ing)?|(?:work|play|read|sing|cook|bake|paint|build|walk|talk|sew|dance|rehears|garden|plant|practis|practic)(?:e?s|ing|e)?(?: \\w+)? (?:with|to))';

/** What they do themselves. */
const theirDoings =
  '(?:take part|takes part|participate|attend|come|learn|help|build|practise|practice|work|rehearse|perform|play|sing|paint|cook|bake|plant|dance|write|draw|make|meet|stay|sleep|run|lead|design|print|code|film|may (?:come|join|take part)|(?:will|can) (?:come|join|take part|learn|build|attend|make|visit|play|sing|help|meet|paint))';

/** What is held for them. */
const heldForThem =
  '(?:workshops?|clubs?|courses?|camps?|class(?:es)?|lessons?|sessions?|mornings?|afternoons?|days?|evenings?|hours?|story ?times?|choirs?|council|jury|tours?|fairs?|part(?:y|ies)|concerts?|matin[eé]es?|performances?|activities|programs?|programmes?|corners?|events?|readings?|laborator(?:y|ies)|labs?)';

/** A "school" alone is an organisation, and "eighteenth" is no teen: their patterns take long to make ready. */
const stemsOfYoung =
  'child kid toddler schooler pupil teenager teens adolescent minor young girl boy classes under-';

/** Ways to speak of children who take part. */
export const takingPart = stemmed([
  [
    stemsOfYoung,
    new RegExp(
      `\\b${withThem} ${which}${young}\\b(?!['’](?! ))(?! (?:books?|literature|librarians?|authors?|rooms?|magazines?|archives?))`,
      'gi',
    ),
  ],
  [
    stemsOfYoung,
    new RegExp(
      `(?<!\\b(?:of|about|by|from) (?:the )?)\\b${young} (?:who |aged \\d+ (?:to|and) \\d+ )?${theirDoings}\\b`,
      'gi',
    ),
  ],
  [stemsOfYoung, new RegExp(`\\b${heldForThem} (?:for|with) ${which}${young}\\b`, 'gi')],
  [
    'child kid toddler pupil teen youth',
    new RegExp(
      `\\b(?:children|kids|toddlers?|pupils?|teen(?:age)?s?|youth)['’]?s?['’]? (?:art |music |book |science |coding |summer |reading |sports? |theatre |film |holiday )?${heldForThem}\\b`,
      'gi',
    ),
  ],
  [
    'story class pupil kindergarten',
    /\b(?:story ?times?|story hours?|school class visits?|class visits?|visits? (?:by|of|from) (?:\w+ )?(?:school classes|pupils|kindergartens?))\b/gi,
  ],
  ['aged ages', /\b(?:aged|ages) (?:\d|1[0-7]) ?(?:to|–|-|and) ?(?:\d|1[0-8])\b/gi],
]);

/** "No children take part", "children under 12 are not admitted". */
const denied = /\b(?:no|not|never|without|nor|neither|adults only)\b[^.;!?]{0,40}$/i;
const deniedAfter = /^ (?:\w+ ){0,3}(?:are|is|do|does|will|may|can|must|need) (?:not|never)\b/i;

/** Words that speak of them, with their place. */
export interface YoungMention {
  readonly start: number;
  readonly end: number;
}

/** Returns the first words in a text that say that children or young people take part. */
export function minorsIn(text: string, masked: string = text): YoungMention | undefined {
  let first: YoungMention | undefined;
  for (const match of matchesOf(takingPart, masked)) {
    const [words] = match;
    const start = match.index;
    const end = start + words.length;
    if (first && start >= first.start) continue;
    if (isQuoted(text, start, end) || isNamed(masked, start, end)) continue;
    // A word with a capital inside is part of a name: "with the Children of Earth".
    if (/ (?!I\b)\p{Lu}\p{Ll}/u.test(words)) continue;
    if (denied.test(masked.slice(Math.max(0, start - 60), start))) continue;
    if (deniedAfter.test(masked.slice(end, end + 40))) continue;
    first = { start, end };
  }
  return first;
}
