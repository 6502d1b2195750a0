/** Frequent Portuguese words, the commonest first, then those of commerce and complaint. */
export const PORTUGUESE_WORDS = `
  de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele
  das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela
  entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa
  num nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe deles essas
  esses pelas este fosse dele tu te vocês vos lhes meus minhas teu tua nosso nossa dela esta
  estes aquele aquela isto aquilo estou estamos estava sim são então ainda agora hoje ontem
  amanhã sempre nunca nada tudo todos todas cada outro outra outros melhor pior maior menor
  bom boa mau novo nova vendas venda receita receitas faturamento faturação pedidos pedido
  encomendas encomenda clientes cliente produto produtos preço entrega fatura pagamento
  reembolso devolução último última últimos últimas mês meses semana semanas ano anos dia dias
  trimestre comparado comparar compare mostre mostra média médio total número evolução
  previsão próximo próximos obrigado obrigada olá favor quero posso preciso dinheiro cartão
  pacote quebrado caro rápido lento loja país cidade margem taxa houve tivemos vendemos
  vendidos chegou quanto quantos quantas quanta quais onde porque adoro péssimo ótimo
  excelente exceto contar desde durante contra vendeu temos fizemos ficou região faturou
  relação janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro
  dezembro segunda terça quarta quinta sexta feira sábado domingo verão inverno vermelho azul
  verde preto branco entregue qualidade artigo itens lojas página carrinho desconto código
  cancelado assinatura usuários visitas valor lucro custos custo imposto quantidade unidades
  devolvido avaliações equipe amável terrível horrível perfeito feliz decepcionado rapidamente
  ajuda poderia gorjetas ganhos bruto líquido jeito aqui ali lá alguém ninguém nenhum nenhuma
  comprado pedi recebi recebido enviado bastante logo tarde juntos quase realmente nossos
  nossas voltar voltou embora qualquer além mesma gostaria tens sido
`;
