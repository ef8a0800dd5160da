import type { Me } from '#access';
import { m } from '#words';
import { scopeOf } from '@orbita/domain/access';
import {
  IconAddressBook, IconArrowsSplit2, IconBuilding, IconChartFunnel, IconChartPie, IconColumns3, IconCopyCheck, IconFileImport, IconForms, IconGauge, IconHistory, IconHome, IconInbox, IconLayoutKanban, IconListDetails, IconMagnet,
  IconPackage, IconPlugConnected, IconReceipt, IconRoute, IconShieldCheck, IconUserShield, IconUsers, type TablerIcon,
} from '@tabler/icons-react';

export interface NavItem {
  readonly to:
    | '/' | '/inbox' | '/activities' | '/leads' | '/customers' | '/contacts' | '/duplicates' | '/quality' | '/opportunities' | '/orders' | '/products' | '/segments' | '/lifecycle' | '/funnel' | '/settings/company'
    | '/settings/leads' | '/settings/fields' | '/imports' | '/settings/pipelines' | '/settings/users' | '/settings/privacy' | '/settings/audit' | '/settings/bi';
  readonly label: () => string;
  readonly icon: TablerIcon;
  /** The sequence that leads there. */
  readonly keys: string;
  /** A role that may not do anything there does not see the door. */
  readonly open?: (role: Me['role']) => boolean;
}

export const mainItems: readonly NavItem[] = [
  { to: '/', label: m.shell_nav_home, icon: IconHome, keys: 'g h' },
  { to: '/inbox', label: m.shell_nav_inbox, icon: IconInbox, keys: 'g i' },
  { to: '/leads', label: m.leads_nav, icon: IconMagnet, keys: 'g l', open: (role) => scopeOf(role, 'lead', 'read') !== 'none' },
  { to: '/customers', label: m.shell_nav_customers, icon: IconUsers, keys: 'g c' },
  { to: '/contacts', label: m.contacts_people, icon: IconAddressBook, keys: 'g n', open: (role) => scopeOf(role, 'contact', 'read') !== 'none' },
  { to: '/activities', label: m.activities_nav, icon: IconListDetails, keys: 'g v', open: (role) => scopeOf(role, 'activity', 'read') !== 'none' },
  { to: '/opportunities', label: m.shell_nav_opportunities, icon: IconLayoutKanban, keys: 'g b', open: (role) => scopeOf(role, 'opportunity', 'read') !== 'none' },
  { to: '/orders', label: m.shell_nav_orders, icon: IconReceipt, keys: 'g o', open: (role) => scopeOf(role, 'order', 'read') !== 'none' },
  { to: '/products', label: m.shell_nav_products, icon: IconPackage, keys: 'g p', open: (role) => scopeOf(role, 'product', 'read') !== 'none' },
  { to: '/segments', label: m.shell_nav_segments, icon: IconChartPie, keys: 'g s', open: (role) => scopeOf(role, 'segment', 'read') !== 'none' },
  { to: '/funnel', label: m.shell_nav_funnel, icon: IconChartFunnel, keys: 'g f' },
  { to: '/lifecycle', label: m.shell_nav_lifecycle, icon: IconRoute, keys: 'g y', open: (role) => scopeOf(role, 'lifecycle', 'read') !== 'none' },
  { to: '/duplicates', label: m.duplicates_nav, icon: IconCopyCheck, keys: 'g x', open: (role) => role !== 'partner' && scopeOf(role, 'customer', 'update') !== 'none' },
  { to: '/quality', label: m.quality_nav, icon: IconGauge, keys: 'g q', open: (role) => role !== 'partner' && scopeOf(role, 'customer', 'update') !== 'none' },
];

export const settingsItems: readonly NavItem[] = [
  { to: '/settings/company', label: m.shell_nav_company, icon: IconBuilding, keys: 'g m', open: (role) => scopeOf(role, 'company', 'update') !== 'none' },
  { to: '/settings/leads', label: m.leads_settings_nav, icon: IconArrowsSplit2, keys: 'g d', open: (role) => scopeOf(role, 'routing', 'update') !== 'none' },
  { to: '/settings/pipelines', label: m.shell_nav_pipelines, icon: IconColumns3, keys: 'g e', open: (role) => scopeOf(role, 'pipeline', 'update') !== 'none' },
  { to: '/settings/fields', label: m.fields_nav, icon: IconForms, keys: 'g k', open: (role) => scopeOf(role, 'customField', 'update') !== 'none' },
  { to: '/imports', label: m.imports_nav, icon: IconFileImport, keys: 'g t', open: (role) => scopeOf(role, 'import', 'read') !== 'none' },
  { to: '/settings/users', label: m.shell_nav_users, icon: IconUserShield, keys: 'g u', open: (role) => scopeOf(role, 'user', 'update') !== 'none' },
  { to: '/settings/privacy', label: m.privacy_erasures, icon: IconShieldCheck, keys: 'g r', open: (role) => scopeOf(role, 'privacy', 'read') === 'all' },
  { to: '/settings/bi', label: m.bi_title, icon: IconPlugConnected, keys: 'g w', open: (role) => scopeOf(role, 'accessKey', 'read') !== 'none' },
  { to: '/settings/audit', label: m.shell_nav_audit, icon: IconHistory, keys: 'g a', open: (role) => scopeOf(role, 'audit', 'read') !== 'none' },
];

export const openTo = (items: readonly NavItem[], role: Me['role']): readonly NavItem[] =>
  items.filter(({ open }) => open?.(role) ?? true);
