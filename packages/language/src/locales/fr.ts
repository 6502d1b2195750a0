import type { Locale } from './locale.js';

/** French. */
export const fr: Locale = {
  code: 'fr',
  filler:
    "autant tant tellement pourriez pourrais pouvez dire dites me connaître voudrions souhaiterais aimerais gagné gagnée faites faisons renseigner indiquer indiquez présenter présente calculer calcule obtenir obtenons réalisons vendons vend trouve situent situe répartit informations info élève élèvent atteint environ ensemble merci beaucoup vers via chez expédié expédiés expédiées envoyé envoyés envoyées livré livrés livrées traité traités traitées encaissé encaissée entière entier globalement actuelles le la les l un une des du de d à a au aux en dans sur pour par avec et ou ce cet cette ces c qu que qui quoi quel quelle quels quelles est était étaient sont été être sera seront a ont avait avons avez eu eues il elle ils elles on nous vous je j me moi mon ma mes notre nos votre vos leur leurs y t s n se combien comment où montre montrez montrer moi donne donnez donner affiche affichez afficher liste listez dis dites voir veux voudrais souhaite peux pouvez peut savoir s'il plaît svp merci bonjour tous toutes tout toute total totale totaux montant montants nombre valeur valeurs chiffres données résultat résultats niveau fait faire faits passées passé reçu reçues reçus vendu vendus vendue vendues réalisé réalisés réalisée généré générés enregistré enregistrés obtenu actuellement maintenant actuel actuelle moment ici là alors donc aussi très bien plus moins entre chaque selon concernant rapport graphique tableau résumé aperçu global globale mondial monde entreprise société fois période cours durant pendant ont elles elle ils comparé comparée comparés comparées provenant provient venant vient viennent issu issues élevé élevée élevés élevées tel telle comme même répartit répartis ce ci celle celles celui ceux t il parmi quelles",
  known:
    'annulé annulée annulés annulées retard retardé retardée retardés payé impayé impayées attente homme femme hommes femmes actif inactif nuit soir ouvert fermé temps météo employé employés salaire stock fournisseur fournisseurs pointure couleur âge sexe ville région profit bénéfice coût coûts impôt impôts prix mot passe capitale président recette poème blague publicité nom adresse électricité consommation délai livraison',
  numbers:
    'zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 cent=100 cents=100 mille=1000',
  ordinals:
    'premier=1 première=1 premiers=1 deuxième=2 second=2 seconde=2 troisième=3 quatrième=4 cinquième=5 sixième=6 septième=7 huitième=8 neuvième=9 dixième=10',
  ordinalSuffixes: 'er ère ere e ème eme nd nde',
  decimalComma: true,
  dayFirst: true,
  units: {
    day: 'jour|jours|journée|journées',
    week: 'semaine|semaines',
    month: 'mois',
    quarter: 'trimestre|trimestres',
    year: 'an|ans|année|années',
    weekend: 'week_end|weekend|week_ends|weekends',
    fiscal_quarter: 'trimestre|trimestres fiscal|fiscaux',
    fiscal_year: 'exercice|exercices fiscal|fiscaux?; année|années fiscale|fiscales; an fiscal',
  },
  months: 'janv=1 fevr=2 avr=4 juil=7 sept=9 oct=10 nov=11 déc=12',
  weekdays: 'lundis=1 mardis=2 mercredis=3 jeudis=4 vendredis=5 samedis=6 dimanches=7',
  holidays: {
    whit_monday: 'lundi de pentecôte',
    pentecost: 'pentecôte; dimanche de pentecôte',
    ascension: 'l ascension; ascension',
    easter_monday: 'lundi de pâques',
    good_friday: 'vendredi saint',
    black_friday: 'black_friday; vendredi_noir',
    cyber_monday: 'cyber_monday',
    christmas: 'noël; jour de noël',
    christmas_eve: 'veille de noël; réveillon de noël',
    new_year: "jour_de_l'an; nouvel_an",
    new_years_eve: 'saint_sylvestre; réveillon',
    easter: 'pâques; dimanche de pâques',
    valentine: 'saint_valentin',
    halloween: 'halloween',
    singles_day: 'singles_day',
  },
  time: {
    half_month: '{ord} moitié de|d {month} {y}?; {ord} quinzaine de|d {month} {y}?',
    last_named_month: '{month} dernier|passé',
    today: "aujourd'hui",
    yesterday: 'hier',
    before_yesterday: 'avant_hier',
    tomorrow: 'demain',
    this: 'ce|cet|cette {unit} ci?; {unit} en_cours|courant|courante|actuel|actuelle',
    last: '{unit} dernier|dernière|passé|passée|précédent|précédente|écoulé|écoulée; dernier|dernière|précédent|précédente {unit}',
    before_last: 'avant_dernier|avant_dernière {unit}; {unit} d_avant_dernier',
    next: '{unit} prochain|prochaine|suivant|suivante|à_venir; prochain|prochaine {unit}',
    last_n:
      'les|des|ces? {n} derniers|dernières|précédents|précédentes {unit}; derniers|dernières {n} {unit}; {n} {unit} derniers|dernières|précédents|précédentes|passés|passées|écoulés|écoulées',
    recent: 'récemment|ces_derniers_temps|dernièrement',
    last_half_year: 'les? six derniers mois; dernier semestre; semestre dernier',
    next_n:
      'les|des? {n} prochains|prochaines|futurs|futures {unit}; prochains|prochaines {n} {unit}; {n} {unit} à_venir|suivants|suivantes|prochains|prochaines',
    ago: 'il_y_a {n} {unit}; il_y_a un|une {unit}',
    year_to_date:
      "depuis le? début de l'? année|an; depuis le? début de cette année; depuis janvier dernier; ytd; cumul annuel; année à ce jour; depuis le 1er janvier",
    quarter_to_date: 'depuis le? début du|de_ce trimestre; qtd',
    month_to_date: 'depuis le? début du|de_ce mois; mtd; mois à ce jour',
    week_to_date: 'depuis le? début de_la|de_cette semaine',
    fiscal_year_to_date: "depuis le? début de l'? exercice; depuis le? début de l'? année fiscale",
    since:
      "depuis le? début de|d|du {T}; depuis le|la|l'? {T}; à_partir_de|à_partir_du|à_compter_de|à_compter_du|dès {T}",
    until: "jusqu_à|jusqu la? fin de|d|du? {T}; jusqu'à|jusqu'en|jusqu'au|jusque {T}",
    before: 'avant le|la? {T}',
    after: 'après le|la? {T}',
    range:
      'de|du|entre|depuis|d? le|la? {T} à|au|-|jusqu_à|jusqu_au|jusqu_en le|la? {T}; entre le|la|l? {T} et le|la|l? {T}',
    days: 'du|de|entre? le? {dom} au|à|- le? {dom} {month} {y}?; entre le? {dom} et le? {dom} {month} {y}?',
    month: '{month} de? {y}?; mois de|d {month} {y}?; {month} de l? {y}',
    date: 'le? {dom} {month} de? {y}?; le? {weekday} {dom} {month} {y}?',
    fiscal_year: 'exercice|fy fiscal? {year}; année fiscale {year}; fy {yy}',
    fiscal_quarter:
      '{q} trimestre fiscal de|d? {y}?; t|q {q} fiscal {y}?; trimestre fiscal {q} {y}?; {ord} trimestre fiscal de|d? {y}?; {ord} trimestre de? l? exercice {y}?',
    quarter:
      't|q {q} de? {y}?; le? {ord} trimestre de|d|en? {y}?; trimestre {q} {y}?; {ord} trimestre de? l? {y}',
    half: 's|h {q} de? {y}?; le? {ord} semestre de|d|en? {y}?; {ord} moitié de? l? année? {y}?',
    week: 'semaine {n} de? {y}?; s {n} {y}',
    week_of: 'semaine du {T}',
    weekday: '{weekday}',
    last_weekday: '{weekday} dernier|passé',
    holiday: '{holiday} de? {y}?',
    year_last: "l'? année|an dernière|dernier|passée|passé|précédente|précédent",
    year_this: 'cette année',
  },
  cues: {
    all_of: 'à la fois',
    define: 'définis|définir|définition|signifie; que signifie; définition de',
    advice:
      'que dois|devrais|devons je|nous; comment puis|peut|pouvons|améliorer|augmenter|réduire; recommandation|recommandations; conseil|conseils',
    where_when_who: 'quand|d_où',
    silent: 'notre boutique|magasin; la plupart de|des|du; en termes de',
    by: 'par|selon; pour|dans|de chaque; chaque; ventilé|ventilée|ventilés|réparti|répartie|répartis|réparties|décomposé|décomposée|groupé|groupée|groupés par|selon; répartition|ventilation par|selon; en fonction de|du|des; détaillé|détaillée|détail par',
    top: 'top; meilleur|meilleure|meilleurs|meilleures; le|la|les plus élevé|élevée|élevés|élevées|grand|grande|grands|grandes|haut|haute|important|importante|fort|forte; plus de|d; le plus de|d; le|la|les plus; avec le plus de|d; plus gros|grosse|grosses|grands|grandes; maximum|maximal|maximale',
    bottom:
      'flop; pire|pires|moins_bons|moins_bonnes|plus_mauvais|plus_mauvaise|plus_mauvaises; le|la|les plus bas|basse|basses|faible|faibles|petit|petite|petits|petites; le moins de|d; moins de|d; le|la|les moins élevé|élevée|élevés|élevées; avec le moins de|d; minimum|minimal|minimale',
    best_selling:
      'plus vendu|vendus|vendue|vendues; le mieux vendu; meilleures ventes; se vend|vendent le mieux|plus; se vend|vendent mieux',
    worst_selling: 'moins vendu|vendus|vendue|vendues; se vend|vendent le moins',
    rank: 'classé|classés|classées|classe|trié|triés|triées|classement|ordonné|ordonnés par|des|selon?',
    ascending: 'croissant|ascendant; ordre croissant; par ordre croissant',
    descending: 'décroissant|descendant; ordre décroissant; par ordre décroissant',
    not: "sans|sauf|hors|excepté|excluant|exclure|exclus|exclue; pas|non; à l'exception de|du|des; à l'exclusion de|du|des; en excluant; autre|autres que; hormis; mis à part; en dehors de|du|des; pas en|au|aux|par|de|dans",
    only: 'seulement|uniquement|juste|exclusivement|que; limité|limitée à|aux|au; filtré|filtrée sur|par; filtre sur|par',
    gt: 'plus|supérieur|supérieure|supérieurs|supérieures de|à|que {num}; plus_de|au_dessus_de|> {num}; de plus_de|plus {num}; dépassant|dépasse {num}; supérieur|supérieure|supérieurs|supérieures à {num}; plus grand|grande|élevé que {num}',
    gte: 'au_moins|minimum {num}; supérieur|supérieure ou égal|égale à {num}; > = {num}; ≥ {num}; {num} ou plus; à partir de {num}',
    lt: 'moins|inférieur|inférieure|inférieurs|inférieures de|à|que {num}; en_dessous_de|sous|< {num}; de moins_de {num}',
    lte: 'au_plus|maximum {num}; inférieur|inférieure ou égal|égale à {num}; < = {num}; ≤ {num}; {num} ou moins; jusqu_à {num}',
    between: 'entre {num} et {num}; de {num} à {num}',
    contains: 'contenant|contient|contiennent',
    compare:
      'compare|comparer|comparez|comparé|comparée|comparés|comparées|comparaison|différence; par rapport à|au|aux; comparé|comparée|comparés|comparées à|au|aux|avec',
    versus:
      'vs|versus|contre; par rapport à|au|aux|l_année le|la|les|l?; comparé|comparée|comparés|comparées à|au|aux|avec le|la|les|l?; en comparaison de|avec|du; face à|au|aux; que',
    previous_period:
      'période précédente; la|à période précédente|antérieure; à la période précédente; mois|semaine|trimestre|jour d avant; mêmes jours du mois dernier|précédent',
    week_earlier:
      'même jour la|de_la semaine dernière|précédente; il y a une semaine; une semaine plus tôt|avant',
    same_period_last_year:
      'même|mêmes|la_même|le_même|à_la_même période|époque|mois|trimestre|semaine|jours de|du|l|d? l? année|an dernière|dernier|passée|précédente; il y a un an; un an plus tôt|auparavant|avant; n 1; sur un an; d une année sur l autre; même période il y a un an',
    period_over_period:
      'd un mois sur l autre; d une semaine sur l autre; mois sur mois; mom|wow|qoq',
    why: 'pourquoi|explique|expliquer|expliquez; comment se fait il; quelle|quelles est|sont la|les cause|raison|causes|raisons de|du|des?; cause|causes|raison|raisons|facteurs de|du|des|d; qu est ce qui a? explique|causé|provoqué|expliqué; à quoi est due?; d où vient',
    forecast:
      'prévision|prévisions|prévoir|prévoyez|prévois|prédiction|prédire|projection|projections|estimation|attendu|attendus|attendue|attendues; prévision|prévisions de|du|des|d; perspective|perspectives; prévoyons|prévoit|attendons|attend',
    funnel:
      'entonnoir|funnel|tunnel; entonnoir|tunnel de conversion|vente; conversion de|entre; combien passent de',
    retention:
      'rétention|cohorte|cohortes|fidélisation; taux de rétention; rétention des? clients|abonnés|utilisateurs; analyse de cohorte|cohortes',
    anomaly:
      'anomalie|anomalies|anormal|anormale|anormales|anormaux|inhabituel|inhabituelle|inhabituels|inhabituelles|étrange|étranges|aberrant|aberrantes|aberrants|bizarre|pic|pics; valeurs aberrantes; quelque chose d inhabituel|anormal|étrange',
    help: 'aide; que peux tu|vous faire; que puis je demander; comment ça marche; que sais tu faire; que pouvez vous faire',
    share:
      'part|parts|pourcentage|proportion|quote_part|pour_cent; % ; part|pourcentage|proportion de|du|des|d; quel pourcentage de|du|des|d; quelle part de|du|des|d; en pourcentage du? total?; part de la? total; en part du total',
    ratio:
      'ratio de|entre?; rapport entre; divisé|divisée|divisés|divisées par; rapporté|rapportée|rapportés|rapportées au|aux|à',
    cumulative: 'cumulé|cumulée|cumulés|cumulées|cumul|cumulatif|cumulative; cumul de|du|des|d',
    moving_average:
      'moyenne mobile sur|de|à {n} {unit} de|du|des?; moyenne mobile de|du|des?; moyenne glissante sur|de {n} {unit} de|du|des?; moyenne glissante de|du|des?; moyenne mobile {n} {unit}',
    trend:
      'tendance|tendances|évolution|historique|courbe; au fil du temps; évolution|tendance de|du|des|d; dans le temps; évolué|évolue',
    grain_hour: 'horaire; par heure',
    grain_day:
      'par date; quotidien|quotidienne|quotidiens|quotidiennes|journalier|journalière|journaliers|journalières; jour par jour; au jour le jour',
    grain_week: 'hebdomadaire|hebdomadaires; semaine par semaine',
    grain_month: 'mensuel|mensuelle|mensuels|mensuelles|mensuellement; mois par mois',
    grain_quarter: 'trimestriel|trimestrielle|trimestriels|trimestrielles',
    grain_year: 'annuel|annuelle|annuels|annuelles; année par année',
    grain_each: 'par {unit}; chaque {unit}; pour chaque {unit}; selon le|la|l? {unit}',
    how_many: 'combien de|d; nombre de|d; le nombre de|d; quel est le nombre de|d; combien',
    how_much_sold:
      'combien d argent; combien avons nous vendu|gagné|encaissé; combien a t on vendu|encaissé; combien on a vendu',
    which: 'quel|quelle|qui',
    which_plural: 'quels|quelles',
    and: 'et|,|&|ainsi_que|ou',
    change:
      'augment*|diminu*|progress*|régress*|doubl*|croît|croissent|grimpé|grimpe; croissance|hausse|augmentation|augmenté|augmente|augmentent|monté|progression|progressé|baisse|baissé|baissent|diminution|diminué|diminue|chute|chuté|recul|reculé|changement|changé|variation|varié; a|ont baissé|augmenté|chuté|diminué',
    level: 'si élevé|élevée|élevés|bas|basse; élevé|élevée; plus|moins',
    all_time: 'depuis toujours; depuis le début; au total; de tous les temps; en tout',
    follow:
      'et; et pour|en|au|par|le|la|les; qu en est il de|du|des|pour; et qu en est il; même chose pour|avec; pareil pour; maintenant; idem pour; alors',
    add: 'aussi|également|ajoute|ajouter|ajoutez|inclus|inclure|plus; en plus; et aussi',
    replace: 'plutôt; à la place; au lieu de|du|des; remplace|change par|pour|en',
    remove:
      'enlève|enlever|retire|retirer|supprime|supprimer|efface; sans; tous; toutes; pour tous|toutes',
    breakdown_word: 'ventilation|répartition|regroupement',
    filter_word: 'filtre|filtres|comparaison|ventilation|limite|tri|condition',
    undo: 'annule|annuler|retour|undo; reviens en arrière; revenir en arrière; retour en arrière',
    correct:
      'non|faux|pardon|désolé; je voulais dire; je veux dire; je parlais de|du|des; pas ça; en fait',
    chart_line: 'en? courbe; en ligne',
    chart_bar: 'en? barres; histogramme',
    chart_table: 'en tableau; sous forme de tableau',
    aggregate:
      'moyenne|moyen|médiane|médian|maximum|minimum|écart_type|corrélation; typique|habituel|habituelle|habituellement|souvent|médian',
    command_create:
      'crée|créer|créez|passe|passer|passez|saisir|saisis|ajoute|nouvelle|enregistre|enregistrer',
    command_search:
      'cherche|chercher|cherchez|recherche|rechercher|recherchez|trouve|trouver|trouvez',
    command_update:
      'mets_à_jour|mettre_à_jour|mettez_à_jour|modifie|modifier|modifiez|ajuste|ajuster|augmente|diminue|règle',
    command_generate:
      'génère|générer|générez|crée|créer|créez|produis|produire|exporte|exporter|prépare|envoie',
    command_view: 'ouvre|ouvrir|ouvrez|affiche|afficher|affichez|montre|va_à',
    noun_order: 'commande',
    noun_customer: 'client|clients|cliente|clientes',
    noun_stock: 'stock|stocks|inventaire',
    noun_report: 'rapport|rapports',
    noun_analytics: 'analytique|analyses|analytics|tableau_de_bord|tableaux_de_bord',
  },
  texts: {
    by: 'par {0}',
    and: 'et',
    only: 'seulement {0}',
    top: 'les {0} premiers',
    bottom: 'les {0} derniers',
    descending: '{0} par ordre décroissant',
    ascending: '{0} par ordre croissant',
    allTime: 'toute la période',
    per: {
      hour: 'par heure',
      day: 'par jour',
      week: 'par semaine',
      month: 'par mois',
      quarter: 'par trimestre',
      year: 'par an',
    },
    previousPeriod: 'par rapport à la période précédente ({0})',
    lastYear: "par rapport à la même période de l'année précédente ({0})",
    versus: 'par rapport à {0}',
    share: 'part : {0}',
    cumulative: '{0} cumulé',
    movingAverage: 'moyenne mobile sur {1} : {0}',
    why: 'Pourquoi {0} a changé',
    forecast: 'Prévision : {0}, prochains {1}',
    funnel: 'Entonnoir {0}',
    retention: 'Rétention',
    anomalies: 'Anomalies : {0}',
    help: 'Ce que l’on peut demander',
    whichMetric: 'Quel indicateur voulez-vous dire ?',
    whichDate: 'Quelle date voulez-vous dire ?',
    whichMeaning: 'Que voulez-vous dire par « {0} » ?',
    unknown: 'Je ne connais pas « {0} ».',
    nothing: 'Je peux répondre à des questions sur : {0}.',
    unsupported: "J'ai compris « {0} », mais je ne peux pas y répondre.",
    notJoinable: "{1} n'est pas disponible pour {0}.",
    assumed: {
      noTime: 'Aucune période indiquée : toute la période.',
      lately: 'Aucune période indiquée : les {0} derniers jours.',
      readAs: '« {0} » a été lu comme {1}.',
      running: "La période en cours s'arrête aujourd'hui.",
      baseline: 'Comparé à la période précédente.',
      limit: 'Aucun nombre indiqué : les {0} premiers.',
      grain: 'Aucun pas indiqué : {0}.',
      metric: '« {0} » a été compris comme {1}.',
      carried: 'Repris de la question précédente : {0}.',
      fiscal: "Un exercice porte le numéro de l'année où il se termine.",
      notAdditive: '{0} ne s’additionne pas entre groupes.',
      dayFirst: '« {0} » a été lu jour puis mois.',
      anyOf: 'Compte ce qui correspond à l’un d’eux : {0}.',
      ignored: 'Non pris en compte : {0}.',
    },
    understood: '{0}. Compris : {1}.',
    missing: 'Il manque encore : {0}.',
    commands: {
      create_order: 'Créer une commande',
      search_customers: 'Chercher des clients',
      update_inventory: 'Mettre à jour le stock',
      generate_report: 'Générer un rapport',
      view_analytics: 'Ouvrir les analyses',
    },
    fields: { products: 'produit', customers: 'client', numbers: 'quantité' },
  },
};
