import type { SentimentWords } from '../lexicon.js';

/** How German speaks well and ill of things bought, and what turns or strengthens it. */
export const GERMAN_SENTIMENT: SentimentWords = {
  weights: [
    [
      3,
      `
        liebt, begeistern, traum, traumhaft, unschlagbar, makellos, fantastisch*, hervorragend*,
        ausgezeichnet*, perfekt*, großartig*, genial*, traumhaft*, wunderbar*, spitze,
        überragend*, begeister*, sensationell*, exzellent*, phänomenal*, einwandfrei*,
        erstklassig*, bestens, sehr zu empfehlen, absolut empfehlenswert, rundum zufrieden,
        ich liebe, liebe es, alles bestens, volle punktzahl
      `,
    ],
    [
      2,
      `
        schöner, schönste, schönsten, schönes, lob, loben, gemütlich*, liebenswert*, elegant*,
        stilvoll*, aufmerksam*, höflich*, herzlich, dankbar*, wertig*, zuvorkommend*, toll*,
        super, klasse, schön*, beeindruck*, zufrieden*, glücklich*, beste, besten, bester,
        bestes, empfehl*, lecker*, freundlich*, zuverlässig*, hilfsbereit*, hilfreich*, freue,
        freut, freuen, liebevoll*, wunderschön*, überzeug*, gelungen*, hochwertig*, kompetent*,
        herzlich*, vielen dank, gerne wieder, immer wieder gern*, sein geld wert, gefällt mir,
        gut verarbeitet, wie beschrieben, hält was es verspricht, voll zufrieden,
        jederzeit wieder
      `,
    ],
    [
      1,
      `
        leise, handlich, geräumig, ehrlich*, brauchbar*, ordentlicher, haltbar*, leicht,
        praktisch, gepflegt*, original*, schick*, gut, gute, guten, guter, gutes, schnell*,
        günstig*, einfach*, bequem*, praktisch*, pünktlich*, sauber*, frisch*, nett, nette,
        netten, netter, nettes, danke, dank, fair*, ordentlich*, funktioniert, funktionieren,
        passt, passend*, weich*, robust*, stabil*, angenehm*, zügig*, preiswert*, unkompliziert*,
        reibungslos*, gern, gerne, mag, besser*, hübsch*, warm*, solide*, nützlich*, sicher*,
        keine probleme, kein problem, nichts auszusetzen, nicht meckern, in ordnung, rechtzeitig,
        wie erwartet, wie versprochen, gute qualität, erfüllt seinen zweck
      `,
    ],
    [
      -1,
      `
        winzig*, krumm*, schief*, unscharf*, rau*, steif*, kratzig*, wackel*, rost*, riss, risse,
        gerissen*, abgebrochen*, ausgefallen*, unvollständig*, enttäuschend*, umsonst,
        verspätung*, unpraktisch*, klebrig*, fettig*, verbrannt*, versalzen*, labbrig*, ungenau*,
        hakt, stürzt, unfair*, doppelt, langsam*, spät*, verspät*, teuer*, eng, kaputtgegangen,
        kompliziert*, umständlich*, unklar*, leider, problem*, fehlt, fehlen, fehlend*, fehler,
        schwierig*, warten, warte, wartet, gewartet, dünn*, kalt*, schmutzig*, dreckig*, kratzer,
        beschwer*, mittelmäßig*, storniert, verzöger*, reklam*, schlechter*, schade, mühsam*,
        überteuert*, unangenehm*, fade, trocken*, unpassend*, falsch*, verwirr*, unfreundlicher,
        abgelaufen*, undicht*, zu laut, sehr laut, zu klein, zu groß, zu teuer,
        lässt zu wünschen übrig, nicht mehr, könnte besser, keine antwort, keine rückmeldung,
        passt nicht, kam nicht, geht nicht, nicht erhalten, zu spät, zu kurz, zu eng, zu lange,
        niemand antwortet, keiner antwortet, zweimal abgebucht, nicht zufrieden, nicht gut,
        löst sich, fällt auseinander
      `,
    ],
    [
      -2,
      `
        billigware, ramsch*, verschimmelt*, schimmel*, verfault*, gefährlich*, dumm*, unterste,
        bescheiden*, betrogen, verarscht*, mies, unseriös*, chaos, chaotisch*, katastrophal,
        ungeeignet*, untauglich*, armselig*, dreist*, schlecht*, kaputt*, defekt*, beschädigt*,
        enttäusch*, ärger*, nerv*, nutzlos*, unbrauchbar*, unfreundlich*, frech*, unverschämt*,
        inkompetent*, unzuverlässig*, minderwertig*, hässlich*, lüge*, gelogen, wütend*, sauer,
        verärgert*, müll, schrott, mangelhaft*, ungenießbar*, ignoriert*, verloren*, gestohlen*,
        zerrissen*, stinkt, stinken, frust*, versag*, mies*, lächerlich*, unmöglich*, reinfall,
        fehlkauf, abgezockt, gefälscht*, fälschung, unprofessionell*, peinlich*, zerbrochen*,
        bereue, geld zurück, nie wieder, funktioniert nicht, nie angekommen, nicht angekommen,
        nicht empfehlenswert, nicht zu empfehlen, finger weg, rausgeschmissenes geld,
        warte immer noch, nicht wert, nicht kaufen, schlechte qualität, keine empfehlung,
        rate ab, nicht zumutbar
      `,
    ],
    [
      -3,
      `
        schrecklich*, furchtbar*, katastroph*, grauenhaft*, ekelhaft*, ekelig*, eklig*, betrug,
        betrüg*, abzocke, unterirdisch*, miserabel*, entsetz*, widerlich*, horror, schlimmste*,
        schlechteste*, skandal*, frechheit, unzumutbar*, hasse, null sterne
      `,
    ],
  ],
  negators:
    'nicht, kein, keine, keinen, keiner, keinem, keines, nie, niemals, niemand, nichts, ohne, weder, kaum, nirgends, nix',
  negatorsBehind: 'nicht, nie, kein',
  intensifiers:
    'einfach, sehr, wirklich, extrem, total, absolut, so, besonders, richtig, äußerst, überaus, mega, echt, unglaublich, völlig, komplett, viel, zu, super',
  diminishers:
    'etwas, bisschen, ziemlich, relativ, recht, eher, teilweise, wenig, fast, einigermaßen',
  contrasts: 'aber, jedoch, allerdings, obwohl, dennoch, trotzdem, außer, sondern',
};
