/** Frequent Spanish words, the commonest first, then those of commerce and complaint. */
export const SPANISH_WORDS = `
  de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le
  ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años
  hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno
  donde bien tiempo mismo ese ahora cada e vida otro después te otros aunque esa eso hace otra
  gobierno tan durante siempre día tanto ella tres sí dijo sido gran país según menos mundo
  año antes estado contra sino forma caso nada hacer general estaba poco estos presente mayor
  ante unos les algo hacia casa ellos ayer hecho primera mucho mientras además quien momento
  millones esto españa hombre están pues hoy lugar nosotros mejor peor cuál cuáles cuánto
  cuántos cuántas cuánta cómo dónde cuándo quién ventas venta ingresos pedidos pedido clientes
  cliente producto productos precio envío factura pago reembolso devolución último última
  últimos últimas mes meses semana semanas trimestre comparado comparar compara muestra
  muéstrame dame promedio media total número evolución previsión próximo próximos mañana nunca
  gracias hola favor quiero puedo necesito dinero tarjeta paquete roto caro rápido lento bueno
  buena malo mala nuevo nueva tienda ciudad margen tasa hubo tuvimos vendimos vendidos llegado
  llegó todavía aún encanta respecto excepto contar frente vendió tenemos hicimos fueron usted
  ustedes mis tus enero febrero marzo abril mayo junio julio agosto septiembre octubre
  noviembre diciembre lunes martes miércoles jueves viernes sábado domingo verano invierno
  rojo azul verde negro blanco entregado calidad artículo artículos tiendas página carrito
  descuento código cancelado suscripción usuarios visitas valor beneficio costes coste costo
  impuesto cantidad unidades devuelto reseñas personal amable terrible horrible excelente
  perfecto contento decepcionado rápidamente ayuda podría propinas pronóstico ganancias bruto
  neto aquí allí allá alguien nadie ningún ninguna comprado recibido enviado bastante pronto
  tarde juntos casi realmente estas esos nuestros nuestra nuestro volver volvió cualquier
  misma quisiera tengo tienen tienes hubiera
`;
