import { createTermIndex, splitTerms, type TermIndex } from './term-index.js';

/** Aspect name → its words and phrases, separated by commas, lower case, star for endings. */
export type AspectTerms = Readonly<Record<string, string>>;

/** What customers of a shop talk about, in the seven languages. */
export const SHOP_ASPECTS: Readonly<Record<string, AspectTerms>> = {
  en: {
    delivery:
      'deliver*, shipping, shipment, shipped, courier, parcel*, package*, arriv*, dispatch*, postman, tracking',
    price: 'price*, cost*, expensive, cheap*, overpriced, affordable, value, discount*, pricey',
    quality:
      'quality, material*, fabric, stitching, finish, durab*, sturdy, flimsy, well made, fell apart',
    service:
      'service, staff, support, agent*, employee*, waiter*, waitress, representative*, helpdesk, hotline',
    returns: 'return*, refund*, exchange*, money back, warranty',
    fit: 'size*, sizing, fit, fits, fitting, too small, too big, length',
    website: 'website, site, app, checkout, page*, login, search',
    payment: 'pay, paying, paid, payment*, card, invoice*, billing, charged, overcharged',
    food: 'food, meal*, dish*, taste*, tasty, portion*, menu, dinner, lunch, breakfast, drink*',
  },
  de: {
    delivery: 'liefer*, versand*, paket*, zustell*, angekommen, kurier, bote, sendung*, verschickt',
    price: 'preis*, kosten, teuer*, günstig*, billig*, überteuert*, rabatt*, preiswert*',
    quality: 'qualität*, material*, stoff*, verarbeit*, haltbar*, hochwertig*, minderwertig*',
    service:
      'service, kundenservice, kundendienst, mitarbeiter*, personal, beratung, bedienung, kellner*, hotline, support',
    returns:
      'rückgabe*, retour*, rücksend*, umtausch*, erstatt*, rückerstatt*, geld zurück, garantie',
    fit: 'größe*, passform, passt, zu klein, zu groß, länge',
    website: 'webseite, website, seite, app, warenkorb, anmeld*, bestellvorgang, suche',
    payment: 'zahl*, bezahl*, karte, rechnung*, abgebucht, lastschrift',
    food: 'essen, gericht*, geschmack*, lecker*, portion*, speisekarte, frühstück, getränk*',
  },
  fr: {
    delivery: 'livr*, colis, expédi*, transporteur, arriv*, envoi*, suivi',
    price: 'prix, coût*, cher, chère*, abordable*, promo*, réduction*, remise*',
    quality: 'qualité*, matière*, matériau*, tissu*, finition*, solid*, fragile*',
    service: 'service*, personnel, équipe, vendeu*, conseill*, serveu*, sav, support, accueil',
    returns: 'retour*, rembours*, échang*, garantie',
    fit: 'taille*, coupe, trop petit, trop grand, longueur',
    website: 'site, page*, application, panier, connexion, recherche',
    payment: 'paie*, payer, payé*, paiement*, carte, facture*, débité*, prélev*',
    food: 'repas, plat*, goût*, nourriture, portion*, menu, boisson*, cuisine',
  },
  es: {
    delivery:
      'entreg*, envío*, enviar*, enviad*, paquete*, lleg*, mensajer*, reparto, transportista',
    price: 'precio*, coste*, costo*, caro, cara, caros, caras, barat*, descuento*, oferta*',
    quality: 'calidad*, material*, tela, acabado*, resistente*, durad*',
    service: 'servicio*, personal, atención, empleado*, camarer*, soporte, vendedor*',
    returns: 'devol*, devuel*, reembols*, cambio*, garantía*',
    fit: 'talla*, tamaño*, demasiado pequeño, demasiado grande, largo',
    website: 'web, página*, sitio, aplicación, app, carrito, buscador',
    payment: 'pag*, tarjeta*, factura*, cobr*',
    food: 'comida*, plato*, sabor*, menú, ración*, bebida*, cena, desayuno',
  },
  pt: {
    delivery:
      'entreg*, envio*, enviad*, encomenda*, pacote*, cheg*, correio*, transportadora, rastre*, frete',
    price: 'preço*, custo*, caro, cara, caros, caras, barat*, desconto*, promoç*',
    quality: 'qualidade*, material, materiais, tecido*, acabamento*, resistente*, durável',
    service: 'serviço*, atendimento, atendente*, equipe, equipa, funcionári*, suporte, vendedor*',
    returns: 'devol*, reembols*, troca*, garantia*, estorno*',
    fit: 'tamanho*, medida*, muito pequeno, muito grande, comprimento',
    website: 'site, página*, aplicativo, aplicação, app, carrinho, busca',
    payment: 'pag*, cartão, fatura*, cobr*, boleto',
    food: 'comida*, prato*, sabor*, cardápio, menu, porção, porções, bebida*, jantar',
  },
  it: {
    delivery: 'consegn*, spedi*, pacco, pacchi, arriva*, corriere, tracciamento',
    price:
      'prezzo, prezzi, costo, costi, costos*, caro, cara, cari, care, economic*, sconto, sconti',
    quality: 'qualità, material*, tessuto, tessuti, finitur*, resistent*, durata',
    service: 'servizio, servizi, personale, assistenza, commess*, camerier*, supporto, operator*',
    returns: 'reso, resi, rimbors*, cambio, restitu*, garanzia',
    fit: 'taglia, taglie, misura, misure, vestibilità, troppo piccolo, troppo grande, lunghezza',
    website: 'sito, pagina, pagine, app, applicazione, carrello, ricerca',
    payment: 'pag*, carta, fattura, fatture, addebit*',
    food: 'cibo, piatto, piatti, sapore, gusto, menù, menu, porzion*, bevand*, cena, colazione',
  },
  nl: {
    delivery: 'lever*, bezorg*, verzend*, verzonden, pakket*, aangekomen, koerier*, postbode',
    price: 'prijs, prijzen, kosten, duur, dure, goedkoop*, goedkope, korting*',
    quality: 'kwaliteit*, materiaal, materialen, stof, afwerking, duurzaam, stevig*',
    service: 'service, klantenservice, medewerker*, personeel, bediening, helpdesk, ober',
    returns: 'retour*, terugbetal*, terugsturen, teruggestuurd, ruilen, omruilen, garantie',
    fit: 'maat, maten, pasvorm, past, te klein, te groot, lengte',
    website: 'website, site, pagina, app, winkelwagen, bestelproces, inloggen',
    payment: 'betaal*, betal*, kaart, factu*, afgeschreven',
    food: 'eten, gerecht*, smaak, smaakte, menu, portie*, drankje*, ontbijt, diner',
  },
};

const built = new WeakMap<AspectTerms, TermIndex<string>>();

/** The aspects' terms, indexed once for each set. */
export function aspectIndex(terms: AspectTerms): TermIndex<string> {
  const known = built.get(terms);
  if (known) return known;
  const index = createTermIndex(
    new Map(
      Object.entries(terms).flatMap(([aspect, list]) =>
        splitTerms(list).map((entry): [string, string] => [entry, aspect]),
      ),
    ),
  );
  built.set(terms, index);
  return index;
}
