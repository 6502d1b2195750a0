/** What exports of known systems are called. */
export const layoutTitles = {
  shopify_orders: () => 'Shopify orders',
  woocommerce_orders_and_customers: () => 'WooCommerce orders (order and customer export)',
  woocommerce_orders_advanced: () => 'WooCommerce orders (advanced order export)',
  magento_orders: () => 'Magento / Adobe Commerce orders (grid)',
  magento_order_items: () => 'Magento / Adobe Commerce order items',
  prestashop_order_details: () => 'PrestaShop order details',
  prestashop_orders: () => 'PrestaShop orders',
  shopware_5_orders: () => 'Shopware 5 orders',
  shopware_6_orders: () => 'Shopware 6 orders',
  square_items: () => 'Square items',
  stripe_payments: () => 'Stripe payments',
  amazon_orders: () => 'Amazon all orders report',
  etsy_order_items: () => 'Etsy sold order items',
  etsy_orders: () => 'Etsy sold orders',
  lightspeed_sales: () => 'Lightspeed sales',
  sumup_sales: () => 'SumUp sales',
  ebay_orders: () => 'eBay orders',
  toast_items: () => 'Toast item selections',
  wix_orders: () => 'Wix orders',
  opencart_order_products: () => 'OpenCart order products',
};

/** What is to be known about them. */
export const layoutRemarks = {
  refund_dates_missing: () =>
    'The export does not say when money was refunded; refunds are booked with their order.',
  totals_include_tax_and_shipping: () =>
    'Totals of this export include tax and shipping, and so will revenue.',
  prices_may_include_tax: () =>
    'Shops that show prices with tax export them so; revenue will then include tax.',
  buyers_not_named: () =>
    'Buyers of Amazon are not named in this report, so customers cannot be counted.',
};
