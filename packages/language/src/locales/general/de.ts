import type { GeneralWords } from './general-words.js';

/** German. */
export const de: GeneralWords = {
  adverbs:
    'ob sowieso ohnehin jedenfalls immerhin schließlich ehrlich offenbar anscheinend scheinbar vermutlich wahrscheinlich hoffentlich leider glück natürlich selbstverständlich sicher sicherlich bestimmt gewiss wohl freilich nämlich zwar obwohl obgleich indem weil denn deshalb deswegen daher darum somit folglich also sehr ziemlich recht ganz gar total extrem besonders insbesondere allem genau gerne ach naja na tja hm äh ähm ok okay klar halt eben grad mal momentan derzeit heutzutage konkret genauer grob pauschal sozusagen gewissermaßen dabei davon damit daran darauf darüber dafür hierfür hierzu hierbei womit worauf worüber ihm ihn ihnen euch euer eure selbst selber meins unsers mein meine meinem meinen meiner jemand irgendwie irgendwo irgendwann irgendwas irgend los herum drumherum doch schon ruhig bitte danke super prima toll wow lol hey hallo moin servus tschüss',
  verbs:
    'sagen erzählen reden denken=dachte,gedacht glauben meinen vermuten fragen wundern fühlen hoffen wünschen lieben versuchen helfen=hilft,half,geholfen lassen=lässt,ließ,gelassen sehen=sieht,sah,sahen,gesehen schauen gucken hören erwähnen besprechen=bespricht,besprach,besprochen erinnern interessieren kümmern scheinen=scheint,schien,geschienen passieren geschehen=geschieht,geschah bedeuten merken bemerken lernen überlegen prüfen verstehen=versteht,verstand,verstanden kennen=kennt,kannte wissen=weiß,wusste,gewusst müssen=muss,musste,mussten dürfen=darf,durfte,durften sollen wollen=will,wollte,wollten mögen=mag,mochte,möchte können=kann,konnte,konnten werden=wird,wurde,geworden tun=tut,tat,getan kommen=kommt,kam,kamen,gekommen gehen=geht,ging,gingen,gegangen geben=gibt,gab,gaben,gegeben nehmen=nimmt,nahm,nahmen,genommen machen bringen=bringt,brachte,brachten,gebracht holen stellen rechnen wirken',
  realVerbs:
    'laufen=läuft,lief,liefen,gelaufen stehen=steht,stand,standen,gestanden liegen=liegt,lag,lagen,gelegen sitzen=saß,gesessen fallen=fällt,fiel,gefallen steigen=stieg,gestiegen sinken=sank,gesunken bleiben=blieb,blieben,geblieben schreiben=schrieb,geschrieben lesen=liest,las,gelesen essen=isst,aß,gegessen trinken=trank,getrunken schlafen=schläft,schlief arbeiten spielen leben wohnen warten suchen finden=fand,fanden,gefunden fahren=fährt,fuhr,gefahren fliegen=flog,geflogen kochen backen=backt,gebacken bauen öffnen schließen=schloss,geschlossen regnen schneien tragen=trägt,trug,getragen treffen=trifft,traf,getroffen trennen teilen tauschen starten stoppen planen packen putzen rufen=rief,gerufen schicken senden=sandte,gesandt liefern ändern wechseln ziehen=zog,gezogen wachsen=wächst,wuchs,gewachsen gewinnen=gewann,gewonnen verlieren=verlor,verloren vergessen=vergisst,vergaß beginnen=begann,begonnen enden dauern fehlen folgen fordern führen gehören gelten=gilt,galt halten=hält,hielt,gehalten hängen heißen=hieß hoffen kehren klappen klingen lachen leihen=lieh liefern lohnen mieten nutzen parken passen pflanzen rauchen reichen reisen reparieren sammeln schaffen schenken schlagen=schlägt,schlug schneiden=schnitt,geschnitten sparen springen=sprang stimmen studieren stören wachen warnen waschen=wäscht,wusch werfen=wirft,warf wiegen=wog',
  nouns:
    'ding dinge sache sachen idee ideen frage fragen moment chef chefin gefühl eindruck blick einblick info infos auskunft angabe angaben fakten neugierig interessant möglich',
  particles: 'zurück weg heraus herein hinaus hinein rein raus her hin',
  verbForms: germanForms,
  ending: /[a-z]{3}erweise$/,
  exceptions: /^(?:teilweise|zeitweise|schrittweise|stückweise)$/,
  purpose:
    /^(?:und |denn )?(?:(?:ich|wir) (?:will|wollen|möchte|möchten|muss|müssen|plane|planen|überlege|würde(?:n)? gern(?:e)?)\b(?!.*\b(?:wissen|sehen|vergleichen|filtern|ausschließen|nur|anschauen|ansehen|haben|kennen|verstehen|erfahren)\b)|damit (?:ich|wir)\b|um (?:ihnen|sie|ihm|das|die|den|es)\b.* zu )/,
};

/** `sagen`, `denken=dachte,gedacht`: the forms of a weak verb, or the present and the forms given. */
function germanForms(verb: string): readonly string[] {
  const [lemma = '', irregular] = verb.split('=');
  const stem = lemma.replace(/e?n$/, '');
  const link = /[td]$/.test(stem) ? 'e' : '';
  const present = [lemma, `${stem}e`, `${stem}${link}st`, `${stem}${link}t`];
  if (irregular !== undefined) return [...present, ...irregular.split(',')];
  const past = `${stem}${link}te`;
  const isPrefixed = /^(?:be|ge|er|ver|zer|ent|emp|über)|ieren$/.test(lemma);
  return [...present, past, `${past}n`, `${isPrefixed ? '' : 'ge'}${stem}${link}t`];
}
