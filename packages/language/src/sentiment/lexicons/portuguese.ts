import type { SentimentWords } from '../lexicon.js';

/** How Portuguese speaks well and ill of things bought, and what turns or strengthens it. */
export const PORTUGUESE_SENTIMENT: SentimentWords = {
  weights: [
    [
      3,
      `
        adora, adoram, adorável, divin*, espetácul*, esplêndid*, fabulos*, impecavelmente, amo,
        amei, adoro, adorei, perfeit*, excelente*, maravilhos*, fantástic*, incríve*, incrível,
        espetacular*, genial*, magnífic*, extraordinári*, impecáve*, impecável, excepcional,
        excecional, sensacional*, ótim*, óptim*, super recomendo, recomendo muito,
        cinco estrelas, nota dez, nota 10
      `,
    ],
    [
      2,
      `
        elegante*, encantador*, generos*, agradecid*, carinhos*, acolhedor*, gentil, gentis,
        gentileza, aprecio, charmos*, caprich*, feliz, felizes, contente*, satisfeit*, lind*,
        belo, bela, belos, belas, delicios*, gostos*, recomendo, recomendad*, melhor, melhores,
        impression*, confiáve*, confiável, fiável, atencios*, simpátic*, profissiona*, gostei,
        gosto, gosta, bonit*, eficiente*, agradável, agradáve*, educad*, prestativ*, surpreend*,
        parabéns, muito obrigad*, vale a pena, boa qualidade, bom preço, comprarei novamente,
        conforme descrito, muito satisfeito, muito satisfeita, superou, relação qualidade
      `,
    ],
    [
      1,
      `
        resistente*, leve, leves, silencios*, honest*, durável, espaços*, clar*, segur*, fiel,
        cuidados*, bom, boa, bons, boas, bem, rápid*, rapidamente, fácil, fáceis, simples,
        confortáve*, confortável, barat*, limp*, fresc*, obrigado, obrigada, prátic*, úti*, útil,
        funciona, funcionam, corret*, sólid*, maci*, pontual*, acessíve*, acessível, razoável,
        razoáve*, certinho, no prazo, a tempo, sem problemas, nenhum problema, antes do prazo,
        tudo certo, como esperado, conforme prometido, cumpre o que promete
      `,
    ],
    [
      -1,
      `
        minúscul*, tort*, desfocad*, áspero*, rígid*, enferruj*, rasgad*, rasgou, fissur*,
        rachad*, pegajos*, gordurent*, queimad*, salgad*, incomplet*, chato, chata, injust*,
        trava, travando, falha, falhas, lento, lenta, lentos, lentas, caro, cara, caros, caras,
        atras*, problema*, difícil, difíceis, complicad*, falta, faltam, faltou, faltava,
        esperar, esperando, espero, erro, erros, frio, fria, frios, frias, suj*, barulhent*,
        pena, infelizmente, mediano*, medíocre*, cancelad*, apertad*, decepcionante*, confus*,
        desconfortáve*, riscad*, manchad*, reclama*, frágil, fraco*, fraca*, demor*, demora,
        seco, seca, chegou tarde, muito tarde, muito pequeno, muito grande, muito caro,
        sem resposta, ninguém responde, deixa a desejar, não serve, não serviu, não recebi,
        muito curto, muito apertado, duas vezes, ninguém atende, não estou contente,
        não estou satisfeit*, descolou
      `,
    ],
    [
      -2,
      `
        porcaria*, podre*, mofo, mofad*, perigos*, desonest*, enganos*, caos, partiu, quebrou,
        rasgaram, tosc*, absurdo, absurda, vergonhoso, incapaz*, mau, má, maus, más, ruim, ruins,
        quebrad*, defeito*, defeituos*, danificad*, decepcion*, desilud*, desilus*, inútil,
        inúteis, irritad*, irritante*, frustr*, grosseir*, incompetente*, chatead*, mentira*,
        mentiros*, fals*, perdid*, roubad*, roubo, engan*, inaceitáve*, inaceitável, pior,
        piores, ridícul*, feio*, feia*, desagradável, arrepend*, estragad*, partid*, avariad*,
        descaso, não funciona, não funcionam, nunca chegou, não chegou, nunca mais,
        perda de tempo, perda de dinheiro, não recomendo, má qualidade, dinheiro de volta,
        não vale, ainda não, continuo à espera, evitem, não comprem, não compre, má experiência,
        não merece
      `,
    ],
    [
      -3,
      `
        terríve*, terrível, horríve*, horrível, péssim*, nojent*, nojo, golpe*, burla*, fraude*,
        vergonha, vergonhos*, desastre*, odeio, odiei, detest*, lamentáve*, lamentável, lixo,
        asqueros*, zero estrelas
      `,
    ],
  ],
  negators: 'não, nunca, jamais, nenhum, nenhuma, nada, ninguém, sem, nem, tampouco, n',
  negatorsBehind: '',
  intensifiers:
    'muito, realmente, extremamente, tão, totalmente, absolutamente, demais, super, completamente, bastante, bem, mais',
  diminishers: 'pouco, levemente, quase, relativamente, algo',
  contrasts: 'mas, porém, contudo, todavia, embora, exceto, entretanto',
};
