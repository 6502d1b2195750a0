import type { QuestionLanguage } from '../locales/index.js';

/**
 * Common notions of commerce in nine languages, so that a catalogue that speaks one language can be
 * asked in another. One line a notion: `en | de | fr | es | pt | it | nl | ja | zh`, words divided by
 * commas. A metric, dimension or event named by any word of a line may be asked for by every other.
 */
const lines = `
revenue, sales, turnover, income, takings, sales revenue, money | Umsatz, Erlös, Erlöse, Einnahmen, Umsätze, Umsatzerlöse, Geld | chiffre d'affaires, CA, ventes, revenu, revenus, recettes | ingresos, ventas, facturación | receita, vendas, faturamento, receitas | fatturato, ricavi, vendite, incassi | omzet, verkopen, inkomsten | 売上, 売上高, 収益 | 销售额, 营收, 收入, 营业额
net revenue, net sales | Nettoumsatz, Nettoerlös | chiffre d'affaires net, ventes nettes | ingresos netos, ventas netas | receita líquida, vendas líquidas | fatturato netto, ricavi netti, vendite nette | netto-omzet, netto omzet | 純売上, 純売上高 | 净销售额, 净收入
gross revenue, gross sales | Bruttoumsatz | chiffre d'affaires brut, ventes brutes | ingresos brutos, ventas brutas | receita bruta, vendas brutas | fatturato lordo, ricavi lordi, vendite lorde | bruto-omzet, bruto omzet | 総売上, 総売上高 | 总销售额, 总收入
order, orders, purchases, number of orders, order count | Bestellung, Bestellungen, Aufträge, Auftrag | commande, commandes | pedido, pedidos, órdenes | pedido, pedidos, encomendas | ordine, ordini | bestelling, bestellingen, orders | 注文, 注文数, 受注 | 订单, 订单数
customer, customers, buyers, clients, number of customers | Kunde, Kunden, Käufer, Kundin | client, clients, acheteurs | cliente, clientes, compradores | cliente, clientes, compradores | cliente, clienti, acquirenti | klant, klanten, kopers | 顧客, 顧客数, 客数, お客様 | 客户, 客户数, 顾客, 顾客数
new customers, first-time customers, new buyers, new people, new shoppers, new clients, customers gained, customers won, customers acquired, gained customers, won customers, customers we won, customers we gained | Neukunden, neue Kunden, gewonnene Kunden, gewonnenen Kunden, Kunden gewonnen, neu gewonnene Kunden | nouveaux clients | clientes nuevos, nuevos clientes | novos clientes, clientes novos | nuovi clienti, clienti nuovi | nieuwe klanten | 新規顧客, 新規顧客数 | 新客户, 新顾客, 新客户数
returning customers, repeat customers, returning, regulars, regular customers | wiederkehrende Kunden, Stammkunden, Bestandskunden | clients fidèles, clients récurrents | clientes recurrentes, clientes habituales | clientes recorrentes, clientes fiéis | clienti abituali, clienti di ritorno | terugkerende klanten, vaste klanten | リピーター, リピート客 | 回头客, 老客户
active users, active customers | aktive Nutzer, aktive Benutzer, aktive Kunden | utilisateurs actifs, clients actifs | usuarios activos, clientes activos | usuários ativos, utilizadores ativos, clientes ativos | utenti attivi, clienti attivi | actieve gebruikers, actieve klanten | アクティブユーザー, アクティブユーザー数 | 活跃用户, 活跃用户数
user, users | Nutzer, Benutzer | utilisateur, utilisateurs | usuario, usuarios | usuário, usuários, utilizador, utilizadores | utente, utenti | gebruiker, gebruikers | ユーザー, ユーザー数 | 用户, 用户数
average order value, AOV, average basket, average basket value, basket value | durchschnittlicher Bestellwert, Durchschnittsbon, Warenkorbwert | panier moyen, valeur moyenne des commandes | valor medio del pedido, ticket medio, ticket promedio | valor médio do pedido, ticket médio | valore medio ordine, valore medio dell'ordine, scontrino medio | gemiddelde orderwaarde, gemiddelde bestelwaarde | 平均注文額, 客単価, 平均購入額 | 客单价, 平均订单金额, 平均客单价
order value, order amount, basket size | Bestellwert, Auftragswert | montant de la commande, valeur de la commande | importe del pedido, valor del pedido | valor do pedido, valor da encomenda | valore ordine, valore dell'ordine, importo ordine | orderwaarde, bestelbedrag | 注文金額 | 订单金额
units, units sold, quantity, quantity sold, items sold, items, volume | verkaufte Stück, Absatz, Stückzahl, Menge, verkaufte Artikel, Absatzmenge | unités vendues, quantité, quantité vendue, articles vendus, volumes | unidades vendidas, unidades, cantidad, cantidad vendida | unidades vendidas, unidades, quantidade, quantidade vendida | unità vendute, quantità, quantità venduta, pezzi venduti | verkochte stuks, verkochte eenheden, aantal verkocht, hoeveelheid | 販売数, 販売数量, 数量, 個数 | 销量, 销售数量, 数量
profit, net profit, earnings | Gewinn, Nettogewinn, Ertrag | bénéfice, profit, résultat net | beneficio, beneficios, ganancia, ganancias | lucro, lucros, lucro líquido | profitto, utile, profitti, utile netto | winst, nettowinst | 利益, 純利益 | 利润, 净利润
gross profit | Rohertrag, Bruttogewinn, Rohgewinn | bénéfice brut, profit brut | beneficio bruto, ganancia bruta | lucro bruto | utile lordo, profitto lordo | brutowinst | 粗利, 粗利益, 売上総利益 | 毛利, 毛利润
margin, gross margin, profit margin | Marge, Rohmarge, Bruttomarge, Gewinnmarge | marge, marge brute, taux de marge | margen, margen bruto | margem, margem bruta, margem de lucro | margine, margine lordo | marge, brutomarge, winstmarge | 利益率, 粗利率, マージン | 毛利率, 利润率
cost, costs, expenses | Kosten, Ausgaben | coût, coûts, dépenses | coste, costes, costo, costos, gastos | custo, custos, despesas | costo, costi, spese | kosten, uitgaven | 費用, コスト, 経費 | 成本, 费用
labour cost, labor cost, staff cost, personnel cost | Personalkosten, Lohnkosten | coût du personnel, coûts du personnel, masse salariale | coste de personal, costes de personal, costo laboral | custo de pessoal, custos de pessoal, custo de mão de obra | costo del personale, costi del personale | personeelskosten, loonkosten | 人件費 | 人工成本
advertising spend, ad spend, marketing spend, advertising cost, advertising costs, ads, advertising, spend on ads, spent on ads, spend on advertising, spent on advertising, pay in ads, paid for ads, pay for ads, ad budget, ad costs, advertisement, advertisements, adverts | Werbeausgaben, Werbekosten, Marketingausgaben, Werbung, Anzeigenkosten, Werbebudget, für Werbung ausgegeben | dépenses publicitaires, budget publicitaire | gasto publicitario, gasto en publicidad, inversión publicitaria | gasto com publicidade, investimento em publicidade, gastos com anúncios | spesa pubblicitaria, spese pubblicitarie | advertentie-uitgaven, reclame-uitgaven, advertentiekosten | 広告費 | 广告费, 广告支出
discount, discounts | Rabatt, Rabatte, Nachlass, Nachlässe | remise, remises, rabais, réductions | descuento, descuentos | desconto, descontos | sconto, sconti | korting, kortingen | 割引, 値引き | 折扣, 优惠
refund, refunds | Erstattung, Erstattungen, Rückerstattung, Rückerstattungen | remboursement, remboursements | reembolso, reembolsos, devoluciones de dinero | reembolso, reembolsos | rimborso, rimborsi | terugbetaling, terugbetalingen | 返金, 払い戻し | 退款
refund rate | Erstattungsquote, Rückerstattungsquote | taux de remboursement | tasa de reembolso | taxa de reembolso | tasso di rimborso | terugbetalingspercentage | 返金率 | 退款率
return, returns, returned items | Retoure, Retouren, Rücksendungen, Rückgaben | retours, retour | devolución, devoluciones | devolução, devoluções | reso, resi | retour, retouren, retourzendingen | 返品, 返品数 | 退货, 退货数
return rate | Retourenquote | taux de retour | tasa de devolución | taxa de devolução | tasso di reso | retourpercentage | 返品率 | 退货率
tax, taxes, VAT, value added tax, sales tax | Steuer, Steuern, Mehrwertsteuer, MwSt, Umsatzsteuer, USt | taxe, taxes, TVA | impuesto, impuestos | imposto, impostos | tasse, imposte | belasting, belastingen | 税, 税金 | 税, 税费
shipping, shipping cost, shipping costs | Versand, Versandkosten | frais de port, frais de livraison | gastos de envío, costes de envío | frete, custos de envio | spese di spedizione, costi di spedizione | verzendkosten | 送料, 配送料 | 运费
visits, sessions, traffic, visitors, website visits | Besuche, Sitzungen, Besucher, Seitenbesuche, Traffic | visites, sessions, visiteurs, trafic | visitas, sesiones, visitantes, tráfico | visitas, sessões, visitantes, tráfego | visite, sessioni, visitatori, traffico | bezoeken, sessies, bezoekers, verkeer | 訪問数, セッション, セッション数, 訪問者数 | 访问量, 访问次数, 会话, 会话数, 访客, 流量
page views, pageviews | Seitenaufrufe | pages vues | páginas vistas, vistas de página | visualizações de página | pagine viste, visualizzazioni di pagina | paginaweergaven | ページビュー, PV数 | 页面浏览量, 浏览量
conversion rate, conversion, CVR | Konversionsrate, Conversion-Rate, Umwandlungsrate, Konversion | taux de conversion | tasa de conversión, conversión | taxa de conversão, conversão | tasso di conversione, conversione | conversieratio, conversie, conversiepercentage | コンバージョン率, 転換率, CVR | 转化率
churn, churn rate, attrition, attrition rate | Abwanderung, Abwanderungsrate, Kündigungsrate, Churn-Rate | attrition, taux d'attrition, taux de désabonnement, churn | tasa de abandono, abandono, tasa de cancelación, churn | taxa de cancelamento, taxa de churn, churn, abandono | tasso di abbandono, abbandono, churn | opzegpercentage, verloop, churn, klantverloop | 解約率, チャーンレート | 流失率
cancellation, cancellations | Kündigung, Kündigungen, Stornierung, Stornierungen | résiliation, résiliations, annulations | cancelación, cancelaciones, bajas | cancelamento, cancelamentos | cancellazione, cancellazioni, disdette | opzegging, opzeggingen, annuleringen | 解約, 解約数, キャンセル, キャンセル数 | 取消, 取消数, 退订
subscription, subscriptions | Abo, Abos, Abonnement, Abonnements | abonnement, abonnements | suscripción, suscripciones | assinatura, assinaturas, subscrições | abbonamento, abbonamenti | abonnement, abonnementen | サブスクリプション, 契約数, 契約 | 订阅, 订阅数
new subscriptions | neue Abos, neue Abonnements, Neuabschlüsse | nouveaux abonnements | nuevas suscripciones | novas assinaturas, novas subscrições | nuovi abbonamenti | nieuwe abonnementen | 新規契約, 新規契約数 | 新订阅, 新增订阅
subscribers, active subscribers | Abonnenten, aktive Abonnenten | abonnés, abonnés actifs | suscriptores, suscriptores activos | assinantes, assinantes ativos | abbonati, abbonati attivi | abonnees, actieve abonnees | 契約者, 契約者数, 加入者数 | 订阅者, 订阅用户
MRR, monthly recurring revenue | monatlich wiederkehrender Umsatz | revenu mensuel récurrent, revenus mensuels récurrents | ingresos recurrentes mensuales | receita recorrente mensal | ricavi ricorrenti mensili | maandelijks terugkerende omzet | 月次経常収益 | 月度经常性收入
ARPU, average revenue per user, revenue per user | durchschnittlicher Umsatz pro Nutzer, Umsatz pro Nutzer | revenu moyen par utilisateur | ingreso medio por usuario | receita média por usuário | ricavo medio per utente | gemiddelde omzet per gebruiker | ユーザー平均単価 | 每用户平均收入
trial, trials, free trial | Testphase, Testversion, Probezeit, Testkunden | essai, essais, essai gratuit | prueba, pruebas, prueba gratuita | teste, testes, teste gratuito | prova, prove, prova gratuita | proefperiode, proefabonnement, proefversie | トライアル, 無料体験 | 试用, 免费试用
sign-ups, signups, registrations | Registrierungen, Anmeldungen | inscriptions | registros, altas | registros, cadastros, inscrições | iscrizioni, registrazioni | aanmeldingen, registraties | 登録, 登録数, 新規登録 | 注册, 注册数, 注册量
support tickets, support requests | Supportanfragen, Supporttickets, Tickets | tickets d'assistance, demandes d'assistance, tickets | tickets de soporte, solicitudes de soporte, tickets | chamados, tickets de suporte, tickets | ticket di assistenza, richieste di assistenza, ticket | supporttickets, supportverzoeken, tickets | 問い合わせ, サポートチケット | 工单, 支持工单
plan, tier, subscription plan | Tarif, Plan, Paket | forfait, formule | plan, tarifa | plano | piano | abonnement, plan, abonnementsvorm | プラン | 套餐, 方案
seats, licences, licenses | Lizenzen, Plätze | postes, licences | licencias, asientos | licenças, assentos | licenze, postazioni | licenties, plaatsen | シート数, ライセンス数 | 席位, 许可证
account, accounts, company, companies | Konto, Konten, Firma, Unternehmen | compte, comptes, entreprise | cuenta, cuentas, empresa | conta, contas, empresa | account, conto, azienda | account, accounts, bedrijf | アカウント, 企業 | 账户, 公司
industry, sector | Branche, Branchen | secteur, secteurs, industrie | sector, sectores, industria | setor, setores, indústria | settore, settori | sector, sectoren, branche | 業界, 業種 | 行业
guests, covers, diners | Gäste, Gast | couverts, clients servis, convives | comensales, cubiertos, huéspedes | comensais, hóspedes | coperti, ospiti | gasten, couverts | 来客数, 客数 | 客人, 用餐人数
reservation, reservations, bookings, table bookings | Reservierung, Reservierungen, Buchungen | réservation, réservations | reserva, reservas, reservaciones | reserva, reservas | prenotazione, prenotazioni | reservering, reserveringen, boekingen | 予約, 予約数 | 预订, 预订数, 订座
tips, gratuities | Trinkgeld, Trinkgelder | pourboire, pourboires | propina, propinas | gorjeta, gorjetas | mancia, mance | fooi, fooien | チップ | 小费
waste, food waste | Lebensmittelverschwendung, Abfall, Lebensmittelabfälle | gaspillage, gaspillage alimentaire | desperdicio, desperdicio de alimentos, merma | desperdício, desperdício de alimentos | spreco, sprechi, spreco alimentare | verspilling, voedselverspilling | 食品ロス, 廃棄 | 浪费, 食物浪费
rating, average rating, review score | Bewertung, Bewertungen, Durchschnittsbewertung | note, note moyenne, évaluation | valoración, puntuación, calificación, valoración media | avaliação, classificação, avaliação média | valutazione, valutazione media, voto | beoordeling, gemiddelde beoordeling, waardering | 評価, 平均評価 | 评分, 平均评分
reviews, number of reviews | Rezensionen, Kundenbewertungen | avis | reseñas, opiniones | avaliações, resenhas, comentários | recensioni | recensies, reviews | レビュー, レビュー数 | 评论, 评论数
stock, inventory, stock level, stock on hand, on hand, in stock, left in stock, still in stock, units left, pieces left, items left | Bestand, Lagerbestand, Vorrat, auf Lager, noch auf Lager, im Lager, vorrätig, noch vorrätig, noch da, noch übrig, Stück übrig, übrig | stock, stocks, inventaire | inventario, existencias, stock | estoque, inventário, stock | giacenza, scorte, magazzino, inventario | voorraad, inventaris | 在庫, 在庫数 | 库存, 库存量
delivery time, delivery times | Lieferzeit, Lieferdauer | délai de livraison | tiempo de entrega, plazo de entrega | prazo de entrega, tempo de entrega | tempo di consegna, tempi di consegna | levertijd | 配送時間, 納期 | 配送时间, 交货时间
country, countries | Land, Länder | pays | país, países | país, países | paese, paesi, nazione | land, landen | 国, 国々 | 国家
region, regions | Region, Regionen | région, régions | región, regiones | região, regiões | regione, regioni | regio, regio's | 地域, 地方 | 地区, 区域
state, states, province | Bundesland, Bundesländer | état, province | estado, provincia | estado, província | stato, provincia | staat, provincie | 州, 県 | 省, 州
city, cities, town | Stadt, Städte | ville, villes | ciudad, ciudades | cidade, cidades | città | stad, steden | 都市, 街, 市 | 城市
store, stores, shop, branch, location, outlet, site | Filiale, Filialen, Standort, Standorte, Geschäft, Laden | magasin, magasins, boutique, point de vente, établissement | tienda, tiendas, sucursal, sucursales, local, locales | loja, lojas, filial, filiais, unidade | negozio, negozi, punto vendita, filiale, sede | winkel, winkels, filiaal, filialen, vestiging, vestigingen, locatie | 店舗, 店 | 门店, 店铺, 商店
restaurant, restaurants | Restaurant, Restaurants | restaurant, restaurants | restaurante, restaurantes | restaurante, restaurantes | ristorante, ristoranti | restaurant, restaurants | レストラン | 餐厅, 餐馆
category, categories, product category | Kategorie, Kategorien, Produktkategorie, Warengruppe, Produktgruppe | catégorie, catégories, rayon | categoría, categorías | categoria, categorias | categoria, categorie | categorie, categorieën, productcategorie | カテゴリ, カテゴリー, 商品カテゴリ | 类别, 品类, 分类, 产品类别
product, products, item, items, article | Produkt, Produkte, Artikel | produit, produits, article, articles | producto, productos, artículo, artículos | produto, produtos, artigo, artigos | prodotto, prodotti, articolo, articoli | product, producten, artikel, artikelen | 商品, 製品 | 产品, 商品
dish, dishes, menu item | Gericht, Gerichte, Speise, Speisen | plat, plats | plato, platos | prato, pratos | piatto, piatti | gerecht, gerechten | 料理, メニュー | 菜品, 菜
brand, brands | Marke, Marken | marque, marques | marca, marcas | marca, marcas | marca, marche, marchio | merk, merken | ブランド | 品牌
channel, channels, sales channel | Kanal, Kanäle, Vertriebskanal, Verkaufskanal | canal, canaux, canal de vente | canal, canales, canal de venta | canal, canais, canal de vendas | canale, canali, canale di vendita | kanaal, kanalen, verkoopkanaal | チャネル, 販売チャネル, チャンネル | 渠道, 销售渠道
source, traffic source, acquisition channel | Quelle, Herkunft, Akquisekanal | source, source de trafic, canal d'acquisition | fuente, origen, canal de adquisición | fonte, origem, canal de aquisição | fonte, sorgente, canale di acquisizione | bron, acquisitiekanaal | 流入元, 獲得チャネル | 来源, 获客渠道
campaign, campaigns | Kampagne, Kampagnen | campagne, campagnes | campaña, campañas | campanha, campanhas | campagna, campagne | campagne, campagnes | キャンペーン | 活动, 营销活动
device, devices, device type | Gerät, Geräte, Gerätetyp | appareil, appareils | dispositivo, dispositivos | dispositivo, dispositivos | dispositivo, dispositivi | apparaat, apparaten | デバイス, 端末 | 设备
payment method, payment type, payment methods | Zahlungsart, Zahlungsarten, Zahlungsmethode, Zahlungsmittel | moyen de paiement, mode de paiement, moyens de paiement | método de pago, forma de pago, métodos de pago | método de pagamento, forma de pagamento, métodos de pagamento | metodo di pagamento, metodi di pagamento | betaalmethode, betaalmethoden, betaalwijze | 支払い方法, 決済方法 | 支付方式, 付款方式
segment, customer segment, customer group | Segment, Kundensegment, Kundengruppe | segment, segment client | segmento, segmento de clientes | segmento, segmento de clientes | segmento, segmento cliente | segment, klantsegment | セグメント, 顧客セグメント | 细分, 客户群, 客户细分
supplier, suppliers, vendor, vendors | Lieferant, Lieferanten | fournisseur, fournisseurs | proveedor, proveedores | fornecedor, fornecedores | fornitore, fornitori | leverancier, leveranciers | 仕入先, サプライヤー | 供应商
employee, employees, staff, staff member | Mitarbeiter, Mitarbeitende, Personal, Angestellte | employé, employés, personnel | empleado, empleados, personal | funcionário, funcionários, empregados | dipendente, dipendenti, personale | medewerker, medewerkers, personeel | 従業員, スタッフ, 社員 | 员工
waiter, waitress, server, waiters | Kellner, Kellnerin, Bedienung, Servicekraft | serveur, serveuse, serveurs | camarero, camarera, mesero, camareros | garçom, garçonete, empregado de mesa | cameriere, cameriera, camerieri | ober, kelner, serveerster | ウェイター, 接客係 | 服务员
shift, daypart | Schicht, Schichten | service, équipe, créneau | turno, turnos | turno, turnos | turno, turni | dienst, shift, diensten | シフト, 時間帯 | 班次, 时段
weekday, day of week, day of the week | Wochentag, Wochentage | jour de la semaine, jours de la semaine | día de la semana, días de la semana | dia da semana, dias da semana | giorno della settimana, giorni della settimana | weekdag, dag van de week, weekdagen | 曜日 | 星期几
language, languages | Sprache, Sprachen | langue, langues | idioma, idiomas | idioma, idiomas, língua | lingua, lingue | taal, talen | 言語 | 语言
currency, currencies | Währung, Währungen | devise, devises, monnaie | moneda, monedas, divisa | moeda, moedas | valuta, valute | valuta, munteenheid | 通貨 | 货币
size, sizes | Größe, Größen | taille, tailles | talla, tamaño, tallas | tamanho, tamanhos | taglia, taglie, misura | maat, maten, grootte | サイズ | 尺码, 尺寸
color, colour, colors, colours | Farbe, Farben | couleur, couleurs | color, colores | cor, cores | colore, colori | kleur, kleuren | 色, カラー | 颜色
gender | Geschlecht | sexe, genre | género, sexo | gênero, sexo | genere, sesso | geslacht | 性別 | 性别
age, age group | Alter, Altersgruppe | âge, tranche d'âge | edad, grupo de edad | idade, faixa etária | età, fascia d'età | leeftijd, leeftijdsgroep | 年齢, 年齢層 | 年龄, 年龄段
status, order status | Status, Bestellstatus | statut, statut de commande | estado, estado del pedido | status, estado do pedido | stato, stato dell'ordine | status, orderstatus | ステータス, 注文ステータス | 状态, 订单状态
price, prices | Preis, Preise | prix | precio, precios | preço, preços | prezzo, prezzi | prijs, prijzen | 価格, 値段 | 价格
clicks | Klicks | clics | clics | cliques | clic | klikken, kliks | クリック数, クリック | 点击, 点击量
impressions | Impressionen, Einblendungen | impressions | impresiones | impressões | impressioni | vertoningen, impressies | 表示回数, インプレッション | 展示量, 曝光量
breakfast | Frühstück | petit-déjeuner, petit déjeuner | desayuno | café da manhã, pequeno-almoço | colazione | ontbijt | 朝食 | 早餐
lunch | Mittagessen, Mittag | déjeuner | almuerzo, comida | almoço | pranzo | lunch, middageten | ランチ, 昼食 | 午餐
dinner | Abendessen | dîner | cena | jantar | cena | diner, avondeten | ディナー, 夕食 | 晚餐
dessert, desserts | Nachtisch, Dessert, Desserts, Nachspeise | dessert, desserts | postre, postres | sobremesa, sobremesas | dolce, dolci, dessert | toetje, dessert, nagerecht | デザート | 甜点
starter, starters, appetizer | Vorspeise, Vorspeisen | entrée, entrées | entrante, entrantes, primer plato | entrada, entradas | antipasto, antipasti | voorgerecht, voorgerechten | 前菜 | 前菜, 开胃菜
main, main course, mains | Hauptgericht, Hauptgerichte, Hauptgang | plat principal, plats principaux | plato principal, segundo plato | prato principal | piatto principale, secondo | hoofdgerecht, hoofdgerechten | メイン, 主菜 | 主菜
drink, drinks, beverage, beverages | Getränk, Getränke | boisson, boissons | bebida, bebidas | bebida, bebidas | bevanda, bevande | drank, dranken, drankje, drankjes | 飲み物, ドリンク | 饮料
delivery | Lieferung | livraison | entrega, a domicilio | entrega, delivery | consegna | bezorging, levering | 配達, デリバリー | 外卖, 配送
takeaway, takeout, take-away | zum Mitnehmen, Mitnahme, Außer Haus | à emporter | para llevar | para levar, para viagem | da asporto, asporto | afhaal, meenemen | 持ち帰り, テイクアウト | 外带, 打包
dine-in, eat in, eat-in | vor Ort, im Haus | sur place | en el local, para comer aquí | no local, consumo no local | sul posto, al tavolo | ter plaatse | 店内, イートイン | 堂食
online, web, web shop, webshop, online shop, online store, web store, website | online, im Internet, Webshop, Onlineshop, Online-Shop, Internetshop, Onlinehandel | en ligne | en línea, online | online | online | online | オンライン | 线上, 在线, 网上
desktop, computer, computers, laptop, laptops, pc, pcs, desktops, desktop computer | Desktop, Computer, Rechner, Laptop, Laptops, PC, PCs | ordinateur | ordenador | computador | computer | computer | パソコン | 电脑
mobile, mobile phone, phone, phones, smartphone, smartphones, mobiles, mobile phones, cell phone, cell phones | mobil, Handy, Handys, Smartphone, Smartphones, Mobiltelefon, Mobilgeräte, Mobilgerät | mobile, téléphone | móvil, celular | celular, móvel, telemóvel | cellulare, mobile | mobiel | モバイル, スマホ | 手机, 移动端
credit card, card | Kreditkarte, Karte | carte bancaire, carte de crédit, carte | tarjeta de crédito, tarjeta | cartão de crédito, cartão | carta di credito, carta | creditcard, kaart | クレジットカード, カード | 信用卡, 银行卡
cash | Bargeld, bar | espèces | efectivo | dinheiro | contanti | contant | 現金 | 现金
invoice | Rechnung | facture | factura | fatura | fattura | factuur | 請求書 | 发票
north america | Nordamerika | Amérique du Nord | América del Norte, Norteamérica | América do Norte | Nord America, America del Nord | Noord-Amerika | 北米, 北アメリカ | 北美
latin america | Lateinamerika | Amérique latine | América Latina, Latinoamérica | América Latina | America Latina | Latijns-Amerika | 中南米, ラテンアメリカ | 拉丁美洲, 拉美
europe | Europa | Europe | Europa | Europa | Europa | Europa | ヨーロッパ, 欧州 | 欧洲
asia | Asien | Asie | Asia | Ásia | Asia | Azië | アジア | 亚洲
occupancy, occupancy rate | Auslastung, Belegung, Belegungsrate | taux d'occupation, occupation | ocupación, tasa de ocupación | ocupação, taxa de ocupação | occupazione, tasso di occupazione | bezetting, bezettingsgraad | 稼働率, 客室稼働率 | 入住率, 占用率
room nights, nights | Übernachtungen, Nächte, Zimmernächte | nuitées, nuits | noches, pernoctaciones | diárias, noites, pernoites | notti, pernottamenti | overnachtingen, nachten | 宿泊数, 泊数 | 间夜, 间夜数
hotel, hotels, property | Hotel, Hotels | hôtel, hôtels | hotel, hoteles | hotel, hotéis | hotel, albergo, alberghi | hotel, hotels | ホテル | 酒店
room type, room types | Zimmertyp, Zimmertypen, Zimmerkategorie | type de chambre, types de chambre | tipo de habitación | tipo de quarto | tipo di camera | kamertype | 部屋タイプ, 客室タイプ | 房型
members, memberships, active members | Mitglieder, Mitgliedschaften | membres, adhérents | miembros, socios | membros, sócios | membri, iscritti, soci | leden, lidmaatschappen | 会員, 会員数 | 会员, 会员数
classes, lessons, courses | Kurse, Stunden | cours | clases, cursos | aulas, cursos | lezioni, corsi | lessen, cursussen | クラス, レッスン | 课程
students | Studenten, Schüler, Studierende | étudiants, élèves | estudiantes, alumnos | estudantes, alunos | studenti, alunni | studenten, leerlingen | 学生, 生徒 | 学生
appointments | Termine | rendez-vous | citas | consultas, agendamentos | appuntamenti | afspraken | 予約件数 | 预约
leads | Leads, Interessenten | prospects, leads | clientes potenciales, leads | leads, potenciais clientes | lead, contatti | leads | リード, 見込み客 | 线索
deals, opportunities | Abschlüsse, Geschäfte, Deals | affaires, opportunités | oportunidades, tratos | negócios, oportunidades | trattative, opportunità | deals, kansen | 商談 | 商机
shipments, deliveries, parcels | Lieferungen, Sendungen, Pakete | livraisons, expéditions, colis | envíos, entregas, paquetes | envios, entregas, remessas | spedizioni, consegne, pacchi | leveringen, zendingen, pakketten | 出荷, 出荷数, 配送件数 | 发货, 发货量, 配送量
trips, rides | Fahrten | trajets, courses | viajes, trayectos | viagens, corridas | viaggi, corse | ritten | 乗車数 | 行程, 订单行程
calls, phone calls | Anrufe | appels | llamadas | chamadas, ligações | chiamate, telefonate | oproepen, telefoontjes | 通話, 電話件数 | 通话, 电话数
downloads, installs | Downloads, Installationen | téléchargements, installations | descargas, instalaciones | downloads, instalações | download, installazioni | downloads, installaties | ダウンロード, ダウンロード数, インストール数 | 下载量, 下载, 安装量
payments | Zahlungen | paiements | pagos | pagamentos | pagamenti | betalingen | 支払い, 決済 | 付款, 支付
failed payments | fehlgeschlagene Zahlungen | paiements échoués | pagos fallidos | pagamentos falhados, pagamentos recusados | pagamenti falliti | mislukte betalingen | 失敗した支払い, 決済失敗 | 失败付款, 支付失败
fees, commission, commissions | Gebühren, Provision, Provisionen | frais, commission, commissions | comisiones, tarifas, honorarios | comissões, taxas cobradas | commissioni, provvigioni | kosten van commissie, commissie, provisie | 手数料 | 佣金, 手续费
customer lifetime value, lifetime value, LTV, CLV | Kundenwert, Kundenlebenszeitwert | valeur vie client | valor de vida del cliente | valor vitalício do cliente | valore del ciclo di vita del cliente | klantwaarde | 顧客生涯価値 | 客户终身价值, 客户生命周期价值
customer acquisition cost, acquisition cost, CAC | Akquisitionskosten, Kundenakquisekosten | coût d'acquisition, coût d'acquisition client | coste de adquisición, costo de adquisición | custo de aquisição | costo di acquisizione | acquisitiekosten | 顧客獲得単価, 獲得コスト | 获客成本
open rate | Öffnungsrate | taux d'ouverture | tasa de apertura | taxa de abertura | tasso di apertura | openingspercentage | 開封率 | 打开率
click rate, click-through rate, CTR | Klickrate, Klickrate | taux de clic, taux de clics | tasa de clics | taxa de cliques | tasso di clic, percentuale di clic | klikpercentage, doorklikratio | クリック率 | 点击率
bounce rate | Absprungrate | taux de rebond | tasa de rebote | taxa de rejeição | frequenza di rimbalzo | bouncepercentage | 直帰率 | 跳出率
response time | Antwortzeit, Reaktionszeit | temps de réponse, délai de réponse | tiempo de respuesta | tempo de resposta | tempo di risposta | reactietijd, responstijd | 応答時間 | 响应时间
satisfaction, customer satisfaction, CSAT | Zufriedenheit, Kundenzufriedenheit | satisfaction, satisfaction client | satisfacción, satisfacción del cliente | satisfação, satisfação do cliente | soddisfazione, soddisfazione del cliente | tevredenheid, klanttevredenheid | 満足度, 顧客満足度 | 满意度, 客户满意度
complaints | Beschwerden, Reklamationen | réclamations, plaintes | quejas, reclamaciones | reclamações, queixas | reclami, lamentele | klachten | 苦情, クレーム | 投诉, 投诉量
hours worked, working hours | Arbeitsstunden | heures travaillées | horas trabajadas | horas trabalhadas | ore lavorate | gewerkte uren | 労働時間 | 工时
department, departments | Abteilung, Abteilungen | service, département, départements | departamento, departamentos | departamento, departamentos | reparto, reparti, dipartimento | afdeling, afdelingen | 部門, 部署 | 部门
team, teams | Team, Teams | équipe, équipes | equipo, equipos | equipe, equipes, equipa | squadra, team | team, teams | チーム | 团队
warehouse, warehouses | Lager, Lagerhaus | entrepôt, entrepôts | almacén, almacenes | armazém, armazéns, depósito | deposito, depositi, magazzino | magazijn, magazijnen | 倉庫 | 仓库
agent, agents | Agent, Agenten, Vermittler | agent, agents | agente, agentes | agente, agentes | agente, agenti | agent, agenten, makelaar | 担当者, エージェント | 代理, 客服代表
sales rep, sales representative, salesperson | Verkäufer, Vertriebsmitarbeiter | commercial, commerciaux, vendeur, vendeurs | vendedor, vendedores | vendedor, vendedores | venditore, venditori, commerciale | verkoper, verkopers | 営業担当, 営業 | 销售代表, 销售员
order type, type of order | Bestellart | type de commande | tipo de pedido | tipo de pedido | tipo di ordine | ordertype | 注文タイプ | 订单类型
visit duration, session duration | Besuchsdauer, Sitzungsdauer | durée de visite, durée de session | duración de la visita, duración de la sesión | duração da visita, duração da sessão | durata della visita, durata della sessione | bezoekduur, sessieduur | 滞在時間 | 停留时间, 会话时长
views, video views | Aufrufe, Ansichten | vues | visualizaciones, vistas | visualizações | visualizzazioni | weergaven | 視聴回数, 閲覧数 | 观看次数, 浏览次数
app, mobile app | App | application, appli, app | app, aplicación | aplicativo, app | app, applicazione | app | アプリ | 应用, 手机应用, app
marketplace, marketplaces | Marktplatz, Marktplätze | place de marché, places de marché | mercado en línea, marketplace | marketplace, mercado online | marketplace, mercato online | marktplaats, marketplace | マーケットプレイス | 电商平台, 平台
`;

/** One notion: its words by language, the English first. */
interface Concept {
  readonly id: string;
  readonly words: readonly { readonly language: QuestionLanguage; readonly phrase: string }[];
}

const order: readonly QuestionLanguage[] = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ja', 'zh'];

/** Every notion; the id is its first English word. */
export const concepts: readonly Concept[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const words = line.split('|').flatMap((part, i) =>
      part
        .split(',')
        .map((phrase) => phrase.trim())
        .filter((phrase) => phrase !== '')
        .map((phrase) => ({ language: order[i] ?? 'en', phrase })),
    );
    return { id: words[0]?.phrase ?? '', words };
  });
