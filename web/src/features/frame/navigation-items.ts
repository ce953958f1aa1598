import {
  ApartmentOutlined,
  ApiOutlined,
  AuditOutlined,
  DashboardOutlined,
  DatabaseOutlined,
  RadarChartOutlined,
  RetweetOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import type { Role } from '@/lib/api/gql/graphql';

const ITEMS = [
  { key: 'overview', href: '/', icon: DashboardOutlined, under: [] },
  { key: 'catalogue', href: '/catalogue', icon: DatabaseOutlined, under: ['/datasets/'] },
  { key: 'lineage', href: '/lineage', icon: ApartmentOutlined, under: [] },
  { key: 'impact', href: '/impact', icon: RadarChartOutlined, under: [] },
  { key: 'interfaces', href: '/interfaces', icon: ApiOutlined, under: [] },
  { key: 'backflow', href: '/backflow', icon: RetweetOutlined, under: [] },
  { key: 'audit', href: '/audit', icon: AuditOutlined, under: [] },
  { key: 'admin', href: '/admin', icon: SettingOutlined, under: [] },
] as const;

export type NavigationItem = (typeof ITEMS)[number];
type Key = NavigationItem['key'];

/** Pages that are no part of a role's work; governance and operations see all. */
const LEFT_OUT: Partial<Record<Role, readonly Key[]>> = {
  APPLICATION: ['backflow', 'audit', 'admin'],
  AUDITOR: ['admin'],
  SUBDISTRICT: ['audit', 'admin'],
};

/** The pages that a person of this role works with, in the order of the navigation; all of them for nobody known. */
export function navigationOf(role: Role | null): readonly NavigationItem[] {
  const left = role ? (LEFT_OUT[role] ?? []) : [];
  return ITEMS.filter(({ key }) => !left.includes(key));
}
