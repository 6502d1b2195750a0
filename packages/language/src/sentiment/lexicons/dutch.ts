import type { SentimentWords } from '../lexicon.js';

/** How Dutch speaks well and ill of things bought, and what turns or strengthens it. */
export const DUTCH_SENTIMENT: SentimentWords = {
  weights: [
    [
      3,
      `
        dol, dolblij, dolenthousiast, adembenemend*, onovertroffen, geweldig*, fantastisch*,
        perfect*, uitstekend*, prachtig*, schitterend*, briljant*, subliem*, uitmuntend*, super,
        geniaal, geniale, fenomenaal, topkwaliteit, hou van, houd van, houdt van,
        absolute aanrader, echte aanrader, vijf sterren, helemaal geweldig
      `,
    ],
    [
      2,
      `
        mooier, mooiste, elegant*, charmant*, gul*, dankbaar*, zorgzaam*, gezellig*, gastvrij*,
        compliment*, sfeervol*, waardeer*, keurig*, mooi, mooie, blij, tevreden, heerlijk*,
        lekker*, beste, aanrader, aanraden, aanbevelen, indrukwekkend*, betrouwbaar*,
        behulpzaam*, vriendelijk*, beleefd*, professioneel*, leuk*, fijn*, prima, top, verrast*,
        bedankt, enthousiast*, gelukkig*, attent*, heel erg bedankt, hartelijk dank,
        de moeite waard, goede kwaliteit, goede prijs, zoals beschreven, volgende keer weer,
        erg tevreden, zeer tevreden, helemaal blij, prijs kwaliteit
      `,
    ],
    [
      1,
      `
        licht, stil, eerlijk*, duurzaam*, ruim, ruime, duidelijk*, veilig*, helder*, trouw*,
        goed, goede, snel*, makkelijk*, gemakkelijk*, eenvoudig*, comfortabel*, goedkoop*,
        betaalbaar*, schoon, schone, vers, verse, dank, handig*, nuttig*, werkt, werken, netjes,
        stevig*, zacht*, correct*, punctueel, redelijk*, aardig*, beter*, soepel*, op tijd,
        geen probleem, geen problemen, zonder problemen, niets mis mee, niet slecht,
        niks te klagen, zoals verwacht, zoals beloofd, doet wat het moet doen
      `,
    ],
    [
      -1,
      `
        piepklein*, scheef, scheve, wazig*, ruw, ruwe, stijf, stijve, roest*, gescheurd*, scheur,
        scheuren, wiebel*, plakkerig*, vettig*, aangebrand*, zout, zoute, onvolledig*,
        oneerlijk*, vastloopt, hapert, storing*, traag, trage, langzaam*, late, duur, dure,
        vertrag*, probleem, problemen, moeilijk*, ingewikkeld*, ontbreekt, ontbreken, ontbrak,
        wachten, wacht, gewacht, fout, fouten, koud, koude, vies, vieze, luid, luidruchtig*,
        jammer, helaas, matig*, geannuleerd*, krap, krappe, tegenvall*, onduidelijk*,
        oncomfortabel, kras, krassen, vlek, vlekken, klacht*, zwak, zwakke, droog, dun, dunne,
        verwarrend*, middelmatig*, viel tegen, valt tegen, te klein, te groot, te duur, te laat,
        geen reactie, geen antwoord, laat te wensen over, past niet, kan beter, niet ontvangen,
        te kort, te strak, twee keer, niemand reageert, niemand antwoordt, niet blij,
        niet tevreden, laat los, laten los
      `,
    ],
    [
      -2,
      `
        prul, prullaria, beschimmeld*, schimmel*, rot, rotte, gevaarlijk*, dom, domme, misleid*,
        bedrog, bedrogen, chaos, armzalig*, onbekwaam*, brak, gebroken, slecht*, kapot*, defect*,
        beschadigd*, teleurgesteld*, teleurstell*, nutteloos, nutteloze, waardeloos, waardeloze,
        boos, boze, gefrustreerd*, frustr*, onbeschoft*, onvriendelijk*, incompetent*,
        onbetrouwbaar*, lelijk*, leugen*, gelogen, nep, vals, valse, verloren, kwijt, gestolen,
        opgelicht, onacceptabel*, slechter*, belachelijk*, oneetbaar*, spijt, genegeerd*, rommel,
        troep, irritant*, ergerlijk*, onprofessioneel*, miskoop, is stuk, ging stuk, gaat stuk,
        werkt niet, werken niet, nooit aangekomen, niet aangekomen, nooit meer, tijdverspilling,
        zonde van het geld, geld terug, niet aan te raden, raad het niet aan, slechte kwaliteit,
        niet waard, wacht nog steeds, nog steeds niet, vermijd, niet kopen, koop dit niet,
        slechte ervaring, afrader
      `,
    ],
    [
      -3,
      `
        verschrikkelijk*, vreselijk*, afschuwelijk*, walgelijk*, afgrijselijk*, oplicht*,
        fraude*, schande*, schandalig*, ramp, rampzalig*, haat, dramatisch*, slechtste*, ergste*,
        bagger, nul sterren
      `,
    ],
  ],
  negators: 'niet, geen, nooit, niemand, niets, zonder, noch, nergens, nauwelijks, niks',
  negatorsBehind: 'niet, nooit',
  intensifiers:
    'heel, erg, zeer, echt, enorm, ontzettend, zo, totaal, absoluut, te, super, compleet, ongelooflijk, bijzonder',
  diminishers: 'beetje, enigszins, redelijk, vrij, wat, bijna, nogal, relatief, tamelijk',
  contrasts: 'maar, echter, hoewel, toch, behalve, desondanks',
};
