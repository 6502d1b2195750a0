import { type Churners, type ChurnersTruth, plantChurners } from './churners.js';
import {
  type Conversations,
  type ConversationsTruth,
  plantConversations,
} from './conversations.js';
import { type Experiment, type ExperimentTruth, plantExperiment } from './experiment.js';
import {
  type FailingProvider,
  type FailingProviderTruth,
  plantFailingProvider,
} from './failing-provider.js';
import { type PriceChange, type PriceChangeTruth, plantPriceChange } from './price-change.js';
import { type PriceTypo, type PriceTypoTruth, plantPriceTypo } from './price-typo.js';
import { type Promotion, type PromotionTruth, plantPromotion } from './promotion.js';
import { plantStockOut, type StockOut, type StockOutTruth } from './stock-out.js';
import type { PlantContext, Planted } from './story.js';
import {
  type ChannelDrop,
  type ChannelDropTruth,
  plantChannelDrop,
  plantSilentTill,
  plantTrafficSpike,
  type SilentTill,
  type SilentTillTruth,
  type TrafficSpike,
  type TrafficSpikeTruth,
} from './traffic.js';

/** Something that happens in a shop and that others are to find. */
export type Story =
  | FailingProvider
  | PriceChange
  | PriceTypo
  | Experiment
  | Churners
  | StockOut
  | Promotion
  | ChannelDrop
  | TrafficSpike
  | SilentTill
  | Conversations;

/** What there is to be found: what, when, where, how large. */
export type Truth =
  | FailingProviderTruth
  | PriceChangeTruth
  | PriceTypoTruth
  | ExperimentTruth
  | ChurnersTruth
  | StockOutTruth
  | PromotionTruth
  | ChannelDropTruth
  | TrafficSpikeTruth
  | SilentTillTruth
  | ConversationsTruth;

/** @throws Problem when the shop lacks what the story is about, or its span is none */
export function plant(story: Story, context: PlantContext): Planted<Truth> {
  switch (story.kind) {
    case 'failing_provider':
      return plantFailingProvider(story, context);
    case 'price_change':
      return plantPriceChange(story, context);
    case 'price_typo':
      return plantPriceTypo(story, context);
    case 'experiment':
      return plantExperiment(story, context);
    case 'churners':
      return plantChurners(story, context);
    case 'stock_out':
      return plantStockOut(story, context);
    case 'promotion':
      return plantPromotion(story, context);
    case 'channel_drop':
      return plantChannelDrop(story, context);
    case 'traffic_spike':
      return plantTrafficSpike(story, context);
    case 'silent_till':
      return plantSilentTill(story, context);
    case 'conversations':
      return plantConversations(story, context);
    default:
      return story satisfies never;
  }
}
