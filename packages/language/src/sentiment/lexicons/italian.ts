import type { SentimentWords } from '../lexicon.js';

/** How Italian speaks well and ill of things bought, and what turns or strengthens it. */
export const ITALIAN_SENTIMENT: SentimentWords = {
  weights: [
    [
      3,
      `
        adora, adorabil*, divin*, insuperabil*, favolos*, adoro, adorato, perfett*, eccellent*,
        meraviglios*, fantastic*, incredibil*, splendid*, stupend*, magnific*, straordinari*,
        impeccabil*, eccezional*, ottim*, superlativ*, super consigliato, consigliatissimo,
        cinque stelle, il massimo
      `,
    ],
    [
      2,
      `
        elegant*, affascinant*, generos*, grat*, premuros*, accoglient*, apprezz*, raffinat*,
        squisit*, felicissim*, felic*, content*, soddisfatt*, bell*, delizios*, buonissim*,
        consigli*, miglior*, impressiona*, affidabil*, gentil*, cortes*, disponibil*,
        professional*, piace, piacciono, piaciut*, efficient*, gradevol*, simpatic*, bravi,
        bravissim*, complimenti, grazie mille, vale la pena, buona qualità, ottimo prezzo,
        comprerò ancora, come descritto, molto soddisfatt*, vale il prezzo, rapporto qualità
      `,
    ],
    [
      1,
      `
        resistent*, legger*, silenzios*, onest*, durevol*, spazios*, chiar*, sicur*, fedel*,
        curat*, buono, buona, buoni, buone, buon, bene, veloc*, rapid*, facil*, semplic*, comod*,
        economic*, pulit*, fresc*, grazie, pratic*, utile, utili, funziona, funzionano, corrett*,
        solid*, morbid*, puntual*, accessibil*, ragionevol*, carin*, in tempo, senza problemi,
        nessun problema, in anticipo, niente male, tutto ok, tutto bene, come previsto,
        come promesso, fa il suo dovere
      `,
    ],
    [
      -1,
      `
        minuscol*, stort*, sfocat*, ruvid*, rigid*, arruggin*, strappat*, crepa, crepe,
        appiccicos*, unto, unta, bruciat*, salat*, incomplet*, pesant*, ingiust*, blocca,
        bloccat*, errori, lento, lenta, lenti, lente, ritard*, caro, cara, cari, care, problem*,
        difficil*, complicat*, manca, mancano, mancava, mancant*, aspettare, aspetto, aspettando,
        attesa, errore, fredd*, sporc*, rumoros*, peccato, purtroppo, mediocr*, annullat*,
        strett*, deludent*, confus*, scomod*, graffi*, macchi*, lament*, fragil*, debol*, secco,
        secca, troppo piccolo, troppo grande, troppo caro, nessuna risposta, nessuno risponde,
        lascia a desiderare, non va bene, non ho ricevuto, troppo corto, troppo stretto,
        due volte, non sono contento, non sono soddisfatt*, si scolla
      `,
    ],
    [
      -2,
      `
        porcheri*, marcio, marcia, ammuffit*, pericolos*, disonest*, ingannevol*, caos, rotta,
        squallid*, incapac*, vergogna, male, cattiv*, brutt*, rott*, difettos*, danneggiat*,
        delus*, delusion*, inutil*, arrabbiat*, frustr*, maleducat*, scortes*, incompetent*,
        bugi*, fals*, perso, persa, persi, perse, smarrit*, rubat*, truffat*, inaccettabil*,
        peggio, peggior*, ridicol*, sgradevol*, pentit*, immangiabil*, scadent*, fastidi*,
        guast*, vergogn*, non funziona, non funzionano, mai arrivato, mai arrivata,
        non è arrivato, mai più, perdita di tempo, soldi buttati, non consiglio,
        non lo consiglio, pessima qualità, soldi indietro, non vale, sto ancora aspettando,
        da evitare, evitate, non comprate, non comprare, brutta esperienza, non merita,
        sconsigli*
      `,
    ],
    [
      -3,
      `
        terribil*, orribil*, pessim*, disgustos*, schif*, truff*, frode*, vergognos*, disastr*,
        odio, detesto, spaventos*, indecent*, vomitevol*, spazzatura, zero stelle
      `,
    ],
  ],
  negators: 'non, nessun, nessuna, nessuno, mai, niente, nulla, senza, né, neanche, nemmeno',
  negatorsBehind: '',
  intensifiers:
    'molto, davvero, veramente, estremamente, così, totalmente, assolutamente, troppo, super, completamente, incredibilmente, particolarmente, tanto, più',
  diminishers: 'poco, abbastanza, leggermente, quasi, relativamente, piuttosto',
  contrasts: 'ma, però, tuttavia, eppure, tranne, sebbene',
};
