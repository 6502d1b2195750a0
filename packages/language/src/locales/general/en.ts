import type { GeneralWords } from './general-words.js';

/** English. */
export const en: GeneralWords = {
  adverbs:
    'still yet anyhow regardless whereas whilst because so thus hence therefore indeed surely certainly obviously clearly apparently seemingly presumably supposedly possibly probably frankly seriously honestly truthfully personally generally basically essentially practically virtually exactly precisely approximately approx unfortunately sadly luckily thankfully importantly especially specifically particularly altogether very fairly super extremely incredibly terribly awfully totally absolutely completely entirely alright thx thank sorry please lol haha wow omg argh ah currently presently nowadays namely notably ideally realistically technically effectively whatsoever whatever somewhat kinda sorta gotta wanna lemme gimme dunno cuz cos coz eh er erm hm mhm nah yup okey okie mine ours theirs myself ourselves yourself yourselves itself themselves him them theyre hes shes itd itll thatll theres wheres hows hed',
  verbs:
    'say=said tell=told talk speak=spoke/spoken think=thought guess believe suppose assume wonder feel=felt mean=meant figure reckon imagine know=knew/known understand=understood want wish hope love try=tried help let see=saw/seen look watch hear=heard mention discuss remember remind ask care matter seem appear happen deserve decide prepare check verify=verified confirm notice realise realize learn=learnt consider interest concern bother get=got/gotten give=gave/given take=took/taken make=made bring=brought come=came go=went/gone hand put bear=bore/borne manage tend bet become=became stand=stood',
  realVerbs:
    'shape shift owe move lose=lost find=found leave=left hold=held keep=kept start stop=stopped work run=ran turn open close build=built break=broke/broken fall=fell/fallen rise=rose/risen pick pack ship=shipped/shipping send=sent wait play live die eat=ate/eaten drink=drank/drunk drive=drove/driven fly=flew/flown walk talk read write=wrote/written call mail phone text post print share save store stock lead=led meet=met match miss pass push pull reach rent repair replace reply return ride=rode/ridden sleep=slept smell smoke sound spread stick=stuck strike=struck suit swim=swam/swum teach=taught test throw=threw/thrown touch train travel treat trust walk warn wash waste wear=wore/worn weigh win=won wrap=wrapped wrangle hire fire quit cook bake cut draw=drew/drawn grow=grew/grown hurt join jump kick laugh lend=lent lie lift light=lit load lock mark mind mix note offer own paint park plant point pour praise press raise rain receive refuse regret rely remain roll rush sail score search seat settle shake=shook/shaken shine=shone shoot=shot shout shut sing=sang/sung sink=sank/sunk sit=sat slip=slipped sort spell spend=spent split spoil steal=stole/stolen step=stepped stretch struggle study succeed suffer supply surprise switch tear=tore/torn tick tie trade type use vote wake=woke/woken',
  nouns:
    'thing things stuff idea ideas bit bits way ways moment sec curiosity question questions query gist picture sense shape rundown recap glance insight insights info information details stats statistics figures facts boss ceo curious interested possible able sure fine grateful keen glad happy',
  particles: 'back away',
  verbForms: englishForms,
  ending: /[a-z]{3}ly$/,
  exceptions:
    /ally$|^(?:daily|weekly|monthly|yearly|quarterly|hourly|biweekly|only|early|newly|recently|lately|partly|fully|wholly|solely|exclusively|nearly|hardly|rarely|barely|scarcely|repeatedly|previously|formerly|separately|jointly|directly|singly|doubly|mostly|mainly|supply|reply|apply|family|assembly|anomaly|italy|july|fly|frequently|regularly|suddenly|unusually|strangely|abnormally|unexpectedly|typically|cumulatively|currently|freely|cheaply|highly|lowly|greatly|largely|subsequently|simultaneously|friendly|elderly|costly|lively|lovely|locally|steadily|sharply|quickly|slowly|evenly|equally|shortly|firstly|secondly|lastly|constantly|continuously|overly|poorly|badly|weakly|strongly|differently|privately|publicly|manually|happily)$/,
  purpose:
    /^(?:and |because |since |so |as )?(?:i|we)(?:['’]?d like to| would like to| want to| wanna| need to| have to| must| plan to| intend to| am going to| are going to|['’]?m going to|['’]?re going to) (?!see\b|know\b|look\b|compare\b|find\b|check\b|get\b|have\b|understand\b|view\b|only\b|exclude\b|filter\b|focus\b|split\b|break\b|group\b|rank\b|sort\b|include\b|show\b|hear\b|learn\b|restrict\b|limit\b|drill\b)/,
};

/** `say=said`, `see=saw/seen`, `verify=verified`: the regular forms, and the irregular ones given. */
function englishForms(verb: string): readonly string[] {
  const [lemma = '', irregular] = verb.split('=');
  const soft = /[^aeiou]y$/.test(lemma);
  const bare = /[^e]e$/.test(lemma) ? lemma.slice(0, -1) : lemma;
  const doubled = /^(?:get|put|bet|let)$/.test(lemma) ? `${lemma}${lemma.at(-1)}` : bare;
  const third = soft
    ? `${lemma.slice(0, -1)}ies`
    : /(?:s|x|sh|ch|[^aeiou]o)$/.test(lemma)
      ? `${lemma}es`
      : `${lemma}s`;
  const past = irregular?.split('/') ?? [`${doubled}ed`];
  return [lemma, third, `${doubled}ing`, ...past];
}
