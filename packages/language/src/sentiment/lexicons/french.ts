import type { SentimentWords } from '../lexicon.js';

/** How French speaks well and ill of things bought, and what turns or strengthens it. */
export const FRENCH_SENTIMENT: SentimentWords = {
  weights: [
    [
      3,
      `
        adorable*, sensationnel*, irréprochable*, divin*, adore, adorent, adoré, parfait*,
        excellent*, magnifique*, génial*, géniale*, fantastique*, exceptionnel*, merveilleux,
        merveilleuse*, formidable*, impeccable*, sublime*, superbe*, extraordinaire*,
        incroyable*, top, je recommande vivement, au top, rien à redire, cinq étoiles
      `,
    ],
    [
      2,
      `
        élégant*, élégante*, charmant*, charmante*, attentionné*, généreux, généreuse*,
        reconnaissant*, apprécié*, apprécie*, souriant*, souriante*, accueillant*, accueillante*,
        raffiné*, félicitations, qualitatif, super, bon, bons, bonne*, heureux, heureuse*, ravi,
        ravie, ravis, content*, satisfait*, beau, belle, beaux, belles, délicieux, délicieuse*,
        recommande*, meilleur*, agréable*, fiable*, aimable*, sympathique*, sympa, serviable*,
        enchanté*, aime, aiment, aimé, impressionn*, bravo, efficace*, professionnel*, conforme*,
        merci beaucoup, bonne qualité, vaut le coup, à l'écoute, je rachèterai, à recommander,
        très satisfait, vaut son prix
      `,
    ],
    [
      1,
      `
        robuste*, léger, légère*, silencieux, silencieuse*, honnête*, fidèle*, durable*,
        spacieux, spacieuse*, soigneusement, impeccablement, ponctuel*, clair*, bien, rapide*,
        rapidement, facile*, facilement, simple*, joli*, jolie*, propre*, frais, fraîche*, merci,
        gentil*, gentille*, confortable*, pratique*, utile*, correct*, correcte*, solide*,
        fonctionne, fonctionnent, marche, abordable*, raisonnable*, doux, douce*, mieux,
        chaleureux, chaleureuse*, soigné*, soignée*, dans les temps, à l'heure, pas cher,
        pas de problème, aucun problème, sans problème, pas mal, bon marché, comme décrit,
        comme prévu, comme promis, fait le travail, bon rapport
      `,
    ],
    [
      -1,
      `
        minuscule*, tordu*, flou*, rugueux, raide*, gratte, rouille*, déchiré*, déchirure,
        fissure*, fissuré*, bancal*, collant*, gras, brûlé*, salé*, incomplet, incomplète*,
        pénible*, injuste*, bogue*, bug*, plante, lent*, lente*, lentement, cher, chère*, chers,
        retard*, problème*, difficile*, compliqué*, compliquée*, manque*, manquant*, attendre,
        attends, attend, attendu, erreur*, froid*, froide*, sale*, bruyant*, dommage,
        malheureusement, moyen, bof, annulé*, annulée*, étroit*, étroite*, fade*, décevant*,
        décevante*, rayé*, tache*, taché*, confus*, inconfortable*, cassant*, plaint*, fuite*,
        mince, fragile*, trop petit, trop grand, trop cher, en retard, pas de réponse,
        aucune réponse, laisse à désirer, ne convient pas, peut mieux faire, ne va pas, pas reçu,
        trop tard, trop court, trop serré, trop long, personne ne répond, débité deux fois,
        se décolle, pas content, pas satisfait
      `,
    ],
    [
      -2,
      `
        camelote, pacotille, moisi*, pourri*, dangereux, dangereuse*, idiot*, malhonnête*,
        mensonger*, trompeur, trompeuse*, trompé*, chaos, lâché*, misérable*, minable*,
        irresponsable*, incapable*, mauvais*, mauvaise*, cassé*, cassée*, abîmé*, abîmée*,
        défectueux, défectueuse*, déçu*, déçue*, déception*, nul, nulle, nuls, inutile*,
        inutilisable*, énerv*, frustr*, impoli*, désagréable*, incompétent*, incompétente*,
        fâché*, colère, mensonge*, menteur*, faux, perdu*, perdue*, volé*, volée*, arnaqué*,
        inadmissible*, inacceptable*, médiocre*, immangeable*, regrette*, pire*, ridicule*,
        laid*, moche*, endommagé*, endommagée*, éviter, fuir, ne fonctionne pas, ne marche pas,
        jamais reçu, jamais arrivé, plus jamais, perte de temps, perte d'argent, à éviter,
        remboursez, ne recommande pas, toujours pas, mauvaise qualité, ne vaut pas,
        ne pas acheter, n'achetez pas, à fuir, déconseille
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
