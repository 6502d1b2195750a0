import type { SentimentWords } from '../lexicon.js';

/** How French speaks well and ill of things bought, and what turns or strengthens it. */
export const FRENCH_SENTIMENT: SentimentWords = {
  weights: [
    [
      3,
      `
        adore, adorent, adoré, parfait*, excellent*, magnifique*, génial*, géniale*,
        fantastique*, exceptionnel*, merveilleux, merveilleuse*, formidable*, impeccable*,
        sublime*, superbe*, extraordinaire*, incroyable*, top, je recommande vivement, au top,
        rien à redire, cinq étoiles
      `,
    ],
    [
      2,
      `
        super, bon, bons, bonne*, heureux, heureuse*, ravi, ravie, ravis, content*, satisfait*,
        beau, belle, beaux, belles, délicieux, délicieuse*, recommande*, meilleur*, agréable*,
        fiable*, aimable*, sympathique*, sympa, serviable*, enchanté*, aime, aiment, aimé,
        impressionn*, bravo, efficace*, professionnel*, conforme*, merci beaucoup, bonne qualité,
        vaut le coup, à l'écoute, je rachèterai
      `,
    ],
    [
      1,
      `
        bien, rapide*, rapidement, facile*, facilement, simple*, joli*, jolie*, propre*, frais,
        fraîche*, merci, gentil*, gentille*, confortable*, pratique*, utile*, correct*,
        correcte*, solide*, fonctionne, fonctionnent, marche, abordable*, raisonnable*, doux,
        douce*, mieux, chaleureux, chaleureuse*, soigné*, soignée*, dans les temps, à l'heure,
        pas cher, pas de problème, aucun problème, sans problème, pas mal, bon marché,
        comme décrit
      `,
    ],
    [
      -1,
      `
        lent*, lente*, lentement, cher, chère*, chers, retard*, problème*, difficile*,
        compliqué*, compliquée*, manque*, manquant*, attendre, attends, attend, attendu, erreur*,
        froid*, froide*, sale*, bruyant*, dommage, malheureusement, moyen, bof, annulé*,
        annulée*, étroit*, étroite*, fade*, décevant*, décevante*, rayé*, tache*, taché*,
        confus*, inconfortable*, cassant*, plaint*, fuite*, mince, fragile*, trop petit,
        trop grand, trop cher, en retard, pas de réponse, aucune réponse, laisse à désirer,
        ne convient pas, peut mieux faire, ne va pas
      `,
    ],
    [
      -2,
      `
        mauvais*, mauvaise*, cassé*, cassée*, abîmé*, abîmée*, défectueux, défectueuse*, déçu*,
        déçue*, déception*, nul, nulle, nuls, inutile*, inutilisable*, énerv*, frustr*, impoli*,
        désagréable*, incompétent*, incompétente*, fâché*, colère, mensonge*, menteur*, faux,
        perdu*, perdue*, volé*, volée*, arnaqué*, inadmissible*, inacceptable*, médiocre*,
        immangeable*, regrette*, pire*, ridicule*, laid*, moche*, endommagé*, endommagée*,
        éviter, fuir, ne fonctionne pas, ne marche pas, jamais reçu, jamais arrivé, plus jamais,
        perte de temps, perte d'argent, à éviter, remboursez, ne recommande pas, toujours pas,
        mauvaise qualité, ne vaut pas
      `,
    ],
    [
      -3,
      `
        horrible*, affreux, affreuse*, terrible*, catastroph*, dégoûtant*, dégueulasse*,
        arnaque*, escroc*, escroquerie*, honte*, honteux, honteuse*, scandal*, lamentable*,
        exécrable*, épouvantable*, déplorable*, désastre*, désastreux, déteste*, zéro étoile
      `,
    ],
  ],
  negators: 'pas, ne, n, jamais, aucun, aucune, rien, sans, ni, personne, guère, non',
  negatorsBehind: 'pas, jamais',
  intensifiers:
    'très, vraiment, extrêmement, tellement, absolument, totalement, trop, super, hyper, particulièrement, complètement, fort',
  diminishers: 'peu, assez, plutôt, presque, légèrement, relativement, quelque',
  contrasts: 'mais, cependant, pourtant, toutefois, néanmoins, sauf, hormis',
};
