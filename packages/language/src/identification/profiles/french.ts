/** Frequent French words, the commonest first, then those of commerce and complaint. */
export const FRENCH_WORDS = `
  de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il
  sont avec son ou aux mais comme nous vous je tu elle on ils elles été cette ses être fait
  tout leur même aussi y sans deux si ces sa peut très bien où donc entre encore avoir ont
  était après autres notre votre mon ma mes ton ta tes j'ai c'est n'est d'une l'on qu'il d'un
  s'il jusqu'à aujourd'hui hier demain toujours jamais rien moins depuis pendant contre chez
  vers quand comment pourquoi quel quelle quels quelles combien chiffre d'affaires ventes
  vente commandes commande clients client produit produits prix livraison facture paiement
  remboursement retour dernier dernière derniers dernières mois semaine semaines année ans an
  jour jours trimestre rapport comparer compare comparé montre montrez donne moyenne moyen
  total nombre évolution prévision prochain prochaine meilleur meilleurs meilleure pire bon
  bonne mauvais mauvaise grand grande petit petite nouveau nouvelle merci bonjour plaît oui
  non reçu colis carte argent cassé cher rapide lent aime adore déçu problème service taux
  panier marge pays magasin boutique ville ceux cela ça cet avait serait faire dit voir veux
  voudrais peux pouvez faut doit aucun aucune chaque plusieurs beaucoup peu trop assez déjà
  ici là alors parce puis ainsi avant lors selon évolué vendus vendu vendre stock remises hors
  sauf étaient avons avez janvier février mars avril mai juin juillet août septembre octobre
  novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche hiver rouge bleu vert
  noir blanc livré livrée qualité article articles boutiques site page réduction code annulé
  abonnement utilisateurs visites valeur bénéfice coûts coût taxe quantité unités avis note
  personnel horrible affreux génial excellent parfait content déçue vite lentement aide besoin
  pourrais pourboires électricité consommation évolue quelque quelqu'un personne commandé
  acheté envoyé renvoyé bientôt tard ensemble presque vraiment ceci celui celle leurs nos vos
  car afin malgré parmi fut soit puis-je peut-être
`;
