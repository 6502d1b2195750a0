/**
 * Frequent words of neighbouring languages, so that they are told apart from the known ones
 * instead of being taken for the nearest. Keys are BCP 47 codes.
 */
export const NEIGHBOUR_WORDS = {
  da: `
  og i at det er en til på som med de for den af ikke der var et har han jeg om vi men fra du
  så kan hun havde ved eller hvad skal blev nu efter ud være over mig sig bliver når også vil
  op ind mange hvor hvis dem meget min din sin alle noget mere end kun her hvordan hvornår
  hvorfor hvilken hvilke omsætning salg ordrer kunder måned uge år går sidste forrige denne
  dette vores jeres gerne tak hej ja nej penge pakke levering kort virker dårlig god godt
  bedste hvem aldrig altid igen siden uden mellem mod under før fik gør været blive kommer
  selv samme andre nye
`,
  sv: `
  och i att det är en som på för av med den till inte har de ett om var han jag men vi så kan
  från du eller hon hade vid vad ska blev nu efter ut vara över mig sig när också vill upp in
  många hur mycket varför vilka vilken försäljning beställningar order kunder månad vecka år
  igår idag förra senaste denna detta vår er gärna tack hej ja nej pengar paket leverans kort
  fungerar dålig bra bäst vem aldrig alltid igen sedan utan mellan mot under innan fick gör
  varit bli kommer själv samma andra nya mina dina alla något någon här där bara än mer
  eftersom skulle måste kunde
`,
  no: `
  og i det er på en til som med for at av ikke den de har jeg et var han om vi men fra du så
  kan hun hadde ved eller hva skal ble nå etter ut være over meg seg når også vil opp inn
  mange hvor mye hvorfor hvilke hvilken hvordan omsetning salg bestillinger ordrer kunder
  måned uke år går siste forrige denne dette vår deres gjerne takk hei ja nei penger pakke
  levering kort virker dårlig god bra best hvem aldri alltid igjen siden uten mellom mot under
  før fikk gjør vært bli kommer selv samme andre nye mine dine alle noe noen her der bare enn
  mer fordi måtte kunne
`,
  pl: `
  i w nie na się z do to że jest o jak a ale po co tak za od przez czy już dla był ma tylko
  może ich być jego tego są jej było go mnie ze która który które pan też gdy bardzo kiedy
  gdzie dlaczego ile jaka jakie sprzedaż zamówienia zamówień klienci klientów miesiąc miesiącu
  tydzień rok roku wczoraj dzisiaj zeszłym ostatni ten ta te nasz proszę dziękuję cześć
  pieniądze paczka karta działa dobry zły najlepszy nigdy zawsze znowu bez między przed pod
  więcej mniej wszystko moje moja mój swoje jeszcze sobie mam masz chcę
`,
  cs: `
  a v se na je že to s z do o i ve jako k za by ale pro si po tak jsem který jsou bylo byl jen
  má může jeho které když už nebo být ještě až od kde proč kolik jaké jaká tržby objednávky
  objednávek zákazníci zákazníků měsíc měsíci týden rok roce včera dnes minulý poslední tento
  tato naše prosím děkuji ahoj peníze balík karta nefunguje dobrý špatný nejlepší nikdy vždy
  znovu bez mezi před pod více méně všechno moje můj také jsme není nejsou chci mám
`,
  ca: `
  de la i el que a en un les per del es amb no una els al és com més va o seva pel però aquest
  aquesta són dels també ha entre sobre fins quan molt seu on tot sense ser han ja hi fer dos
  anys avui ahir demà quants quantes quin quina quines vendes comandes clients mes setmana any
  últim passat nostre gràcies hola diners paquet targeta bo dolent millor pitjor mai sempre
  encara després abans perquè així aquests altres cada jo tu nosaltres meva meu vull puc tinc
  als dins
`,
  ro: `
  de și în a la cu pe nu o un că din este care mai sunt pentru se să ce au fost le dar ca sau
  prin lui era după am iar ei fi până când unde cum cât câte câți vânzări vânzările comenzi
  comenzile clienți clienții luna lună săptămâna anul an ieri azi trecută trecut ultima acest
  această noastră vă rog mulțumesc bună bani pachet card merge bun rău cel niciodată
  întotdeauna iarăși fără între înainte sub mult puțin toate mea meu foarte eu tu noi voi ele
  asta acum aici dacă doar vreau pot
`,
  fi: `
  ja on ei se että oli hän en mutta ovat kuin myös niin joka mitä kun ole sen jos nyt vain
  olen tai minä sinä me te he tämä mikä miksi milloin missä kuinka paljon monta myynti
  tilaukset asiakkaat kuukausi viikko vuosi eilen tänään viime kuussa vuonna meidän kiitos hei
  rahat paketti kortti toimi huono hyvä paras koskaan aina taas ilman välillä ennen alla
  enemmän vähemmän kaikki minun sinun hänen sitten vielä kanssa jälkeen mukaan olla olisi voi
  pitää haluan
`,
  hu: `
  a az és hogy nem is egy ez meg de csak van volt mint már én te ő mi ti ők ezt azt ha vagy
  lesz mert még el ki be fel le miért mikor hol hogyan mennyi hány melyik eladás eladások
  rendelés rendelések vevő vevők hónap hónapban hét év tegnap ma múlt utolsó köszönöm szia
  kérem pénz csomag kártya működik jó rossz legjobb soha mindig újra nélkül között előtt alatt
  több kevesebb minden enyém tiéd után szerint kell lehet volna akarok nagyon
`,
  tr: `
  ve bir bu da de için ile çok ne daha gibi olarak en ben sen o biz siz onlar var yok mi mı mu
  ama kadar sonra olan her değil neden nasıl nerede kaç hangi kim satış satışlar sipariş
  siparişler müşteri müşteriler ay hafta yıl dün bugün geçen son bizim teşekkürler merhaba
  lütfen para paket kart çalışmıyor iyi kötü asla zaman tekrar arasında önce altında fazla az
  bütün benim senin şu ki ise oldu olur istiyorum
`,
  id: `
  yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada mereka
  kita kami anda bisa lebih sudah atau saat oleh sebagai adalah apa mengapa kapan mana berapa
  bagaimana penjualan pesanan pelanggan bulan minggu tahun kemarin hari lalu terakhir terima
  kasih halo tolong uang paket kartu rusak baik buruk terbaik pernah selalu lagi tanpa antara
  sebelum bawah banyak sedikit semua milik sangat harus ingin belum
`,
} as const;
