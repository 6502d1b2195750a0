/** What customers write to a shop, and how it answers, by topic. */
export interface TopicTexts {
  readonly customer: readonly string[];
  readonly answer: readonly string[];
}

export const topicTexts: Readonly<Record<string, TopicTexts>> = {
  delivery: {
    customer: [
      'My parcel was due on Monday and still has not arrived.',
      'Tracking has said “out for delivery” for three days now.',
      'The courier left a card, but nobody knows where the parcel is.',
      'When will my order be shipped?',
    ],
    answer: [
      'I am sorry about the wait. The carrier has it and delivers tomorrow.',
      'I have started a search with the carrier and will write again today.',
    ],
  },
  refund: {
    customer: [
      'I sent the goods back two weeks ago. Where is my money?',
      'How do I return an item that does not fit?',
      'You refunded only half of what I paid.',
    ],
    answer: [
      'The return reached us yesterday; the refund takes three working days.',
      'Here is your return label. We pay the postage.',
    ],
  },
  payment: {
    customer: [
      'My card was charged twice for the same order.',
      'The payment fails each time although my card works elsewhere.',
      'Can I pay by invoice?',
    ],
    answer: [
      'One of the two is a reservation that your bank lifts within days.',
      'Please try again now; our payment provider had a disturbance.',
    ],
  },
  product: {
    customer: [
      'The handle broke after a week of normal use.',
      'Does this also come in a larger size?',
      'Part of the set is missing from the box.',
    ],
    answer: [
      'That should not happen. We send you a new one today.',
      'It comes in two sizes; the larger one is back next week.',
    ],
  },
  account: {
    customer: [
      'I cannot sign in; the reset mail never comes.',
      'How do I cancel my subscription?',
      'Please change the address of my account.',
    ],
    answer: [
      'I have sent the link again. It is valid for one hour.',
      'Done. You will find the change in your account.',
    ],
  },
};
