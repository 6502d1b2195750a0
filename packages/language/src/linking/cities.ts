import { fold } from '../text/index.js';

/**
 * Cities that languages call by different names, one a line: every name it has in the languages of the
 * locales, and the German adjectives that are not its name with “er” (“Münchner”).
 */
const lines = `
Munich, München, Muenchen, Monaco di Baviera, Münchner, Münchener, ミュンヘン, 慕尼黑
Cologne, Köln, Koeln, Colonia, Colônia, Keulen, Kölner, ケルン, 科隆
Vienna, Wien, Vienne, Viena, Wenen, ウィーン, 维也纳
Zurich, Zürich, Zuerich, Zúrich, Zurigo, Zürcher, チューリッヒ, 苏黎世
Geneva, Genf, Genève, Ginebra, Genebra, Ginevra, Genfer, ジュネーブ, 日内瓦
Basel, Basle, Bâle, Basilea, Basileia, Bazel, Basler, バーゼル, 巴塞尔
Bern, Berne, Berna, ベルン, 伯尔尼
Lucerne, Luzern, Lucerna
Lausanne, Losanna, Lausana
Nuremberg, Nürnberg, Nuernberg, Núremberg, Norimberga, Neurenberg, ニュルンベルク
Hamburg, Hambourg, Hamburgo, Amburgo, ハンブルク, 汉堡
Berlin, Berlín, Berlim, Berlino, Berlijn, ベルリン, 柏林
Frankfurt, Frankfurt am Main, Frankfurt/Main, Francfort, Fráncfort, Francoforte, フランクフルト, 法兰克福
Stuttgart, Estugarda, Stoccarda, シュトゥットガルト, 斯图加特
Leipzig, Lipsia, ライプツィヒ, 莱比锡
Dresden, Dresde, Dresda, Dresdner, ドレスデン, 德累斯顿
Hanover, Hannover, Hanovre, Hannoveraner, ハノーファー, 汉诺威
Bremen, Brême, Brema, Bremer
Dusseldorf, Düsseldorf, Duesseldorf, デュッセルドルフ, 杜塞尔多夫
Aachen, Aix-la-Chapelle, Aquisgrán, Aquisgrana, Aken, Aachener
Mainz, Mayence, Maguncia, Magonza
Regensburg, Ratisbon, Ratisbonne, Ratisbona
Freiburg, Freiburg im Breisgau, Fribourg-en-Brisgau, Friburgo
Salzburg, Salzbourg, Salzburgo, Salisburgo
Innsbruck, Innsbrucker
Graz, Grazer
Paris, París, Parigi, Parijs, パリ, 巴黎
Marseille, Marsella, Marselha, Marsiglia
Lyon, Lyons, Lione
Strasbourg, Straßburg, Strassburg, Estrasburgo, Strasburgo, Straatsburg
Bordeaux, Burdeos, Bordéus
Nice, Nizza, Niza
London, Londres, Londra, Londen, ロンドン, 伦敦
Edinburgh, Édimbourg, Edimburgo
Brussels, Brüssel, Bruessel, Bruxelles, Brussel, Bruselas, Bruxelas, ブリュッセル, 布鲁塞尔
Antwerp, Antwerpen, Anvers, Amberes, Antuérpia, Anversa
Ghent, Gent, Gand, Gante
Bruges, Brugge, Brügge, Brujas
The Hague, Den Haag, La Haye, La Haya, Haia, L'Aia
Amsterdam, Ámsterdam, Amsterdã, Amesterdão, アムステルダム, 阿姆斯特丹
Luxembourg, Luxemburg, Luxemburgo, Lussemburgo
Rome, Roma, Rom, Römer, ローマ, 罗马
Milan, Milano, Mailand, Milán, Milão, Milaan, Mailänder, ミラノ, 米兰
Turin, Torino, Turín, Turim, Turijn
Venice, Venezia, Venedig, Venise, Venecia, Veneza, Venetië
Florence, Firenze, Florenz, Florencia, Florença
Naples, Napoli, Neapel, Nápoles, Napels
Genoa, Genova, Genua, Gênes, Génova, Gênova
Madrid, Madri, マドリード, 马德里
Barcelona, Barcelone, Barcellona, バルセロナ, 巴塞罗那
Seville, Sevilla, Séville, Sevilha, Siviglia
Lisbon, Lisboa, Lissabon, Lisbonne, Lisbona, リスボン, 里斯本
Porto, Oporto
Copenhagen, København, Kopenhagen, Copenhague, Copenaghen, コペンハーゲン, 哥本哈根
Stockholm, Estocolmo, Stoccolma, ストックホルム, 斯德哥尔摩
Gothenburg, Göteborg, Gotemburgo, Göteborg
Helsinki, Helsinque, Helsínquia
Prague, Prag, Praha, Praga, Praag, Prager, プラハ, 布拉格
Warsaw, Warszawa, Warschau, Varsovie, Varsovia, Varsóvia, Varsavia, ワルシャワ, 华沙
Krakow, Cracow, Kraków, Krakau, Cracovie, Cracovia, Cracóvia
Gdansk, Gdańsk, Danzig
Wroclaw, Wrocław, Breslau
Budapest, Budapeste, Boedapest, ブダペスト, 布达佩斯
Bucharest, București, Bukarest, Bucarest, Bucareste, Boekarest
Belgrade, Beograd, Belgrad, Belgrado
Athens, Athen, Athènes, Atenas, Atene, Athene, アテネ, 雅典
Moscow, Moskva, Moskau, Moscou, Moscú, Moscovo, Mosca, Moskou, モスクワ, 莫斯科
Saint Petersburg, St. Petersburg, Sankt Petersburg, Saint-Pétersbourg, San Petersburgo, San Pietroburgo
Kyiv, Kiev, Kiew, Kyjiw
Istanbul, İstanbul, Estambul, Istambul, イスタンブール, 伊斯坦布尔
New York, New York City, NYC, Nueva York, Nova Iorque, Nova York, ニューヨーク, 纽约
Tokyo, Tokio, Tóquio, 東京, 东京
Beijing, Peking, Pékin, Pekín, Pequim, Pechino, 北京
Shanghai, Schanghai, Xangai, 上海
Singapore, Singapur, Singapour, Singapura
Mexico City, Mexiko-Stadt, Ciudad de México, Mexico, CDMX, Cidade do México, Città del Messico
`;

const keyOf = (name: string): string =>
  fold(name)
    .replace(/[\s'’./-]+/g, ' ')
    .trim();

let groups: ReadonlyMap<string, readonly string[]> | undefined;

/** What a city is called elsewhere, the name itself left out; none for one that is not listed. */
export function cityNames(name: string): readonly string[] {
  groups ??= new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => line.split(',').map((one) => one.trim()))
      .flatMap((names) => names.map((one) => [keyOf(one), names] as const)),
  );
  return (groups.get(keyOf(name)) ?? []).filter((one) => one !== name);
}

/** Whether values are known to be cities: the dimension is called so, or most of them are listed. */
export const isCityDimension = (name: string, label: string): boolean =>
  /\b(?:city|cities|town|stadt|ort|ville|ciudad|cidade|citta)\b/i.test(
    fold(`${name.replace(/[._]/g, ' ')} ${label}`),
  );
