import { defineTexts } from '@olympus/web/kit';

/** What the importer says, by its code; `place` names the column or the field that it is about. */
export const notes = defineTexts({
  en: {
    place: '“{column}”',
    said_earlier: '{text}',
    utf16_assumed: 'The file bears no mark of its encoding and was read as UTF-16.',
    some_lines_not_utf8: {
      one: 'The file is UTF-8, but {count} of its lines is not; it is rejected.',
      other: 'The file is UTF-8, but {count} of its lines are not; these are rejected.',
    },
    encoding_assumed:
      'The file is not UTF-8 and was read as {encoding}, for example “{example}”; as {other} that is “{other_example}”.',
    names_repeated:
      'Several columns are called “{column}”; the others go by names such as “{example}”.',
    no_rows: 'The file holds no rows that can be read.',
    lines_above_header: {
      one: 'The first line stands above the header and was left out.',
      other: 'The first {count} lines stand above the header and were left out.',
    },
    decimal_signs_mixed:
      '“{column}” mixes commas and points before its decimals; values such as “{example}” that could be either are rejected.',
    point_assumed: {
      one: '“{column}” holds {count} value such as “{example}” that does not say whether the sign in it stands before decimals or thousands; a point was taken for the decimal sign.',
      other:
        '“{column}” holds {count} values such as “{example}” that do not say whether the sign in them stands before decimals or thousands; a point was taken for the decimal sign.',
    },
    comma_assumed: {
      one: '“{column}” holds {count} value such as “{example}” that does not say whether the sign in it stands before decimals or thousands; a comma was taken for the decimal sign.',
      other:
        '“{column}” holds {count} values such as “{example}” that do not say whether the sign in them stands before decimals or thousands; a comma was taken for the decimal sign.',
    },
    point_as_elsewhere: {
      one: '“{column}” holds {count} value such as “{example}” that does not say whether the sign in it stands before decimals or thousands; a point was taken for the decimal sign, as in the other columns.',
      other:
        '“{column}” holds {count} values such as “{example}” that do not say whether the sign in them stands before decimals or thousands; a point was taken for the decimal sign, as in the other columns.',
    },
    comma_as_elsewhere: {
      one: '“{column}” holds {count} value such as “{example}” that does not say whether the sign in it stands before decimals or thousands; a comma was taken for the decimal sign, as in the other columns.',
      other:
        '“{column}” holds {count} values such as “{example}” that do not say whether the sign in them stands before decimals or thousands; a comma was taken for the decimal sign, as in the other columns.',
    },
    currency_from_amounts:
      'Amounts in “{column}” such as “{example}” say their currency themselves; they were read as {currency}.',
    date_orders_mixed:
      '“{column}” holds dates with the day first and with the month first; those that could be either are rejected.',
    date_order_as_elsewhere:
      '“{column}” does not show whether the day or the month comes first; it was read as the other columns are.',
    date_order_unknown:
      'Does the day or the month come first in “{column}”, such as “{example}”? No date in the file shows it.',
    times_skipped: {
      one: '{count} time falls into an hour that the clocks skip; it was read as an hour later.',
      other:
        '{count} times fall into an hour that the clocks skip; they were read as an hour later.',
    },
    times_shown_twice: {
      one: '{count} time falls into an hour that the clocks show twice; the first was taken.',
      other: '{count} times fall into an hour that the clocks show twice; the first was taken.',
    },
    shopify_orders: 'Shopify orders',
    woocommerce_orders_and_customers: 'WooCommerce orders (order and customer export)',
    woocommerce_orders_advanced: 'WooCommerce orders (advanced order export)',
    magento_orders: 'Magento / Adobe Commerce orders (grid)',
    magento_order_items: 'Magento / Adobe Commerce order items',
    prestashop_order_details: 'PrestaShop order details',
    prestashop_orders: 'PrestaShop orders',
    shopware_5_orders: 'Shopware 5 orders',
    shopware_6_orders: 'Shopware 6 orders',
    square_items: 'Square items',
    stripe_payments: 'Stripe payments',
    amazon_orders: 'Amazon all orders report',
    etsy_order_items: 'Etsy sold order items',
    etsy_orders: 'Etsy sold orders',
    lightspeed_sales: 'Lightspeed sales',
    sumup_sales: 'SumUp sales',
    ebay_orders: 'eBay orders',
    toast_items: 'Toast item selections',
    wix_orders: 'Wix orders',
    opencart_order_products: 'OpenCart order products',
    refund_dates_missing:
      'The export does not say when money was refunded; refunds are booked with their order.',
    totals_include_tax_and_shipping:
      'Totals of this export include tax and shipping, and so will revenue.',
    prices_may_include_tax:
      'Shops that show prices with tax export them so; revenue will then include tax.',
    buyers_not_named:
      'Buyers of Amazon are not named in this report, so customers cannot be counted.',
    kind_recognised: '{kind}',
    not_recognised: 'Not recognised',
    kind_unclear: 'It is not clear what the file is; please say what its columns are.',
    role_uncertain: 'Please check: “{column}” ({role}).',
    column_needed: 'Which column is this: {role}?',
    currency_assumed: 'No column names a currency; {currency}, the shop’s own, was taken.',
    customers_unknown: 'No column names customers; they cannot be counted.',
    partial_refunds_as_given:
      'Amounts in “{column}” may include tax and shipping; partial refunds are booked as they stand there.',
    quantity_assumed: 'No column says how many pieces; each line counts as one.',
    prices_include_tax:
      'The order totals add up only when tax is part of the prices; revenue will include it.',
    price_is_of_line:
      '“{column}” is the price of the line, not of a piece: only so the orders come to their totals.',
    price_assumed:
      'No column is a price by its name; “{column}” was taken for the price of the line. Please check it.',
    products_unknown:
      'The file does not name products; each order counts as one item “(unspecified)”.',
    tax_unknown: 'The file does not say how much of the amounts is tax; revenue will include it.',
    amounts_include_tax:
      'The order totals add up only when tax is part of the amounts; revenue will include it.',
    said_so: 'you said so',
    named_so_in_layout: 'it is called so in: {layout}',
    name_says_so: 'its name says so',
    name_holds_word: 'its name holds “{example}”',
    other_column_possible: '“{column}” could be meant as well',
    empty_in_sample: 'it is empty in the rows looked at',
    values_no_dates: 'its values are no dates',
    values_dates: 'its values are dates',
    values_times_of_day: 'its values are times of day',
    values_emails: 'its values are e-mail addresses',
    values_currencies: 'its values are currency codes',
    values_countries: 'its values are countries',
    values_no_numbers: 'its values are no numbers',
    values_mostly_numbers: 'most of its values are numbers',
    values_whole_numbers: 'its values are whole numbers',
    values_numbers: 'its values are numbers',
    values_no_amounts: 'its values are no amounts',
    values_mostly_amounts: 'most of its values are amounts',
    values_amounts: 'its values are amounts',
    values_all_same: 'it is the same everywhere',
    values_repeat_below: 'its values come again on the lines that follow',
    values_too_different: 'it has too many different values',
    wrong_number_of_cells: {
      one: 'The row has {count} cell, the header has {expected}',
      other: 'The row has {count} cells, the header has {expected}',
    },
    nul_character: 'The row holds a NUL character',
    not_utf8: 'The row is not UTF-8',
    quote_never_closed: 'A quote is opened and never closed',
    quote_over_lines:
      'A quote is opened and not closed on the line, and the lines together are no row',
    line_too_long: 'The line is too long',
    nested_too_deep: 'The object nests deeper than {limit} levels',
    not_json: 'The line is not valid JSON',
    not_a_json_object: 'The line is not a JSON object',
    time_unreadable: 'The time is missing or cannot be read',
    time_in_future: 'The time lies more than a day ahead of now',
    time_too_old: 'The time lies before 1970',
    value_missing: '{place}: the value is missing',
    value_not_a_number: '{place}: the value is not a number',
    value_too_small: '{place}: the value is smaller than {limit}',
    value_too_large: '{place}: the value is larger than {limit}',
    value_too_long: '{place}: the text is longer than {limit} characters',
    value_empty: '{place}: the value is empty',
    value_not_allowed: '{place}: the value does not fit here',
    amount_out_of_range: '{place}: the amount is beyond what can be held exactly',
    currency_without_rate:
      'There is no exchange rate for {currency}; declare one in the settings of the shop',
    amount_in_other_currency:
      '{place}: “{example}” is not in {currency}, which the row says it is in',
    row_too_large: 'The row is too large',
    row_refused: 'The row cannot be stored',
  },
  de: {
    place: '„{column}“',
    said_earlier: 'Vermerk einer früheren Version, auf Englisch: {text}',
    utf16_assumed: 'Die Datei trägt kein Kennzeichen ihrer Kodierung und wurde als UTF-16 gelesen.',
    some_lines_not_utf8: {
      one: 'Die Datei ist UTF-8, aber {count} ihrer Zeilen ist es nicht und wird abgelehnt.',
      other: 'Die Datei ist UTF-8, aber {count} ihrer Zeilen sind es nicht und werden abgelehnt.',
    },
    encoding_assumed:
      'Die Datei ist nicht UTF-8 und wurde als {encoding} gelesen, zum Beispiel „{example}“; als {other} wäre das „{other_example}“.',
    names_repeated: 'Mehrere Spalten heißen „{column}“; die anderen heißen hier etwa „{example}“.',
    no_rows: 'Die Datei enthält keine lesbaren Zeilen.',
    lines_above_header: {
      one: 'Die erste Zeile steht über der Kopfzeile und wurde ausgelassen.',
      other: 'Die ersten {count} Zeilen stehen über der Kopfzeile und wurden ausgelassen.',
    },
    decimal_signs_mixed:
      'In „{column}“ stehen vor den Nachkommastellen mal Kommas, mal Punkte; Werte wie „{example}“, die beides sein könnten, werden abgelehnt.',
    point_assumed: {
      one: '„{column}“ enthält {count} Wert wie „{example}“, dem nicht anzusehen ist, ob sein Zeichen vor Nachkommastellen oder Tausendern steht; ein Punkt wurde als Dezimalzeichen genommen.',
      other:
        '„{column}“ enthält {count} Werte wie „{example}“, denen nicht anzusehen ist, ob ihr Zeichen vor Nachkommastellen oder Tausendern steht; ein Punkt wurde als Dezimalzeichen genommen.',
    },
    comma_assumed: {
      one: '„{column}“ enthält {count} Wert wie „{example}“, dem nicht anzusehen ist, ob sein Zeichen vor Nachkommastellen oder Tausendern steht; ein Komma wurde als Dezimalzeichen genommen.',
      other:
        '„{column}“ enthält {count} Werte wie „{example}“, denen nicht anzusehen ist, ob ihr Zeichen vor Nachkommastellen oder Tausendern steht; ein Komma wurde als Dezimalzeichen genommen.',
    },
    point_as_elsewhere: {
      one: '„{column}“ enthält {count} Wert wie „{example}“, dem nicht anzusehen ist, ob sein Zeichen vor Nachkommastellen oder Tausendern steht; ein Punkt wurde als Dezimalzeichen genommen, wie in den anderen Spalten.',
      other:
        '„{column}“ enthält {count} Werte wie „{example}“, denen nicht anzusehen ist, ob ihr Zeichen vor Nachkommastellen oder Tausendern steht; ein Punkt wurde als Dezimalzeichen genommen, wie in den anderen Spalten.',
    },
    comma_as_elsewhere: {
      one: '„{column}“ enthält {count} Wert wie „{example}“, dem nicht anzusehen ist, ob sein Zeichen vor Nachkommastellen oder Tausendern steht; ein Komma wurde als Dezimalzeichen genommen, wie in den anderen Spalten.',
      other:
        '„{column}“ enthält {count} Werte wie „{example}“, denen nicht anzusehen ist, ob ihr Zeichen vor Nachkommastellen oder Tausendern steht; ein Komma wurde als Dezimalzeichen genommen, wie in den anderen Spalten.',
    },
    currency_from_amounts:
      'Beträge in „{column}“ wie „{example}“ nennen ihre Währung selbst; sie wurden als {currency} gelesen.',
    date_orders_mixed:
      '„{column}“ enthält Daten mit dem Tag zuerst und solche mit dem Monat zuerst; was beides sein könnte, wird abgelehnt.',
    date_order_as_elsewhere:
      '„{column}“ zeigt nicht, ob Tag oder Monat zuerst kommt; die Spalte wurde wie die anderen gelesen.',
    date_order_unknown:
      'Kommt in „{column}“ der Tag oder der Monat zuerst, etwa in „{example}“? Kein Datum der Datei zeigt es.',
    times_skipped: {
      one: '{count} Zeit fällt in die Stunde, die bei der Zeitumstellung ausfällt; sie wurde eine Stunde später gelesen.',
      other:
        '{count} Zeiten fallen in die Stunde, die bei der Zeitumstellung ausfällt; sie wurden eine Stunde später gelesen.',
    },
    times_shown_twice: {
      one: '{count} Zeit fällt in die Stunde, die es bei der Zeitumstellung zweimal gibt; genommen wurde die erste.',
      other:
        '{count} Zeiten fallen in die Stunde, die es bei der Zeitumstellung zweimal gibt; genommen wurde die erste.',
    },
    shopify_orders: 'Shopify-Bestellungen',
    woocommerce_orders_and_customers:
      'WooCommerce-Bestellungen (Export von Bestellungen und Kunden)',
    woocommerce_orders_advanced: 'WooCommerce-Bestellungen (Advanced Order Export)',
    magento_orders: 'Bestellungen aus Magento / Adobe Commerce (Tabelle)',
    magento_order_items: 'Bestellpositionen aus Magento / Adobe Commerce',
    prestashop_order_details: 'PrestaShop-Bestellpositionen',
    prestashop_orders: 'PrestaShop-Bestellungen',
    shopware_5_orders: 'Shopware-5-Bestellungen',
    shopware_6_orders: 'Shopware-6-Bestellungen',
    square_items: 'Square-Artikelverkäufe',
    stripe_payments: 'Stripe-Zahlungen',
    amazon_orders: 'Amazon-Bericht über alle Bestellungen',
    etsy_order_items: 'Verkaufte Etsy-Artikel',
    etsy_orders: 'Etsy-Bestellungen',
    lightspeed_sales: 'Lightspeed-Verkäufe',
    sumup_sales: 'SumUp-Verkäufe',
    ebay_orders: 'eBay-Bestellungen',
    toast_items: 'Toast-Positionen',
    wix_orders: 'Wix-Bestellungen',
    opencart_order_products: 'OpenCart-Bestellpositionen',
    refund_dates_missing:
      'Der Export sagt nicht, wann erstattet wurde; Erstattungen werden mit ihrer Bestellung gebucht.',
    totals_include_tax_and_shipping:
      'Die Summen dieses Exports enthalten Steuer und Versand, der Umsatz dann auch.',
    prices_may_include_tax:
      'Shops, die Bruttopreise zeigen, geben sie auch so aus; der Umsatz enthält dann die Steuer.',
    buyers_not_named:
      'Dieser Bericht nennt die Käufer bei Amazon nicht; Kunden lassen sich deshalb nicht zählen.',
    kind_recognised: '{kind}',
    not_recognised: 'Nicht erkannt',
    kind_unclear:
      'Es ist nicht klar, was die Datei enthält; sagen Sie bitte, was ihre Spalten sind.',
    role_uncertain: 'Bitte prüfen: „{column}“ ({role}).',
    column_needed: 'Welche Spalte ist das: {role}?',
    currency_assumed: 'Keine Spalte nennt eine Währung; {currency}, die des Shops, wurde genommen.',
    customers_unknown: 'Keine Spalte nennt Kunden; sie lassen sich nicht zählen.',
    partial_refunds_as_given:
      'Beträge in „{column}“ können Steuer und Versand enthalten; Teilerstattungen werden so gebucht, wie sie dort stehen.',
    quantity_assumed: 'Keine Spalte sagt, wie viele Stück es sind; jede Zeile zählt als eines.',
    prices_include_tax:
      'Die Bestellsummen gehen nur auf, wenn die Preise die Steuer enthalten; der Umsatz enthält sie dann auch.',
    price_is_of_line:
      '„{column}“ ist der Preis der Zeile, nicht eines Stücks: Nur so ergeben die Bestellungen ihre Summen.',
    price_assumed:
      'Keine Spalte heißt nach einem Preis; „{column}“ wurde als Preis der Zeile genommen. Bitte prüfen Sie das.',
    products_unknown:
      'Die Datei nennt keine Artikel; jede Bestellung zählt als ein Artikel „(unspecified)“.',
    tax_unknown: 'Die Datei sagt nicht, wie viel der Beträge Steuer ist; der Umsatz enthält sie.',
    amounts_include_tax:
      'Die Bestellsummen gehen nur auf, wenn die Beträge die Steuer enthalten; der Umsatz enthält sie dann auch.',
    said_so: 'Sie haben es so gesagt',
    named_so_in_layout: 'so heißt sie in: {layout}',
    name_says_so: 'ihr Name sagt es',
    name_holds_word: 'ihr Name enthält „{example}“',
    other_column_possible: '„{column}“ könnte ebenso gemeint sein',
    empty_in_sample: 'sie ist leer in den geprüften Zeilen',
    values_no_dates: 'ihre Werte sind keine Daten',
    values_dates: 'ihre Werte sind Daten',
    values_times_of_day: 'ihre Werte sind Uhrzeiten',
    values_emails: 'ihre Werte sind E-Mail-Adressen',
    values_currencies: 'ihre Werte sind Währungskürzel',
    values_countries: 'ihre Werte sind Länder',
    values_no_numbers: 'ihre Werte sind keine Zahlen',
    values_mostly_numbers: 'die meisten ihrer Werte sind Zahlen',
    values_whole_numbers: 'ihre Werte sind ganze Zahlen',
    values_numbers: 'ihre Werte sind Zahlen',
    values_no_amounts: 'ihre Werte sind keine Beträge',
    values_mostly_amounts: 'die meisten ihrer Werte sind Beträge',
    values_amounts: 'ihre Werte sind Beträge',
    values_all_same: 'sie ist überall gleich',
    values_repeat_below: 'ihre Werte kehren in den folgenden Zeilen wieder',
    values_too_different: 'sie hat zu viele verschiedene Werte',
    wrong_number_of_cells: {
      one: 'Die Zeile hat {count} Zelle, die Kopfzeile hat {expected}',
      other: 'Die Zeile hat {count} Zellen, die Kopfzeile hat {expected}',
    },
    nul_character: 'Die Zeile enthält ein NUL-Zeichen',
    not_utf8: 'Die Zeile ist nicht UTF-8',
    quote_never_closed: 'Ein Anführungszeichen wird geöffnet und nie geschlossen',
    quote_over_lines:
      'Ein Anführungszeichen wird auf der Zeile geöffnet und nicht geschlossen, und mit den folgenden Zeilen ergibt sie keine Tabellenzeile',
    line_too_long: 'Die Zeile ist zu lang',
    nested_too_deep: 'Das Objekt ist tiefer als {limit} Ebenen verschachtelt',
    not_json: 'Die Zeile ist kein gültiges JSON',
    not_a_json_object: 'Die Zeile ist kein JSON-Objekt',
    time_unreadable: 'Die Zeit fehlt oder ist nicht lesbar',
    time_in_future: 'Die Zeit liegt mehr als einen Tag in der Zukunft',
    time_too_old: 'Die Zeit liegt vor 1970',
    value_missing: '{place}: Der Wert fehlt',
    value_not_a_number: '{place}: Der Wert ist keine Zahl',
    value_too_small: '{place}: Der Wert ist kleiner als {limit}',
    value_too_large: '{place}: Der Wert ist größer als {limit}',
    value_too_long: '{place}: Der Text ist länger als {limit} Zeichen',
    value_empty: '{place}: Der Wert ist leer',
    value_not_allowed: '{place}: Der Wert passt hier nicht',
    amount_out_of_range: '{place}: Der Betrag ist größer, als sich genau speichern lässt',
    currency_without_rate:
      'Für {currency} gibt es keinen Wechselkurs; legen Sie in den Einstellungen des Shops einen fest',
    amount_in_other_currency: '{place}: „{example}“ ist nicht in {currency}, der Währung der Zeile',
    row_too_large: 'Die Zeile ist zu groß',
    row_refused: 'Die Zeile lässt sich nicht speichern',
  },
});
