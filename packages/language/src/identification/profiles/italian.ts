/** Frequent Italian words, the commonest first, then those of commerce and complaint. */
export const ITALIAN_WORDS = `
  di che e la il un a è per in una sono mi si ho non ma lo ha le con ti i da no se come ci
  questo qui hai sei del bene tu sì me solo della perché mio più al così io ne ed gli te era o
  lui fatto ora questa dei delle nel alla dal dalla nella sul sulla degli agli quando molto
  tutto essere anche cosa fare stato detto loro sua suo quello chi niente mai ancora sempre
  dove poi prima dopo grazie va può fa oggi ieri domani tutti tutte ogni altro altra altri
  altre stesso già senza tra fra fino contro durante verso quanto quanti quante quanta quale
  quali com'è cos'è c'è l'anno dell'anno nell'ultimo dall'inizio all'estero vendite vendita
  fatturato ricavi ordini ordine clienti cliente prodotto prodotti prezzo spedizione fattura
  pagamento rimborso reso resi ultimo ultima ultimi ultime scorso scorsa mese mesi settimana
  settimane anno anni giorno giorni trimestre confronta confronto rispetto mostra mostrami
  dammi media medio totale numero andamento previsione prossimo prossimi prossima migliore
  migliori peggiore peggiori maggiore buono buona cattivo nuovo nuova ciao buongiorno favore
  vorrei posso devo soldi carta pacco rotto caro veloce lento negozio paese città margine
  tasso abbiamo avuto venduto venduti arrivato aspetto adoro pessimo ottimo tranne escluso
  siamo avete hanno erano stata stati quest'anno questi queste quella quelli nostro nostra
  vostro suoi miei sta stanno sia gennaio febbraio marzo aprile maggio giugno luglio agosto
  settembre ottobre novembre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica
  estate inverno rosso blu verde nero bianco consegnato qualità articolo articoli negozi
  pagina carrello sconto codice annullato abbonamento utenti visite valore profitto costi
  costo tassa quantità unità restituito recensioni personale gentile terribile orribile
  eccellente perfetto contento deluso rapidamente aiuto bisogno potrei mance previsioni
  guadagni lordo netto cena pranzo qualcuno nessuno comprato ordinato ricevuto inviato
  abbastanza presto tardi insieme quasi davvero nostri nostre tornare tornato benché qualsiasi
  inoltre stessa siete lì là giù su
`;
