/** Words that name nothing, by language (BCP 47), separated by blanks. */
const LISTS: Readonly<Record<string, string>> = {
  en: `
    a able about above actually after again against ago all almost already also although always
    am an and another any anyone anything are aren't around as ask asked at away back be because
    been before being below between bit both but by came can can't cannot come could couldn't
    day days did didn't do does doesn't doing don't done down during each either else even ever
    every everything few for from further get gets getting give go goes going gone got had
    hadn't has hasn't have haven't having he he's hello help her here hers hey hi him himself
    his how however i i'd i'll i'm i've if in instead into is isn't it it's its itself just know
    last let let's like little look lot made make many may maybe me might mine more most much
    must my myself need needs never next no nobody not nothing now of off often ok okay on once
    one only onto or other our ours out over own please put quite rather really right said same
    say says see seem seems shall she should shouldn't since so some someone something soon
    still such sure take tell than thank thanks that that's the their theirs them themselves
    then there there's these they they're thing things think this those though through to today
    together too took tried try trying two under until up upon us use used using very via want
    wanted wants was wasn't way we we'd we'll we're we've well went were weren't what what's
    when where whether which while who whole whom whose why will with within without won't would
    wouldn't yes yet you you'd you'll you're you've your yours yourself
  `,
  de: `
    ab aber alle allem allen aller alles als also am an ander andere anderen anderer anderes
    auch auf aus bei beim bereits bin bis bist bitte bzw da dabei dadurch dafür dagegen daher
    damit danach danke dann daran darauf daraus darf darin darüber das dass dazu dein deine
    deinem deinen deiner dem den denen denn der deren des deshalb dessen dich die dies diese
    diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einfach
    einige einiger einmal er es etwas euch euer eure für ganz gar gegen gehabt gemacht genau
    gern gerne gestern gewesen gibt gleich gut hab habe haben hallo hat hatte hatten heute hier
    hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem
    jeden jeder jedes jedoch jemand jetzt kann kannst kein keine keinem keinen keiner können
    könnte könnten lassen leider liebe mal man manche mehr mein meine meinem meinen meiner mich
    mir mit muss möchte möchten müssen na nach nachdem natürlich neben nein nicht nichts nie
    niemand noch nun nur ob oben oder ohne per schon schön sehr sein seine seinem seinen seiner
    seit selbst sich sie sind so sogar solche soll sollen sollte sondern sonst soweit statt tag
    tage trotz um und uns unser unsere unserem unseren unserer unter usw viel viele vielen
    vielleicht vom von vor wann war waren warum was weder weg wegen weil weiter welche welchem
    welchen welcher welches wenn wer werde werden weshalb wie wieder will wir wird wirklich wo
    wollen worden wurde wurden würde würden zu zum zur zwar zwischen über
  `,
  fr: `
    afin ai aie ainsi alors après as assez au aucun aucune aujourd'hui auquel aussi autre autres
    aux auxquels avaient avais avait avant avec avez avez-vous avoir avons ayant beaucoup bien
    bonjour c c'est car ce ceci cela celle celles celui cependant certain certaine certains ces
    cet cette ceux chaque chez ci combien comme comment d d'un d'une dans de depuis des deux
    doit donc dont du dès déjà elle elles en encore entre est est-ce et eu eux faire fait fois
    font hors il ils j j'ai je jusqu jusque l la laquelle le lequel les lesquels leur leurs lors
    lorsque lui là m ma mais me merci mes mien moi moins mon même mêmes n n'a n'ai n'est ne ni
    non nos notre nous on ont ou oui où par parce pas pendant peu peut peux plus plusieurs
    plutôt pour pourquoi pouvez pouvoir près puis puisque qu qu'il qu'on quand que quel quelle
    quelles quelque quelques quels qui quoi rien s s'il sa sans se sera seront ses si son sont
    sous suis sur svp t ta tandis te tel telle tellement tes toi ton toujours tous tout toute
    toutes trop très tu un une va vers veux vos votre voudrais vous vraiment y à ça étaient
    étais était étant été être
  `,
  es: `
    a al algo alguien alguna algunas alguno algunos algún allí ante antes aquel aquella aquí así
    aunque aún bien buenas buenos cada casi como con contra cual cuales cuando cuanto cuál
    cuándo cómo de del desde después donde dos durante dónde e el ella ellas ellos en entonces
    entre era eran eres es esa esas ese eso esos esta estaba estar estas este esto estos estoy
    está están favor fue fueron gracias ha haber había habían hace hacer hacia hago han has
    hasta hay he hola hoy incluso ir la las le les lo los luego mas me mi mientras mis mismo
    mucha muchas mucho muchos muy más mí nada ni no nos nosotros nuestra nuestro nunca o os otra
    otras otro otros para pero poco por porque pude puede pueden puedo pues que quien quiero
    quién qué se sea según ser si sido siempre sin sino sobre solo son soy su sus sé sí sólo tal
    también tampoco tan tanto te tener tengo ti tiene tienen toda todas todavía todo todos tras
    tu tus tú un una unas uno unos usted ustedes va vamos varios ver vez y ya yo él
  `,
  pt: `
    a agora ainda algum alguma algumas alguns alguém ali ante antes ao aos apenas após aquela
    aquele aqueles aqui aquilo as assim até bem boa bom cada com como contra da daquele das de
    dela dele deles depois desde dessa desse desta deste do dois dos durante e ela elas ele eles
    em enquanto entre então era eram essa essas esse esses esta estamos estar estas estava este
    estes estou está estão eu favor faz fazer fez fica foi for foram havia hoje há isso isto já
    la lhe lhes lo lá mais mas me mesma mesmo meu meus minha minhas muita muitas muito muitos na
    nada nas nem nenhum nenhuma nessa nesse nesta neste ninguém no nos nossa nosso num numa
    nunca não nós o obrigada obrigado olá onde ontem os ou outra outras outro outros para pela
    pelas pelo pelos pode podem poder pois por porque porém posso pouco quais qual quando quanto
    que quem quero se seja sem sempre sendo ser será seu seus sido sob sobre sua suas só tal
    também tanto te tem tenho ter teu ti tinha toda todas todo todos tu tudo têm um uma umas uns
    vai você vocês vos vou à às é
  `,
  it: `
    a abbiamo ad agli ai al alcun alcuna alcune alcuni alla alle allo allora altra altre altri
    altro anche ancora anni avere avete aveva avuto bene buongiorno c c'è che chi ci ciao cioè
    come con contro cosa così cui da dagli dai dal dalla dalle dallo davvero degli dei del dell
    dell' della delle dello dentro deve devo di dopo dove due e ed era erano essere fa fare
    fatto favore fino fra già gli grazie ha hai hanno ho i il in io l l'ho la le lei li lo loro
    lui ma mai me meno mentre mi mia mie miei mio molta molte molti molto ne negli nei nel nella
    nelle nello nessuno niente no noi non nostra nostro né o oggi ogni oltre ora per perché però
    più poco poi posso prima proprio può qua qual qualche quale quali quando quanto quasi quella
    quelle quelli quello questa queste questi questo qui quindi sarà se sei sembra sempre senza
    si sia siamo siete solo sono sopra sotto sta stata state stati stato su sua sue sugli sui
    sul sulla suo suoi sì tale tanto te ti tra troppo tu tua tuo tutta tutte tutti tutto un un'
    una uno va verso vi voi vorrei vostra vostro è
  `,
  nl: `
    aan al alle alleen allemaal alles als altijd ander andere anderen bedankt ben bent bij bijna
    binnen boven daar daarom dan dank dat de deze die dit doe doen door dus echt een eens eerst
    eigenlijk elk elke en enige er erg even ga gaan geen geweest gewoon gisteren goed graag had
    hadden hallo heb hebben hebt heeft heel hem hen het hier hij hoe hun iemand iets ik in is ja
    je jij jou jouw jullie kan kon konden kunnen kunt laat maar maken me meer men met mij mijn
    moet moeten na naar niemand niet niets nog nooit nu of om omdat onder ons onze ook op over
    pas per reeds samen sinds slechts soms steeds te tegen ten ter terwijl toch toen tot totdat
    tussen u uit uw vaak van vanaf vandaag veel veen verder via voor waar waarom waren was wat
    we weer wel welke werd werden wie wij wil willen worden wordt zal ze zeer zei zelf zich zij
    zijn zo zoals zonder zou zouden
  `,
};

const built = new Map<string, ReadonlySet<string>>();

/** Words of a language that name nothing; the empty set for one without a list. */
export function stopWords(language: string): ReadonlySet<string> {
  const known = built.get(language);
  if (known) return known;
  const list = Object.hasOwn(LISTS, language) ? LISTS[language] : undefined;
  const words = new Set(list?.split(/\s+/).filter((word) => word !== ''));
  built.set(language, words);
  return words;
}
