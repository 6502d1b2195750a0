/**
 * What pages are built from, for those that rooms keep in their own `web` folder: they import this
 * and `@olympus/sdk`, and nothing else of the project.
 */
export * from './address/page-search.js';
export { type AddressChange, useAddress, usePageSearch } from './address/use-address.js';
export { announce } from './app/announcer.js';
export { olympus } from './app/client.js';
export { faultAt, faultText, isHidden, isSignedOut, isTransient } from './app/faults.js';
export { useDeed } from './app/use-deed.js';
export { PHONE, useMedia } from './app/use-media.js';
export { useNow } from './app/use-now.js';
export type { TileDrawing, TileKind } from './boards/kinds/tile-kind.js';
export {
  SaveToDashboard,
  type SaveToDashboardProps,
} from './boards/saving/save-to-dashboard.js';
export { TileScroll } from './boards/tile/tile-scroll.js';
export * from './charts/index.js';
export * from './format/dates.js';
export { type Comparable, type Delta, describeDelta } from './format/delta.js';
export * from './format/numbers.js';
export { useNumberStyle } from './format/style-context.js';
export { type Live, type LiveStatus, useLive } from './live/live.js';
export {
  defineTenantQuery,
  type Ledgers,
  type TenantQuery,
  tenantKey,
} from './live/tenant-query.js';
export { createTexts, type Message, type Texts } from './messages/message.js';
export { defineTexts, type OwnTexts, useTexts } from './messages/use-texts.js';
export { labelOf, lowerCase } from './overview/row-label.js';
export { useCurrentPage, useTenant } from './pages/current-page.js';
export {
  definePage,
  type Page,
  type PageGroup,
  type PageTitle,
  type ScopePart,
} from './pages/define-page.js';
export { PageLink, useGoTo } from './pages/page-link.js';
export { modelQuery } from './scope/model-query.js';
export {
  canCompare,
  dashboardRequest,
  type Period,
  queryTime,
  rangeOfPeriod,
  type Scope,
} from './scope/scope.js';
export type { AnsweredTime } from './scope/scope-bar.js';
export { type ScopeControl, useScope } from './scope/use-scope.js';
export { permits } from './session/permissions.js';
export { useSession } from './session/use-session.js';
export { useTenants } from './session/use-tenants.js';
export { AlertMe } from './shell/alert-me.js';
export { useOfferedCommands } from './shell/command-registry.js';
export type { Command } from './shell/commands.js';
export { HiddenTenant } from './shell/hidden-tenant.js';
export { PageFrame } from './shell/page-frame.js';
export { type Shortcut, useShortcuts } from './shell/shortcuts.js';
export * from './table/index.js';
export { Badge } from './ui/badge.js';
export { Button } from './ui/button.js';
export { CheckboxField } from './ui/checkbox-field.js';
export { ComboboxField } from './ui/combobox-field.js';
export { ConfirmDialog } from './ui/confirm-dialog.js';
export { CopyButton } from './ui/copy-button.js';
export { DateField } from './ui/date-field.js';
export { DeltaChip } from './ui/delta-chip.js';
export { Dialog } from './ui/dialog.js';
export { Drawer } from './ui/drawer.js';
export { EmptyState } from './ui/empty-state.js';
export { Facts } from './ui/facts.js';
export { Field, FieldError, type FieldProps } from './ui/field.js';
export {
  type Choice,
  Menu,
  MenuAction,
  MenuChoices,
  MenuDivider,
  MenuLabel,
} from './ui/menu.js';
export { Notice } from './ui/notice.js';
export { ProblemPanel } from './ui/problem-panel.js';
export { ProgressBar } from './ui/progress-bar.js';
export { ProgressLine } from './ui/progress-line.js';
export { RadioField } from './ui/radio-field.js';
export { SelectField } from './ui/select-field.js';
export { SwitchField } from './ui/switch-field.js';
export { Tabs } from './ui/tabs.js';
export { TextField } from './ui/text-field.js';
export { toast } from './ui/toast.js';
export { useDrawer } from './ui/use-drawer.js';
export { useSettled } from './ui/use-settled.js';
export { useWidth } from './ui/use-width.js';
