import { Hash, type LucideIcon, Mail, UsersRound, Webhook } from 'lucide-react';
import type { Kind } from './channels-query.js';

/** A sign for each way. */
export const KIND_ICONS: Readonly<Record<Kind, LucideIcon>> = {
  email: Mail,
  slack: Hash,
  teams: UsersRound,
  webhook: Webhook,
};
