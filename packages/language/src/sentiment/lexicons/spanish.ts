import type { SentimentWords } from '../lexicon.js';

/** How Spanish speaks well and ill of things bought, and what turns or strengthens it. */
export const SPANISH_SENTIMENT: SentimentWords = {
  weights: [
    [
      3,
      `
        adoro, adora, insuperable*, precioso, divin*, espléndid*, fabulos*, encanta, encantan,
        encantó, encantado, encantada, perfecto*, perfecta*, excelente*, maravilloso*,
        maravillosa*, fantástic*, increíble*, espectacular*, genial*, estupend*, magnífic*,
        extraordinari*, impecable*, excepcional*, sobresaliente*, amo, muy recomendable,
        cinco estrellas, de diez
      `,
    ],
    [
      2,
      `
        elegante*, encantador*, generos*, agradecid*, cariños*, educad*, acogedor*, felicit*,
        apreci*, guap*, buenísim*, feliz, felices, contento*, contenta*, satisfech*, hermos*,
        precios*, delicios*, rico*, rica*, recomiendo, recomendable*, recomendado, mejor,
        mejores, impresion*, fiable*, confiable*, amable*, atent*, profesional*, gusta, gustan,
        gustó, bonit*, eficaz, eficiente*, agradable*, muchas gracias, vale la pena,
        buena calidad, buen precio, volveré a comprar, tal como, todo bien, muy satisfecho,
        cumple con, de lujo, relación calidad
      `,
    ],
    [
      1,
      `
        resistente*, liger*, silencios*, honest*, durader*, espacios*, clar*, segur*, fiel,
        bueno, buena, buenos, buenas, buen, bien, rápido*, rápida*, rápidamente, fácil, fáciles,
        sencill*, cómod*, barat*, económic*, limpi*, fresc*, gracias, práctic*, útil*, funciona,
        funcionan, correct*, sólid*, suave*, simpátic*, puntual*, asequible*, razonable*, lindo*,
        linda*, útiles, calid*, a tiempo, sin problemas, ningún problema, no está mal,
        como se describe, llegó antes, como esperaba, lo esperado, según lo prometido,
        buena relación
      `,
    ],
    [
      -1,
      `
        diminut*, torcid*, borros*, áspero*, rígid*, oxid*, rasgad*, grieta*, agrietad*,
        pegajos*, grasient*, quemad*, salad*, incomplet*, pesad*, injust*, cuelga, falla, fallan,
        fallo, fallos, lento*, lenta*, caro, cara, caros, caras, retras*, problema*, difícil*,
        complicad*, falta, faltan, faltaba, esperar, esperando, espero, error, errores, frío*,
        fría*, sucio*, sucia*, ruidos*, lástima, desafortunadamente, regular, mediocre*,
        cancelad*, estrech*, soso, sosa, decepcionante*, confus*, incómod*, rayad*, manchad*,
        queja*, débil*, seco, seca, llegó tarde, muy tarde, demasiado pequeño, demasiado grande,
        demasiado caro, muy caro, sin respuesta, nadie responde, deja mucho que desear, ya no,
        no me queda, no recibí, no he recibido, muy corto, muy apretado, dos veces,
        nadie contesta, no estoy contento, se despega
      `,
    ],
    [
      -2,
      `
        chapuza*, porquería*, podrid*, moh*, peligros*, tont*, deshonest*, engaños*, caos,
        rompió, rompieron, romper, malísim*, cutre*, incapac*, mal, malo*, mala*, malos, malas,
        roto, rota, rotos, rotas, defectuos*, dañad*, decepcion*, inútil*, enfad*, frustr*,
        molest*, grosero*, grosera*, maleducad*, incompetente*, enojad*, mentir*, mentira*,
        falso*, falsa*, perdid*, robad*, robo, engañ*, inaceptable*, peor, peores, ridícul*,
        feo*, fea*, incomible*, desagradable*, lamento, arrepient*, ignoran, estafado,
        no funciona, no funcionan, nunca llegó, no ha llegado, no llegó, nunca más,
        pérdida de tiempo, pérdida de dinero, no recomiendo, no lo recomiendo, mala calidad,
        devuelvan, no vale, sigo esperando, todavía no, evitar, no comprar, no compren,
        no compréis, mala experiencia, no merece
      `,
    ],
    [
      -3,
      `
        terrible*, horrible*, pésim*, espantos*, asqueros*, asco, estafa*, estafador*, fraude*,
        vergüenza, vergonzos*, desastr*, odio, odié, fatal, horroros*, lamentable*, nefast*,
        repugnante*, basura, cero estrellas
      `,
    ],
  ],
  negators: 'no, nunca, jamás, ningún, ninguna, ninguno, nada, nadie, sin, ni, tampoco, apenas',
  negatorsBehind: '',
  intensifiers:
    'muy, realmente, extremadamente, tan, totalmente, absolutamente, demasiado, súper, super, completamente, increíblemente, especialmente, bastante, más',
  diminishers: 'poco, algo, ligeramente, casi, relativamente, medio',
  contrasts: 'pero, sino, aunque, excepto, salvo, embargo',
};
