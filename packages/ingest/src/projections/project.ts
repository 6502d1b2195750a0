import { Problem } from '@olympus/core';
import { projectCustomer, projectLocation, projectProduct } from '../entities/project.js';
import { parseInstant, type Refusal } from '../parse/envelope.js';
import type { EventData, EventType } from '../schemas/event-types.js';
import type { CheckedEvent, Projection, ProjectionContext } from './context.js';
import { createMoney, MoneyFault } from './money.js';
import { projectCancellation, projectOrder, projectRefund } from './sales/project.js';
import { projectIdentity, projectVisit } from './visits.js';

type Project<Type extends EventType> = (
  event: CheckedEvent<EventData[Type]>,
  context: ProjectionContext,
) => Projection;

/** What each event type adds to the ledgers; a type that is not here is only kept as an event. */
const projections: { readonly [Type in EventType]: Project<Type> } = {
  'order.created': (event, context) => ({ document: projectOrder(event, context) }),
  'order.updated': (event, context) => ({ document: projectOrder(event, context) }),
  'order.completed': (event, context) => ({ document: projectOrder(event, context) }),
  'order.refunded': (event, context) => ({ document: projectRefund(event, context) }),
  'order.cancelled': (event, context) => ({ document: projectCancellation(event, context) }),
  'payment.processed': projectPayment,
  'payment.failed': projectPayment,
  'inventory.updated': projectInventory,
  'user.logged_in': projectVisit,
  'page.viewed': projectVisit,
  'product.viewed': projectVisit,
  'product.added': projectVisit,
  'cart.updated': projectVisit,
  'checkout.started': projectVisit,
  'customer.created': (event) => ({ ...projectCustomer(event), ...projectIdentity(event) }),
  'customer.updated': (event) => ({ ...projectCustomer(event), ...projectIdentity(event) }),
  'customer.identified': projectIdentity,
  'product.updated': projectProduct,
  'location.updated': projectLocation,
  'feedback.submitted': projectFeedback,
  'experiment.exposed': projectExposure,
  'spend.recorded': projectSpend,
  'conversation.started': projectMessage,
  'message.sent': projectMessage,
  'conversation.closed': projectMessage,
};

const nothing: Projection = {};

/** @returns what the event adds, or why it cannot be booked */
export function project(event: CheckedEvent, context: ProjectionContext): Projection | Refusal {
  if (!Object.hasOwn(projections, event.type)) return nothing;
  // the event's data was checked against this type's schema
  const run = projections[event.type as EventType] as Project<never>;
  try {
    return run(event as CheckedEvent<never>, context);
  } catch (fault) {
    if (fault instanceof MoneyFault) return fault.refusal;
    throw new Problem({
      code: 'projection_failed',
      kind: 'internal',
      message: `An event of type ${event.type} could not be projected`,
      cause: fault,
    });
  }
}

function projectPayment(
  event: CheckedEvent<EventData['payment.processed']>,
  { tenant }: ProjectionContext,
): Projection {
  const { data } = event;
  const money = createMoney(tenant, data.currency);
  return {
    row: {
      ledger: 'payments',
      columns: {
        payment_id: data.payment_id,
        status: event.type === 'payment.failed' ? 'failed' : 'processed',
        order_id: data.order_id,
        customer_key: event.customerKey,
        currency: data.currency,
        amount: money.amount(data.amount, '/data/amount'),
        fee: money.amount(data.fee, '/data/fee'),
        method: data.method,
        provider: data.provider,
        failure_code: data.failure_code,
      },
    },
  };
}

function projectInventory(
  event: CheckedEvent<EventData['inventory.updated']>,
  { tenant }: ProjectionContext,
): Projection {
  const { data } = event;
  const money = createMoney(tenant, undefined);
  const optional = (value: string | number | undefined, path: string) =>
    value === undefined ? undefined : money.charge(value, path);
  return {
    row: {
      ledger: 'stock',
      columns: {
        place: event.place,
        product_id: data.product_id,
        location_id: data.location_id,
        on_hand: money.quantity(data.on_hand, '/data/on_hand'),
        reorder_point: optional(data.reorder_point, '/data/reorder_point'),
        unit_cost: optional(data.unit_cost, '/data/unit_cost'),
      },
    },
  };
}

function projectFeedback(event: CheckedEvent<EventData['feedback.submitted']>): Projection {
  const { data } = event;
  return {
    row: {
      ledger: 'feedback',
      columns: {
        feedback_id: data.feedback_id,
        customer_key: event.customerKey,
        order_id: data.order_id,
        product_id: data.product_id,
        channel: data.channel,
        language: data.language,
        rating: data.rating,
      },
    },
  };
}

function projectExposure(event: CheckedEvent<EventData['experiment.exposed']>): Projection {
  const { data } = event;
  return {
    row: {
      ledger: 'exposures',
      columns: {
        experiment_id: data.experiment_id,
        variant: data.variant,
        // its schema asks for a customer or an anonymous visitor
        visitor_key: event.visitorKey ?? '',
      },
    },
  };
}

function projectSpend(
  event: CheckedEvent<EventData['spend.recorded']>,
  { tenant }: ProjectionContext,
): Projection {
  const { data } = event;
  const money = createMoney(tenant, data.currency);
  return {
    row: {
      ledger: 'spend',
      columns: {
        // spend belongs to its day, at noon UTC, which is that day in nearly every zone
        occurred_at: parseInstant(`${data.day}T12:00:00Z`) ?? event.occurredAtMs,
        campaign_id: data.campaign_id,
        channel: data.channel,
        currency: data.currency,
        amount: money.amount(data.amount, '/data/amount'),
        impressions: data.impressions,
        clicks: data.clicks,
      },
    },
  };
}

const conversationEntries: Readonly<Record<string, string>> = {
  'conversation.started': 'started',
  'message.sent': 'message',
  'conversation.closed': 'closed',
};

function projectMessage(event: CheckedEvent<EventData['message.sent']>): Projection {
  const { data } = event;
  return {
    row: {
      ledger: 'messages',
      columns: {
        conversation_id: data.conversation_id,
        message_id: data.message_id,
        entry: conversationEntries[event.type] ?? 'message',
        author_role: data.author_role,
        customer_key: event.customerKey,
        model: data.model,
        language: data.language,
        rating: data.rating,
      },
    },
  };
}
